// When each record runs in a boot of the file, for hovers.

import {
  type InittabReading,
  type InittabScan,
  type Message,
  nameOfRecord,
  type ProcessInterval,
  readScan,
  type SimulatedInit,
  usualEnd,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import { machineOf } from "../machine.ts";

/** When a record runs in a boot to the default level; each scan is booted once. */
export interface SimulatedBoot {
  /** Empty where init has no levels. */
  readonly level: string;
  /** By init's count of lines: what a hover says. */
  readonly deeds: ReadonlyMap<number, Message>;
}

const boots = new WeakMap<InittabScan, SimulatedBoot | null>();

/** Beyond so many lines a hover would be late. */
const mostLinesOfHover = 200;

/** The boot of the default level, or null where there is none or where it would take too long. */
export function simulatedBoot(scan: InittabScan): SimulatedBoot | null {
  const known = boots.get(scan);
  if (known !== undefined) return known;
  const machine = scan.lines.length <= mostLinesOfHover ? machineOf(scan) : undefined;
  const boot = machine === undefined ? null : bootOf(machine, readScan(scan));
  boots.set(scan, boot);
  return boot;
}

function bootOf(machine: SimulatedInit, reading: InittabReading): SimulatedBoot | null {
  const level = machine.goal(reading);
  if (level === null) return null;
  const until = usualEnd();
  const opening = machine.open({ inittab: reading.scan.text.toString(), until });
  if (opening.kind === "wrong") return null;
  const play = opening.simulation.play({ events: 2000, steps: 2000 });
  const lives = new Map<string, ProcessInterval[]>();
  for (const interval of play.timeline.intervals) {
    const key = nameOfRecord(interval.record);
    lives.set(key, [...(lives.get(key) ?? []), interval]);
  }
  const turns = turnsIn(play.timeline.intervals);
  const deeds = play
    .momentAt(until)
    .reasons.flatMap(({ record, reason, message: why }): readonly (readonly [number, Message])[] => {
      const own = lives.get(nameOfRecord(record));
      const [first] = own ?? [];
      if (record.path === null || reason.kind === "never" || reason.kind === "dropped") return [];
      // A record has changed the level by the end, and why this one was not started before is not told then.
      if (first === undefined && reason.kind === "level" && reason.level !== level) return [];
      if (own === undefined || first === undefined)
        return [[record.line, featureMessage("hover.not-started", { why })]];
      return [
        [record.line, describeLives(own, first, turns.get(first) ?? featureMessage("hover.turn-first"))],
      ];
    });
  return { level, deeds: new Map(deeds) };
}

/** When each process has its turn: the seconds of a simulation are made up, but the order is init's. */
function turnsIn(intervals: readonly ProcessInterval[]): ReadonlyMap<ProcessInterval, Message> {
  const order = intervals.toSorted((one, other) => one.start - other.start);
  return new Map(order.map((interval, index) => [interval, turnOf(interval, order[index - 1])]));
}

function turnOf({ start }: ProcessInterval, before: ProcessInterval | undefined): Message {
  if (before === undefined) return featureMessage("hover.turn-first");
  const { path, line } = before.record;
  if (path === null) return featureMessage("hover.turn-soon");
  return before.end !== null && before.end <= start
    ? featureMessage("hover.turn-when-ended", { line })
    : featureMessage("hover.turn-after", { line });
}

function describeLives(lives: readonly ProcessInterval[], first: ProcessInterval, turn: Message): Message {
  if (first.enter === null && first.end === null) return featureMessage("hover.asks", { turn });
  if (lives.length > 1) return featureMessage("hover.starts-again", { turn, count: lives.length - 1 });
  return first.end === null
    ? featureMessage("hover.starts-and-runs-on", { turn })
    : featureMessage("hover.starts-and-ends", { turn });
}
