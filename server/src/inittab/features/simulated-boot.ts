// When each record runs in a boot of the file, for hovers.

import {
  describeSeconds,
  type InittabReading,
  type InittabScan,
  type Message,
  nameOfRecord,
  type ProcessInterval,
  readScan,
  type SimulatedInit,
  usualEnd,
} from "@inittab/core";
import { message } from "../../message.ts";
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
  const deeds = play
    .momentAt(until)
    .reasons.flatMap(({ record, reason, message: why }): readonly (readonly [number, Message])[] => {
      const own = lives.get(nameOfRecord(record));
      const [first] = own ?? [];
      if (record.path === null || reason.kind === "never" || reason.kind === "dropped") return [];
      if (own === undefined || first === undefined)
        return [[record.line, message("hover.not-started", { why })]];
      return [[record.line, describeLives(own, first)]];
    });
  return { level, deeds: new Map(deeds) };
}

function describeLives(lives: readonly ProcessInterval[], first: ProcessInterval): Message {
  const start = describeSeconds(first.start);
  if (first.enter === null && first.end === null) return message("hover.asks", { start });
  if (lives.length > 1) return message("hover.starts-again", { start, count: lives.length - 1 });
  return first.end === null
    ? message("hover.starts-and-runs-on", { start })
    : message("hover.starts-and-ends", { start, end: describeSeconds(first.end) });
}
