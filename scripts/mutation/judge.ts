// Finds out which mutants are killed: the tests that reach a mutant are run with it, the fastest first, until one fails.

import type { Entry } from "./journal.ts";
import { type Mutant, titleOf } from "./mutant.ts";
import type { Note, Progress } from "./progress.ts";
import type { Session } from "./session.ts";
import type { Verdict } from "./verdict.ts";

/** What is known of a test. */
interface KnownTest {
  readonly id: string;
  readonly time: number;
  readonly mutants: readonly number[];
}

/** What a look at all tests has shown. */
interface Seen {
  /** By file, those first that take least time. */
  readonly tests: ReadonlyMap<string, readonly KnownTest[]>;
  /** The files that reach a mutant. */
  readonly filesOf: ReadonlyMap<number, readonly string[]>;
  /** Those that reach it before or after their tests. */
  readonly aroundTestsOf: ReadonlyMap<number, readonly string[]>;
  /** The tests that fail without a mutant: that they fail with one says nothing. */
  readonly leftOut: readonly string[];
}

/** What came out. */
export interface Judgement {
  /** By the mutant's id. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** What the tests of a file take without a mutant, in milliseconds. */
  readonly timeOf: (file: string) => number;
}

/** How a run goes about it. */
export interface Manner {
  /** What is going on, line by line. */
  readonly tell: (line: string) => void;
  readonly progress: Progress;
  /** Whether there is time for more. */
  readonly goesOn: () => boolean;
}

/** Judges each mutant by the tests of these files; undefined if time was up before all were judged. */
export async function judge(
  session: Session,
  testFiles: readonly string[],
  mutants: readonly Mutant[],
  manner: Manner,
): Promise<Judgement | undefined> {
  const { tell, progress, goesOn } = manner;
  const state = stateOf(progress.notes);
  const seen = await look(session, testFiles, manner);
  if (seen === undefined) return undefined;
  const { verdicts } = state;
  const settle = (mutant: number, verdict: Verdict): void => {
    verdicts.set(mutant, verdict);
    progress.add({ kind: "verdict", mutant, verdict });
  };
  const unreached = mutants.filter(({ id }) => !seen.filesOf.has(id));
  for (const { id } of unreached) verdicts.set(id, { kind: "unreached" });
  const timeOf = timesOf(seen);
  tell(`${unreached.length} mutants are reached by no test`);

  if (!(await tryInTests(session, seen, { timeOf, state, settle, manner }))) return undefined;
  const { doubtful } = state;
  for (const { id } of mutants)
    if (!verdicts.has(id) && !doubtful.has(id) && !seen.aroundTestsOf.has(id))
      verdicts.set(id, { kind: "survived" });
  const left = mutants.filter(({ id }) => !verdicts.has(id));
  tell(
    `${left.length} mutants need whole files: they are reached outside of tests, or leave something behind`,
  );
  for (const [index, mutant] of left.entries()) {
    if (!goesOn()) return undefined;
    const { id } = mutant;
    const files = doubtful.has(id)
      ? (seen.filesOf.get(id) ?? [])
      : [...new Set([...(seen.aroundTestsOf.get(id) ?? []), ...filesNear(mutant, [...seen.tests.keys()])])];
    const fastestFirst = files.toSorted((one, other) => timeOf(one) - timeOf(other));
    const verdict = await tryWhole(session, id, fastestFirst, seen.leftOut, timeOf);
    settle(id, verdict);
    tell(`${index + 1} of ${left.length}: ${verdict.kind} ${titleOf(mutant)}`);
  }
  return { verdicts, timeOf };
}

/** What is known of the mutants while a run goes on. */
interface State {
  readonly verdicts: Map<number, Verdict>;
  readonly doubtful: Set<number>;
  /** The files that were run with all mutants that they reach. */
  readonly tried: Set<string>;
}

function stateOf(notes: readonly Note[]): State {
  const state: State = { verdicts: new Map(), doubtful: new Set(), tried: new Set() };
  for (const note of notes) {
    if (note.kind === "verdict") state.verdicts.set(note.mutant, note.verdict);
    if (note.kind === "doubtful") state.doubtful.add(note.mutant);
    if (note.kind === "tried") for (const file of note.files) state.tried.add(file);
  }
  return state;
}

/**
 * The test files of the room of a mutant. What runs when a module is loaded is only seen in the first file that asks for
 * it, since all files share their modules, but others notice it as well.
 */
function filesNear({ path }: Mutant, files: readonly string[]): readonly string[] {
  const folders = path.split("/").slice(0, -1);
  for (let depth = Math.min(folders.length, 4); depth > 2; depth--) {
    const room = `/${folders.slice(0, depth).join("/")}/`;
    const near = files.filter((file) => file.includes(room));
    if (near.length > 0) return near;
  }
  return [];
}

/** Runs files with a mutant that is on from the beginning, each in a process that has seen no other. */
async function tryWhole(
  session: Session,
  mutant: number,
  files: readonly string[],
  leftOut: readonly string[],
  timeOf: (file: string) => number,
): Promise<Verdict> {
  const time = Math.max(...files.map(timeOf));
  const entries = await session.run({ kind: "whole", mutant, leftOut, time }, files);
  const killed = entries.find((entry) => entry.kind === "killed");
  if (killed !== undefined) return killed;
  const hangs = entries.filter((entry) => entry.kind === "done").length < files.length;
  return hangs ? { kind: "killed", test: "", late: true } : { kind: "survived" };
}

/** So many files are run before it is written down what they have shown. */
const filesAtOnce = 40;

/** Runs all tests without a mutant; undefined if time was up before. */
async function look(
  session: Session,
  testFiles: readonly string[],
  { tell, progress, goesOn }: Manner,
): Promise<Seen | undefined> {
  const entries = progress.notes.flatMap((note) => (note.kind === "seen" ? note.entries : []));
  const done = new Set(entries.flatMap((entry) => (entry.kind === "done" ? entry.file : [])));
  const left = testFiles.filter((file) => !done.has(file));
  for (let from = 0; from < left.length; from += filesAtOnce) {
    if (!goesOn()) return undefined;
    const found = await session.run({ kind: "look" }, left.slice(from, from + filesAtOnce));
    entries.push(...found);
    progress.add({ kind: "seen", entries: found });
    tell(`looked at ${Math.min(from + filesAtOnce, left.length)} of ${left.length} files`);
  }
  return seenIn(entries, tell);
}

function seenIn(entries: readonly Entry[], tell: (line: string) => void): Seen {
  const tests = new Map<string, KnownTest[]>();
  const filesOf = new Map<number, string[]>();
  const aroundTestsOf = new Map<number, string[]>();
  const leftOut: string[] = [];
  let count = 0;
  for (const entry of entries) {
    if (entry.kind === "around") {
      reach(filesOf, entry.file, entry.mutants);
      reach(aroundTestsOf, entry.file, entry.mutants);
    }
    if (entry.kind !== "test") continue;
    if (!entry.passed) {
      tell(`fails without a mutant, so it is left out: ${entry.name}`);
      leftOut.push(entry.test);
      continue;
    }
    count++;
    reach(filesOf, entry.file, entry.mutants);
    const { test: id, time, mutants } = entry;
    tests.set(entry.file, [...(tests.get(entry.file) ?? []), { id, time, mutants }]);
  }
  tell(`${count} tests in ${tests.size} files pass without a mutant`);
  return { tests, filesOf, aroundTestsOf, leftOut };
}

function reach(filesOf: Map<number, string[]>, file: string, mutants: readonly number[]): void {
  for (const mutant of mutants) {
    const files = filesOf.get(mutant) ?? [];
    if (!files.includes(file)) filesOf.set(mutant, [...files, file]);
  }
}

function timesOf({ tests }: Seen): (file: string) => number {
  const times = new Map(
    [...tests].map(([file, list]) => [file, list.reduce((sum, test) => sum + test.time, 0)]),
  );
  return (file) => times.get(file) ?? 0;
}

/** Runs the tests one by one, and finds out which mutants leave something behind; false if time was up before. */
async function tryInTests(
  session: Session,
  { tests }: Seen,
  {
    timeOf,
    state: { verdicts, doubtful, tried },
    settle,
    manner: { tell, progress, goesOn },
  }: {
    readonly timeOf: (file: string) => number;
    readonly state: State;
    readonly settle: (mutant: number, verdict: Verdict) => void;
    readonly manner: Manner;
  },
): Promise<boolean> {
  let files = [...tests.keys()]
    .filter((file) => !tried.has(file))
    .toSorted((one, other) => timeOf(one) - timeOf(other));
  while (files.length > 0) {
    const isOpen = (mutant: number): boolean => !verdicts.has(mutant) && !doubtful.has(mutant);
    const reachesOpen = (file: string): boolean =>
      tests.get(file)?.some(({ mutants }) => mutants.some(isOpen)) === true;
    files = files.filter(reachesOpen);
    const few = files.slice(0, filesAtOnce);
    if (few.length === 0) return true;
    if (!goesOn()) return false;
    const planned = few
      .flatMap((file) => tests.get(file) ?? [])
      .flatMap(({ id, time, mutants }) => {
        const open = mutants.filter(isOpen);
        return open.length > 0 ? [[id, { time, mutants: open }] as const] : [];
      });
    const entries = await session.run({ kind: "try", tests: Object.fromEntries(planned) }, few);
    for (const entry of entries) {
      if (entry.kind === "killed") settle(entry.mutant, entry);
      if (entry.kind !== "spoilt") continue;
      doubtful.add(entry.mutant);
      progress.add({ kind: "doubtful", mutant: entry.mutant });
    }
    const done = new Set(entries.flatMap((entry) => (entry.kind === "done" ? entry.file : [])));
    progress.add({ kind: "tried", files: few.filter((file) => done.has(file)) });
    const last = entries.findLast(
      (entry) => entry.kind === "try" || entry.kind === "killed" || entry.kind === "spoilt",
    );
    files = files.filter((file) => !done.has(file));
    // Where some of them are left the process was stopped: by itself, or because a mutant hung.
    const isStopped = few.some((file) => !done.has(file));
    if (isStopped && last?.kind === "try") settle(last.mutant, { kind: "killed", test: "", late: true });
    // What ends for another reason would end again.
    else if (isStopped && last?.kind !== "spoilt") files = files.filter((file) => !few.includes(file));
    tell(`${verdicts.size} mutants judged, ${files.length} files to go`);
  }
  return true;
}
