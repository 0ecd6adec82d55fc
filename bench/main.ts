// How long a person waits for the server, beside the JSON server of VS Code on files of as many lines; for a simulation;
// and what a run of the command line costs.
//
//     npm run bench -- [--sizes 20,1000,…] [--json FILE] [--only server|simulation|verify|command-line] [--beside FOLDER]
//
// A server starts as in VS Code from its second start on: a first one, which is not measured, has left its compiled code
// in a folder, as far as its version does so.
//
// Times are wall-clock milliseconds at the client, protocol included, with the processor time of the server beside them;
// of the command line only the latter counts. `--beside` names a checkout of another version, built: its server, its
// command line and its simulator are measured alike, in turns with those of this one.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureCommandLine } from "./command-line.ts";
import { type Figure, figureOf, shown } from "./figure.ts";
import { type Position, type Session, startSession } from "./session.ts";
import { measureSimulation } from "./simulation.ts";
import { commandLineOf, flawed, inittabOf, json, type Subject } from "./subject.ts";
import { inTurns } from "./turns.ts";
import { measureVerify } from "./verify.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "20,1000,10000,100000" },
    json: { type: "string" },
    only: { type: "string" },
    beside: { type: "string" },
  },
});

const codeCache = mkdtempSync(join(tmpdir(), "inittab-bench-"));
process.on("exit", () => rmSync(codeCache, { recursive: true }));
const inittab = inittabOf(".", "inittab", codeCache);
const beside = values.beside === undefined ? [] : [inittabOf(values.beside, "beside", codeCache)];
const subjects = [inittab, ...beside, json];
const commandLines = [
  commandLineOf(inittab, "."),
  ...beside.map((subject) => commandLineOf(subject, values.beside ?? ".")),
  json,
];
const figures: Figure[] = [];
const isAsked = (part: string) => values.only === undefined || values.only === part;
if (isAsked("simulation")) measureSimulation(values.beside !== undefined);
if (isAsked("verify")) measureVerify();
const sizes = isAsked("server") ? values.sizes.split(",").map(Number) : [];
if (sizes.length > 0) for (const subject of [inittab, ...beside]) await startOnce(subject);
for (const size of sizes) {
  await measureColdStarts("start to first diagnostics", size, subjects);
  await measureColdStarts("start of inittab lsp to first diagnostics", size, commandLines);
  await measureWork(size);
  await measureFindings(size);
  printTable(size);
}
if (isAsked("command-line")) figures.push(...measureCommandLine(values.beside));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

/** The first start; a server that keeps code has written it when it has ended. */
async function startOnce(subject: Subject): Promise<void> {
  const session = startSession(subject);
  await session.initialize();
  await session.open(subject.text(20));
  await session.end();
}

/** From the start of the program to the first diagnostics, each time in a new process. */
async function measureColdStarts(measure: string, size: number, programs: readonly Subject[]): Promise<void> {
  const starts = programs.map((subject) => ({
    subject,
    text: subject.text(size),
    wall: [] as number[],
    processor: [] as number[],
  }));
  for (let run = 0; run < (size > 10_000 ? 8 : 15); run++)
    for (const { subject, text, wall, processor } of starts) {
      const begin = performance.now();
      const session = startSession(subject);
      await session.initialize();
      await session.open(text);
      wall.push(performance.now() - begin);
      processor.push(session.processorTime());
      await session.end();
    }
  for (const { subject, wall, processor } of starts)
    note(measure, "ms", { subject, size, samples: wall, processor });
}

/** A session with a file open, and where something happens in it. */
interface Running {
  readonly subject: Subject;
  readonly session: Session;
  readonly text: string;
  /** Two texts of which all but the first few lines differ from each other and from that one. */
  readonly other: readonly string[];
  readonly type: Position;
  readonly complete: Position;
  readonly hover: Position;
}

async function startRunning(subject: Subject, text: string): Promise<Running> {
  const { type, complete, hover } = subject.places(text);
  const session = startSession(subject);
  await session.initialize();
  // The first file warms the program up, as the first minutes of a session do.
  await session.open(text);
  const at = (offset: number) => positionAt(text, offset);
  const other = ["keeper", "runner"].map((name) => text.replaceAll("worker", name));
  return { subject, session, text, other, type: at(type), complete: at(complete), hover: at(hover) };
}

/** Everything that happens while a file is open, in one process for each server. */
async function measureWork(size: number): Promise<void> {
  const all: Running[] = [];
  for (const subject of subjects) all.push(await startRunning(subject, subject.text(size)));
  const measure = async (
    name: string,
    runs: number,
    work: (running: Running, run: number) => Promise<void>,
  ) => {
    const samples = await inTurns(all, runs, work);
    for (const [index, { subject }] of all.entries()) {
      const { wall = [], processor = [] } = samples[index] ?? {};
      note(name, "ms", { subject, size, samples: wall, processor });
    }
  };
  const many = size > 10_000 ? 30 : 200;
  await measure("typed character to diagnostics", many, ({ session, type }, run) =>
    run % 2 === 0 ? session.type(type, type, "x") : session.type(type, behind(type), ""),
  );
  await measure("completion", many, ({ session, complete }) =>
    session.ask("textDocument/completion", complete),
  );
  await measure("hover", many, ({ session, hover }) => session.ask("textDocument/hover", hover));
  await measure("symbols", size > 1000 ? 10 : 100, ({ session }) =>
    session.ask("textDocument/documentSymbol"),
  );
  await measure("opening to diagnostics", size > 1000 ? 30 : 100, ({ session, text }) => session.open(text));
  noteMemory("peak memory", all, size);
  await measure("opening another text to diagnostics", size > 1000 ? 30 : 100, ({ session, other }, run) =>
    session.open(other[run % 2] ?? ""),
  );
  await measure("one key, all that is asked then", size > 1000 ? 20 : 100, ({ session, type }, run) =>
    session.key(type, run % 2 === 0 ? type : behind(type), run % 2 === 0 ? "x" : ""),
  );
  noteMemory("peak memory, all of it", all, size);
  for (const { session } of all) await session.end();
}

/** Memory where much is wrong: an inittab with a finding on every third line is opened and edited. */
async function measureFindings(size: number): Promise<void> {
  const all: Running[] = [];
  for (const subject of [inittab, ...beside]) {
    const running = await startRunning(subject, flawed(size));
    const { session, type, text } = running;
    await session.type(type, type, "x");
    await session.type(type, behind(type), "");
    await session.open(text);
    all.push(running);
  }
  noteMemory("peak memory, a finding on every third line", all, size);
  for (const { session } of all) await session.end();
}

function behind({ line, character }: Position): Position {
  return { line, character: character + 1 };
}

function noteMemory(measure: string, all: readonly Running[], size: number): void {
  for (const { subject, session } of all)
    note(measure, "MiB", { subject, size, samples: [session.peakMemory()] });
}

/** What was measured of a server with a file of this size. */
interface Measured {
  readonly subject: Subject;
  readonly size: number;
  readonly samples: readonly number[];
  readonly processor?: readonly number[];
}

function note(measure: string, unit: Figure["unit"], { subject, size, samples, processor }: Measured): void {
  figures.push(figureOf({ measure, unit, records: size, server: subject.name }, samples, processor));
}

function printTable(records: number): void {
  const ofSize = figures.filter((figure) => figure.records === records);
  const others = subjects.slice(1).map(({ name }) => name);
  const row = (cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(50) : cell.padStart(10))).join(""));
  console.log(`\n${records} records`);
  row(["", "median", "p95", "processor", ...others.flatMap((name) => [name, "processor", "ratio", "ratio"])]);
  for (const own of ofSize.filter(({ server }) => server === inittab.name)) {
    const compared = others.flatMap((name) => {
      const other = ofSize.find(({ measure, server }) => measure === own.measure && server === name);
      if (other === undefined) return ["", "", "", ""];
      const ratios = [own.median / other.median, (own.processor ?? 0) / (other.processor ?? 0)];
      return [
        shown(other.median),
        shown(other.processor),
        ...ratios.map((ratio) => (Number.isFinite(ratio) ? ratio.toFixed(2) : "")),
      ];
    });
    const cells = [shown(own.median), shown(own.p95), shown(own.processor), ...compared];
    row([`${own.measure} (${own.unit})`, ...cells]);
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
