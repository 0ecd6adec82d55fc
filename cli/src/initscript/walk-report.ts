// A followed change of runlevel, printed.

import {
  type FollowedChange,
  hasLevels,
  type Localizer,
  listOf,
  type Message,
  type RcFlavor,
  rcFlavors,
  visible,
  type WalkEvent,
} from "@inittab/core";
import { message } from "../message.ts";
import { table } from "../words.ts";

/** For people: one line a step. */
export function* walkText(
  flavor: RcFlavor,
  { change, events, recorded, hasFolder }: FollowedChange,
  localizer: Localizer,
): Iterable<string> {
  const { previous, runlevel } = change;
  const say = (what: Message) => visible(localizer.text(what));
  const facts = rcFlavors[flavor];
  const stops = runlevel === "0" || runlevel === "6";
  if (facts.decidesBy === "program" && !hasLevels(flavor)) {
    const program = stops ? facts.names.shutdown : facts.names.boot;
    yield `${say(message("rc.program", { program, stops }))}\n`;
  } else
    yield `${say(previous === "N" ? message("rc.boot", { to: runlevel }) : message("rc.change", { from: previous, to: runlevel }))}\n`;
  if (!hasFolder) yield `  ${say(message("rc.no-level-folder", { level: runlevel }))}\n`;
  else if (events.length === 0) yield `  ${say(message("rc.nothing-to-do"))}\n`;
  for (const line of table(events.map((event) => row(event, localizer)))) yield line;
  const names = recorded.locks.join(" ");
  if (facts.decidesBy !== "program")
    yield `  ${say(names === "" ? message("rc.no-locks-afterwards") : message("rc.locks-afterwards", { names }))}\n`;
  for (const line of recorded.stderr ?? []) yield `  ${say(message("rc.complaint", { line }))}\n`;
}

function row({ step, remarks }: WalkEvent, { text, words }: Localizer): readonly string[] {
  const note = visible(words(listOf(remarks, "comma")));
  switch (step.kind) {
    case "call":
      return [`${step.byKillall ? "    " : "  "}${visible(step.path)}`, step.argument, note];
    case "failed-call":
      return [`  ${visible(step.path)}`, step.argument, note];
    case "event":
      return ["  initctl", "emit", visible(`${step.event} ${step.job}`)];
    case "skip":
      return [`  ${visible(step.entry)}`, "-", note];
    case "orphan-lock-removed": {
      const lock = visible(text(message("rc.lock", { lock: step.lock })));
      return [`    ${lock}`, text(message("rc.deleted")), note];
    }
  }
}
