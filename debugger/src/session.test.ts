import { pieceOf } from "@inittab/core/testing/alphabet";
import { wordsOutside } from "@inittab/host/testing/brackets";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sessionOf } from "./testing/text-host.ts";

const table = "id:2:initdefault:\nsi::sysinit:/etc/rcS\n1:2:respawn:/sbin/getty 38400 tty1\n";

const commands = [
  ...["initialize", "launch", "configurationDone", "restart", "terminate", "cancel", "threads", "pause"],
  ...["setBreakpoints", "setFunctionBreakpoints", "setDataBreakpoints", "setExceptionBreakpoints"],
  ...["dataBreakpointInfo", "breakpointLocations", "exceptionInfo", "stackTrace", "scopes", "variables"],
  ...["source", "loadedSources", "restartFrame", "stepInTargets", "continue", "next", "stepIn", "stepOut"],
  ...["stepBack", "reverseContinue", "gotoTargets", "goto", "evaluate", "setVariable", "setExpression"],
  ...["completions", "terminateThreads", "attach", "disconnect", "constructor"],
];

const value = fc.oneof(
  fc.constantFrom<unknown>(0, 1, -1, 3, 1e9, Number.NaN, null, true, [], {}, "level", "record:1", "repl"),
  pieceOf("telinit 3", "level ==", "records.l2", "goto 1", "{time}", "too-fast", ">= 2"),
);
const names = [
  ...["program", "source", "breakpoints", "line", "condition", "hitCondition", "logMessage", "name"],
  ...["expression", "context", "value", "variablesReference", "frameId", "targetId", "threadId", "filters"],
  ...["text", "column", "requestId", "dataId", "start", "count", "threadIds", "scenario", "format"],
];
const flat = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 });
const argument = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(value, flat, fc.array(flat, { maxLength: 3 })),
  { maxKeys: 6 },
);
const request = fc.record({ command: fc.constantFrom(...commands), arguments: fc.oneof(argument, value) });

test("every request is answered once and in its order, whatever its arguments are, and none fails", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 12 }), fc.boolean(), async (asked, isLaunched) => {
      const { session, sent } = sessionOf(table);
      const first = isLaunched ? [{ command: "launch", arguments: { program: "x" } }] : [];
      const all = [...first, ...asked].map((each, index) => ({ type: "request", seq: index + 1, ...each }));
      await Promise.all(all.map((each) => session.receive(each)));
      const answers = sent.filter(({ type }) => type === "response");
      const numbers = answers.map((answer) => "request_seq" in answer && answer.request_seq);
      expect(numbers).toEqual(all.map(({ seq }) => seq));
      expect(sent.map(({ seq }) => seq)).toEqual(sent.map((_, index) => index + 1));
      const told = answers.map((answer) => ("message" in answer ? String(answer.message) : ""));
      expect(told.filter((text) => text.startsWith("The debugger has failed"))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("what is no request is not answered", async () => {
  const { session, sent } = sessionOf(table);
  for (const odd of [undefined, null, 7, "x", [], {}, { type: "event" }, { type: "response", seq: 1 }])
    await session.receive(odd);
  expect(sent).toEqual([]);
});

test("lines and columns are counted as the client counts", async () => {
  const { session, sent } = sessionOf(table);
  const ask = (command: string, given: object) =>
    session.receive({ type: "request", seq: 1, command, arguments: given });
  await ask("initialize", { linesStartAt1: false, columnsStartAt1: false });
  await ask("launch", { program: "x" });
  await ask("setBreakpoints", { source: { path: "/etc/inittab" }, breakpoints: [{ line: 2 }] });
  expect(sent.at(-1)).toMatchObject({ body: { breakpoints: [{ line: 2, verified: true }] } });
  await ask("configurationDone", {});
  await ask("continue", {});
  await ask("stackTrace", { threadId: 1 });
  expect(sent.at(-1)).toMatchObject({ body: { stackFrames: [{ line: 2, column: 0 }] } });
});

test("no word stands outside the catalogues", async () => {
  const { session, sent } = sessionOf(`${table}bad\n`, "qps-ploc");
  const ask = (command: string, given: object = {}) =>
    session.receive({ type: "request", seq: 1, command, arguments: given });
  const filters = ["dropped", "too-fast", "no-login", "down", "skipped"];
  await ask("launch", { program: "x" });
  await ask("initialize");
  await ask("setExceptionBreakpoints", { filters });
  await ask("setBreakpoints", {
    source: { path: "/etc/inittab" },
    breakpoints: [{ line: 4 }, { line: 9 }, { line: 3, condition: "(" }, { line: 3, hitCondition: "x" }],
  });
  await ask("setFunctionBreakpoints", { breakpoints: [{ name: "" }] });
  await ask("dataBreakpointInfo", { name: "level" });
  await ask("configurationDone");
  for (const step of ["continue", "exceptionInfo", "stackTrace", "continue", "fly", "stepBack"])
    await ask(step);
  await ask("evaluate", { expression: "telinit 3", context: "repl" });
  await ask("evaluate", { expression: "signal", context: "repl" });
  await ask("evaluate", { expression: "nobody" });
  await ask("gotoTargets", { source: { path: "/etc/inittab" }, line: 3 });
  const told = sent.flatMap((each) => ("body" in each || "message" in each ? sentencesOf(each) : []));
  expect(told.length).toBeGreaterThan(20);
  const given = [...table.split("\n"), "bad", "INIT: version 3.14 booting", "telinit 3", "getty tty1"];
  for (const text of told) expect.soft(wordsOutside(text, given), text).toEqual([]);
});

/** The members that are sentences for people. */
function sentencesOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member !== "string"
      ? sentencesOf(member)
      : ["message", "description", "format", "label", "text", "result", "typeName"].includes(name)
        ? [member]
        : [],
  );
}
