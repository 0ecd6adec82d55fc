import {
  allRules,
  explainLine,
  explanationMarkdown,
  findAnyRule,
  findTopic,
  type Localizer,
  listOf,
  type Message,
  rulePage,
  suggestTopics,
  topicMarkdown,
  visible,
  wordFor,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { renderMarkdown } from "../markdown-text.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { readingOptionTable, type Target, targetOf } from "../reading-options.ts";

const options = {
  ...readingOptionTable,
  format: { type: "string", value: "FORMAT", about: message("explain.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab explain`: a topic of the manual, the page of a rule, or a line in plain words. */
export const explain: Command = {
  name: "explain",
  summary: message("explain.summary"),
  help: {
    usage: message("explain.usage"),
    about: message("explain.about"),
    options,
    more: [message("explain.exit")],
  },
  run,
};

async function run(args: readonly string[], { out, err, localizer }: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  // A line that was not quoted arrives in pieces.
  const asked = positionals.join(" ");
  if (asked.trim() === "") throw new UsageError(message("explain.nothing-asked"));
  const target = targetOf(values);
  const format = oneOf("format", values.format, ["text", "md"], "text");
  const page = pageFor(asked, target, localizer);
  if (page === undefined) {
    await err.write([`inittab: ${visible(localizer.text(notKnown(asked, target)))}\n`]);
    return 2;
  }
  await out.write([format === "md" ? page : renderMarkdown(page, { color: out.terminal, width: out.width })]);
  return 0;
}

function pageFor(asked: string, target: Target, localizer: Localizer): string | undefined {
  if (/[:\n]/.test(asked))
    return asked
      .split("\n")
      .map((line) => explanationMarkdown(explainLine(line, target), localizer))
      .join("\n");
  const rule = findAnyRule(asked);
  if (rule !== undefined) return rulePage(rule, localizer);
  const dialect = dialectOf(target);
  const topic = findTopic(asked, dialect);
  return topic === undefined ? undefined : topicMarkdown(topic, localizer, dialect);
}

function dialectOf({ dialect }: Target): Exclude<Target["dialect"], "auto"> {
  return dialect === "auto" ? "sysvinit" : dialect;
}

/** The most suggestions that are made. */
const suggestions = 5;

function notKnown(asked: string, target: Target): Message {
  const dialect = dialectOf(target);
  const wanted = asked.toLowerCase();
  const near = [
    ...suggestTopics(asked, dialect).map((topic) => wordFor(topic, dialect)),
    ...allRules.map(({ id }) => id).filter((id) => wanted.length > 2 && id.includes(wanted)),
  ].slice(0, suggestions);
  return near.length === 0
    ? message("explain.unknown", { word: asked })
    : message("explain.unknown-near", { word: asked, near: listOf(near, "comma") });
}
