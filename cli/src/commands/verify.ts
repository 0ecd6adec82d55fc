import {
  defaultWayEvents,
  findQuestion,
  jsonText,
  type Localizer,
  listOf,
  questions,
  scanInittab,
  searchedDialects,
  type Verification,
  verify,
  visible,
  type WayEvent,
  type WayFinding,
  wayEvents,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { readingOptionTable, readOptionsFor, targetOf } from "../reading-options.ts";
import { readTable } from "../root/read-table.ts";
import { tellOf } from "../tell.ts";

const questionIds = questions.map(({ id }) => id);

const options = {
  ...readingOptionTable,
  question: {
    type: "string",
    multiple: true,
    value: "ID",
    about: message("verify.option.question", { questions: listOf(questionIds, "comma") }),
  },
  without: {
    type: "string",
    multiple: true,
    value: "EVENT",
    about: message("verify.option.without", { events: listOf([...defaultWayEvents], "comma") }),
  },
  "max-states": { type: "string", value: "N", about: message("verify.option.max-states") },
  format: { type: "string", value: "FORMAT", about: message("verify.option.format") },
  quiet: { type: "boolean", short: "q", about: message("verify.option.quiet") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab verify`: what holds for every way that the machine can go. */
export const verifyCommand: Command = {
  name: "verify",
  help: {
    usage: message("verify.usage"),
    about: message("verify.about"),
    options,
    more: [message("verify.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  const target = targetOf(values);
  const asked = questionsOf(values.question);
  const events = eventsOf(values.without ?? []);
  const states = statesOf(values["max-states"]);
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const { out, localizer } = streams;
  let unreadable = false;
  let warned = false;
  for (const path of positionals) {
    const input = await readTable(path, streams.stdin);
    if ("why" in input) {
      unreadable = true;
      await tellOf(streams, input.path, input.why);
      continue;
    }
    if (input.note !== undefined) await tellOf(streams, input.path, input.note);
    const { dialect, version } = scanInittab(input.text, readOptionsFor(target, input));
    const result = verify(input.text, dialect, {
      version,
      events,
      ...(asked !== undefined && { questions: asked }),
      limits: states === undefined ? {} : { states },
    });
    if (result === undefined) {
      unreadable = true;
      await tellOf(
        streams,
        input.path,
        message("verify.no-machine", { dialect, known: listOf(searchedDialects, "and") }),
      );
      continue;
    }
    if (result.findings.some(({ severity }) => severity === "warning")) warned = true;
    await out.write(
      format === "json"
        ? [`${jsonText(jsonOf(input.path, result, localizer))}\n`]
        : textOf(input.path, result, localizer, values.quiet === true),
    );
  }
  if (unreadable) return 2;
  return warned ? 1 : 0;
}

function questionsOf(ids: readonly string[] | undefined): readonly string[] | undefined {
  for (const value of ids ?? [])
    if (findQuestion(value) === undefined)
      throw new UsageError(message("verify.no-question", { value, questions: listOf(questionIds, "comma") }));
  return ids;
}

function eventsOf(without: readonly string[]): ReadonlySet<WayEvent> {
  for (const value of without)
    if (!wayEvents.some((event) => event === value))
      throw new UsageError(message("verify.no-event", { value, events: listOf(wayEvents, "comma") }));
  return new Set([...defaultWayEvents].filter((event) => !without.includes(event)));
}

function statesOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(message("usage.no-number", { option: "max-states", value }));
  return Number(value);
}

function jsonOf(path: string, { findings, ...result }: Verification, { text }: Localizer): object {
  return {
    path,
    ...result,
    findings: findings.map(({ message: said, ...finding }) => ({ ...finding, message: text(said) })),
  };
}

function* textOf(
  path: string,
  { findings, exhausted, states, steps }: Verification,
  localizer: Localizer,
  quiet: boolean,
): Iterable<string> {
  const { text } = localizer;
  if (!quiet || findings.length > 0) yield `${visible(path)}\n`;
  for (const finding of findings) yield* findingText(finding, localizer);
  if (quiet) return;
  if (findings.length === 0) yield `  ${text(message("verify.nothing"))}\n`;
  const counted = { states, steps };
  yield `  ${text(exhausted ? message("verify.exhausted", counted) : message("verify.bounded", counted))}\n`;
}

function* findingText(finding: WayFinding, { text }: Localizer): Iterable<string> {
  const { question, severity, message: said, line, sequence } = finding;
  const name = text(message(severity === "warning" ? "verify.warning" : "verify.information"));
  const place = line === undefined ? "" : ` ${text(message("verify.line", { line }))}`;
  yield `  ${name} ${question}${place}: ${text(said)}\n`;
  if (finding.scenario === undefined) return;
  const way = sequence.map(({ words }) => words).join(", ");
  yield `      ${text(sequence.length === 0 ? message("verify.boot") : message("verify.way", { way }))}\n`;
}
