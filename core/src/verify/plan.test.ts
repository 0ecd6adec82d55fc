import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { runSimulation } from "../simulate/sysvinit/simulate.ts";
import { readScenario } from "../simulate/sysvinit/validate.ts";
import { harmsOf, type Plan, type PlannedProcess, planChange } from "./plan.ts";

function plan(old: string, fresh: string, machine = "sysvinit", states = 2000): Plan {
  const result = planChange(old, fresh, machine, { events: defaultWayEvents, limits: { states } });
  if (result === undefined) throw new Error(`${machine} is not searched`);
  return result;
}

/** The plan in a line for each thing that happens. */
function check(old: string, fresh: string, machine?: string): string {
  const { comparison, reloads, occasions, warnings } = plan(old, fresh, machine);
  const list = (name: string, processes: readonly PlannedProcess[]) =>
    processes.map(({ process, line, isNew }) => `${name} ${isNew ? "new" : "old"} ${line}: ${process}`);
  const changes = ({
    stops,
    restarts,
    starts,
  }: Pick<Plan["reloads"][number], "stops" | "restarts" | "starts">) => [
    ...list("stops", stops),
    ...list("restarts", restarts),
    ...list("starts", starts),
  ];
  return [
    comparison.kind,
    ...reloads.flatMap((reload) => [
      `${reload.request} in ${reload.level || "-"}: ${reload.keeps} on`,
      ...changes(reload),
      ...list("strays", reload.strays),
      ...list("outdated", reload.outdated),
      ...changes(reload.again).map((line) => `again ${line}`),
    ]),
    ...occasions.flatMap(({ occasion, gone, added, order, down }) => [
      `${occasion}:${order ? " order" : ""}${down === undefined ? "" : ` ${down.one || "up"} -> ${down.other || "up"}`}`,
      ...list("gone", gone),
      ...list("added", added),
    ]),
    ...warnings.map(({ question }) => `warning ${question}`),
    `harms: ${harmsOf(plan(old, fresh, machine)).join()}`,
  ].join("\n");
}

const table = `id:2:initdefault:
l0:0:wait:/etc/init.d/rc 0
l6:6:wait:/etc/init.d/rc 6
l2:2:wait:/etc/init.d/rc 2
ca:23:ctrlaltdel:/sbin/shutdown -r now
1:23:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
`;

test("the same list does nothing", () => {
  expect(check(table, `# The same\n${table}`)).toMatchInlineSnapshot(`
    "same-list
    telinit q in 2: 2 on
    telinit q in 3: 2 on
    telinit q in 1: 0 on
    harms: "
  `);
});

test("a process stays until it ends when its record names another, and a level is taken away by the second request only", () => {
  expect(check(table, table.replace("tty1", "tty3"))).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 2 on
    outdated old 6: /sbin/getty 38400 tty1
    telinit q in 3: 2 on
    outdated old 6: /sbin/getty 38400 tty1
    telinit q in 1: 0 on
    boot:
    gone old 6: /sbin/getty 38400 tty1
    added new 6: /sbin/getty 38400 tty3
    harms: "
  `);
  expect(check(table, table.replace("2:23:respawn", "2:3:respawn"))).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 2 on
    strays old 7: /sbin/getty 38400 tty2
    again stops new 7: /sbin/getty 38400 tty2
    telinit q in 3: 2 on
    telinit q in 1: 0 on
    boot:
    gone old 7: /sbin/getty 38400 tty2
    harms: stops"
  `);
});

test("a record more, a record less, and no more key", () => {
  expect(check(table, `${table}3:2:respawn:/sbin/getty 38400 tty3\n`)).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 2 on
    starts new 8: /sbin/getty 38400 tty3
    telinit q in 3: 2 on
    telinit q in 1: 0 on
    boot:
    added new 8: /sbin/getty 38400 tty3
    harms: "
  `);
  expect(check(table, table.replace(/^2:.*\n/m, ""))).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 1 on
    stops old 7: /sbin/getty 38400 tty2
    telinit q in 3: 1 on
    stops old 7: /sbin/getty 38400 tty2
    telinit q in 1: 0 on
    boot:
    gone old 7: /sbin/getty 38400 tty2
    harms: stops"
  `);
  expect(check(table, table.replace(/^ca:.*\n/m, ""))).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 2 on
    telinit q in 3: 2 on
    telinit q in 1: 0 on
    signal INT: reboot -> up
    gone old 5: /sbin/shutdown -r now
    gone old 3: /etc/init.d/rc 6
    harms: stays-up"
  `);
});

test("a new lock-out", () => {
  expect(
    check(table, table.replaceAll(":23:respawn", ":3:respawn").replace(/^l2.*\n/m, "")),
  ).toMatchInlineSnapshot(`
    "differ
    telinit q in 2: 2 on
    strays old 6: /sbin/getty 38400 tty1
    strays old 7: /sbin/getty 38400 tty2
    again stops new 5: /sbin/getty 38400 tty1
    again stops new 6: /sbin/getty 38400 tty2
    telinit q in 3: 2 on
    telinit q in 1: 0 on
    boot:
    gone old 4: /etc/init.d/rc 2
    gone old 6: /sbin/getty 38400 tty1
    gone old 7: /sbin/getty 38400 tty2
    warning login
    harms: stops,lock-out"
  `);
});

test("BusyBox", () => {
  const busybox =
    "::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty 9600 tty1\n::ctrlaltdel:/sbin/reboot\n";
  expect(check(busybox, busybox.replaceAll("9600", "38400"), "busybox")).toMatchInlineSnapshot(`
    "differ
    signal HUP in -: 0 on
    stops old 2: /sbin/getty 9600 tty1
    starts new 2: /sbin/getty 38400 tty1
    boot:
    gone old 2: /sbin/getty 9600 tty1
    added new 2: /sbin/getty 38400 tty1
    harms: stops"
  `);
  expect(check(busybox, busybox.replace("rcS", "rcT"), "busybox")).toMatchInlineSnapshot(`
    "differ
    signal HUP in -: 1 on
    boot:
    gone old 1: /etc/init.d/rcS
    added new 1: /etc/init.d/rcT
    harms: "
  `);
});

test("where init reads the same list nothing is harmful, whatever the table does by itself", () => {
  const table = "1:2:respawn:/bin/x\nid:2:initdefault:\n";
  const same = plan(table, table);
  expect(same.comparison).toEqual({ kind: "same-list" });
  expect(harmsOf(same)).toEqual([]);
  const [reload] = same.reloads;
  if (reload === undefined) throw new Error("no reload");
  const [process] = plan(table, "id:2:initdefault:\n").reloads.flatMap(({ stops }) => stops);
  if (process === undefined) throw new Error("nothing stops");
  const stopping = { ...same, reloads: [{ ...reload, stops: [process] }] };
  expect(harmsOf(stopping)).toEqual([]);
  expect(harmsOf({ ...stopping, comparison: { kind: "equal", states: 1, steps: 1 } })).toEqual(["stops"]);
});

test("what is planned for level 2 is what the simulator does", () => {
  const ids = fc.constantFrom("a", "b", "c", "d");
  const record = fc.tuple(
    ids,
    fc.constantFrom("2", "3", "23"),
    fc.constantFrom("respawn", "once"),
    fc.constantFrom("/bin/x", "/bin/y", "/bin/z"),
  );
  const tables = fc
    .uniqueArray(record, { selector: ([id]) => id, maxLength: 4 })
    .map((records) =>
      ["id:2:initdefault:", ...records.map((fields) => fields.join(":"))].map((line) => `${line}\n`).join(""),
    );
  fc.assert(
    fc.property(tables, tables, (old, fresh) => {
      const reload = plan(old, fresh, "sysvinit", 10).reloads.find(({ level }) => level === "2");
      const processes = Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, { runs: null }]));
      const reading = readScenario({
        ...{ inittab: old, processes, until: 30 },
        events: [
          { at: 10, write: fresh },
          { at: 15, telinit: "q" },
        ],
      });
      if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
      const { trace } = runSimulation(reading.scenario);
      const later = trace.events.filter(({ t }) => t >= 15);
      const started = later.filter((event) => event.event === "start").length;
      const ended = later.filter(({ event }) => event === "signal" || event === "killed").length;
      const { starts = [], restarts = [], stops = [] } = reload ?? {};
      expect(starts.length + restarts.length).toBe(started);
      expect(stops.length + restarts.length > 0).toBe(ended > 0);
    }),
    { numRuns: 60 },
  );
});
