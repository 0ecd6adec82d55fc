// What the record of a line starts, remembered with the line: line rules and file rules ask it alike, and a table is
// judged after each key.

import type { InittabLine } from "../../inittab/line.ts";
import type { InittabScan } from "../../inittab/scan.ts";
import { type StartedProgram, startedProgram } from "../../inittab/started.ts";
import type { ProgramFinder } from "../../programs/find.ts";
import { remembered } from "../../text/remembered.ts";

/** What a line with this process starts. */
export function startedByLine(
  scan: Pick<InittabScan, "dialect" | "version">,
  line: InittabLine,
  process: () => string,
  find: ProgramFinder,
): StartedProgram | undefined {
  const known = knownTo(find);
  let answer = known.get(line);
  if (answer === undefined) {
    const { dialect, version } = scan;
    answer = { started: startedProgram(process(), { dialect, version }, find) };
    known.set(line, answer);
  }
  return answer.started;
}

const knownTo = remembered(
  (_: ProgramFinder) => new WeakMap<InittabLine, { readonly started: StartedProgram | undefined }>(),
);
