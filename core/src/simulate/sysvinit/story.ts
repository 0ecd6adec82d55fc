// What happens in a simulated run of sysvinit as lines to read.

import { findAction } from "../../inittab/actions.ts";
import { inittabPath } from "../../inittab/messages.ts";
import { isLevel } from "../../inittab/runlevels.ts";
import { behaviourOf, defaultSysvinitVersion } from "../../inittab/versions.ts";
import { listOf, type Message } from "../../text/message.ts";
import type { RunEnd } from "../run/drive.ts";
import {
  beginLine,
  bootLine,
  deedLine,
  downLine,
  half,
  killedLine,
  LeftBehind,
  loggedLine,
  type StoryLine,
  type StoryWords,
  saidLine,
  type Teller,
  tellRun,
} from "../run/story.ts";
import type { StreamItem } from "../run/world.ts";
import type { StartEffect } from "./machine/effects.ts";
import { type InitState, initSignals, type PipeRequest } from "./machine/state.ts";
import { message } from "./message.ts";
import type { SimulationOptions } from "./options.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import type { SystemEnd, TraceEvent } from "./trace.ts";
import { whyNothing } from "./why-nothing.ts";
import { telinitRequest } from "./world/telinit.ts";
import type { Sysvinit } from "./world/world.ts";

/** How the stories of sysvinit are made. */
export const sysvinitWords: StoryWords<Sysvinit> = {
  newTeller: () => new SysvinitTeller(),
  describeEvent: describeOutside,
  describeDown,
  whyNothing,
};

/** Makes the story of a run as it happens, up to its end. What ends at once because of a signal gets one line. */
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
  private readonly left = new LeftBehind();
  /** The record that was started last: its process reports next. */
  private begun = "";

  *tell(item: StreamItem<Sysvinit>, outsideAt: number): Iterable<StoryLine> {
    switch (item.kind) {
      case "step": {
        yield* this.tellCause(item, outsideAt);
        yield* this.tellStaying(item);
        this.state = item.step.state;
        this.stepAt = item.at;
        this.signals = item.step.effects.some(({ kind }) => kind === "signal-group");
        this.starts.clear();
        for (const effect of item.step.effects) {
          if (effect.kind === "start") this.starts.set(effect.pid, effect);
          const note = describeNote(effect);
          if (note !== undefined) yield { at: item.at, depth: 1, kind: "note", message: note };
        }
        break;
      }
      case "began": {
        const { at, pid, process, record, leftBy } = item;
        if (leftBy !== undefined) {
          this.begun = process;
          yield this.left.begin(at, pid, { id: process, by: leftBy });
          break;
        }
        const start = this.starts.get(pid);
        const isEmergency = this.state?.phase.kind === "emergency";
        const waits = isEmergency || (start !== undefined && findAction(start.action)?.waits === true);
        this.begun = record.id;
        const what = message("sysvinit.starts", { id: record.id, process, waits });
        yield { at, depth: 1, kind: "start", record, message: what };
        break;
      }
      case "trace":
        yield* this.tellTrace(item.event);
        break;
      case "over":
        this.left.over(item.pid);
        break;
      case "executed":
        break;
    }
  }

  *close({ ended }: RunEnd<Sysvinit>): Iterable<StoryLine> {
    if (ended !== undefined) yield downLine({ t: ended.t, how: describeDown(ended.how) });
  }

  private *tellTrace(event: TraceEvent): Iterable<StoryLine> {
    // What init has just sent signals to ends because of them.
    const depth = this.signals && event.t - this.stepAt < half ? 1 : 0;
    const { t: at } = event;
    switch (event.event) {
      case "start":
        if (event.id !== this.begun && !this.left.has(event.id)) yield reportLine(at, event.id, event.argv);
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
      case "log":
        yield event.to === "syslog" ? loggedLine(at, event.text) : saidLine(at, `INIT: ${event.text}`);
        break;
      case "prompt":
        yield saidLine(at, "Enter runlevel:");
        break;
      case "output":
        yield saidLine(at, event.text);
        break;
      case "initscript": {
        const called = message("sysvinit.initscript", { words: event.args.join(" ") });
        yield { at, depth: 1, kind: "note", message: called };
        break;
      }
    }
  }

  /** What was left behind stays when init stops the process that has left it, or leaves its level. */
  private *tellStaying({ at, step }: Extract<StreamItem<Sysvinit>, { kind: "step" }>): Iterable<StoryLine> {
    const { level, entries } = step.state;
    const isOver = this.state !== undefined && level !== this.state.level && isLevel(this.state.level);
    const stopped = new Set<string>();
    for (const effect of step.effects)
      if (effect.kind === "signal-group" && effect.signal === "TERM") stopped.add(effect.record.id);
    yield* this.left.staying(at, (by) => {
      const levels = entries.find(({ id }) => id === by)?.runlevels;
      const leaves = isOver && levels?.includes(this.state?.level ?? "") === true && !levels.includes(level);
      return leaves || stopped.has(by);
    });
  }

  /** Init waits for requests, and passes over one for the level in which it is. Observed: level-same. */
  private isForSameLevel({ command, level, bogus }: PipeRequest): boolean {
    const { state } = this;
    return (
      !bogus && command === 1 && state?.phase.kind === "waiting" && !state.stopped && level === state.level
    );
  }

  /** A cause that no other line shows. */
  private *tellCause(
    { event, at, step }: Extract<StreamItem<Sysvinit>, { kind: "step" }>,
    outsideAt: number,
  ): Iterable<StoryLine> {
    switch (event.kind) {
      case "boot":
        yield bootLine(at, event.arguments);
        if (step.state.bootLevel === "S") yield* nothingInSingle(at, step.state);
        break;
      case "request":
        if (Math.abs(at - outsideAt) >= half) yield causeLine(at, describeRequest(event.request));
        if (this.isForSameLevel(event.request)) {
          const ignored = message("sysvinit.same-level", { level: event.request.level });
          yield { at, depth: 1, kind: "note", message: ignored };
        }
        if (asksForSingle(event.request)) yield* nothingInSingle(at, step.state);
        break;
      case "timer":
        if (this.state?.phase.kind !== "killing" && step.effects.length > 0)
          yield causeLine(at, message("sysvinit.looks-after"));
        break;
      case "died":
      case "signal":
      case "console":
      case "file":
        break;
    }
  }
}

function asksForSingle({ command, level, bogus }: PipeRequest): boolean {
  return !bogus && command === 1 && level.toUpperCase() === "S";
}

/** Where no record runs in S, init leaves it at once. Observed: level-single-no-entry-because-of-power. */
function* nothingInSingle(at: number, { entries }: InitState): Iterable<StoryLine> {
  const named = entries.filter(({ runlevels }) => runlevels.includes("S"));
  if (named.some(({ action }) => findAction(action)?.trigger === "runlevel")) return;
  const [hides] = named;
  if (hides === undefined) return;
  const nothing = message("sysvinit.nothing-in-single", { id: hides.id });
  yield { at, depth: 1, kind: "note", message: nothing };
}

function causeLine(at: number, cause: Message): StoryLine {
  return { at, depth: 0, kind: "outside", message: cause };
}

/** A process that no record names has begun. */
function reportLine(at: number, id: string, words: readonly string[] | undefined): StoryLine {
  if (words === undefined) return beginLine(at, id);
  const what = message("sysvinit.starts", { id, process: words.join(" "), waits: false });
  return { at, depth: 1, kind: "start", message: what };
}

function describeDown(how: SystemEnd): Message {
  switch (how) {
    case "halt":
      return message("run.halt");
    case "power off":
      return message("run.power-off");
    case "reboot":
      return message("run.reboot");
  }
}

function describeNote(effect: { readonly kind: string }): Message | undefined {
  switch (effect.kind) {
    case "re-execute":
      return message("sysvinit.re-execute");
    case "refuse-request":
      return message("sysvinit.refused");
    case "busy-loop":
      return message("sysvinit.busy-loop");
    default:
      return undefined;
  }
}

function describeRequest({ command, level, bogus }: PipeRequest): Message {
  if (bogus) return message("sysvinit.bogus");
  switch (command) {
    case 1:
      return /^[0-9S]$/i.test(level)
        ? message("sysvinit.asks-runlevel", { level })
        : message("sysvinit.asks", { level });
    case 6:
      return message("sysvinit.sets-variables");
    default:
      return message("sysvinit.request", { command });
  }
}

/** The signals that have a meaning for init, in the words of the keyboard and the power supply. */
const signalMeanings: Readonly<Record<string, Message>> = {
  INT: message("sysvinit.sign-int"),
  WINCH: message("sysvinit.sign-winch"),
  PWR: message("sysvinit.sign-pwr"),
  HUP: message("sysvinit.sign-hup"),
  USR1: message("sysvinit.sign-usr1"),
  USR2: message("sysvinit.sign-usr2"),
  TSTP: message("sysvinit.sign-tstp"),
  CONT: message("sysvinit.sign-cont"),
};

/** What happens from outside, in a few words. */
function describeOutside(event: ScenarioEvent): Message {
  if ("telinit" in event) {
    const words = typeof event.telinit === "string" ? [event.telinit] : event.telinit;
    const wait = event.waitBetweenSignals === undefined ? [] : ["-t", String(event.waitBetweenSignals)];
    const command = ["telinit", ...wait, ...words].join(" ");
    const isAsked = telinitRequest(words, behaviourOf(defaultSysvinitVersion)) !== undefined;
    return isAsked ? message("sysvinit.command", { command }) : message("sysvinit.usage", { command });
  }
  if ("setenv" in event) {
    const words = typeof event.setenv === "string" ? [event.setenv] : event.setenv;
    const calls = words.map((word) => `telinit -e ${word}`);
    return message("sysvinit.command", { command: listOf(calls, "comma") });
  }
  if ("signal" in event) return describeSignal(event);
  if ("write" in event) return message("run.written", { path: inittabPath });
  if ("writeFile" in event) return message("run.written", { path: event.writeFile.path });
  if ("remove" in event) return message("run.removed", { path: event.remove });
  if ("kill" in event) {
    const { kill: id, how } = event;
    if (how === "KILL") return message("run.kill", { id });
    return how === "TERM"
      ? message("run.send", { signal: how, id })
      : message("sysvinit.comes-to-end", { id });
  }
  if ("killService" in event) return message("sysvinit.kill-service", { name: event.killService });
  if ("console" in event) return message("sysvinit.typed", { text: JSON.stringify(event.console) });
  return message("sysvinit.raw-request", { request: JSON.stringify(event.initctl) });
}

function describeSignal({ signal, powerstatus }: Extract<ScenarioEvent, { signal: string }>): Message {
  const isActedOn = initSignals.some((name) => name === signal);
  const meaning = signalMeanings[signal] ?? (isActedOn ? undefined : message("sysvinit.sign-none"));
  if (meaning === undefined) return message("run.signal", { signal });
  if (powerstatus === undefined) return message("run.signal-for", { signal, meaning });
  return message("sysvinit.signal-power", { signal, meaning, status: JSON.stringify(powerstatus) });
}
