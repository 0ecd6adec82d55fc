import { type SimulatedDialect, scanInittab, simulatedInit } from "@inittab/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Boot } from "./host.ts";
import { debugLanes } from "./lanes.ts";
import { happenNext, type Run, startRun } from "./run.ts";

const tables: Readonly<Record<SimulatedDialect, string>> = {
  sysvinit:
    "id:2:initdefault:\nsi::sysinit:/etc/rcS\nl2:2:wait:/etc/rc 2\n1:23:respawn:/sbin/getty tty1\nx:2:once:a; b\n0:0:wait:/sbin/halt\npf::powerfail:/bin/pf\n",
  busybox: "::sysinit:/etc/rcS\n::wait:/bin/w\ntty1::respawn:/sbin/getty tty1\ntty2::askfirst:-/bin/sh\n",
  procd:
    "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\ntty1::askfirst:/bin/login\n::respawn:/bin/x\n",
};

async function runOf(dialect: SimulatedDialect): Promise<Run> {
  const text = tables[dialect];
  const machine = simulatedInit(dialect);
  const opening = machine?.open({ inittab: text, until: 20 });
  if (machine === undefined || opening?.kind !== "simulation") throw new Error("no machine");
  const { scenario } = opening.simulation;
  const boot: Boot = {
    machine,
    scenario,
    table: "/etc/inittab",
    lanes: debugLanes(scanInittab(text, { dialect }), machine),
    visitsOf: async () => [],
    scriptAt: async () => undefined,
  };
  return started(await startRun(boot));
}

function started(answer: Awaited<ReturnType<typeof startRun>>): Run {
  if ("why" in answer) throw new Error("no run");
  return answer.run;
}

/** What is known of a position, without what only the end of the run tells. */
function seen({ debuggee }: Run, place: number): object {
  const { at, occurrence, depth, record, locks } = debuggee.positions[place] ?? {};
  const { level, reasons, pending, processes } = debuggee.walk.sceneAt(place);
  return { at, occurrence, depth, record, locks, level, reasons, pending, processes };
}

const words: Readonly<Record<SimulatedDialect, readonly string[]>> = {
  sysvinit: ["telinit 3", "telinit q", "telinit 0", "signal INT", "signal PWR F", "kill 1 KILL", "kill l2"],
  busybox: ["ctrl-alt-del", "halt", "reload", "enter tty2", "kill /bin/w", "signal USR1", "remove"],
  procd: [
    "ctrl-alt-del",
    "halt",
    "enter tty1",
    "kill /bin/x",
    "signal HUP",
    "reboot",
    "kill /bin/login TERM",
  ],
};

test.each(["sysvinit", "busybox", "procd"] as const)(
  "whatever happens to %s at any position, all that was before stays as it was",
  async (dialect) => {
    const act = fc.record({ where: fc.double({ min: 0, max: 1, noNaN: true }), what: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        let run = await runOf(dialect);
        for (const { where, what } of acts) {
          const last = run.debuggee.positions.length - 1;
          const place = Math.floor(where * last);
          const [first = "", ...rest] = (words[dialect][what] ?? "").split(" ");
          const reading = run.boot.machine.readHappening(first, rest.join(" "));
          if (reading.kind !== "happening") throw new Error(`${first} is not known`);
          const before = Array.from({ length: place + 1 }, (_, at) => seen(run, at));
          const next = await happenNext({ ...run, place }, reading.happening);
          if ("why" in next) continue;
          const { run: changed } = next;
          expect(changed.place).toBe(place);
          expect(Array.from({ length: place + 1 }, (_, at) => seen(changed, at))).toEqual(before);
          const told = changed.debuggee.positions.slice(place + 1).map(({ occurrence }) => occurrence.kind);
          expect(told).toContain("outside");
          run = changed;
        }
      }),
      { numRuns: 25 },
    );
  },
);
