import type { RcCall } from "@inittab/core";
import type { RcVisit, RcVisitStep, SimulationLane, SimulationWhole } from "@inittab/server/protocol";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { RowView } from "./scripts.ts";

// The page's texts come from its document, which is not there.
vi.stubGlobal("document", { getElementById: () => null });
let scripts: typeof import("./scripts.ts");
beforeAll(async () => {
  scripts = await import("./scripts.ts");
});
// Other tests in this process have no document.
afterAll(() => vi.unstubAllGlobals());

function step(name: string, more: Partial<RcVisitStep> = {}): RcVisitStep {
  const argument = name.startsWith("K") ? "stop" : "start";
  return { kind: "call", name, argument, remark: "", broken: false, uri: `file:///etc/${name}`, ...more };
}

function visit(level: string, previous: string, steps: readonly RcVisitStep[]): RcVisit {
  return { program: "rc", flavor: "deb12", system: "Debian", because: "", level, previous, steps, locks: [] };
}

const recordOf = (id: string) => ({ id, path: "/etc/inittab", line: Number(id.slice(1)) });
const keyOf = (id: string) => `/etc/inittab ${id.slice(1)} ${id}`;
const calls: readonly RcCall[] = [
  { record: recordOf("l2"), process: "/etc/rc 2", start: 1, program: "rc", previous: "N", level: "2" },
  { record: recordOf("l1"), process: "/etc/rc 1", start: 10, program: "rc", previous: "2", level: "1" },
  { record: recordOf("l2"), process: "/etc/rc 2", start: 20, program: "rc", previous: "1", level: "2" },
];
const whole = {
  lanes: ["l1", "l2", "g3"].map((id) => ({ record: recordOf(id) }) as SimulationLane),
  rcCalls: calls,
} as unknown as SimulationWhole;

/** The rows at a time, with the visits of the fixture: `l2` twice, and `l1` with nothing around it to run. */
function check(view: Partial<RowView>): readonly string[] {
  const ways = [0, 9, 20].map((cursor) => scripts.waysAt({ whole, cursor }).get(keyOf("l2")));
  const boot = visit("2", "N", [
    step("S01a"),
    step("S09gone", { kind: "skip", argument: null, broken: true }),
  ]);
  const back = visit("2", "1", []);
  const visits = new Map(
    ways.map((way, index) => [way === undefined ? "" : scripts.wayKey(way), index === 2 ? back : boot]),
  );
  const all: RowView = {
    ...{ whole, onlyRunning: false, lives: new Map(), opened: new Set<string>(), visits },
    ...{ cursor: 0, selected: null, script: null, ...view },
  };
  const rows = scripts.rowsOf(all);
  const chosen = scripts.chosenRow(rows, all);
  return rows.map((row, index) => {
    const text =
      row.kind === "script"
        ? `  ${scripts.describeScript(row.step)}`
        : `${row.lane.record.id} ${row.isOpen === undefined ? "" : row.isOpen ? "open" : "closed"}`.trim();
    return index === chosen ? `> ${text}` : text;
  });
}

test("only a lane whose scripts are known can be opened", () => {
  expect(check({})).toEqual(["l1", "l2 closed", "g3"]);
  expect(check({ opened: new Set([keyOf("l2"), keyOf("l1")]) })).toEqual([
    "l1",
    "l2 open",
    "  S01a start",
    "  S09gone cannot be run: ",
    "g3",
  ]);
});

test("the call at the cursor counts, and before any call the first one", () => {
  const opened = new Set([keyOf("l2")]);
  expect(check({ opened, cursor: 19.9 })).toHaveLength(5);
  expect(check({ opened, cursor: 20 })).toEqual(["l1", "l2 open", "  rc finds nothing to do", "g3"]);
});

test("the way to a call has all calls before it", () => {
  expect(scripts.waysAt({ whole, cursor: 30 }).get(keyOf("l2"))).toEqual({
    program: "rc",
    level: "2",
    previous: "1",
    before: [
      { program: "rc", level: "2", previous: "N" },
      { program: "rc", level: "1", previous: "2" },
    ],
  });
});

test("a script is chosen, or its lane where there is no such script any more", () => {
  const view = { opened: new Set([keyOf("l2")]), selected: keyOf("l2") };
  expect(check({ ...view, script: 0 })[2]).toBe(">   S01a start");
  expect(check({ ...view, script: 7 })[1]).toBe("> l2 open");
  expect(check({ ...view, script: null })[1]).toBe("> l2 open");
});

test("what OpenRC does is said in its own words", () => {
  const said = step("ERROR: a needs service(s) gone", { kind: "other", argument: null, uri: null });
  expect(scripts.describeScript(said, "openrc")).toBe("ERROR: a needs service(s) gone");
  expect(scripts.describeScript(undefined, "openrc")).toBe("OpenRC finds nothing to do");
  const visit = { program: "openrc", flavor: "openrc", system: "OpenRC 0.63.3" } as const;
  expect(
    scripts.describeVisit({ ...visit, level: "boot", previous: "N", because: "", steps: [], locks: [] }),
  ).toBe("The services that openrc boot stops and starts, as in OpenRC 0.63.3");
});

test("the tip of a lane says why the system is taken for what it is", () => {
  const boot = { ...visit("2", "N", []), because: "etc/debian_version says 12.5" };
  expect(scripts.describeVisit(boot)).toBe(
    "The scripts that rc runs at boot into 2, as in Debian, because etc/debian_version says 12.5",
  );
});
