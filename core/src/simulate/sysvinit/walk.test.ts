import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { finish } from "../../text/slices.ts";
import type { Stop } from "../run/trail.ts";
import { playScenario } from "./playback.ts";
import type { Scenario } from "./scenario.ts";
import { walkScenario } from "./walk.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
bad line
1:2:respawn:/sbin/getty 38400 tty1
x:2:respawn:/bin/x
pf::powerfail:/bin/pf
`;

function scenarioOf(more: Partial<Scenario> = {}): Scenario {
  return { inittab: table, until: 30, processes: { x: { runs: 0.1, exit: 3 } }, ...more };
}

function shown({ at, depth, message, happened }: Stop): string {
  const about = "record" in happened ? ` ${happened.record?.id}` : "";
  const alarm = happened.kind === "says" && happened.alarm !== null ? ` ${happened.alarm}` : "";
  return `${at} ${"  ".repeat(depth)}${inEnglish.text(message)} [${happened.kind}${about}${alarm}]`;
}

describe("a walk through a run of sysvinit", () => {
  test("has a stop for each thing that happens, with what it is about", () => {
    const { stops } = walkScenario(scenarioOf({ until: 1.3, events: [{ at: 1.2, signal: "PWR" }] }));
    expect(stops.map(shown).join("\n")).toMatchInlineSnapshot(`
      "0 the kernel starts init [boot]
      0   init enters the sysinit phase [level]
      0   INIT: version 3.14 booting [says]
      0   INIT: /etc/inittab[4]: id field too long (max 4 characters) [says dropped]
      0   si starts: /etc/init.d/rcS (init waits for it) [starts si]
      1 si ends [ends si]
      1   init enters runlevel 2 [level]
      1   INIT: Entering runlevel: 2 [says]
      1   l2 starts: /etc/init.d/rc 2 (init waits for it) [starts l2]
      1.2 signal PWR to init (the power supply) [outside]
      1.2   pf starts: /bin/pf [starts pf]"
    `);
  });

  test("says what nothing follows from, right behind it", () => {
    const events = [
      { at: 10, telinit: "2" },
      { at: 12, kill: "l2" },
    ];
    const { stops } = walkScenario(scenarioOf({ until: 20, events, processes: {} }));
    expect(stops.slice(-4).map(shown).join("\n")).toMatchInlineSnapshot(`
      "10 telinit 2 [outside]
      10   ignored: the runlevel is already 2 [note]
      12 l2 comes to its end [outside]
      12   no process of l2 runs, so nothing ends [nothing]"
    `);
  });

  test("says when a record is disabled, and when the machine goes down", () => {
    const { stops } = walkScenario(scenarioOf({ events: [{ at: 10, telinit: "0" }] }));
    const alarms = stops.filter(({ happened }) => happened.kind === "says" || happened.kind === "down");
    expect(alarms.map(shown).join("\n")).toMatchInlineSnapshot(`
      "0   INIT: version 3.14 booting [says]
      0   INIT: /etc/inittab[4]: id field too long (max 4 characters) [says dropped]
      1   INIT: Entering runlevel: 2 [says]
      3   INIT: Id "x" respawning too fast: disabled for 5 minutes [says too-fast]
      10   INIT: Switching to runlevel: 0 [says]
      10   INIT: /etc/inittab[4]: id field too long (max 4 characters) [says dropped]
      10   INIT: Sending processes configured via /etc/inittab the TERM signal [says]
      10.0102   INIT: no more processes left in this runlevel [says]"
    `);
  });

  test("a scene is that of its stop, though more happens in the same instant", () => {
    const { stops, sceneAt, runningAt } = walkScenario(scenarioOf({ until: 5, processes: {} }));
    const places = stops.flatMap(({ at, happened }, place) =>
      at === 2 && happened.kind === "starts" ? [place] : [],
    );
    const seen = places.map((place) => {
      const { level, processes, doing } = sceneAt(place);
      const running = runningAt(place).map(({ record }) => record.id);
      return `${level} ${processes.map(({ record }) => record.id)} = ${running}: ${inEnglish.text(doing)}`;
    });
    expect(seen.join("\n")).toMatchInlineSnapshot(`
      "2 1 = 1: waits for something to happen
      2 1,x = 1,x: waits for something to happen"
    `);
  });
});

test("the last stop of an instant shows what a look at that moment shows", () => {
  const events = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 20 }),
      telinit: fc.constantFrom("1", "2", "3", "S", "q", "a", "0"),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(events, (given) => {
      const scenario = scenarioOf({ events: given });
      const walk = walkScenario(scenario);
      const playback = finish(playScenario(scenario));
      expect(walk.timeline).toEqual(playback.timeline);
      const times = walk.stops.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      const last = walk.sceneAt(walk.stops.length - 1);
      const open = playback.timeline.intervals.filter(({ end }) => end === null);
      if (playback.ended === undefined)
        expect(last.processes.map(({ pid }) => pid)).toEqual(open.map(({ pid }) => pid));
      else expect(last.isDown).toBe(true);
    }),
    { numRuns: 60 },
  );
});
