// What the page says in words, above all to those who do not see the picture.

import {
  describeSeconds,
  levelName,
  type Moment,
  type ProcessInterval,
  type RecordReason,
  type ScenarioEvent,
  type SimulationLane,
  type StoryLine,
} from "@inittab/core";
import { type LineMark, markOf } from "../../views/simulation/line-mark.ts";

/** How a lane is marked at the moment. */
export function stateOf(lane: SimulationLane, reason: RecordReason | undefined): LineMark | "never" {
  if (lane.dropped !== null) return "dropped";
  return (reason && markOf(reason)) ?? "never";
}

/** A lane in a sentence: what it runs, when that runs, and how it stands now. */
export function describeLane(
  { record, action, process, dropped }: SimulationLane,
  reason: RecordReason | undefined,
  lives: readonly ProcessInterval[],
): string {
  if (dropped !== null) return `${record.id}, a line that init drops: ${dropped}`;
  const now = reason === undefined ? "" : `; now: ${reason.text}`;
  return `${record.id}, ${action}${process === "" ? "" : `, ${process}`}; ${describeLives(lives)}${now}`;
}

/** When a process runs. */
export function describeLives(lives: readonly ProcessInterval[]): string {
  const [first] = lives;
  const last = lives.at(-1);
  if (first === undefined || last === undefined) return "does not run";
  const span =
    last.end === null
      ? `from ${describeSeconds(first.start)} on`
      : `from ${describeSeconds(first.start)} to ${describeSeconds(last.end)}`;
  if (lives.length > 1) return `runs ${lives.length} times ${span}`;
  const how = { running: "", exit: "", killed: ", is killed", terminated: ", ends by TERM" }[last.how];
  const code = last.how === "exit" && last.code ? `, exit code ${last.code}` : "";
  return `runs ${span}${how}${code}`;
}

/** Where init is. */
export function describeLevel({ level }: Pick<Moment, "level">): string {
  return /^[#*]$/.test(level) ? `${levelName(level)} phase` : `runlevel ${level}`;
}

/** What happens at a moment, in the words of the story. */
export function describeMoment(story: readonly StoryLine[], at: number): string {
  const lines = story.filter((line) => Math.abs(line.at - at) < 0.006).map(({ text }) => text);
  return lines.slice(0, 6).join("; ");
}

/** An event as the chip that stands for it. */
export function describeEvent(event: ScenarioEvent): string {
  if ("telinit" in event) return `telinit ${[event.telinit].flat().join(" ")}`;
  if ("signal" in event)
    return signalNames[`${event.signal} ${event.powerstatus ?? ""}`.trim()] ?? `signal ${event.signal}`;
  if ("kill" in event)
    return `${event.kill} ${event.how === "KILL" ? "is killed" : event.how === "TERM" ? "gets TERM" : "ends"}`;
  if ("setenv" in event) return `telinit -e ${[event.setenv].flat().join(" ")}`;
  if ("console" in event) return `types ${JSON.stringify(event.console)}`;
  if ("write" in event) return "inittab is written";
  if ("writeFile" in event) return `${event.writeFile.path} is written`;
  if ("remove" in event) return `${event.remove} is removed`;
  return "raw request";
}

/** By signal and power status: what it is in the world. */
const signalNames: Readonly<Record<string, string>> = {
  INT: "Ctrl-Alt-Del",
  WINCH: "keyboard request",
  "PWR F": "power fails",
  "PWR L": "battery low",
  "PWR O": "power is back",
};
