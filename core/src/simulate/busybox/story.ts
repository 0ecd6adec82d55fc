// What happens in a simulated run of BusyBox init as lines to read, in the manner of the story of sysvinit.

import { findAction } from "../../inittab/actions.ts";
import { inittabPath } from "../../inittab/messages.ts";
import type { Message } from "../../text/message.ts";
import type { RecordKey } from "../run/record-key.ts";
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
} from "../run/story.ts";
import type { EndKind } from "../run/timeline.ts";
import type { StreamItem } from "../run/world.ts";
import { terminalName } from "./keys.ts";
import type { SystemRequest } from "./machine/messages.ts";
import { requestOf } from "./machine/signals.ts";
import type { BusyboxEffect } from "./machine/state.ts";
import { message } from "./message.ts";
import type { BusyboxDown } from "./phases.ts";
import type { BusyboxScenarioEvent } from "./scenario.ts";
import type { BusyboxTraceEvent } from "./trace.ts";
import { whyNothing } from "./why-nothing.ts";
import type { Busybox, BusyboxStart } from "./world/world.ts";

/** How the runs of BusyBox init are told. */
export const busyboxWords: StoryWords<Busybox> = {
  newTeller: () => new BusyboxTeller(),
  describeEvent: describeBusyboxEvent,
  describeDown,
  whyNothing,
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
  private readonly left = new LeftBehind();
  /** The command that was executed last: its process reports next. */
  private begun = "";

  *tell(item: StreamItem<Busybox>, outsideAt: number): Iterable<StoryLine> {
    switch (item.kind) {
      case "step":
        yield* this.tellStep(item, outsideAt);
        break;
      case "began": {
        const { at, pid, process, record, leftBy } = item;
        if (leftBy !== undefined) {
          this.begun = process;
          yield this.left.begin(at, pid, { id: process, by: leftBy });
          break;
        }
        this.records.set(pid, record);
        if (pid === 1) {
          this.begun = process;
          yield noteLine(at, message("busybox.becomes", { command: process }));
        }
        const start = this.starts.get(pid);
        if (start?.asks !== true) break;
        this.waiting.add(pid);
        yield { at, depth: 1, kind: "start", message: message("busybox.asks", placeOf(start)) };
        break;
      }
      case "executed": {
        const start = this.starts.get(item.pid);
        if (start === undefined) break;
        this.begun = start.command;
        this.waiting.delete(item.pid);
        const record = this.records.get(item.pid);
        const about = record === undefined ? {} : { record };
        yield { at: item.at, depth: 1, kind: "start", ...about, message: describeStart(start) };
        break;
      }
      case "trace":
        // What is an echo was told above.
        if (item.echo !== true) yield* this.tellTrace(item.event);
        break;
      case "over":
        yield* this.tellWaiting(item.pid, item.at, item.how);
        this.starts.delete(item.pid);
        this.left.over(item.pid);
        this.records.delete(item.pid);
        if (item.pid === 1) yield downLine({ t: item.at, how: describeDown("panic") });
        break;
    }
  }

  *close(): Iterable<StoryLine> {}

  private *tellStep(
    { at, event, step }: Extract<StreamItem<Busybox>, { kind: "step" }>,
    outsideAt: number,
  ): Iterable<StoryLine> {
    if (event.kind === "boot") yield bootLine(at, event.arguments);
    else if (event.kind === "signal" && Math.abs(at - outsideAt) >= half) {
      const sent = message("busybox.sends", { signal: describeSignal(event.signal) });
      yield { at, depth: 0, kind: "outside", message: sent };
    }
    this.stepAt = at;
    this.signals = step.effects.some(({ kind }) => kind === "signal" || kind === "signal-all");
    for (const effect of step.effects) {
      if (effect.kind === "signal") yield* this.tellStaying(at, effect.pid);
      if (effect.kind === "start") this.starts.set(effect.pid, effect);
      else if (effect.kind === "skip") yield noteLine(at, describeSkip(effect));
      else if (effect.kind === "request") this.request = effect.how;
    }
  }

  /** What was left behind stays when init stops the process that has left it. */
  private *tellStaying(at: number, pid: number): Iterable<StoryLine> {
    const stopped = this.starts.get(pid)?.command;
    yield* this.left.staying(at, (by) => by === stopped);
  }

  /** The end of one that waits for Enter: no program was there to tell of it. */
  private *tellWaiting(pid: number, at: number, how: EndKind): Iterable<StoryLine> {
    const start = this.starts.get(pid);
    if (start === undefined || !this.waiting.delete(pid)) return;
    const place = placeOf(start);
    if (how === "killed")
      yield { at, depth: 1, kind: "killed", message: message("busybox.killed-asking", place) };
    else yield { at, depth: 1, kind: "end", message: message("busybox.ends-asking", place) };
  }

  private *tellTrace(event: BusyboxTraceEvent): Iterable<StoryLine> {
    const { t: at } = event;
    // What init has just sent signals to ends because of them.
    const depth = this.signals && at - this.stepAt < half ? 1 : 0;
    switch (event.event) {
      case "start":
        if (!isToldBy(this.begun, event.id) && !this.left.has(event.id)) yield beginLine(at, event.id);
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
        yield messageLine(at, event.to, event.text);
        break;
      case "init-exit":
        yield downLine({ t: at, how: describeDown(this.request) });
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

function noteLine(at: number, note: Message): StoryLine {
  return { at, depth: 1, kind: "note", message: note };
}

/** Something that init says, in its own words, on a terminal or in the log. */
function messageLine(at: number, to: string, words: string): StoryLine {
  if (to === "console") return saidLine(at, words);
  if (to === "syslog") return loggedLine(at, words);
  return { at, depth: 1, kind: "message", message: message("busybox.says-on", { terminal: to, words }) };
}

function describeDown(how: BusyboxDown): Message {
  switch (how) {
    case "halt":
      return message("run.halt");
    case "poweroff":
      return message("run.power-off");
    case "reboot":
      return message("run.reboot");
    case "panic":
      return message("busybox.panic");
  }
}

function describeSkip({ command, terminal }: Extract<BusyboxEffect, { kind: "skip" }>): Message {
  return message("busybox.skips", { command, terminal });
}

function describeStart({ command, terminal, action }: BusyboxStart): Message {
  const waits = findAction(action)?.waits === true;
  return terminal === ""
    ? message("busybox.starts", { command, waits })
    : message("busybox.starts-on", { command, terminal: terminalName(terminal), waits });
}

/** What is started, and on which terminal somebody has to press Enter for it. */
function placeOf({ command, terminal }: BusyboxStart): Readonly<Record<"command" | "terminal", string>> {
  return { command, terminal: terminalName(terminal) };
}

/** What happens from outside, in a few words. */
function describeBusyboxEvent(event: BusyboxScenarioEvent): Message {
  if ("signal" in event) return describeSignal(event.signal);
  if ("write" in event) {
    const place = { path: inittabPath };
    return event.write === null ? message("run.removed", place) : message("run.written", place);
  }
  if ("kill" in event) {
    const { kill, on, with: signal = "KILL" } = event;
    const id = on === undefined ? kill : message("busybox.on", { command: kill, terminal: on });
    return signal === "KILL" ? message("run.kill", { id }) : message("run.send", { signal, id });
  }
  const [terminal, text] = "console" in event ? ["console", event.console] : [event.tty, event.input];
  if (text === "\n") return message("busybox.enter", { terminal });
  return message("busybox.typed", { terminal, text: JSON.stringify(text) });
}

function describeSignal(signal: string): Message {
  const meaning = requestOf(signal)?.meaning;
  return meaning === undefined
    ? message("run.signal", { signal })
    : message("run.signal-for", { signal, meaning });
}
