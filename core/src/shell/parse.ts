// The one door to what a shell makes of a text: its commands, or where it gives up.

import { readCommands, readLine, readScript } from "./grammar.ts";
import { newParser } from "./parser.ts";
import { Beyond, type ShellProblem, SyntaxProblem } from "./problem.ts";
import type { Reader } from "./reader.ts";
import { dash, type ShellFacts } from "./shells.ts";
import type { List } from "./tree.ts";

/** A parsed script, or why it is none. */
export type Parsed =
  | { readonly kind: "script"; readonly body: List }
  | { readonly kind: "error"; readonly problem: ShellProblem }
  /** The shell goes on in a way of its own that is not followed here, so that nothing is known of the rest. */
  | { readonly kind: "unsupported"; readonly what: string };

/** A line of commands; `lookedAt` is how far the shell has read for it. */
export type ParsedLine = Parsed & { readonly lookedAt: number };

/** Parses a script from an offset to its end as one shell does; never throws. Ranges count from the beginning of the text. */
export function parseShell(script: string, shell: ShellFacts = dash, start = 0): Parsed {
  return attempt(() => readScript(newReader(script, shell, start)));
}

/**
 * Parses a script line by line, as a shell does that runs it: a mistake is found only when all lines before it have been given
 * out. It is the last that is given out. Ranges count from the beginning of the script.
 */
export function* parseLines(script: string, shell: ShellFacts = dash): Generator<ParsedLine, void, void> {
  const reader = newReader(script, shell, 0);
  const parser = newParser(reader);
  while (true) {
    const line = attempt(() => readLine(parser));
    if (line === undefined) return;
    yield { ...line, lookedAt: reader.source.at };
    if (line.kind !== "script") return;
  }
}

function newReader(script: string, facts: ShellFacts, start: number): Reader {
  return {
    source: { text: script, places: undefined, at: start },
    facts,
    openings: [],
    depth: 0,
    literal: false,
    hereDocuments: [],
    readCommands,
  };
}

function attempt(read: () => List): Parsed;
function attempt(read: () => List | undefined): Parsed | undefined;
function attempt(read: () => List | undefined): Parsed | undefined {
  try {
    const body = read();
    return body === undefined ? undefined : { kind: "script", body };
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return { kind: "error", problem: problem.problem };
    if (problem instanceof Beyond) return { kind: "unsupported", what: problem.message };
    throw problem;
  }
}
