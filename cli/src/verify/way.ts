// The way to a finding in words.

import type { Message, WayFinding } from "@inittab/core";
import { message } from "../message.ts";

/** The way to what was found; undefined where every way leads there. */
export function wayOf({ scenario, sequence }: WayFinding): Message | undefined {
  if (scenario === undefined) return undefined;
  const way = sequence.map(({ words }) => words).join(", ");
  return sequence.length === 0 ? message("verify.boot") : message("verify.way", { way });
}
