// The loop that runs any machine: a virtual clock, what happens from outside, what falls due, and init's own timers.
// Nothing is executed, and no time passes.

import type { Slices } from "../../text/slices.ts";
import { type Break, runLimits, type SimulationLimits } from "./limits.ts";
import { dequeue, peek } from "./queue.ts";
import { type Ticks, toSeconds, toTicks } from "./ticks.ts";
import { type MachineTypes, roundTime, type StepOf, type StreamItem, type World } from "./world.ts";

/** A machine as the loop knows it: init as pure functions, and how its world carries out what it does. */
export interface Machine<K extends MachineTypes, W extends World<K>> {
  /** What init does when something happens. */
  readonly step: (state: K["state"], event: K["event"]) => StepOf<K>;
  /** When init does something next by itself, or undefined: it waits for others. */
  readonly wakeOf: (state: K["state"]) => Ticks | undefined;
  /** What happens to init when that moment has come. */
  readonly timer: (at: Ticks) => K["event"];
  /** Does to the world what a step says, in slices: one step may start thousands. `event` is what the step was about. */
  readonly carryOut: (world: W, effects: readonly K["effect"][], event: K["event"]) => Slices<void>;
  /** Lets an event of the scenario happen; what init hears of it goes into `soon`. */
  readonly happen: (world: W, event: K["outside"]) => void;
  /** The moment of something in the queue has come. */
  readonly fallDue: (world: W, item: K["due"]) => void;
  /** What is left at the end. */
  readonly finalOf: (world: W) => K["final"];
  /** The level or the phase in which init is; undefined where it is in none. */
  readonly levelOf: (state: K["state"]) => string | undefined;
  /** Which of the two that is. */
  readonly measure: "level" | "phase";
  /** Whether what is due at the very end of a scenario still happens. */
  readonly untilIsIn: boolean;
}

/** What is to happen in a run, and how long. */
interface Plan<K extends MachineTypes> {
  /** In any order. */
  readonly events: readonly K["outside"][];
  /** The end, in seconds from the boot. */
  readonly until: number;
  readonly limits: SimulationLimits;
}

/** A run made ready. It can be driven once, since the world changes in it. */
export interface Run<K extends MachineTypes, W extends World<K>> {
  readonly machine: Machine<K, W>;
  readonly world: W;
  readonly plan: Plan<K>;
}

/** How a run came to its end. */
export interface RunEnd<K extends MachineTypes> {
  readonly final: K["final"];
  /** The machine went down before the end of the scenario. */
  readonly ended?: { readonly t: number; readonly how: K["down"] };
  /** The run was broken off because it grew beyond a limit. */
  readonly stopped?: Break;
}

/** Runs a machine in a new world and hands out what happens as it happens; keeps nothing of it. */
export function* drive<K extends MachineTypes, W extends World<K>>({
  machine,
  world,
  plan,
}: Run<K, W>): Generator<StreamItem<K>, RunEnd<K>, undefined> {
  const limits = { ...runLimits, ...plan.limits };
  const until = toTicks(plan.until);
  const outside = inOrder<K>(plan.events);
  let next = 0;
  let steps = 0;
  let stopped: Break | undefined;
  while (stopped === undefined && world.ended === undefined) {
    for (let event = world.soon.shift(); event !== undefined; event = world.soon.shift()) {
      yield* takeStep(machine, world, event);
      steps++;
      stopped = brokenOff(world, steps, limits);
      if (stopped !== undefined || world.ended !== undefined) break;
    }
    if (stopped !== undefined || world.ended !== undefined) break;

    const happening = outside[next];
    const due = peek(world.queue);
    const wake = machine.wakeOf(world.init);
    const at = Math.min(happening?.at ?? Infinity, due?.at ?? Infinity, wake ?? Infinity);
    if (at === Infinity || at > until || (at === until && !machine.untilIsIn)) break;
    world.now = Math.max(world.now, at);
    // The order of what is due at the same instant is explained at `dueOrder`.
    if (happening !== undefined && happening.at === at) {
      next++;
      machine.happen(world, happening.event);
    } else if (due !== undefined && due.at === at) {
      dequeue(world.queue);
      machine.fallDue(world, due.item);
    } else world.soon.push(machine.timer(world.now));
    for (const item of world.out.splice(0)) yield item;
  }
  return {
    final: machine.finalOf(world),
    ...(world.ended !== undefined && { ended: world.ended }),
    ...(stopped !== undefined && { stopped }),
  };
}

/** To carry out an effect takes about as long as looking at so many things in a list. */
export const effectCost = 25;

/** Something happens to init; what it does about it is carried out at once, and told after each slice. */
function* takeStep<K extends MachineTypes, W extends World<K>>(
  machine: Machine<K, W>,
  world: W,
  event: K["event"],
): Generator<StreamItem<K>, void, undefined> {
  const step = machine.step(world.init, event);
  world.init = step.state;
  world.out.push({ kind: "step", at: toSeconds(world.now), event, step });
  const work = machine.carryOut(world, step.effects, event);
  for (let isDone = false; !isDone; ) {
    isDone = work.next().done === true;
    for (const item of world.out.splice(0)) yield item;
  }
}

function brokenOff<K extends MachineTypes>(
  { now, seen }: World<K>,
  steps: number,
  limits: Required<SimulationLimits>,
): Break | undefined {
  const t = roundTime(now);
  if (seen > limits.events) return { t, limit: "events", most: limits.events };
  if (steps > limits.steps) return { t, limit: "steps", most: limits.steps };
  return undefined;
}

/** By time; those of the same time stay in their order. */
function inOrder<K extends MachineTypes>(
  events: readonly K["outside"][],
): readonly { readonly at: Ticks; readonly event: K["outside"] }[] {
  return events
    .map((event) => ({ at: toTicks(event.at), event }))
    .toSorted((one, other) => one.at - other.at);
}
