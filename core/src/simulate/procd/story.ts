// What happens in a simulated run of procd as lines to read, in the manner of the other stories.

import type { Message } from "../../text/message.ts";
import type { RecordKey } from "../run/record-key.ts";
import {
  bootLine,
  deedLine,
  downLine,
  half,
  killedLine,
  type StoryLine,
  type StoryWords,
  type Teller,
} from "../run/story.ts";
import type { StreamItem } from "../run/world.ts";
import { askingOf, loggedSignal } from "./machine/signals.ts";
import type { ProcdEffect, ProcdRequest, ProcdStart } from "./machine/state.ts";
import { message } from "./message.ts";
import type { ProcdScenarioEvent } from "./scenario.ts";
import type { ProcdTraceEvent } from "./trace.ts";
import { whyNothing } from "./why-nothing.ts";
import type { Procd } from "./world/world.ts";

/** How the runs of procd are told. */
export const procdWords: StoryWords<Procd> = {
  newTeller: () => new ProcdTeller(),
  describeEvent,
  describeDown,
  whyNothing,
};

type Start = Extract<ProcdEffect, { kind: "start" | "scripts" }>;

/** Remembers what is needed to put the next item into words. */
class ProcdTeller implements Teller<Procd> {
  private readonly starts = new Map<number, Start>();
  private readonly records = new Map<number, RecordKey>();
  private readonly waiting = new Set<number>();
  /** When procd last sent signals to all. */
  private signalsAt = -1;

  *tell(item: StreamItem<Procd>): Iterable<StoryLine> {
    switch (item.kind) {
      case "step":
        yield* this.tellStep(item);
        break;
      case "began": {
        this.records.set(item.pid, item.record);
        const start = this.starts.get(item.pid);
        if (item.asks !== true || start?.kind !== "start") break;
        this.waiting.add(item.pid);
        yield startLine(item.at, message("procd.asks", placeOf(start.start)));
        break;
      }
      case "executed": {
        const start = this.starts.get(item.pid);
        if (start === undefined) break;
        this.waiting.delete(item.pid);
        yield startLine(item.at, describeStart(start), this.records.get(item.pid));
        break;
      }
      case "trace":
        yield* this.tellTrace(item.event);
        break;
      case "over":
        yield* this.tellEnd(item);
        break;
    }
  }

  *close(): Iterable<StoryLine> {}

  private *tellStep({ at, event, step }: Extract<StreamItem<Procd>, { kind: "step" }>): Iterable<StoryLine> {
    if (event.kind === "boot") {
      yield bootLine(at, []);
      yield noteLine(at, message("procd.early"));
    }
    for (const effect of step.effects) {
      switch (effect.kind) {
        case "enter":
          yield noteLine(at, message("procd.enters", { state: effect.phase }));
          if (effect.stays) yield noteLine(at, staysIn(effect.phase));
          break;
        case "start":
        case "scripts":
          this.starts.set(effect.pid, effect);
          break;
        case "note-hangup":
          yield noteLine(at, message("procd.hangup"));
          break;
        case "leave-scripts":
          yield noteLine(at, message("procd.leaves-scripts"));
          break;
        case "signal-all":
          this.signalsAt = at;
          break;
        default:
          break;
      }
    }
  }

  private *tellTrace(event: ProcdTraceEvent): Iterable<StoryLine> {
    const { t: at } = event;
    switch (event.event) {
      case "log":
        yield { at, depth: 1, kind: "message", message: message("procd.log", { words: event.text }) };
        break;
      case "signal":
        yield deedLine({ at, depth: 1 }, event.id, { kind: "gets", signal: event.signal });
        break;
      case "down":
        yield downLine({ t: at, how: describeDown(event.how) });
        break;
      default:
        break;
    }
  }

  private *tellEnd({
    at,
    pid,
    how,
    code,
  }: Extract<StreamItem<Procd>, { kind: "over" }>): Iterable<StoryLine> {
    const start = this.starts.get(pid);
    this.starts.delete(pid);
    this.records.delete(pid);
    const waited = this.waiting.delete(pid);
    // What procd has just sent signals to ends because of them.
    const depth = at - this.signalsAt < half && this.signalsAt >= 0 ? 1 : 0;
    if (start === undefined) return;
    if (start.kind === "scripts") {
      const done = message("procd.scripts-over", { pattern: start.pattern });
      yield { at, depth: 0, kind: "end", message: done };
      return;
    }
    const id = start.start.entry.argv.join(" ");
    if (waited) {
      const place = placeOf(start.start);
      yield how === "killed"
        ? { at, depth, kind: "killed", message: message("procd.killed-asking", place) }
        : { at, depth, kind: "end", message: message("procd.ends-asking", place) };
    } else if (how === "killed") yield killedLine({ at, depth }, id);
    else
      yield deedLine({ at, depth }, id, { kind: "ends", code: how === "exit" && code !== 0 ? code : null });
  }
}

function staysIn(phase: string): Message {
  const action = phase === "init" ? "sysinit" : "shutdown";
  return message("procd.stays", { action, state: phase });
}

function noteLine(at: number, note: Message): StoryLine {
  return { at, depth: 1, kind: "note", message: note };
}

function startLine(at: number, what: Message, record?: RecordKey): StoryLine {
  return { at, depth: 1, kind: "start", ...(record !== undefined && { record }), message: what };
}

function describeStart(start: Start): Message {
  if (start.kind === "scripts") {
    const { pattern, argument } = start;
    return message("procd.runs-scripts", { pattern, argument });
  }
  const { device, entry } = start.start;
  const command = entry.argv.join(" ");
  return device === null || device === ""
    ? message("procd.starts", { command })
    : message("procd.starts-on", { command, device });
}

/** What is started, and where somebody has to press Enter for it. */
function placeOf({ entry, device }: ProcdStart): Readonly<Record<"command" | "device", string>> {
  return { command: entry.argv.join(" "), device: device ?? "console" };
}

function describeDown(how: ProcdRequest): Message {
  switch (how) {
    case "halt":
      return message("run.halt");
    case "power-off":
      return message("run.power-off");
    case "reboot":
      return message("run.reboot");
  }
}

/** What happens from outside, in a few words. */
function describeEvent(event: ProcdScenarioEvent): Message {
  if ("signal" in event) return describeSignal(event.signal);
  if ("kill" in event) {
    const { kill, on, with: signal = "KILL" } = event;
    const id = on === undefined ? kill : message("procd.on", { command: kill, device: on });
    return signal === "KILL" ? message("run.kill", { id }) : message("run.send", { signal, id });
  }
  const { tty: device, input } = event;
  if (input === "\n") return message("procd.enter", { device });
  return message("procd.typed", { device, text: JSON.stringify(input) });
}

function describeSignal(signal: string): Message {
  const meaning = signal === loggedSignal ? message("procd.ask-hangup") : askingOf(signal)?.meaning;
  return meaning === undefined
    ? message("run.signal", { signal })
    : message("run.signal-for", { signal, meaning });
}
