import {
  type DroppedLine,
  defaultLevelOf,
  dialectFacts,
  fieldNames,
  type InittabReading,
  type InittabRecord,
  inittabPath,
  isLevel,
  jsonText,
  type Localizer,
  type Message,
  readInittab,
  recordedReading,
  releaseOf,
  visible,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { initName } from "../init-name.ts";
import type { Input } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { createProjects } from "../project/projects.ts";
import { readingOptionTable, readOptionsFor, targetOf } from "../reading-options.ts";
import { readTable } from "../root/read-table.ts";
import { tellOf } from "../tell.ts";
import { table } from "../words.ts";

const options = {
  ...readingOptionTable,
  format: { type: "string", value: "FORMAT", about: message("option.text-or-json") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab read`: the records that init would keep, and the lines that it would drop. */
export const read: Command = {
  name: "read",
  help: {
    usage: message("read.usage"),
    about: message("read.about"),
    options,
    more: [message("read.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError(message("usage.give-one", { what: "FILE" }));
  const target = targetOf(values);
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const input = await readTable(path, streams.stdin);
  if ("why" in input) {
    await tellOf(streams, input.path, input.why);
    return 2;
  }
  if (input.note !== undefined) await tellOf(streams, input.path, input.note);
  const settings = await createProjects(values.settings, streams, positionals).around(input);
  const reading = readInittab(input.text, readOptionsFor(target, input, settings));
  await streams.out.write(format === "json" ? json(input, reading) : text(input, reading, streams.localizer));
  return 0;
}

function* json(input: Input, reading: InittabReading): Iterable<string> {
  const { messages, lines, table: records } = recordedReading(reading);
  const head = {
    name: input.path,
    init: initName(reading.scan.dialect, reading.scan.version),
    inittab: input.text,
    messages,
  };
  yield `${jsonText(head).slice(0, -1)},\n"lines":[`;
  for (const [index, line] of lines.entries()) yield `${index === 0 ? "\n" : ",\n"}${jsonText(line)}`;
  yield `\n],"table":[`;
  for (const [index, record] of records.entries()) yield `${index === 0 ? "\n" : ",\n"}${jsonText(record)}`;
  yield "\n]}\n";
}

function* text({ path }: Input, reading: InittabReading, { text: words }: Localizer): Iterable<string> {
  const { scan, records, dropped } = reading;
  const release = releaseOf(scan);
  const init = release === undefined ? scan.dialect : `${scan.dialect} ${release}`;
  const { by, because } = scan.guess;
  const head =
    by === "request"
      ? message("read.as", { path, init })
      : message("read.as-because", { path, init, because });
  yield `${visible(words(head))}\n\n`;
  if (records.length === 0) yield `${words(message("read.no-record"))}\n`;
  else
    yield* table([
      [words(message("read.line")), ...fieldNames],
      ...records.map((record) => [
        record.path === undefined ? words(message("read.added")) : String(record.line),
        ...[record.id, record.runlevels, record.action, record.process].map(visible),
      ]),
    ]);
  if (dialectFacts[scan.dialect].entersDefault === true) yield `\n${words(defaultLevel(records))}\n`;
  if (dropped.length === 0) return;
  yield `\n${words(message("read.drops", { count: dropped.length }))}\n`;
  for (const line of dropped) yield* droppedLine(line, words);
}

function* droppedLine(
  { path, line, text: written, message: logged }: DroppedLine,
  words: Localizer["text"],
): Iterable<string> {
  const place = path === inittabPath ? words(message("read.at-line", { line })) : visible(path);
  yield `  ${place}: ${visible(shortened(written.replace(/\n$/, "")))}\n`;
  yield `    INIT: ${visible(logged)}\n`;
}

/** A dropped line can be megabytes long; its beginning says which one it is. */
function shortened(line: string): string {
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function defaultLevel(records: readonly InittabRecord[]): Message {
  const initdefault = records.find((record) => record.action === "initdefault");
  if (initdefault === undefined) return message("read.no-default");
  const level = defaultLevelOf(initdefault.runlevels);
  return isLevel(level)
    ? message("read.default", { level, line: initdefault.line })
    : message("read.bad-default", { line: initdefault.line });
}
