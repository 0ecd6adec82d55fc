// A session of the Debug Adapter Protocol: messages in, messages out. It knows no stream and no editor, so that it runs in
// a program of the command line and in a worker alike.

import type { DebugProtocol } from "@vscode/debugprotocol";
import {
  breakpointLocations,
  dataBreakpointInfo,
  exceptionInfo,
  setBreakpoints,
  setDataBreakpoints,
  setExceptionBreakpoints,
  setFunctionBreakpoints,
} from "./breakpoint-requests.ts";
import { capabilities } from "./capabilities.ts";
import { type Fields, fieldsOf, numberIn, textIn, textsIn } from "./fields.ts";
import type { DebugHost, LaunchQuestion } from "./host.ts";
import { goTo, gotoTargets } from "./jumps.ts";
import { message } from "./message.ts";
import { go, sayOnTheWay, standAt } from "./moving.ts";
import { startRun } from "./run.ts";
import {
  loadedSources,
  restartFrame,
  scopes,
  source,
  stackTrace,
  stepInTargets,
  threads,
  variables,
} from "./stack.ts";
import { breakpointsChanged, newState, Refusal, runIn, type State, wordsIn } from "./state.ts";
import { completions, evaluate, setExpression, setVariable, terminateThreads } from "./value-requests.ts";

/** A session. */
export interface DebugSession {
  /** Takes a message of the client; any value will do. Settles when it is answered. Never throws. */
  readonly receive: (message: unknown) => Promise<void>;
}

/** Makes a session; `send` takes messages for the client. `onEnd` is called when the client has gone. */
export function createDebugSession(
  host: DebugHost,
  send: (message: DebugProtocol.ProtocolMessage) => void,
  onEnd: () => void = () => {},
): DebugSession {
  let seq = 0;
  const post = (body: { readonly type: string } & Readonly<Record<string, unknown>>) =>
    send({ seq: ++seq, ...body });
  const state = newState(host);
  const cancelled = new Set<number>();
  /** Requests are answered in their order, though some take longer. */
  let last: Promise<void> = Promise.resolve();

  const answer = async (request: Fields) => {
    const command = textIn(request["command"]) ?? "";
    const reply = { type: "response", command, request_seq: numberIn(request["seq"]) ?? 0 };
    try {
      if (cancelled.delete(reply.request_seq)) throw new Refusal(message("debug.cancelled"));
      const handle = handlers.get(command);
      if (handle === undefined) throw new Refusal(message("debug.unknown-request", { name: command }));
      // An event about where the debugger stands must follow the answer to what has moved it.
      const held: (() => void)[] = [];
      state.sendEvent = (event, body) =>
        held.push(() => post({ type: "event", event, ...(body && { body }) }));
      const body = await handle(state, fieldsOf(request["arguments"]));
      post({ ...reply, success: true, ...(body && { body }) });
      for (const tell of held) tell();
    } catch (problem) {
      const why = problem instanceof Refusal ? problem.why : message("debug.failed", { name: command });
      const format = host.localizer().text(why);
      post({ ...reply, success: false, message: format, body: { error: { id: 1, format, showUser: true } } });
    }
    if (command === "disconnect") onEnd();
  };
  return {
    receive: (given) => {
      const request = fieldsOf(given);
      if (request["type"] !== "request") return Promise.resolve();
      if (request["command"] === "cancel") {
        const id = numberIn(fieldsOf(request["arguments"])["requestId"]);
        if (id !== undefined) cancelled.add(id);
      }
      last = last.then(() => answer(request));
      return last;
    },
  };
}

type Handler = (state: State, args: Fields) => object | undefined | Promise<object | undefined>;

const forward = { direction: 1 } as const;
const back = { direction: -1 } as const;

const moved = (state: State, args: Fields, way: Parameters<typeof go>[1]): undefined => {
  // The finest step goes into everything.
  const isFinest = args["granularity"] === "instruction" && way.step === "over";
  go(state, isFinest ? { ...way, step: "in" } : way);
};

/** The handlers by request. */
const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["initialize", initialize],
  ["launch", launch],
  ["attach", launch],
  ["configurationDone", start],
  ["restart", restart],
  ["terminate", end],
  ["disconnect", () => undefined],
  ["cancel", () => undefined],
  ["setBreakpoints", setBreakpoints],
  ["setFunctionBreakpoints", setFunctionBreakpoints],
  ["setDataBreakpoints", setDataBreakpoints],
  ["dataBreakpointInfo", dataBreakpointInfo],
  ["setExceptionBreakpoints", setExceptionBreakpoints],
  ["breakpointLocations", breakpointLocations],
  ["exceptionInfo", exceptionInfo],
  ["threads", threads],
  ["stackTrace", stackTrace],
  ["scopes", scopes],
  ["variables", variables],
  ["source", source],
  ["loadedSources", loadedSources],
  ["restartFrame", restartFrame],
  ["stepInTargets", stepInTargets],
  ["continue", (state, args) => moved(state, args, forward) ?? { allThreadsContinued: true }],
  ["next", (state, args) => moved(state, args, { ...forward, step: "over" })],
  ["stepIn", stepIn],
  ["stepOut", (state, args) => moved(state, args, { ...forward, step: "out" })],
  ["stepBack", (state, args) => moved(state, args, { ...back, step: "over" })],
  ["reverseContinue", (state, args) => moved(state, args, back)],
  ["pause", pause],
  ["gotoTargets", gotoTargets],
  ["goto", (state, args) => goTo(state, args["targetId"], "goto")],
  ["evaluate", evaluate],
  ["setVariable", setVariable],
  ["setExpression", setExpression],
  ["completions", completions],
  ["terminateThreads", terminateThreads],
]);

function initialize(state: State, args: Fields): object {
  state.client = {
    firstLine: args["linesStartAt1"] === false ? 0 : 1,
    firstColumn: args["columnsStartAt1"] === false ? 0 : 1,
  };
  return capabilities(wordsIn(state));
}

async function launch(state: State, args: Fields): Promise<undefined> {
  const question = questionIn(args);
  if (question === undefined) throw new Refusal(message("debug.no-program"));
  state.stopsOnEntry = args["stopOnEntry"] !== false;
  await load(state, question);
  state.sendEvent("initialized");
}

/** Opens the boot, and stands at its beginning. */
async function load(state: State, question: LaunchQuestion): Promise<void> {
  const opened = await state.host.open(question);
  if ("why" in opened) throw new Refusal(opened.why);
  const started = await startRun(opened.boot);
  if ("why" in started) throw new Refusal(started.why);
  state.question = question;
  state.run = started.run;
  state.reached = -1;
  state.handles = [];
  breakpointsChanged(state);
}

/** All breakpoints are known: the boot begins. */
function start(state: State): undefined {
  if (state.run === undefined) return;
  sayOnTheWay(state, 0);
  if (state.stopsOnEntry) standAt(state, 0, { reason: "entry", met: [] });
  else go(state, forward);
}

/** The boot begins anew, as it is written now. */
async function restart(state: State, args: Fields): Promise<undefined> {
  const question = questionIn(fieldsOf(args["arguments"])) ?? state.question;
  if (question === undefined) throw new Refusal(message("debug.not-launched"));
  await load(state, question);
  start(state);
}

function pause(state: State): undefined {
  standAt(state, runIn(state).place, { reason: "pause", met: [] });
}

function end(state: State): undefined {
  state.sendEvent("terminated");
}

function stepIn(state: State, args: Fields): undefined {
  const target = args["targetId"];
  if (target === undefined) return moved(state, args, { ...forward, step: "in" });
  return goTo(state, target, "step");
}

/** What `launch` asks for; undefined where it names no program. */
function questionIn(args: Fields): LaunchQuestion | undefined {
  const program = textIn(args["program"]);
  if (program === undefined) return undefined;
  const { scenario } = args;
  const bootArgs = textsIn(args["bootArgs"]);
  const until = numberIn(args["until"]);
  const texts = ["dialect", "init", "level", "root"] as const;
  return {
    program,
    ...Object.fromEntries(
      texts.flatMap((name) => (textIn(args[name]) === undefined ? [] : [[name, args[name]]])),
    ),
    ...(typeof scenario === "string" && scenario !== "" && { scenario }),
    ...(typeof scenario === "object" && scenario !== null && { scenario }),
    ...(bootArgs.length > 0 && { bootArgs }),
    ...(until !== undefined && { until }),
  };
}
