// What a run looks like from outside, in parts that can be compared: the levels, the life of each record's process, the
// messages, and the end of the machine.

import {
  describeSeconds,
  levelName,
  type ProcessInterval,
  type SaidLine,
  type Simulation,
  type Timeline,
} from "@inittab/core";

/** One comparable part of a behaviour. */
export interface BehaviourPart {
  /** For people. */
  readonly text: string;
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
      text: levels.map(({ level, start }) => `${levelName(level)} from ${describeSeconds(start)}`).join(", "),
      facts: levels.map(({ level }) => level).join(" "),
      times: levels.map(({ start }) => start),
    });
  }
  if (ended !== undefined)
    parts.set("end", {
      text: `${ended.how} at ${describeSeconds(ended.t)}`,
      facts: ended.how,
      times: [ended.t],
    });
  for (const line of said) countMessage(parts, line, timeline);
  const nameOf = timeline.measure === "level" ? ({ record }: ProcessInterval) => record.id : nameByCommand;
  const lives = new Map<string, ProcessInterval[]>();
  for (const interval of timeline.intervals) {
    const name = nameOf(interval);
    const known = lives.get(name);
    if (known === undefined) lives.set(name, [interval]);
    else known.push(interval);
  }
  const order = timeline.intervals.map(nameOf);
  const separator = timeline.measure === "level" ? " " : ", ";
  parts.set("order", { text: order.join(separator), facts: order.join("\n"), times: [] });
  for (const [name, own] of lives) parts.set(`process ${name}`, lifePart(own, timeline));
  return parts;
}

/** Where ids are terminals, it is the command that makes an entry. */
function nameByCommand({ record, process }: ProcessInterval): string {
  return record.id === "console" ? process : `${process} on ${record.id}`;
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
    text: number === 1 ? text.trim() : `${text.trim()} (${number} times)`,
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
  const span = over === null ? `from ${begin} on` : `from ${begin} to ${describeSeconds(over)}`;
  const often = lives.length === 1 ? `runs ${span}` : `runs ${lives.length} times ${span}`;
  return {
    text: measure === "level" ? `${often} (${processes.join(", ")})` : `${often}${describeEnter(lives)}`,
    facts: lives.map(({ process, how, enter }) => `${how} ${process} ${enter === null}`).join("\n"),
    times: [...times, ...lives.flatMap(({ enter }) => enter ?? [])],
  };
}

/** What somebody who sits at the terminal notices of an entry that asks. */
function describeEnter(lives: readonly ProcessInterval[]): string {
  const asking = lives.filter(({ enter }) => enter !== undefined);
  if (asking.length === 0) return "";
  return asking.every(({ enter }) => enter === null) ? ", waiting for Enter" : ", after Enter";
}
