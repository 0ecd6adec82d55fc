// What a run looks like from outside, in parts that can be compared: the levels, the life of each record's process, the
// messages, and the end of the machine.

import {
  describeSeconds,
  levelName,
  type ProcessInterval,
  runSimulation,
  type Scenario,
  type SimulationOptions,
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
export function behaviourIn(scenario: Scenario, options: SimulationOptions): Behaviour {
  const { trace, timeline } = runSimulation(scenario, options);
  const parts = new Map<string, BehaviourPart>();
  const levels = timeline.levels.filter(({ level }) => !/^[#*]$/.test(level));
  parts.set("level", {
    text: levels.map(({ level, start }) => `${levelName(level)} from ${describeSeconds(start)}`).join(", "),
    facts: levels.map(({ level }) => level).join(" "),
    times: levels.map(({ start }) => start),
  });
  if (trace.ended !== undefined)
    parts.set("end", {
      text: `${trace.ended.how} at ${describeSeconds(trace.ended.t)}`,
      facts: trace.ended.how,
      times: [trace.ended.t],
    });
  for (const event of trace.events) {
    // A message names the number of a line, which moves when lines are added above.
    const text = event.event === "log" ? event.text.replace(/\[\d+\]|(?<=line )\d+/, "[]") : undefined;
    if (text !== undefined) count(parts, `message ${text}`, event.event === "log" ? event.text : text);
    else if (event.event === "prompt") count(parts, "message prompt", "Enter runlevel:");
  }
  const lives = new Map<string, ProcessInterval[]>();
  for (const interval of timeline.intervals) {
    const known = lives.get(interval.record.id);
    if (known === undefined) lives.set(interval.record.id, [interval]);
    else known.push(interval);
  }
  const order = timeline.intervals.map(({ record }) => record.id);
  parts.set("order", { text: order.join(" "), facts: order.join("\n"), times: [] });
  for (const [id, own] of lives) parts.set(`process ${id}`, lifePart(own, timeline.until));
  return parts;
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

function count(parts: Map<string, BehaviourPart>, name: string, text: string): void {
  const number = Number(parts.get(name)?.facts ?? 0) + 1;
  parts.set(name, {
    text: number === 1 ? text : `${text} (${number} times)`,
    facts: String(number),
    times: [],
  });
}

function lifePart(lives: readonly ProcessInterval[], until: number): BehaviourPart {
  const times = lives.flatMap(({ start, end }) => [start, end ?? until]);
  const processes = [...new Set(lives.map(({ process }) => process))];
  const [first] = lives;
  const last = lives.at(-1);
  const begin = describeSeconds(first?.start ?? 0);
  const over = last?.end ?? null;
  const span = over === null ? `from ${begin} on` : `from ${begin} to ${describeSeconds(over)}`;
  const often = lives.length === 1 ? `runs ${span}` : `runs ${lives.length} times ${span}`;
  return {
    text: `${often} (${processes.join(", ")})`,
    facts: lives.map(({ process, how }) => `${how} ${process}`).join("\n"),
    times,
  };
}
