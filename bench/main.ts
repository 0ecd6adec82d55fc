// How long a person waits for the server, beside the JSON server of VS Code on files of as many lines; for a simulation;
// and what a run of the command line costs.
//
//     npm run bench -- [--sizes 20,1000,…] [--json FILE] [--only server|simulation|verify|command-line]
//
// Times are wall-clock milliseconds at the client, protocol included; a cold start also counts processor time, and of the
// command line nothing else counts.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureCommandLine } from "./command-line.ts";
import { type Figure, figureOf } from "./figure.ts";
import { type Position, startSession } from "./session.ts";
import { measureSimulation } from "./simulation.ts";
import { inittab, json, type Subject } from "./subject.ts";
import { measureVerify } from "./verify.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "20,1000,10000,100000" },
    json: { type: "string" },
    only: { type: "string" },
  },
});

const subjects = [inittab, json];
const figures: Figure[] = [];
const isAsked = (part: string) => values.only === undefined || values.only === part;
if (isAsked("simulation")) measureSimulation();
if (isAsked("verify")) measureVerify();
const sizes = isAsked("server") ? values.sizes.split(",").map(Number) : [];
for (const size of sizes) {
  await measureColdStarts(size);
  for (const subject of subjects) await measureWork(subject, size);
  printTable(size);
}
if (isAsked("command-line")) figures.push(...measureCommandLine());
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

/** From the start of the program to the first diagnostics, each time in a new process; the servers take turns. */
async function measureColdStarts(size: number): Promise<void> {
  const starts = subjects.map((subject) => ({
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
  for (const { subject, wall, processor } of starts) {
    note("start to first diagnostics", "ms", subject, size, wall);
    note("  of it processor time", "ms", subject, size, processor);
  }
}

/** Everything that happens while a file is open, in one process. */
async function measureWork(subject: Subject, size: number): Promise<void> {
  const text = subject.text(size);
  const places = subject.places(text);
  const session = startSession(subject);
  await session.initialize();
  // The first file warms the program up, as the first minutes of a session do.
  await session.open(text);
  const runs = size > 10_000 ? 30 : 100;

  const typePlace = positionAt(text, places.type);
  const behind = { ...typePlace, character: typePlace.character + 1 };
  const type = (run: number) =>
    run % 2 === 0 ? session.type(typePlace, typePlace, "x") : session.type(typePlace, behind, "");
  note("typed character to diagnostics", "ms", subject, size, await timed(runs, type));
  const complete = positionAt(text, places.complete);
  note(
    "completion",
    "ms",
    subject,
    size,
    await timed(runs, () => session.ask("textDocument/completion", complete)),
  );
  const hover = positionAt(text, places.hover);
  note("hover", "ms", subject, size, await timed(runs, () => session.ask("textDocument/hover", hover)));
  const symbols = () => session.ask("textDocument/documentSymbol");
  note("symbols", "ms", subject, size, await timed(size > 1000 ? 10 : runs, symbols));
  const reopen = await timed(10, () => session.open(text));
  note("opening to diagnostics", "ms", subject, size, reopen);
  // Before what has come to the measures later, so that the figure can be compared with those of earlier releases.
  note("peak memory", "MiB", subject, size, [session.peakMemory()]);
  const keys: number[] = [];
  for (let run = 0; run < (size > 1000 ? 10 : runs); run++) {
    const before = session.processorTime();
    await session.key(typePlace, run % 2 === 0 ? typePlace : behind, run % 2 === 0 ? "x" : "");
    keys.push(session.processorTime() - before);
  }
  note("one key, all that is asked then: processor time", "ms", subject, size, keys);
  await session.end();
}

async function timed(runs: number, work: (run: number) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    await work(run);
    times.push(performance.now() - begin);
  }
  return times;
}

function note(
  measure: string,
  unit: Figure["unit"],
  subject: Subject,
  records: number,
  samples: readonly number[],
): void {
  figures.push(figureOf({ measure, unit, records, server: subject.name }, samples));
}

function printTable(records: number): void {
  const own = figures.filter((figure) => figure.records === records && figure.server === inittab.name);
  const row = (cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(50) : cell.padStart(11))).join(""));
  console.log(`\n${records} records`);
  row(["", "median", "p95", "json", "json p95", "ratio"]);
  for (const figure of own) {
    const other = figures.find(
      ({ measure, server, records: size }) =>
        measure === figure.measure && server === json.name && size === records,
    );
    const numbers = [figure.median, figure.p95, other?.median, other?.p95];
    row([
      `${figure.measure} (${figure.unit})`,
      ...numbers.map((value) => value?.toFixed(1) ?? ""),
      (figure.median / (other?.median ?? Number.NaN)).toFixed(2),
    ]);
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
