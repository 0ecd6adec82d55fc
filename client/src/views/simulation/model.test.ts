import { expect, test } from "vitest";
import {
  behave,
  bootWith,
  changesAt,
  editsAreEvents,
  emptyModel,
  happen,
  isUntouched,
  pass,
  readModel,
  reloadOf,
  settle,
  takeBack,
  withoutEvents,
} from "./model.ts";

test("what happens is put at the cursor, in order of time", () => {
  let model = happen({ ...emptyModel, cursor: 10 }, { telinit: "3" });
  model = happen({ ...model, cursor: 5 }, { signal: "INT" });
  model = happen({ ...model, cursor: 10 }, { telinit: "4" });
  expect(model.scenario.events).toEqual([
    { at: 5, signal: "INT" },
    { at: 10, telinit: "3" },
    { at: 10, telinit: "4" },
  ]);
  expect(takeBack(model, 1).scenario.events).toEqual([
    { at: 5, signal: "INT" },
    { at: 10, telinit: "4" },
  ]);
});

test("the events of any init are put together in the same way", () => {
  const pressed = happen({ ...emptyModel, cursor: 10 }, { tty: "tty2", input: "\n" });
  const model = behave(happen({ ...pressed, cursor: 4 }, { console: "\n" }), "-/bin/sh", { runs: 2 });
  expect(model.scenario).toEqual({
    events: [
      { at: 4, console: "\n" },
      { at: 10, tty: "tty2", input: "\n" },
    ],
    processes: { "-/bin/sh": { runs: 2 } },
  });
});

test("the end moves when the cursor passes it, and not before", () => {
  const inside = pass(emptyModel, 10, 60);
  expect(inside).toEqual({ scenario: {}, cursor: 10 });
  const beyond = pass({ ...emptyModel, cursor: 55 }, 10, 60);
  expect(beyond).toEqual({ scenario: { until: 125 }, cursor: 65 });
  expect(happen(pass(beyond, 50, 125), { telinit: "3" }).scenario.until).toBe(175);
});

test("an answer moves the cursor to the end of a machine, unless the user has moved on meanwhile", () => {
  const nothing = { reasons: [], processes: [], environment: [] } as const;
  const moment = { at: 7, level: "2", previous: "N", doing: "", isDown: true, ...nothing };
  const asked = { ...emptyModel, cursor: 20 };
  expect(settle(asked, asked, { moment }).cursor).toBe(7);
  expect(settle({ ...asked, cursor: 3 }, asked, { moment }).cursor).toBe(3);
  expect(settle(asked, asked, {}).cursor).toBe(20);
});

test("what is taken back leaves nothing behind", () => {
  const settings = behave(bootWith(emptyModel, ["single"]), "l2", { runs: 3 });
  expect(settings.scenario).toEqual({ bootArgs: ["single"], processes: { l2: { runs: 3 } } });
  expect(behave(bootWith(settings, []), "l2", null)).toEqual(emptyModel);
  const once = happen(emptyModel, { telinit: "3" });
  expect(takeBack(once, 0)).toEqual(emptyModel);
  expect(withoutEvents(happen(settings, { telinit: "3" })).scenario).toEqual(settings.scenario);
  // What happens next happens where it was looked at before, and not at the boot.
  expect(withoutEvents({ ...once, cursor: 4 }).cursor).toBe(4);
});

test("a comparison takes the place of nothing that was clicked together", () => {
  expect(isUntouched(emptyModel)).toBe(true);
  expect(isUntouched(pass(emptyModel, 100, 60))).toBe(true);
  expect(isUntouched(happen(emptyModel, { telinit: "3" }))).toBe(false);
  expect(isUntouched(bootWith(emptyModel, ["3"]))).toBe(false);
  expect(isUntouched(behave(emptyModel, "l2", { runs: 3 }))).toBe(false);
});

test("edits happen to the machine from the cursor on, until they are there from the boot on again", () => {
  const model = editsAreEvents({ ...happen(emptyModel, { telinit: "q" }), cursor: 7 }, "id:2:initdefault:\n");
  expect(model.booted).toEqual({ text: "id:2:initdefault:\n", at: 7 });
  expect(pass(model, 3, 60).booted).toEqual(model.booted);
  expect(isUntouched(editsAreEvents(emptyModel, ""))).toBe(false);
  expect(editsAreEvents(model, null).booted).toBeUndefined();
});

test("a reload happens after the boot, in the words of the init", () => {
  const offers = (happening: object, name: "telinit" | "reload", detail: string) => ({
    groups: [{ name: "init" as const, offers: [{ name, detail, happening }] }],
    ...{ bootWords: [], hasRunlevels: true, settings: [] },
  });
  expect(reloadOf("x", { moments: [0, 1, 2.5], offers: offers({ telinit: "q" }, "telinit", "q") })).toEqual({
    scenario: { events: [{ at: 5, telinit: "q" }] },
    cursor: 5,
    booted: { text: "x", at: 4 },
  });
  const busybox = reloadOf("x", { offers: offers({ signal: "HUP" }, "reload", "") });
  expect(busybox?.scenario.events).toEqual([{ at: 2, signal: "HUP" }]);
  expect(reloadOf("x", { offers: offers({ telinit: "3" }, "telinit", "3") })).toBeUndefined();
  expect(reloadOf("x", { offers: null })).toBeUndefined();
});

test("what a moment stops and starts is counted", () => {
  const intervals = [
    { start: 0, end: 1 },
    { start: 1, end: null },
    { start: 1, end: 5 },
    { start: 5, end: null },
  ];
  expect(changesAt(intervals, 5)).toEqual({ stops: 1, starts: 1 });
  expect(changesAt([], 5)).toEqual({ stops: 0, starts: 0 });
});

test("whatever a window has kept becomes a model", () => {
  const values = [undefined, null, 7, {}, { scenario: 7, cursor: "x" }, { cursor: Number.NaN }];
  for (const value of values) expect(readModel(value)).toEqual(emptyModel);
  const model = { scenario: { bootArgs: ["3"] }, cursor: 4 };
  expect(readModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
});
