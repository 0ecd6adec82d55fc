// The requests that ask for values and change them. Whatever is changed is changed by something that happens to the
// machine: a request, a signal, the end of a process.

import { type Happening, placeAt, type SeenValue, sceneOf } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { evaluateText } from "./expression.ts";
import { type Fields, fieldsOf, numberIn, textIn } from "./fields.ts";
import { message } from "./message.ts";
import { standAt } from "./moving.ts";
import { happenNext, namesIn, positionOf } from "./run.ts";
import { shownValue, typeOf } from "./shown-value.ts";
import { nameIn, referenceOf, valuesBehind } from "./stack.ts";
import { breakpointsChanged, Refusal, runIn, type State, wordsIn } from "./state.ts";

/** Answers `evaluate`: an expression; in the console also something that is to happen next, or a time to go to. */
export async function evaluate(state: State, args: Fields): Promise<DebugProtocol.EvaluateResponse["body"]> {
  const text = textIn(args["expression"])?.trim() ?? "";
  if (args["context"] === "repl") {
    const done = await command(state, text);
    if (done !== undefined) return { result: done, variablesReference: 0 };
  }
  const found = evaluated(state, text);
  const hex = fieldsOf(args["format"])["hex"] === true;
  return {
    result: shownValue(state, found, { hex }),
    type: typeOf(found),
    variablesReference: referenceOf(state, found),
    ...(found.parts !== undefined && { namedVariables: found.parts.length }),
  };
}

/** Does what a line of the console asks for; undefined where it asks for nothing that is known. */
async function command(state: State, text: string): Promise<string | undefined> {
  const [, what = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const { machine } = runIn(state).boot;
  if (what === "goto" && /^\d+(\.\d+)?$/.test(rest)) {
    standAt(state, placeAt(runIn(state).debuggee, Number(rest)), { reason: "goto", met: [] });
    return wordsIn(state).text(positionOf(runIn(state)).message);
  }
  if (what !== "init" && !machine.happeningWords.includes(what)) return undefined;
  const reading = machine.readHappening(what, rest);
  if (reading.kind === "wrong") throw new Refusal(reading.why);
  // A file would have to be read first.
  if (reading.kind === "write") return undefined;
  await letHappen(state, reading.happening);
  return wordsIn(state).text(message("happens.next", { what: { code: text } }));
}

async function letHappen(state: State, happening: Happening): Promise<void> {
  const changed = await happenNext(runIn(state), happening);
  if ("why" in changed) throw new Refusal(changed.why);
  state.run = changed.run;
  breakpointsChanged(state);
}

/** The value of an expression here; refuses where there is none. */
function evaluated(state: State, text: string): SeenValue {
  const run = runIn(state);
  const lookup = namesIn(run, run.place);
  // The id of a record is no name of an expression as a rule.
  const plain = lookup(text);
  const found = plain === undefined ? evaluateText(text, lookup) : { kind: "value" as const, value: plain };
  if (found.kind === "wrong") throw new Refusal(found.why);
  return found.value;
}

/** Answers `setVariable`. */
export async function setVariable(
  state: State,
  args: Fields,
): Promise<DebugProtocol.SetVariableResponse["body"]> {
  const name = nameIn(args);
  const found = valuesBehind(state, args).find((value) => value.name === name);
  if (found === undefined) throw new Refusal(message("debug.no-value"));
  return { value: await setValue(state, found, textIn(args["value"]) ?? "") };
}

/** Answers `setExpression`. */
export async function setExpression(
  state: State,
  args: Fields,
): Promise<DebugProtocol.SetExpressionResponse["body"]> {
  const found = evaluated(state, textIn(args["expression"])?.trim() ?? "");
  return { value: await setValue(state, found, textIn(args["value"]) ?? "") };
}

/** Lets happen what makes a value become a text. */
async function setValue(state: State, { name, becomes }: SeenValue, text: string): Promise<string> {
  if (becomes === undefined) throw new Refusal(message("debug.no-set", { name }));
  const plain = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  const happening = becomes(plain);
  if (happening === undefined) throw new Refusal(message("debug.no-such-value", { name, value: plain }));
  await letHappen(state, happening);
  return plain;
}

/** Answers `completions`: what the console and expressions know. */
export function completions(state: State, args: Fields): DebugProtocol.CompletionsResponse["body"] {
  const text = textIn(args["text"]) ?? "";
  const column =
    (numberIn(args["column"]) ?? text.length + state.client.firstColumn) - state.client.firstColumn;
  const typed = text.slice(0, column);
  const [word = ""] = /[^\s.()!=<>&|]*$/.exec(typed) ?? [];
  const before = typed.slice(0, typed.length - word.length);
  const start = before.length;
  const item = (label: string, type: DebugProtocol.CompletionItemType) => ({
    label,
    type,
    start: start + state.client.firstColumn - 1,
    length: word.length,
  });
  const items = offered(state, before).map(({ label, type }) => item(label, type));
  return { targets: items.filter(({ label }) => label.startsWith(word)) };
}

interface Offered {
  readonly label: string;
  readonly type: DebugProtocol.CompletionItemType;
}

function offered(state: State, before: string): readonly Offered[] {
  const run = runIn(state);
  const { means, boot, place } = run;
  const [, owner] = /([\w~]+(?:\.[\w~]+)*)\.$/.exec(before) ?? [];
  if (owner !== undefined) {
    const found = evaluateText(owner, namesIn(run, place));
    const parts = found.kind === "value" ? (found.value.parts ?? []) : [];
    return parts.map(({ name }) => ({ label: name, type: "field" }));
  }
  if (/^\s*(?:telinit|init)\s+$/.test(before))
    return means.offers.groups
      .flatMap((group) => group.offers)
      .flatMap(({ name, detail }) => (name === "telinit" && detail !== undefined ? [detail] : []))
      .map((label) => ({ label, type: "value" }));
  if (/^\s*kill\s+$/.test(before))
    return boot.lanes.flatMap(({ key }) => (key === "" ? [] : [{ label: key, type: "value" }]));
  const commands = before.trim() === "" ? [...boot.machine.happeningWords, "goto"] : [];
  const names = ["event", "init", "records", "processes", "locks", "environment", "files"];
  const values = [
    "time",
    "level",
    "previous",
    "doing",
    "isDown",
    "pending",
    "record",
    "code",
    "signal",
    "said",
  ];
  return [
    ...commands.filter((word) => word !== "write").map((label): Offered => ({ label, type: "function" })),
    ...names.filter((name) => name !== "event").map((label): Offered => ({ label, type: "module" })),
    ...values.map((label): Offered => ({ label, type: "variable" })),
  ];
}

/** Answers `terminateThreads`: processes get TERM. */
export async function terminateThreads(state: State, args: Fields): Promise<undefined> {
  const ids: readonly unknown[] = Array.isArray(args["threadIds"]) ? args["threadIds"] : [];
  const { debuggee, place } = runIn(state);
  for (const id of ids) {
    const process = sceneOf(debuggee, place).processes.find(({ pid }) => pid === id);
    const offer = process?.offers.find(({ name }) => name === "process-term");
    if (offer === undefined) throw new Refusal(message("debug.no-thread"));
    await letHappen(state, offer.happening);
  }
}
