// What happens in a simulated run of BusyBox init as lines to read, in the manner of the story of sysvinit.

import { findAction } from "../../inittab/actions.ts";
import type { RecordKey } from "../run/record-key.ts";
import {
  deedLine,
  downLine,
  half,
  killedLine,
  type StoryLine,
  type StoryWords,
  type Teller,
} from "../run/story.ts";
import type { EndKind } from "../run/timeline.ts";
import type { StreamItem } from "../run/world.ts";
import { terminalName } from "./keys.ts";
import type { SystemRequest } from "./machine/messages.ts";
import { requestOf } from "./machine/signals.ts";
import type { BusyboxEffect } from "./machine/state.ts";
import { downWords, panicWords } from "./phases.ts";
import type { BusyboxScenarioEvent } from "./scenario.ts";
import type { BusyboxTraceEvent } from "./trace.ts";
import type { Busybox, BusyboxStart } from "./world/world.ts";

/** How the runs of BusyBox init are told. */
export const busyboxWords: StoryWords<Busybox> = {
  newTeller: () => new BusyboxTeller(),
  describeEvent: describeBusyboxEvent,
};

/** Remembers what is needed to put the next item into words. */
class BusyboxTeller implements Teller<Busybox> {
  /** What init asks the kernel for at the end. */
  private request: SystemRequest = "halt";
  /** When init last did something, and whether it sent signals. */
  private stepAt = -1;
  private signals = false;
  private readonly starts = new Map<number, BusyboxStart>();
  private readonly records = new Map<number, RecordKey>();
  private readonly waiting = new Set<number>();
  /** The command that was executed last: its process reports next. */
  private begun = "";

  *tell(item: StreamItem<Busybox>, outsideAt: number): Iterable<StoryLine> {
    switch (item.kind) {
      case "step":
        yield* this.tellStep(item, outsideAt);
        break;
      case "began": {
        const { at, pid, process, record } = item;
        this.records.set(pid, record);
        if (pid === 1) {
          this.begun = process;
          yield { at, depth: 1, kind: "note", text: describeBecoming(process) };
        }
        const start = this.starts.get(pid);
        if (start?.asks !== true) break;
        this.waiting.add(pid);
        yield { at, depth: 1, kind: "start", text: describeAsking(start) };
        break;
      }
      case "executed": {
        const start = this.starts.get(item.pid);
        if (start === undefined) break;
        this.begun = start.command;
        this.waiting.delete(item.pid);
        const record = this.records.get(item.pid);
        const about = record === undefined ? {} : { record };
        yield { at: item.at, depth: 1, kind: "start", ...about, text: describeStart(start) };
        break;
      }
      case "trace":
        // What is an echo was told above.
        if (item.echo !== true) yield* this.tellTrace(item.event);
        break;
      case "over":
        yield* this.tellWaiting(item.pid, item.at, item.how);
        this.starts.delete(item.pid);
        this.records.delete(item.pid);
        if (item.pid === 1) yield downLine({ t: item.at, how: panicWords });
        break;
    }
  }

  *close(): Iterable<StoryLine> {}

  private *tellStep(
    { at, event, step }: Extract<StreamItem<Busybox>, { kind: "step" }>,
    outsideAt: number,
  ): Iterable<StoryLine> {
    if (event.kind === "boot") yield { at, depth: 0, kind: "outside", text: describeBoot(event.arguments) };
    else if (event.kind === "signal" && Math.abs(at - outsideAt) >= half)
      yield { at, depth: 0, kind: "outside", text: describeSender(event.signal) };
    this.stepAt = at;
    this.signals = step.effects.some(({ kind }) => kind === "signal" || kind === "signal-all");
    for (const effect of step.effects) {
      if (effect.kind === "start") this.starts.set(effect.pid, effect);
      else if (effect.kind === "skip") yield { at, depth: 1, kind: "note", text: describeSkip(effect) };
      else if (effect.kind === "request") this.request = effect.how;
    }
  }

  /** The end of one that waits for Enter: no program was there to tell of it. */
  private *tellWaiting(pid: number, at: number, how: EndKind): Iterable<StoryLine> {
    const start = this.starts.get(pid);
    if (start === undefined || !this.waiting.delete(pid)) return;
    const isKilled = how === "killed";
    yield { at, depth: 1, kind: isKilled ? "killed" : "end", text: describeEndWhileAsking(start, isKilled) };
  }

  private *tellTrace(event: BusyboxTraceEvent): Iterable<StoryLine> {
    const { t: at } = event;
    // What init has just sent signals to ends because of them.
    const depth = this.signals && at - this.stepAt < half ? 1 : 0;
    switch (event.event) {
      case "start":
        if (!isToldBy(this.begun, event.id))
          yield { at, depth: 1, kind: "start", text: describeReport(event.id) };
        break;
      case "exit": {
        const isExpected = event.code === 0 || event.code === byTerm;
        yield deedLine({ at, depth }, event.id, { kind: "ends", code: isExpected ? null : event.code });
        break;
      }
      case "killed":
        yield killedLine({ at, depth }, event.id);
        break;
      case "signal":
        yield deedLine({ at, depth: 1 }, event.id, { kind: "gets", signal: event.signal });
        break;
      case "log":
        yield { at, depth: 1, kind: "message", text: describeMessage(event.to, event.text) };
        break;
      case "init-exit":
        yield downLine({ t: at, how: downWords[this.request] });
        break;
    }
  }
}

/** The exit code of a process that TERM has ended. */
const byTerm = 143;

/** Whether the start of a command says already that this program starts. */
function isToldBy(command: string, id: string): boolean {
  return command === id || (!/[;&|()]/.test(command) && command.split(/\s+/).includes(id));
}

function describeBoot(words: readonly string[]): string {
  return `the kernel starts init${words.map((word) => ` ${word}`).join("")}`;
}

function describeSender(signal: string): string {
  return `a process sends ${describeSignal(signal)}`;
}

function describeSkip({ command, terminal }: Extract<BusyboxEffect, { kind: "skip" }>): string {
  return `${command} is passed over: ${terminal} does not exist`;
}

function describeBecoming(command: string): string {
  return `process 1 becomes ${command}`;
}

function describeStart({ command, terminal, action }: BusyboxStart): string {
  const place = terminal === "" ? "" : ` on ${terminalName(terminal)}`;
  const waits = findAction(action)?.waits === true ? " (init waits for it)" : "";
  return `${command} starts${place}${waits}`;
}

/** A program that no command names has begun. */
function describeReport(id: string): string {
  return `${id} starts`;
}

function describeAsking(start: BusyboxStart): string {
  return `${start.command} ${waitsOn(start)}`;
}

/** The end of one that waits for Enter: no program was there to tell of it. */
function describeEndWhileAsking(start: BusyboxStart, isKilled: boolean): string {
  return `${start.command}, which ${waitsOn(start)}, ${isKilled ? "is killed" : "gets TERM and ends"}`;
}

function describeMessage(to: string, text: string): string {
  if (to === "console") return text;
  return to === "syslog" ? `log: init: ${text}` : `${to}: ${text}`;
}

function waitsOn({ terminal }: BusyboxStart): string {
  return `waits for Enter on ${terminalName(terminal)}`;
}

/** What happens from outside, in a few words. */
function describeBusyboxEvent(event: BusyboxScenarioEvent): string {
  if ("signal" in event) return describeSignal(event.signal);
  if ("write" in event) return event.write === null ? "/etc/inittab is removed" : "/etc/inittab is written";
  if ("kill" in event) {
    const place = event.on === undefined ? "" : ` on ${event.on}`;
    const { with: signal = "KILL" } = event;
    return signal === "KILL"
      ? `somebody kills ${event.kill}${place}`
      : `somebody sends ${signal} to ${event.kill}${place}`;
  }
  const [terminal, text] = "console" in event ? ["console", event.console] : [event.tty, event.input];
  if (text === "\n") return `Enter is pressed on ${terminal}`;
  return `typed on ${terminal}: ${JSON.stringify(text)}`;
}

function describeSignal(signal: string): string {
  const meaning = requestOf(signal)?.meaning;
  return `signal ${signal} to init${meaning === undefined ? "" : ` (${meaning})`}`;
}
