// What a session knows between two requests. It is the one thing in the debugger that changes.

import type { Localizer, Message, SeenValue } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Breakpoint, type Meetings, meetingsOf } from "./breakpoint.ts";
import type { DebugHost, LaunchQuestion } from "./host.ts";
import { message } from "./message.ts";
import { namesIn, type Run } from "./run.ts";

/** What a client has said of itself in `initialize`. */
export interface Client {
  /** What the client calls the first line, and the first column. */
  readonly firstLine: 0 | 1;
  readonly firstColumn: 0 | 1;
}

/** Why the debugger stands where it stands. */
export interface Halt {
  readonly reason: string;
  readonly met: readonly Breakpoint[];
}

/** All breakpoints of a session. */
export interface Breakpoints {
  /** By the key of their source. */
  readonly lines: Map<string, readonly Breakpoint[]>;
  functions: readonly Breakpoint[];
  data: readonly Breakpoint[];
  exceptions: readonly Breakpoint[];
}

/** A session. */
export interface State {
  readonly host: DebugHost;
  /** Sends the client an event, right after the answer to the request. */
  sendEvent: (event: string, body?: object) => void;
  client: Client;
  question: LaunchQuestion | undefined;
  run: Run | undefined;
  /** It was started, so that breakpoints that are set from now on make no difference to where it stands. */
  isStarted: boolean;
  stopsOnEntry: boolean;
  halt: Halt;
  /** The furthest place that was come by: what was said until then was put out. */
  reached: number;
  readonly breakpoints: Breakpoints;
  lastBreakpoint: number;
  /** Where the breakpoints are met in the run; made again when either changes. */
  meetings: { readonly run: Run; readonly found: Meetings } | undefined;
  /** The values with parts that were sent to the client since the debugger stands here. */
  handles: (() => readonly SeenValue[])[];
}

/** A session that nothing was asked of yet. */
export function newState(host: DebugHost): State {
  return {
    host,
    sendEvent: () => {},
    client: { firstLine: 1, firstColumn: 1 },
    question: undefined,
    run: undefined,
    isStarted: false,
    stopsOnEntry: true,
    halt: { reason: "entry", met: [] },
    reached: -1,
    breakpoints: { lines: new Map(), functions: [], data: [], exceptions: [] },
    lastBreakpoint: 0,
    meetings: undefined,
    handles: [],
  };
}

/** A request cannot be answered, for a reason that the user is to read. */
export class Refusal extends Error {
  readonly why: Message;

  constructor(why: Message) {
    super("refused");
    this.why = why;
  }
}

/** The run; refuses where there is none yet. */
export function runIn({ run }: State): Run {
  if (run === undefined) throw new Refusal(message("debug.not-launched"));
  return run;
}

/** Words in the language of the user. */
export function wordsIn({ host }: State): Localizer {
  return host.localizer();
}

/** The breakpoints are others now. */
export function breakpointsChanged(state: State): void {
  state.meetings = undefined;
}

/** Where the breakpoints are met. */
export function meetingsIn(state: State): Meetings {
  const run = runIn(state);
  const debuggee = state.meetings?.run.debuggee;
  if (state.meetings === undefined || debuggee !== run.debuggee) {
    const { lines, functions, data, exceptions } = state.breakpoints;
    const all = [...lines.values()].flat().concat(functions, data, exceptions);
    state.meetings = { run, found: meetingsOf(all, run.debuggee, (place) => namesIn(run, place)) };
  }
  return state.meetings.found;
}

/** The line of a client, from 0. */
export function lineOf({ client }: State, line: number): number {
  return line - client.firstLine;
}

/** A line from 0 as the client counts. */
export function clientLine({ client }: State, line: number): number {
  return line + client.firstLine;
}

/** A source as the client is shown it. */
export function sourceAt(path: string): DebugProtocol.Source {
  return { name: path.replace(/^.*[\\/]/, "") || path, path };
}
