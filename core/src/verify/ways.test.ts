// The states that a search finds are those of the simulator, and what it leaves out changes no answer.

import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { runSimulation } from "../simulate/sysvinit/simulate.ts";
import { readScenario } from "../simulate/sysvinit/validate.ts";
import { sysvinitWays } from "../simulate/sysvinit/ways.ts";
import { restingPlaces } from "./rest.ts";
import { type StateSpace, search } from "./search.ts";

const levels = fc.constantFrom("", "2", "3", "23", "S", "0", "6", "a");
const actions = fc.constantFrom(
  ...["respawn", "respawn", "once", "wait", "sysinit", "boot", "bootwait", "ondemand", "off"],
  ...["ctrlaltdel", "kbrequest", "powerfail", "powerwait", "powerokwait", "powerfailnow"],
);
const processes = fc.constantFrom(
  ...["/sbin/getty tty1", "/sbin/sulogin", "/bin/x", "/bin/y", "", "/sbin/shutdown -r now"],
  ...["/etc/init.d/rc 0", "/etc/init.d/rc 6", "telinit 3", "/sbin/shutdown -h +2", "/usr/sbin/sshd -D"],
);
const table = fc
  .tuple(
    fc.constantFrom("id:2:initdefault:", "id:3:initdefault:", "id:S:initdefault:", ""),
    fc.array(fc.tuple(levels, actions, processes), { maxLength: 4 }),
  )
  .map(([first, records]) =>
    [first, ...records.map((fields, index) => [`r${index}`, ...fields].join(":"))]
      .map((line) => `${line}\n`)
      .join(""),
  );

/** What can be told of a state, with records that stand for each other under one name. */
function told(
  level: string,
  running: readonly string[],
  disabled: readonly string[],
  space: StateSpace,
): string {
  const names = new Map(
    space.records.map(({ id, action, runlevels }) => [
      id,
      action === "respawn" ? `respawn:${runlevels}` : id,
    ]),
  );
  const list = (ids: readonly string[]) =>
    ids
      .map((id) => names.get(id) ?? id)
      .sort()
      .join();
  return `${level} [${list(running)}] [${list(disabled)}]`;
}

function idsOf(places: readonly number[], space: StateSpace): readonly string[] {
  return places.map((place) => space.records[place]?.id ?? "");
}

test("the way to each state leads the simulator into that state", () => {
  fc.assert(
    fc.property(table, fc.nat(), (text, seed) => {
      const space = search(sysvinitWays(text), { states: 400 });
      const place = seed % space.count;
      const { scenario } = space.wayTo(place);
      const reading = readScenario(scenario);
      if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
      const { trace, state } = runSimulation(reading.scenario);
      const view = space.view(place);
      if (view.kind === "down") {
        expect(trace.ended?.how).toBe(view.down);
        return;
      }
      // What ends at once is alive at no moment that anybody could name.
      const live = state.entries
        .filter(({ running, zombie, process }) => running && !zombie && process !== "")
        .map(({ id }) => id);
      const failing = state.entries.filter((entry) => entry.failing).map(({ id }) => id);
      expect(told(state.level, live, failing, space)).toBe(
        told(view.level, idsOf(view.running, space), idsOf(view.disabled, space), space),
      );
    }),
    { numRuns: 150 },
  );
});

test("what the reduced search leaves out changes nothing at rest", () => {
  fc.assert(
    fc.property(table, (text) => {
      const whole = search(sysvinitWays(text, { reduce: false }), { states: 1500 });
      fc.pre(whole.exhausted);
      const reduced = search(sysvinitWays(text), { states: 1500 });
      expect(atRest(reduced, reduced)).toEqual(atRest(whole, reduced));
    }),
    { numRuns: 40 },
  );
});

/**
 * The states at rest, without the records that wait for a key or the power. Where one runs that `reduced` leaves out, init
 * goes on when it ends.
 */
function atRest(space: StateSpace, reduced: StateSpace): readonly string[] {
  const found = new Set<string>();
  const moves = new Set<string>();
  for (let place = 0; place < reduced.count; place++)
    for (const { move } of reduced.next(place)) moves.add(move.words);
  const signsOf = (place: number) => space.records[place]?.signs ?? [];
  const isLeftOut = (place: number) =>
    signsOf(place).length > 0 && !signsOf(place).some((sign) => moves.has(sign));
  const ordinary = (places: readonly number[]) =>
    idsOf(
      places.filter((place) => signsOf(place).length === 0),
      space,
    );
  for (const place of restingPlaces(space)) {
    const { level, running, disabled } = space.view(place);
    if (!running.some(isLeftOut)) found.add(told(level, ordinary(running), ordinary(disabled), space));
  }
  return [...found].sort();
}

test.each([
  ["opens its pipe", "id:S:initdefault:\nr2::powerfail:\nr3:6:powerfailnow:/bin/x\n"],
  ["rests in single-user mode", "id:2:initdefault:\nr1::powerfail:/bin/y\nr2:S:ondemand:\n"],
])("init %s with an event only, and the reduced search knows it", (_, text) => {
  const whole = search(sysvinitWays(text, { reduce: false }));
  const reduced = search(sysvinitWays(text));
  expect(atRest(reduced, reduced)).toEqual(atRest(whole, reduced));
});

test.each(["once", "wait", "kbrequest"])("a record of %s that ends at once in single-user mode", (action) => {
  const space = search(sysvinitWays(`id:S:initdefault:\nr1:S:${action}:\n`));
  // Init starts it again and again, so there is neither rest nor a login.
  expect(space.view(0)).toMatchObject({ kind: "busy", level: "S", running: [] });
  expect([...restingPlaces(space)]).toContain(0);
  expect(space.steps).toBeLessThan(100);
});

test("the events that are on by default leave out a table that changes", () => {
  expect(defaultWayEvents.has("file")).toBe(false);
});
