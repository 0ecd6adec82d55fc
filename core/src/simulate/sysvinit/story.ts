// What happens in a simulated run of sysvinit as lines to read.

import { findAction } from "../../inittab/actions.ts";
import type { RunEnd } from "../run/drive.ts";
import {
  deedLine,
  downLine,
  half,
  killedLine,
  type StoryLine,
  type StoryWords,
  type Teller,
  tellRun,
} from "../run/story.ts";
import type { StreamItem } from "../run/world.ts";
import type { StartEffect } from "./machine/effects.ts";
import type { InitState, PipeRequest } from "./machine/state.ts";
import type { SimulationOptions } from "./options.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import type { TraceEvent } from "./trace.ts";
import type { Sysvinit } from "./world/world.ts";

/** How the runs of sysvinit are told. */
export const sysvinitWords: StoryWords<Sysvinit> = {
  newTeller: () => new SysvinitTeller(),
  describeEvent: describeOutside,
};

/** Tells a run as it happens, and at the end how it ended. What ends at once because of a signal gets one line. */
export function tellStory(
  scenario: Scenario,
  options: SimulationOptions,
): Generator<StoryLine, RunEnd<Sysvinit>, undefined> {
  return tellRun(prepareRun(scenario, options), sysvinitWords);
}

/** Remembers what is needed to put the next item into words. */
class SysvinitTeller implements Teller<Sysvinit> {
  private state: InitState | undefined;
  /** When init last did something, and whether it sent signals. */
  private stepAt = -1;
  private signals = false;
  private readonly starts = new Map<number, StartEffect>();
  /** The record that was started last: its process reports next. */
  private begun = "";

  *tell(item: StreamItem<Sysvinit>, outsideAt: number): Iterable<StoryLine> {
    switch (item.kind) {
      case "step": {
        const cause = this.causeOf(item, outsideAt);
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
        const { at, pid, process, record } = item;
        const start = this.starts.get(pid);
        const waits = start !== undefined && findAction(start.action)?.waits === true;
        this.begun = record.id;
        const text = describeStart(record.id, process, waits);
        yield { at, depth: 1, kind: "start", record, text };
        break;
      }
      case "trace":
        yield* this.tellTrace(item.event);
        break;
      case "executed":
      case "over":
        break;
    }
  }

  *close({ ended }: RunEnd<Sysvinit>): Iterable<StoryLine> {
    if (ended !== undefined) yield downLine(ended);
  }

  private *tellTrace(event: TraceEvent): Iterable<StoryLine> {
    // What init has just sent signals to ends because of them.
    const depth = this.signals && event.t - this.stepAt < half ? 1 : 0;
    const { t: at } = event;
    switch (event.event) {
      case "start":
        if (event.id !== this.begun)
          yield { at, depth: 1, kind: "start", text: describeReport(event.id, event.argv) };
        this.begun = "";
        break;
      case "exit":
        yield deedLine({ at, depth }, event.id, { kind: "ends", code: event.code === 0 ? null : event.code });
        break;
      case "killed":
        yield killedLine({ at, depth }, event.id);
        break;
      case "signal":
        yield deedLine({ at, depth: 1 }, event.id, { kind: "gets", signal: event.signal });
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
  private causeOf(
    { event, at, step }: Extract<StreamItem<Sysvinit>, { kind: "step" }>,
    outsideAt: number,
  ): string | undefined {
    switch (event.kind) {
      case "boot":
        return describeBoot(event.arguments);
      case "request":
        return Math.abs(at - outsideAt) < half ? undefined : describeRequest(event.request);
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

function describeBoot(words: readonly string[]): string {
  return `the kernel starts init${words.map((word) => ` ${word}`).join("")}`;
}

function describeStart(id: string, process: string, isAwaited: boolean): string {
  return `${id} starts: ${process}${isAwaited ? " (init waits for it)" : ""}`;
}

/** A process that no record names has begun. */
function describeReport(id: string, words: readonly string[] | undefined): string {
  return words === undefined ? `${id} starts` : `${id} starts: ${words.join(" ")}`;
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
function describeOutside(event: ScenarioEvent): string {
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
