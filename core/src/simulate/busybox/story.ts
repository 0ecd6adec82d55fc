// What happens in a simulated run of BusyBox init as lines to read, in the manner of the story of sysvinit.

import { findAction } from "../../inittab/actions.ts";
import { joinLines, type StoryLine, watched } from "../run/story.ts";
import { terminalName } from "./keys.ts";
import { busyboxMessages, type SystemRequest } from "./machine/messages.ts";
import { requestOf } from "./machine/signals.ts";
import { type BusyboxRun, type BusyboxWatch, collectBusyboxRun, downWords, panicWords } from "./run.ts";
import type { BusyboxScenario, BusyboxScenarioEvent } from "./scenario.ts";
import {
  type BusyboxSimulationEnd,
  type BusyboxSimulationOptions,
  simulateBusyboxStream,
} from "./simulate.ts";
import type { BusyboxTraceEvent } from "./trace.ts";
import type { BusyboxEndKind, BusyboxStart, BusyboxStreamItem } from "./world/world.ts";

/** The trace's times are rounded to a hundredth of a second. */
const half = 0.005_001;

/** Runs a scenario once, and keeps the run and its story. What ends at once because of a signal gets one line. */
export function runAndTellBusybox(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions,
  {
    watch,
    mostLines = Number.POSITIVE_INFINITY,
  }: { readonly watch?: BusyboxWatch; readonly mostLines?: number } = {},
): BusyboxRun & { readonly story: readonly StoryLine[] } {
  const { take, finish } = collectBusyboxRun(scenario, options, watch);
  const lines = joinLines(tellAll(scenario, watched(simulateBusyboxStream(scenario, options), take)));
  const story: StoryLine[] = [];
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) return { ...finish(next.value), story };
    if (story.length < mostLines) story.push(next.value);
  }
}

function* tellAll(
  scenario: BusyboxScenario,
  stream: Generator<BusyboxStreamItem, BusyboxSimulationEnd, undefined>,
): Generator<StoryLine, BusyboxSimulationEnd, undefined> {
  const outside = (scenario.events ?? []).toSorted((one, other) => one.at - other.at);
  let next = 0;
  const story = new Teller();
  for (let item = stream.next(); ; item = stream.next()) {
    const at = item.done === true ? scenario.until : timeOf(item.value);
    for (let event = outside[next]; event !== undefined && event.at <= at + half; event = outside[++next]) {
      if (item.done === true && (story.isOver || event.at >= scenario.until)) break;
      yield { at: event.at, depth: 0, kind: "outside", text: describeBusyboxEvent(event) };
      story.outsideAt = event.at;
    }
    if (item.done === true) {
      const { stopped } = item.value;
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
  /** The machine is down, or process 1 has ended. */
  isOver = false;
  /** What init asks the kernel for at the end. */
  private request: SystemRequest = "halt";
  /** When init last did something, and whether it sent signals. */
  private stepAt = -1;
  private signals = false;
  private readonly starts = new Map<number, BusyboxStart>();
  private readonly waiting = new Set<number>();
  /** The command that was executed last: its process reports next. */
  private begun = "";
  /** What was said on the console in this moment: the log has the same once more. */
  private said = new Set<string>();
  private saidAt = -1;

  *tell(item: BusyboxStreamItem): Iterable<StoryLine> {
    switch (item.kind) {
      case "step": {
        const { at, event, step } = item;
        if (event.kind === "boot") {
          const words = event.arguments.map((word) => ` ${word}`).join("");
          yield { at, depth: 0, kind: "outside", text: `the kernel starts init${words}` };
        } else if (event.kind === "signal" && Math.abs(at - this.outsideAt) >= half)
          yield { at, depth: 0, kind: "outside", text: `a process sends ${describeSignal(event.signal)}` };
        this.stepAt = at;
        this.signals = step.effects.some(({ kind }) => kind === "signal" || kind === "signal-all");
        for (const effect of step.effects) {
          if (effect.kind === "skip")
            yield {
              at,
              depth: 1,
              kind: "note",
              text: `${effect.command} is passed over: ${effect.terminal} does not exist`,
            };
          else if (effect.kind === "request") {
            this.isOver = true;
            this.request = effect.how;
          }
        }
        break;
      }
      case "began": {
        const { start, at } = item;
        this.starts.set(start.pid, start);
        if (!start.asks) break;
        this.waiting.add(start.pid);
        yield { at, depth: 1, kind: "start", text: `${start.command} ${waitsOn(start)}` };
        break;
      }
      case "executed": {
        const start = this.starts.get(item.pid);
        if (start === undefined) break;
        const { command, terminal, action } = start;
        const place = terminal === "" ? "" : ` on ${terminalName(terminal)}`;
        const waits = findAction(action)?.waits === true ? " (init waits for it)" : "";
        this.begun = command;
        this.waiting.delete(item.pid);
        yield { at: item.at, depth: 1, kind: "start", text: `${command} starts${place}${waits}` };
        break;
      }
      case "became":
        this.begun = item.command;
        yield { at: item.at, depth: 1, kind: "note", text: `process 1 becomes ${item.command}` };
        break;
      case "trace":
        yield* this.tellTrace(item.event);
        break;
      case "over":
        yield* this.tellWaiting(item.pid, item.at, item.how);
        this.starts.delete(item.pid);
        if (item.pid !== 1) break;
        this.isOver = true;
        yield {
          at: item.at,
          depth: 0,
          kind: "outside",
          text: `the machine goes down: ${panicWords}`,
        };
        break;
    }
  }

  /** The end of one that waits for Enter: no program was there to tell of it. */
  private *tellWaiting(pid: number, at: number, how: BusyboxEndKind): Iterable<StoryLine> {
    const start = this.starts.get(pid);
    if (start === undefined || !this.waiting.delete(pid)) return;
    const [kind, end] =
      how === "killed" ? (["killed", "is killed"] as const) : (["end", "gets TERM and ends"] as const);
    yield { at, depth: 1, kind, text: `${start.command}, which ${waitsOn(start)}, ${end}` };
  }

  private *tellTrace(event: BusyboxTraceEvent): Iterable<StoryLine> {
    const { t: at } = event;
    // What init has just sent signals to ends because of them.
    const depth = this.signals && at - this.stepAt < half ? 1 : 0;
    switch (event.event) {
      case "start":
        if (!isToldBy(this.begun, event.id))
          yield { at, depth: 1, kind: "start", text: `${event.id} starts` };
        break;
      case "exit":
        yield {
          at,
          depth,
          kind: "end",
          id: event.id,
          text: `${event.id} ends${event.code === 0 || event.code === byTerm ? "" : ` with exit code ${event.code}`}`,
        };
        break;
      case "killed":
        yield { at, depth, kind: "killed", text: `${event.id} is killed` };
        break;
      case "signal":
        yield { at, depth: 1, kind: "end", id: event.id, text: `${event.id} gets ${event.signal}` };
        break;
      case "log":
        yield* this.tellLog(at, event.to, event.text);
        break;
      case "init-exit":
        yield {
          at,
          depth: 0,
          kind: "outside",
          text: `the machine goes down: ${downWords[this.request]}`,
        };
        break;
    }
  }

  private *tellLog(at: number, to: string, text: string): Iterable<StoryLine> {
    if (at !== this.saidAt) this.said = new Set();
    this.saidAt = at;
    if (to !== "syslog") {
      this.said.add(text);
      yield { at, depth: 1, kind: "message", text: to === "console" ? text : `${to}: ${text}` };
    } else if (!this.said.has(text) && !text.startsWith(startWords))
      yield { at, depth: 1, kind: "message", text: `log: init: ${text}` };
  }
}

/** The exit code of a process that TERM has ended. */
const byTerm = 143;

/** How the line of the log begins that says again what starts. */
const startWords = busyboxMessages.start("", "").split("<", 1)[0] ?? "";

/** Whether the start of a command says already that this program starts. */
function isToldBy(command: string, id: string): boolean {
  return command === id || (!/[;&|()]/.test(command) && command.split(/\s+/).includes(id));
}

function waitsOn({ terminal }: BusyboxStart): string {
  return `waits for Enter on ${terminalName(terminal)}`;
}

function timeOf(item: BusyboxStreamItem): number {
  return item.kind === "trace" ? item.event.t : item.at;
}

/** What happens from outside, in a few words. */
export function describeBusyboxEvent(event: BusyboxScenarioEvent): string {
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
