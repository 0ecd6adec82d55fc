// Answers that were recorded once, as one short number for each thing that was asked about.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect } from "vitest";
import { digestOf } from "./digest.ts";

/** Compares answers with those in a file. */
export interface Recorded {
  /** The answer about this thing must be the one that was recorded. */
  readonly expectSame: (name: string, answer: unknown) => void;
  /** The names that have a recorded answer. */
  readonly names: () => readonly string[];
}

/**
 * The recorded answers of a test, in a JSON file. With `RECORD=1` in the environment they are written instead of compared:
 * read the difference before you commit it, each changed number is an answer that has become another one.
 */
export function recordedIn(path: string): Recorded {
  const isRecording = process.env["RECORD"] === "1";
  const known: Record<string, string> = isRecording ? {} : JSON.parse(readFileSync(path, "utf8"));
  if (isRecording)
    afterAll(() => {
      const inOrder = Object.entries(known).toSorted(([one], [other]) => (one < other ? -1 : 1));
      writeFileSync(path, `${JSON.stringify(Object.fromEntries(inOrder), undefined, 2)}\n`);
    });
  return {
    expectSame: (name, answer) => {
      const digest = digestOf(answer);
      if (isRecording) known[name] = digest;
      else expect(`${name} ${digest}`).toBe(`${name} ${known[name]}`);
    },
    names: () => Object.keys(known),
  };
}
