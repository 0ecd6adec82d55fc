// The way to a finding in words.

import type { Message, WayFinding } from "@inittab/core";
import { message } from "../message.ts";
import { reportMessage } from "./message.ts";

/** The way to what was found; undefined where every way leads there. */
export function wayOf({ scenario, sequence, other, path }: WayFinding): Message | undefined {
  if (scenario === undefined && path === undefined && sequence.length === 0) return undefined;
  const way = sequence.map(({ words }) => words).join(", ");
  if (other === undefined) return way === "" ? message("verify.boot") : message("verify.way", { way });
  const boot = "boot";
  return reportMessage("verify.ways", {
    one: way || boot,
    other: other.map(({ words }) => words).join(", ") || boot,
  });
}
