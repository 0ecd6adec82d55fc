import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Note, nameOfRun, openProgress } from "./progress.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-progress-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notes: readonly Note[] = [
  { kind: "doubtful", mutant: 3 },
  { kind: "verdict", mutant: 4, verdict: { kind: "survived" } },
];

test("a run goes on where it was stopped, even in the midst of a line", () => {
  const file = join(folder, "progress.jsonl");
  const first = openProgress(file, "run");
  expect(first.notes).toEqual([]);
  for (const note of notes) first.add(note);
  appendFileSync(file, '{"kind":"verd');
  expect(openProgress(file, "run").notes).toEqual(notes);
  // What is added then does not run into the rest of that line.
  openProgress(file, "run").add({ kind: "tried", files: ["x"] });
  expect(openProgress(file, "run").notes).toEqual([...notes, { kind: "tried", files: ["x"] }]);
});

test("another run begins anew", () => {
  const file = join(folder, "progress.jsonl");
  const source = join(folder, "source.ts");
  writeFileSync(source, "a");
  const name = nameOfRun({ seed: 1 }, [source]);
  openProgress(file, name).add({ kind: "doubtful", mutant: 3 });
  expect(nameOfRun({ seed: 1 }, [source])).toBe(name);
  expect(nameOfRun({ seed: 2 }, [source])).not.toBe(name);
  writeFileSync(source, "b");
  const changed = nameOfRun({ seed: 1 }, [source]);
  expect(changed).not.toBe(name);
  expect(openProgress(file, changed).notes).toEqual([]);
});
