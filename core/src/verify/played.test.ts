// A finding shows in the simulator what it claims: its scenario is played to the end.

import fc from "fast-check";
import { expect, test } from "vitest";
import { offersLogin } from "../inittab/login.ts";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { runSimulation } from "../simulate/sysvinit/simulate.ts";
import { readScenario } from "../simulate/sysvinit/validate.ts";
import { verify, type WayFinding } from "./verify.ts";

const levels = fc.constantFrom("", "2", "3", "23", "S", "0", "6", "a");
const actions = fc.constantFrom(
  ...["respawn", "respawn", "once", "wait", "sysinit", "bootwait", "ondemand", "ctrlaltdel", "powerfail"],
);
const processes = fc.constantFrom(
  ...["/sbin/getty tty1", "/sbin/getty tty2", "/sbin/agetty tty1", "/bin/x", "/sbin/shutdown -r now"],
);
const table = fc
  .tuple(
    fc.constantFrom("id:2:initdefault:", "id:3:initdefault:", "id:S:initdefault:"),
    fc.array(fc.tuple(levels, actions, processes), { minLength: 1, maxLength: 4 }),
  )
  .map(([first, records]) =>
    [first, ...records.map((fields, index) => [`r${index}`, ...fields].join(":"))]
      .map((line) => `${line}\n`)
      .join(""),
  );

/** What runs in the end, by process, and the level; `down`: the machine is off. */
function played({ scenario = {} }: WayFinding) {
  const reading = readScenario(scenario);
  if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
  const { trace, state } = runSimulation(reading.scenario);
  const live = state.entries.filter(({ running, zombie }) => running && !zombie);
  return {
    down: trace.ended !== undefined,
    level: state.level,
    running: live.map(({ process }) => process),
    lines: live.map(({ line }) => line),
    disabled: state.entries.filter(({ failing }) => failing).map(({ process }) => process),
  };
}

test("the scenario of a finding shows what the finding says", () => {
  const shown = new Map<string, number>();
  fc.assert(
    fc.property(table, (text) => {
      const result = verify(text, "sysvinit", { events: defaultWayEvents, limits: { states: 2000 } });
      for (const finding of result?.findings ?? []) {
        const { question, message } = finding;
        if (finding.scenario === undefined || message.id === "verify.login.asking") continue;
        const { down, level, running, lines, disabled } = played(finding);
        shown.set(question, (shown.get(question) ?? 0) + 1);
        expect(down).toBe(false);
        const { values = {} } = message;
        if (question === "login") {
          expect(running.filter(offersLogin)).toEqual([]);
          expect(level).toBe(values["level"]);
        }
        if (question === "storm") {
          expect(running.filter(offersLogin)).toEqual([]);
          expect(disabled.filter(offersLogin)).toHaveLength(1);
        }
        if (question === "race")
          expect(lines).toEqual(expect.arrayContaining([values["one"], values["other"]]));
        if (question === "way-back") expect(running).not.toContain(values["process"]);
      }
    }),
    { numRuns: 150 },
  );
  for (const question of ["login", "storm", "race", "way-down"])
    expect(shown.get(question) ?? 0, question).toBeGreaterThan(0);
});
