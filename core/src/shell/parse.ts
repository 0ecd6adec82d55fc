// The one door to what a shell makes of a text: its commands, or where it gives up.

import { readCommands, readScript } from "./grammar.ts";
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

/** Parses a script from an offset to its end as one shell does; never throws. Ranges count from the beginning of the text. */
export function parseShell(script: string, shell: ShellFacts = dash, start = 0): Parsed {
  const reader: Reader = {
    source: { text: script, places: undefined, at: start },
    facts: shell,
    openings: [],
    depth: 0,
    literal: false,
    hereDocuments: [],
    readCommands,
  };
  try {
    return { kind: "script", body: readScript(reader) };
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return { kind: "error", problem: problem.problem };
    if (problem instanceof Beyond) return { kind: "unsupported", what: problem.message };
    throw problem;
  }
}
