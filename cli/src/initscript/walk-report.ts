// A followed change of runlevel, printed.

import type { FollowedChange, RcFlavor, WalkEvent } from "@inittab/core";
import { visible } from "../terminal-text.ts";
import { table } from "../words.ts";

/** The flavor that was followed, and why it was chosen. */
interface Chosen {
  readonly flavor: RcFlavor;
  readonly because: string | undefined;
}

/** For people: one line a step. */
export function* walkText({ change, events, recorded, hasFolder }: FollowedChange): Iterable<string> {
  const { previous, runlevel } = change;
  yield `${previous === "N" ? "boot" : `from ${previous}`} to ${runlevel}\n`;
  if (!hasFolder) yield `  there is no folder rc${runlevel}.d, so rc does nothing\n`;
  else if (events.length === 0) yield "  rc finds nothing to do\n";
  for (const line of table(events.map(row))) yield line;
  yield `  locks afterwards: ${recorded.locks.length === 0 ? "none" : visible(recorded.locks.join(" "))}\n`;
  for (const line of recorded.stderr ?? []) yield `  rc's complaint: ${visible(line)}\n`;
}

function row({ step, remark }: WalkEvent): readonly string[] {
  const note = visible(remark);
  switch (step.kind) {
    case "call":
      return [`${step.byKillall ? "    " : "  "}${visible(step.path)}`, step.argument, note];
    case "failed-call":
      return [`  ${visible(step.path)}`, step.argument, note];
    case "event":
      return ["  initctl", "emit", visible(`${step.event} ${step.job}`)];
    case "skip":
      return [`  ${visible(step.entry)}`, "-", note];
    case "orphan-lock-removed":
      return [`    lock ${visible(step.lock)}`, "deleted", note];
  }
}

/** For programs: the members of a recorded case's `expect`, and every step with its reason. */
export function walkJson(root: string, chosen: Chosen, walks: readonly FollowedChange[]): unknown {
  const { flavor, because } = chosen;
  return {
    root,
    flavor,
    ...(because === undefined ? {} : { because }),
    steps: walks.map(({ change, events, recorded }) => ({
      ...change,
      ...recorded,
      events: events.map(eventJson),
    })),
  };
}

/** A step without the two levels, which are those of the whole change. */
function eventJson({ step, remark }: WalkEvent): unknown {
  const said = remark === "" ? {} : step.kind === "skip" ? { why: remark } : { effect: remark };
  if (step.kind !== "call") return { ...step, ...said };
  const { previous: _previous, runlevel: _runlevel, ...rest } = step;
  return { ...rest, ...said };
}
