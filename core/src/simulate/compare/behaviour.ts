// What a run looks like from outside, in parts that can be compared: the levels, the life of each record's process, the
// messages, and the end of the machine.

import { listOf, type Message, type MessageValue } from "../../text/message.ts";
import type { Simulation } from "../machines.ts";
import type { SaidLine } from "../run/said.ts";
import type { ProcessInterval, Timeline } from "../run/timeline.ts";
import { describeSeconds, levelName } from "../show/time.ts";
import { message } from "./message.ts";

/** One comparable part of a behaviour. */
export interface BehaviourPart {
  /** For people: what a process is called. */
  readonly name?: MessageValue;
  /** For people. */
  readonly text: MessageValue;
  /** Everything that must be the same, without the times. */
  readonly facts: string;
  /** In seconds. */
  readonly times: readonly number[];
}

/** The parts by name: `level`, `end`, `order`, or `process` and an id, or `message` and a text. */
export type Behaviour = ReadonlyMap<string, BehaviourPart>;

/** Runs a scenario and keeps what can be compared. */
export function behaviourIn(simulation: Simulation): Behaviour {
  const { timeline, said, ended } = simulation.run();
  const parts = new Map<string, BehaviourPart>();
  if (timeline.measure === "level") {
    const levels = timeline.levels.filter(({ level }) => !/^[#*]$/.test(level));
    parts.set("level", {
      text: listOf(
        levels.map(({ level, start }) =>
          message("diff.level-from", { level: levelName(level), time: describeSeconds(start) }),
        ),
        "comma",
      ),
      facts: levels.map(({ level }) => level).join(" "),
      times: levels.map(({ start }) => start),
    });
  }
  if (ended !== undefined)
    parts.set("end", {
      text: message("diff.end-at", { how: ended.how, time: describeSeconds(ended.t) }),
      facts: ended.how.id,
      times: [ended.t],
    });
  for (const line of said) countMessage(parts, line, timeline);
  const isLevels = timeline.measure === "level";
  const nameOf = isLevels ? ({ record }: ProcessInterval) => record.id : nameByCommand;
  const lives = new Map<string, ProcessInterval[]>();
  for (const interval of timeline.intervals) {
    const name = nameOf(interval);
    const known = lives.get(name);
    if (known === undefined) lives.set(name, [interval]);
    else known.push(interval);
  }
  const order = timeline.intervals.map(nameOf);
  const told = isLevels ? order.join(" ") : listOf(timeline.intervals.map(commandWords), "comma");
  parts.set("order", { text: told, facts: order.join("\n"), times: [] });
  for (const [name, own] of lives) parts.set(`process ${name}`, lifePart(own, timeline));
  return parts;
}

/** Where ids are terminals, it is the command that makes an entry. */
function nameByCommand({ record, process }: ProcessInterval): string {
  return JSON.stringify([process, record.id]);
}

function commandWords({ record, process }: ProcessInterval): MessageValue {
  return record.id === "console" ? process : message("diff.process-on", { process, terminal: record.id });
}

/** The names of the parts in which two behaviours differ. Another order counts if the processes are the same. */
export function differingParts(one: Behaviour, other: Behaviour): readonly string[] {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differing = names.filter((name) => !same(one.get(name), other.get(name)));
  return differing.some((name) => name.startsWith("process "))
    ? differing.filter((name) => name !== "order")
    : differing;
}

/** Whether two parts are the same, small differences of time apart. */
export function same(one: BehaviourPart | undefined, other: BehaviourPart | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.facts === other.facts &&
    one.times.length === other.times.length &&
    one.times.every((time, index) => Math.abs(time - (other.times[index] ?? 0)) <= 0.05)
  );
}

function countMessage(
  parts: Map<string, BehaviourPart>,
  { to, text }: SaidLine,
  { measure }: Timeline,
): void {
  // What an init without levels puts into the log beside the console says again what starts and ends.
  if (measure === "phase" && to === "syslog") return;
  // A message names the number of a line, which moves when lines are added above.
  const facts = text.replace(/\[\d+\]|(?<=line )\d+/, "[]");
  const name = `message ${facts}`;
  const number = Number(parts.get(name)?.facts ?? 0) + 1;
  parts.set(name, {
    text: number === 1 ? text.trim() : message("diff.times", { text: text.trim(), count: number }),
    facts: String(number),
    times: [],
  });
}

function lifePart(lives: readonly ProcessInterval[], { until, measure }: Timeline): BehaviourPart {
  const times = lives.flatMap(({ start, end }) => [start, end ?? until]);
  const processes = [...new Set(lives.map(({ process }) => process))];
  const [first] = lives;
  const last = lives.at(-1);
  const begin = describeSeconds(first?.start ?? 0);
  const over = last?.end ?? null;
  const count = lives.length;
  const runs =
    over === null
      ? message("diff.runs-on", { count, start: begin })
      : message("diff.runs-until", { count, start: begin, end: describeSeconds(over) });
  const isLevels = measure === "level";
  return {
    name: isLevels || first === undefined ? (first?.record.id ?? "") : commandWords(first),
    text: isLevels
      ? message("diff.of-processes", { runs, processes: listOf(processes, "comma") })
      : withEnter(runs, lives),
    facts: lives.map(({ process, how, enter }) => `${how} ${process} ${enter === null}`).join("\n"),
    times: [...times, ...lives.flatMap(({ enter }) => enter ?? [])],
  };
}

/** With what somebody who sits at the terminal notices of an entry that asks. */
function withEnter(runs: Message, lives: readonly ProcessInterval[]): Message {
  const asking = lives.filter(({ enter }) => enter !== undefined);
  if (asking.length === 0) return runs;
  return asking.every(({ enter }) => enter === null)
    ? message("diff.waiting", { runs })
    : message("diff.after-enter", { runs });
}
