// What happens in a simulated run of sysvinit as lines to read.

import { findAction } from "../../inittab/actions.ts";
import { joinLines, type StoryLine, watched } from "../run/story.ts";
import type { StartEffect } from "./machine/effects.ts";
import type { InitState, PipeRequest } from "./machine/state.ts";
import { collectRun, type SimulationRun } from "./run.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { type SimulationEnd, type SimulationOptions, simulateStream } from "./simulate.ts";
import type { TraceEvent } from "./trace.ts";
import type { StreamItem } from "./world/world.ts";

/** The trace's times are rounded to a hundredth of a second. */
const half = 0.005_001;

/** Tells a run as it happens, and at the end how it ended. What ends at once because of a signal gets one line. */
export function tellStory(
  scenario: Scenario,
  options: SimulationOptions,
): Generator<StoryLine, SimulationEnd, undefined> {
  return joinLines(tellAll(scenario, simulateStream(scenario, options)));
}

/** A run with its story. */
export interface ToldRun extends SimulationRun {
  /** The beginning of it if it is longer than was asked for. */
  readonly story: readonly StoryLine[];
  readonly end: SimulationEnd;
}

/** How a run is told. */
export interface Telling {
  /** Sees every item of the run. */
  readonly watch?: (item: StreamItem) => void;
  /** So many lines are kept. Default: all. */
  readonly mostLines?: number;
}

/** Runs a scenario once, and keeps the run and its story: what comes behind the story needs its end. */
export function runAndTell(
  scenario: Scenario,
  options: SimulationOptions,
  { watch, mostLines = Number.POSITIVE_INFINITY }: Telling = {},
): ToldRun {
  const { take, finish } = collectRun(scenario, options);
  const stream = watched(simulateStream(scenario, options), (item) => {
    take(item);
    watch?.(item);
  });
  const lines = joinLines(tellAll(scenario, stream));
  const story: StoryLine[] = [];
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) return { ...finish(next.value), story, end: next.value };
    if (story.length < mostLines) story.push(next.value);
  }
}

function* tellAll(
  scenario: Scenario,
  stream: Generator<StreamItem, SimulationEnd, undefined>,
): Generator<StoryLine, SimulationEnd, undefined> {
  const outside = (scenario.events ?? []).toSorted((one, other) => one.at - other.at);
  let next = 0;
  const story = new Teller();
  for (let item = stream.next(); ; item = stream.next()) {
    const at = item.done === true ? scenario.until : timeOf(item.value);
    for (let event = outside[next]; event !== undefined && event.at <= at + half; event = outside[++next]) {
      if (item.done === true && item.value.ended !== undefined) break;
      yield { at: event.at, depth: 0, kind: "outside", text: describeOutside(event) };
      story.outsideAt = event.at;
    }
    if (item.done === true) {
      const { ended, stopped } = item.value;
      if (ended !== undefined)
        yield { at: ended.t, depth: 0, kind: "outside", text: `the machine goes down: ${ended.how}` };
      if (stopped !== undefined)
        yield { at: stopped.t, depth: 0, kind: "note", text: `broken off: ${stopped.why}` };
      return item.value;
    }
    yield* story.tell(item.value);
  }
}

/** Remembers what is needed to put the next item into words. */
class Teller {
  /** When something last happened from outside. */
  outsideAt = -1;
  private state: InitState | undefined;
  /** When init last did something, and whether it sent signals. */
  private stepAt = -1;
  private signals = false;
  private readonly starts = new Map<number, StartEffect>();
  /** The record that was started last: its process reports next. */
  private begun = "";

  *tell(item: StreamItem): Iterable<StoryLine> {
    switch (item.kind) {
      case "step": {
        const cause = this.causeOf(item);
        if (cause !== undefined) yield { at: item.at, depth: 0, kind: "outside", text: cause };
        this.state = item.step.state;
        this.stepAt = item.at;
        this.signals = item.step.effects.some(({ kind }) => kind === "signal-group");
        this.starts.clear();
        for (const effect of item.step.effects) {
          if (effect.kind === "start") this.starts.set(effect.pid, effect);
          const note = describeNote(effect);
          if (note !== undefined) yield { at: item.at, depth: 1, kind: "note", text: note };
        }
        break;
      }
      case "began": {
        const { id } = item.record;
        const start = this.starts.get(item.pid);
        const waits = start !== undefined && findAction(start.action)?.waits === true;
        this.begun = id;
        yield {
          at: item.at,
          depth: 1,
          kind: "start",
          text: `${id} starts: ${item.process}${waits ? " (init waits for it)" : ""}`,
        };
        break;
      }
      case "trace":
        yield* this.tellTrace(item.event);
        break;
      case "over":
        break;
    }
  }

  private *tellTrace(event: TraceEvent): Iterable<StoryLine> {
    // What init has just sent signals to ends because of them.
    const depth = this.signals && event.t - this.stepAt < half ? 1 : 0;
    const { t: at } = event;
    switch (event.event) {
      case "start":
        if (event.id !== this.begun)
          yield {
            at,
            depth: 1,
            kind: "start",
            text: `${event.id} starts: ${event.argv?.join(" ") ?? ""}`.replace(/: $/, ""),
          };
        this.begun = "";
        break;
      case "exit":
        yield {
          at,
          depth,
          kind: "end",
          id: event.id,
          text: `${event.id} ends${event.code === 0 ? "" : ` with exit code ${event.code}`}`,
        };
        break;
      case "killed":
        yield { at, depth, kind: "killed", text: `${event.id} is killed` };
        break;
      case "signal":
        yield { at, depth: 1, kind: "end", id: event.id, text: `${event.id} gets ${event.signal}` };
        break;
      case "log": {
        const name = event.to === "syslog" ? "log: init: " : "INIT: ";
        yield { at, depth: 1, kind: "message", text: `${name}${event.text}` };
        break;
      }
      case "prompt":
        yield { at, depth: 1, kind: "message", text: "Enter runlevel:" };
        break;
      case "output":
        yield { at, depth: 1, kind: "message", text: event.text };
        break;
      case "initscript":
        yield { at, depth: 1, kind: "note", text: `/etc/initscript is called with ${event.args.join(" ")}` };
        break;
    }
  }

  /** A cause that no other line tells. */
  private causeOf({ event, at, step }: Extract<StreamItem, { kind: "step" }>): string | undefined {
    switch (event.kind) {
      case "boot":
        return `the kernel starts init${event.arguments.map((word) => ` ${word}`).join("")}`;
      case "request":
        return Math.abs(at - this.outsideAt) < half ? undefined : describeRequest(event.request);
      case "timer":
        return this.state?.phase.kind === "killing" || step.effects.length === 0
          ? undefined
          : "init looks after the entries that respawned too fast";
      case "died":
      case "signal":
      case "console":
      case "file":
        return undefined;
    }
  }
}

function timeOf(item: StreamItem): number {
  return item.kind === "trace" ? item.event.t : item.at;
}

function describeNote(effect: { readonly kind: string }): string | undefined {
  switch (effect.kind) {
    case "re-execute":
      return "init runs its own program again and hands over its list";
    case "refuse-request":
      return "nobody takes the request from the control pipe";
    case "busy-loop":
      return "from here the real init goes round its main loop without sleeping and uses up a processor";
    default:
      return undefined;
  }
}

function describeRequest({ command, level, bogus }: PipeRequest): string {
  if (bogus) return "a wrong request on the control pipe";
  switch (command) {
    case 1:
      return `a process asks for ${/^[0-9S]$/i.test(level) ? "runlevel " : ""}${level}`;
    case 6:
      return "a process changes init's variables";
    default:
      return `request ${command} on the control pipe`;
  }
}

/** The signals that have a meaning for init, in the words of the keyboard and the power supply. */
const signalMeanings: Readonly<Record<string, string>> = {
  INT: "Ctrl-Alt-Del",
  WINCH: "the keyboard request",
  PWR: "the power supply",
  HUP: "read the table again, without a word",
};

/** What happens from outside, in a few words. */
export function describeOutside(event: ScenarioEvent): string {
  if ("telinit" in event) {
    const words = typeof event.telinit === "string" ? [event.telinit] : event.telinit;
    const wait = event.waitBetweenSignals === undefined ? [] : ["-t", String(event.waitBetweenSignals)];
    return `telinit ${[...wait, ...words].join(" ")}`;
  }
  if ("setenv" in event) {
    const words = typeof event.setenv === "string" ? [event.setenv] : event.setenv;
    return words.map((word) => `telinit -e ${word}`).join(", ");
  }
  if ("signal" in event) {
    const meaning = signalMeanings[event.signal];
    const status =
      event.powerstatus === undefined ? "" : `, powerstatus ${JSON.stringify(event.powerstatus)}`;
    return `signal ${event.signal} to init${meaning === undefined ? "" : ` (${meaning}${status})`}`;
  }
  if ("write" in event) return "/etc/inittab is written";
  if ("writeFile" in event) return `${event.writeFile.path} is written`;
  if ("remove" in event) return `${event.remove} is removed`;
  if ("kill" in event) {
    if (event.how === "KILL") return `somebody kills ${event.kill}`;
    return event.how === "TERM" ? `somebody sends TERM to ${event.kill}` : `${event.kill} comes to its end`;
  }
  if ("console" in event) return `typed at the console: ${JSON.stringify(event.console)}`;
  return `a request on the control pipe: ${JSON.stringify(event.initctl)}`;
}
