import {
  type DroppedLine,
  defaultLevelOf,
  dialectFacts,
  type InittabReading,
  type InittabRecord,
  inittabPath,
  isLevel,
  readInittab,
  recordedReading,
  releaseOf,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { initName } from "../init-name.ts";
import { type Input, readInput } from "../input.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { readingOptionTable, readOptionsFor, targetOf } from "../reading-options.ts";
import { visible } from "../terminal-text.ts";
import { count, table } from "../words.ts";

const options = {
  ...readingOptionTable,
  format: { type: "string", value: "FORMAT", about: "text (default) or json" },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab read`: the records that init would keep, and the lines that it would drop. */
export const read: Command = {
  name: "read",
  summary: "show what init would read",
  help: () => `inittab read [options] FILE

Shows the records of the file (- for standard input) in init's own order, as
init stores them, and the lines it drops with the message it logs.

${optionHelp(options)}

Exit status: 0, or 2 for wrong usage or if the file could not be read.
`,
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError("give one FILE");
  const target = targetOf(values);
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const input = await readInput(path, streams.stdin);
  if ("why" in input) {
    await streams.err.write([`inittab: ${visible(input.path)}: ${visible(input.why)}\n`]);
    return 2;
  }
  if (input.note !== undefined) await streams.err.write([`inittab: ${visible(input.path)}: ${input.note}\n`]);
  const reading = readInittab(input.text, readOptionsFor(target, input));
  await streams.out.write(format === "json" ? json(input, reading) : text(input, reading));
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
  yield `${JSON.stringify(head).slice(0, -1)},\n"lines":[`;
  for (const [index, line] of lines.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(line)}`;
  yield `\n],"table":[`;
  for (const [index, record] of records.entries())
    yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(record)}`;
  yield "\n]}\n";
}

function* text(input: Input, reading: InittabReading): Iterable<string> {
  const { scan, records, dropped } = reading;
  const release = releaseOf(scan);
  const init = release === undefined ? scan.dialect : `${scan.dialect} ${release}`;
  const because = scan.guess.by === "request" ? "" : ` because ${visible(scan.guess.because)}`;
  yield `${visible(input.path)}: read as ${init}${because}\n\n`;
  if (records.length === 0) yield "Init would find no record.\n";
  else
    yield* table([
      ["line", "id", "runlevels", "action", "process"],
      ...records.map((record) => [
        record.path === undefined ? "added" : String(record.line),
        ...[record.id, record.runlevels, record.action, record.process].map(visible),
      ]),
    ]);
  if (dialectFacts[scan.dialect].entersDefault === true) yield `\n${defaultLevel(records)}\n`;
  if (dropped.length === 0) return;
  yield `\nInit drops ${count(dropped.length, "line")}:\n`;
  for (const line of dropped) yield* droppedLine(line);
}

function* droppedLine({ path, line, text: written, message }: DroppedLine): Iterable<string> {
  const place = path === inittabPath ? `line ${line}` : visible(path);
  yield `  ${place}: ${visible(shortened(written.replace(/\n$/, "")))}\n`;
  yield `    INIT: ${visible(message)}\n`;
}

/** A dropped line can be megabytes long; its beginning says which one it is. */
function shortened(line: string): string {
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function defaultLevel(records: readonly InittabRecord[]): string {
  const initdefault = records.find((record) => record.action === "initdefault");
  if (initdefault === undefined) return "No initdefault: init asks for the runlevel on the console.";
  const level = defaultLevelOf(initdefault.runlevels);
  return isLevel(level)
    ? `Default runlevel: ${level} (line ${initdefault.line})`
    : `The initdefault of line ${initdefault.line} names no runlevel: init asks on the console.`;
}
