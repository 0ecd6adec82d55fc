// Finds out which mutants are killed: the tests that reach a mutant are run with it, the fastest first, until one fails.

import type { Entry } from "./journal.ts";
import { type Mutant, titleOf } from "./mutant.ts";
import type { Session } from "./session.ts";

/** What became of a mutant. */
export type Verdict =
  /** By a test that failed, or by the time that it took. */
  | { readonly kind: "killed"; readonly test: string; readonly late: boolean }
  | { readonly kind: "survived" }
  | { readonly kind: "unreached" };

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
}

/** What came out. */
export interface Judgement {
  /** By the mutant's id. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** What the tests of a file take without a mutant, in milliseconds. */
  readonly timeOf: (file: string) => number;
}

/** Judges each mutant by the tests of these files; what is going on is told line by line. */
export async function judge(
  session: Session,
  testFiles: readonly string[],
  mutants: readonly Mutant[],
  tell: (line: string) => void,
): Promise<Judgement> {
  const verdicts = new Map<number, Verdict>();
  const seen = await look(session, testFiles, tell);
  for (const { id } of mutants) if (!seen.filesOf.has(id)) verdicts.set(id, { kind: "unreached" });
  const timeOf = timesOf(seen);
  tell(`${verdicts.size} mutants are reached by no test`);

  const doubtful = await tryInTests(session, seen, timeOf, verdicts, tell);
  for (const { id } of mutants)
    if (!verdicts.has(id) && !doubtful.has(id) && !seen.aroundTestsOf.has(id))
      verdicts.set(id, { kind: "survived" });
  const left = mutants.filter(({ id }) => !verdicts.has(id));
  tell(
    `${left.length} mutants need whole files: they are reached outside of tests, or leave something behind`,
  );
  for (const [index, mutant] of left.entries()) {
    const { id } = mutant;
    const files = doubtful.has(id)
      ? (seen.filesOf.get(id) ?? [])
      : [...new Set([...(seen.aroundTestsOf.get(id) ?? []), ...filesNear(mutant, [...seen.tests.keys()])])];
    verdicts.set(
      id,
      await tryWhole(
        session,
        id,
        files.toSorted((one, other) => timeOf(one) - timeOf(other)),
        timeOf,
      ),
    );
    tell(`${index + 1} of ${left.length}: ${verdicts.get(id)?.kind} ${titleOf(mutant)}`);
  }
  return { verdicts, timeOf };
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
  timeOf: (file: string) => number,
): Promise<Verdict> {
  const entries = await session.run({ kind: "whole", mutant, time: Math.max(...files.map(timeOf)) }, files);
  const killed = entries.find((entry) => entry.kind === "killed");
  if (killed !== undefined) return killed;
  const hangs = entries.filter((entry) => entry.kind === "done").length < files.length;
  return hangs ? { kind: "killed", test: "", late: true } : { kind: "survived" };
}

async function look(
  session: Session,
  testFiles: readonly string[],
  tell: (line: string) => void,
): Promise<Seen> {
  const tests = new Map<string, KnownTest[]>();
  const filesOf = new Map<number, string[]>();
  const aroundTestsOf = new Map<number, string[]>();
  let count = 0;
  for (const entry of await session.run({ kind: "look" }, testFiles)) {
    if (entry.kind === "around") {
      reach(filesOf, entry.file, entry.mutants);
      reach(aroundTestsOf, entry.file, entry.mutants);
    }
    if (entry.kind !== "test") continue;
    if (!entry.passed) {
      tell(`fails without a mutant, so it is left out: ${entry.name}`);
      continue;
    }
    count++;
    reach(filesOf, entry.file, entry.mutants);
    const { test: id, time, mutants } = entry;
    tests.set(entry.file, [...(tests.get(entry.file) ?? []), { id, time, mutants }]);
  }
  tell(`${count} tests in ${tests.size} files pass without a mutant`);
  return { tests, filesOf, aroundTestsOf };
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

/** Runs the tests one by one; gives back the mutants that leave something behind, so that no test can judge them. */
async function tryInTests(
  session: Session,
  { tests }: Seen,
  timeOf: (file: string) => number,
  verdicts: Map<number, Verdict>,
  tell: (line: string) => void,
): Promise<ReadonlySet<number>> {
  const doubtful = new Set<number>();
  let files = [...tests.keys()].toSorted((one, other) => timeOf(one) - timeOf(other));
  while (files.length > 0) {
    const isOpen = (mutant: number): boolean => !verdicts.has(mutant) && !doubtful.has(mutant);
    const planned = files
      .flatMap((file) => tests.get(file) ?? [])
      .flatMap(({ id, time, mutants }) => {
        const open = mutants.filter(isOpen);
        return open.length > 0 ? [[id, { time, mutants: open }] as const] : [];
      });
    const isPlanned = new Set(planned.map(([id]) => id));
    files = files.filter((file) => tests.get(file)?.some(({ id }) => isPlanned.has(id)));
    if (files.length === 0) break;
    const entries = await session.run({ kind: "try", tests: Object.fromEntries(planned) }, files);
    for (const entry of entries) note(entry, verdicts, doubtful);
    const done = new Set(entries.flatMap((entry) => (entry.kind === "done" ? entry.file : [])));
    const last = entries.findLast(
      (entry) => entry.kind === "try" || entry.kind === "killed" || entry.kind === "spoilt",
    );
    files = files.filter((file) => !done.has(file));
    // Where files are left the process was stopped: by itself, or because a mutant hung.
    if (files.length > 0 && last?.kind === "try")
      verdicts.set(last.mutant, { kind: "killed", test: "", late: true });
    else if (files.length > 0 && last?.kind !== "spoilt") break;
    tell(`${verdicts.size} mutants judged, ${files.length} files to go`);
  }
  return doubtful;
}

function note(entry: Entry, verdicts: Map<number, Verdict>, doubtful: Set<number>): void {
  if (entry.kind === "killed") verdicts.set(entry.mutant, entry);
  if (entry.kind === "spoilt") doubtful.add(entry.mutant);
}
