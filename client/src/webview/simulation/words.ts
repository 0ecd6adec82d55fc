// What the page says in words, above all to those who do not see the picture.

import type { BusyboxScenarioEvent, Offers, ProcessInterval, ScenarioEvent, Timeline } from "@inittab/core";
import type { Moment, RecordReason, SimulationLane, StoryLine } from "@inittab/server/protocol";
import { type LineMark, markOf } from "../../views/simulation/line-mark.ts";
import { wordsOf } from "../../views/simulation/offer-words.ts";
import { l10n } from "./l10n.ts";
import { describeSeconds, levelName } from "./time.ts";

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
  if (dropped !== null) return l10n.t("{0}, a line that init drops: {1}", record.id, dropped);
  const now = reason === undefined ? "" : l10n.t("; now: {0}", reason.text);
  return `${record.id}, ${action}${process === "" ? "" : `, ${process}`}; ${describeLives(lives)}${now}`;
}

/** When a process runs. */
export function describeLives(lives: readonly ProcessInterval[]): string {
  const [first] = lives;
  const last = lives.at(-1);
  if (first === undefined || last === undefined) return l10n.t("does not run");
  if (first === last && first.enter !== undefined) return describeAsking(first);
  const span =
    last.end === null
      ? l10n.t("from {0} on", describeSeconds(first.start))
      : l10n.t("from {0} to {1}", describeSeconds(first.start), describeSeconds(last.end));
  if (lives.length > 1) return l10n.t("runs {0} times {1}", lives.length, span);
  const runs = l10n.t("runs {0}", span);
  if (last.how === "killed") return l10n.t("{0}, is killed", runs);
  if (last.how === "terminated") return l10n.t("{0}, ends by TERM", runs);
  return last.how === "exit" && last.code ? l10n.t("{0}, exit code {1}", runs, last.code) : runs;
}

/** The one life of a process that asks first. */
function describeAsking(life: ProcessInterval): string {
  const { start, enter, end } = life;
  const begin = describeSeconds(start);
  if (enter === undefined || enter === null)
    return end === null
      ? l10n.t("waits for Enter from {0} on", begin)
      : l10n.t("waits for Enter from {0} to {1}", begin, describeSeconds(end));
  const { enter: _, ...rest } = life;
  return l10n.t("waits for Enter from {0}, {1}", begin, describeLives([{ ...rest, start: enter }]));
}

/** Where init is. */
export function describeLevel(
  { level }: Pick<Moment, "level">,
  { measure }: Pick<Timeline, "measure">,
): string {
  if (level === "") return "";
  return measure === "phase" || /^[#*]$/.test(level)
    ? l10n.t("{0} phase", levelName(level))
    : l10n.t("runlevel {0}", level);
}

/** What happens at a moment, in the words of the story. */
export function describeMoment(story: readonly StoryLine[], at: number): string {
  const lines = story.filter((line) => Math.abs(line.at - at) < 0.006).map(({ text }) => text);
  return lines.slice(0, 6).join("; ");
}

/** An event as the chip that stands for it. */
export function describeEvent(event: ScenarioEvent | BusyboxScenarioEvent, offers: Offers | null): string {
  const { at: _, ...happening } = event;
  const offer = offers?.groups
    .flatMap((group) => group.offers)
    .find((other) => isSame(other.happening, happening));
  if (offer !== undefined) return wordsOf(offer, l10n).event;
  if ("telinit" in event) return `telinit ${[event.telinit].flat().join(" ")}`;
  if ("signal" in event) return l10n.t("signal {0}", event.signal);
  if ("kill" in event) return describeKill(event);
  if ("killService" in event) return l10n.t("{0} is killed", event.killService);
  if ("setenv" in event) return `telinit -e ${[event.setenv].flat().join(" ")}`;
  if ("console" in event) return l10n.t("types {0}", JSON.stringify(event.console));
  if ("tty" in event) return l10n.t("types {0} on {1}", JSON.stringify(event.input), event.tty);
  if ("write" in event)
    return event.write === null ? l10n.t("inittab is removed") : l10n.t("inittab is written");
  if ("writeFile" in event) return l10n.t("{0} is written", event.writeFile.path);
  if ("remove" in event) return l10n.t("{0} is removed", event.remove);
  return l10n.t("raw request");
}

function describeKill(event: Extract<ScenarioEvent | BusyboxScenarioEvent, { kill: string }>): string {
  const { kill } = event;
  // The scenarios of the two inits have different words for the same.
  const signal =
    "how" in event ? (event.how ?? "exit") : "with" in event ? (event.with ?? "KILL") : undefined;
  switch (signal ?? ("on" in event ? "KILL" : "exit")) {
    case "KILL":
      return l10n.t("{0} is killed", kill);
    case "exit":
      return l10n.t("{0} ends", kill);
    default:
      return l10n.t("{0} gets {1}", kill, signal ?? "");
  }
}

function isSame(one: object, other: object): boolean {
  const text = (value: object) => JSON.stringify(Object.entries(value).sort());
  return text(one) === text(other);
}
