import { stat } from "node:fs/promises";
import {
  allRules,
  type Dialect,
  explainLine,
  explanationMarkdown,
  findAnyRule,
  isKnownLine,
  type Localizer,
  listOf,
  type Message,
  meaningsMarkdown,
  rulePage,
  suggestPages,
  suggestTopics,
  visible,
  wordFor,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { explainMessage } from "../explain/message.ts";
import type { Seen } from "../explain/seen.ts";
import { readInput } from "../input.ts";
import { renderMarkdown } from "../markdown-text.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { noSettings } from "../project/file-settings.ts";
import { createProjects } from "../project/projects.ts";
import { readingOptionTable, type SettledTarget, settledTarget, targetOf } from "../reading-options.ts";
import { tellOf } from "../tell.ts";

const options = {
  ...readingOptionTable,
  log: { type: "string", value: "FILE", about: explainMessage("explain.option.log") },
  format: { type: "string", value: "FORMAT", about: explainMessage("explain.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab explain`: a word, the page of a rule, a line in plain words, a message, or the messages of a log. */
export const explain: Command = {
  name: "explain",
  help: {
    usage: explainMessage("explain.usage"),
    about: explainMessage("explain.about"),
    options,
    more: [explainMessage("explain.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const given = targetOf(values);
  const format = oneOf("format", values.format, ["text", "md"], "text");
  const { log } = values;
  if (log !== undefined && positionals.length > 1)
    throw new UsageError(message("usage.several-given", { what: "PATH" }));
  const { asked, path } =
    log === undefined ? await askedOf(positionals) : { asked: "", path: positionals[0] };
  if (log === undefined && asked.trim() === "") throw new UsageError(explainMessage("explain.nothing-asked"));
  const settings =
    path === undefined ? noSettings : await createProjects(values.settings, streams, [path]).around({ path });
  const target = settledTarget(given, settings);
  const seen = path === undefined ? undefined : await see(path, target, streams);
  if (seen === "unreadable") return 2;
  const question = { asked, target: targetIn(target, seen), seen, localizer: streams.localizer };
  const page = log === undefined ? await pageFor(question) : await pageOfLog(log, question, streams);
  if (page === undefined) {
    if (log === undefined) await tell(streams, notKnown(asked, question.target));
    return 2;
  }
  const { out } = streams;
  await out.write([format === "md" ? page : renderMarkdown(page, { color: out.terminal, width: out.width })]);
  return seen?.incomplete === true ? 2 : 0;
}

async function tell({ err, localizer }: Streams, what: Message): Promise<void> {
  await err.write([`inittab: ${visible(localizer.text(what))}\n`]);
}

/** The question, and the path after it. A line that was not quoted arrives in pieces. */
async function askedOf(positionals: readonly string[]): Promise<{ asked: string; path?: string }> {
  const whole = positionals.join(" ");
  const [first = "", last] = [positionals[0], positionals.at(-1)];
  if (last === undefined || positionals.length < 2) return { asked: whole };
  const isQuoted = positionals.length === 2 && /\s/.test(first);
  if (!isQuoted && isKnownLine(whole)) return { asked: whole };
  const isPath = isQuoted || (last.includes("/") && (await exists(last)));
  return isPath ? { asked: positionals.slice(0, -1).join(" "), path: last } : { asked: whole };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

async function see(path: string, target: SettledTarget, streams: Streams): Promise<Seen | "unreadable"> {
  const { seePath } = await import("../explain/seen.ts");
  const seen = await seePath(path, target, streams);
  if (!("why" in seen)) return seen;
  await tellOf(streams, seen.path, seen.why);
  return "unreadable";
}

/** Where the user names no dialect, that of the file counts. */
function targetIn(target: SettledTarget, seen: Seen | undefined): SettledTarget {
  const reading = seen?.lookedAt.inittab?.reading;
  return target.dialect !== "auto" || reading === undefined
    ? target
    : { ...target, dialect: reading.scan.dialect };
}

interface Question {
  readonly asked: string;
  readonly target: SettledTarget;
  readonly seen: Seen | undefined;
  readonly localizer: Localizer;
}

async function pageFor(question: Question): Promise<string | undefined> {
  const { asked, target, localizer } = question;
  if (isKnownLine(asked)) return pageOfLines(asked, target, localizer);
  const byWord = pageOfWord(asked, target, localizer);
  if (byWord !== undefined) return byWord;
  const { messagePage, pageOfWords } = await import("../explain/messages-explained.ts");
  const lines = asked.split("\n").filter((line) => line.trim() !== "");
  const pages = lines.map((text) => messagePage(messageQuestion(text, question)));
  if (pages.some((page) => page !== undefined)) return pages.filter((page) => page !== undefined).join("\n");
  if (/[:\n]/.test(asked)) return pageOfLines(asked, target, localizer);
  return pageOfWords(asked, localizer);
}

function pageOfLines(asked: string, target: SettledTarget, localizer: Localizer): string {
  return asked
    .split("\n")
    .map((line) => explanationMarkdown(explainLine(line, target), localizer))
    .join("\n");
}

function pageOfWord(asked: string, target: SettledTarget, localizer: Localizer): string | undefined {
  const rule = findAnyRule(asked);
  if (rule !== undefined) return rulePage(rule, localizer);
  if (asked.includes("\n")) return undefined;
  const word = { word: asked, dialect: dialectOf(target), isAsked: target.dialect !== "auto" };
  return meaningsMarkdown(word, localizer);
}

function messageQuestion(text: string, { target, seen, localizer }: Question) {
  return { text, localizer, dialect: target.dialect === "auto" ? undefined : target.dialect, seen };
}

async function pageOfLog(log: string, question: Question, streams: Streams): Promise<string | undefined> {
  const input = await readInput(log, streams.stdin);
  if ("why" in input) {
    await tellOf(streams, input.path, input.why);
    return undefined;
  }
  const { explainLog } = await import("../explain/messages-explained.ts");
  const { markdown, known } = explainLog(messageQuestion(input.text, question));
  if (known > 0) return markdown;
  await tellOf(streams, input.path, explainMessage("explain.log-none"));
  return undefined;
}

function dialectOf({ dialect }: SettledTarget): Dialect {
  return dialect === "auto" ? "sysvinit" : dialect;
}

/** The most suggestions that are made. */
const suggestions = 5;

function notKnown(asked: string, target: SettledTarget): Message {
  const dialect = dialectOf(target);
  const wanted = asked.toLowerCase();
  const near = [
    ...suggestTopics(asked, dialect).map((topic) => wordFor(topic, dialect)),
    ...suggestPages(asked),
    ...allRules.map(({ id }) => id).filter((id) => wanted.length > 2 && id.includes(wanted)),
  ].slice(0, suggestions);
  return near.length === 0
    ? explainMessage("explain.unknown", { word: asked })
    : explainMessage("explain.unknown-near", { word: asked, near: listOf(near, "comma") });
}
