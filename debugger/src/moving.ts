// Going through the run: steps, forward and back, jumps, and what is put out on the way.

import { type Message, type Travel, travel } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { evaluateText, type Lookup } from "./expression.ts";
import { message } from "./message.ts";
import { namesIn, positionOf } from "./run.ts";
import { shownValue } from "./shown-value.ts";
import { type Halt, meetingsIn, runIn, type State, wordsIn } from "./state.ts";

/** So many lines are put out at once; a run can say thousands. */
const mostLines = 200;

/** The session as a thread of the protocol: init. */
export const initThread = 1;

/** Continues, and reports where it has stopped. At the end of the run it stops once, and then the session is over. */
export function go(state: State, way: Travel): void {
  const run = runIn(state);
  const { debuggee, place: from } = run;
  const isEnd = way.direction === 1 && from === debuggee.positions.length - 1;
  if (isEnd) {
    state.sendEvent("exited", { exitCode: 0 });
    state.sendEvent("terminated");
    return;
  }
  const meetings = meetingsIn(state);
  const logs: string[] = [];
  const { place, why } = travel(debuggee, from, way, {
    places: meetings.places,
    stops: (at) => {
      const met = meetings.at(at);
      if (way.direction === 1)
        for (const { log } of met) if (log !== undefined) logs.push(filledIn(state, log, namesIn(run, at)));
      return met.some(({ log }) => log === undefined);
    },
  });
  sayOnTheWay(state, place);
  for (const line of logs) state.sendEvent("output", { category: "console", output: `${line}\n` });
  const met = meetings.at(place).filter(({ log }) => log === undefined);
  if (why === "trap" || met.length > 0)
    standAt(state, place, { reason: met[0]?.reason ?? "breakpoint", met });
  else if (why === "step") standAt(state, place, { reason: "step", met: [] });
  else standAt(state, place, { reason: way.step === undefined ? "pause" : "step", met: [] });
}

/** Stands at a place from now on, and reports it. */
export function standAt(state: State, place: number, halt: Halt): void {
  state.run = { ...runIn(state), place };
  state.halt = halt;
  state.handles = [];
  const { text } = wordsIn(state);
  const alarms = halt.reason === "exception" ? { text: text(positionOf(state.run).message) } : {};
  const words = edgeWords(state);
  state.sendEvent("stopped", {
    reason: halt.reason,
    threadId: initThread,
    allThreadsStopped: true,
    ...alarms,
    ...(words !== undefined && { description: text(words) }),
    ...(halt.met.length > 0 && { hitBreakpointIds: halt.met.map(({ id }) => id) }),
  } satisfies DebugProtocol.StoppedEvent["body"]);
}

/** Puts out what init and its children say, once, and as far as the debugger has come. */
export function sayOnTheWay(state: State, place: number): void {
  const { debuggee } = runIn(state);
  const { text } = wordsIn(state);
  const said = debuggee.positions
    .slice(state.reached + 1, place + 1)
    .filter(({ occurrence }) => occurrence.kind === "says")
    .map(({ at, message: what }) => `${at.toFixed(2)} ${text(what)}`);
  state.reached = Math.max(state.reached, place);
  if (said.length === 0) return;
  const more = said.length - mostLines;
  const lines =
    more > 0 ? [...said.slice(0, mostLines), text(message("output.more", { count: more }))] : said;
  state.sendEvent("output", { category: "stdout", output: `${lines.join("\n")}\n` });
}

function edgeWords(state: State): Message | undefined {
  const { place, debuggee } = runIn(state);
  if (place === debuggee.positions.length - 1) return message("stop.end");
  return place === 0 ? message("stop.boot") : undefined;
}

/** A logpoint's text with the values of the expressions in braces. */
function filledIn(state: State, log: string, lookup: Lookup): string {
  return log.replace(/\{([^{}]*)\}/g, (_, expression: string) => {
    const found = evaluateText(expression, lookup);
    return found.kind === "value" ? shownValue(state, found.value) : `{${wordsIn(state).text(found.why)}}`;
  });
}
