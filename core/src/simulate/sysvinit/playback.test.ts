import fc from "fast-check";
import { expect, test } from "vitest";
import { readInittab } from "../../inittab/read.ts";
import { inEnglish } from "../../testing/english.ts";
import { finish } from "../../text/slices.ts";
import { levelsOf } from "./level-records.ts";
import { momentAt, playScenario } from "./playback.ts";
import { runSimulation, stateAt } from "./simulate.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:2345:respawn:/sbin/getty 38400 tty1
2:2:respawn:/sbin/getty 38400 tty2
l2:4:wait:/bin/twice
od:a:ondemand:/bin/od
ca:12345:ctrlaltdel:/sbin/shutdown -r now
`;

const scenario = { inittab: table, until: 60, events: [{ at: 10, telinit: "3" }] };
const play = (...asked: Parameters<typeof playScenario>) => finish(playScenario(...asked));

const playback = play(scenario);

/** A moment in a few lines: the level, what init does, and the processes. */
function check(seconds: number): string {
  const { at, level, previous, doing, processes } = momentAt(playback, seconds);
  const running = processes.map(({ record, since }) => `${record.id} since ${since}`).join(", ");
  return `${at}: ${level} from ${previous}, init ${inEnglish.text(doing)}; ${running || "nothing runs"}`;
}

test("shows every moment of a run", () => {
  expect([0, 0.5, 1, 2, 9.99, 10, 11, 15, 99].map(check).join("\n")).toMatchInlineSnapshot(`
    "0: # from N, init waits for si to end; si since 0
    0.5: # from N, init waits for si to end; si since 0
    1: 2 from N, init waits for l2 to end; l2 since 1
    2: 2 from N, init waits for something to happen; 1 since 2, 2 since 2
    9.99: 2 from N, init waits for something to happen; 1 since 2, 2 since 2
    10: 3 from 2, init has sent TERM and looks again in 0.01 s; 1 since 2
    11: 3 from 2, init waits for l3 to end; 1 since 2, l3 since 10.0102
    15: 3 from 2, init waits for something to happen; 1 since 2
    60: 3 from 2, init waits for something to happen; 1 since 2"
  `);
  expect(playback.moments).toMatchInlineSnapshot(`
    [
      0,
      1,
      2,
      10,
      10.01,
      11.01,
    ]
  `);
  expect(
    playback.signals.map(({ record, at, signal }) => `${at} ${record.id} ${signal}`),
  ).toMatchInlineSnapshot(`
    [
      "10 2 TERM",
    ]
  `);
});

test("tells the environment of a process, and that of one which would be started now", () => {
  const { processes, environment } = momentAt(playback, 12);
  const levels = (variables: readonly string[] = []) => variables.filter((text) => text.includes("LEVEL"));
  expect(
    processes.map((process) => [process.record.id, ...levels(process.environment)]),
  ).toMatchInlineSnapshot(`
    [
      [
        "1",
        "RUNLEVEL=2",
        "PREVLEVEL=N",
      ],
    ]
  `);
  expect(levels(environment)).toMatchInlineSnapshot(`
    [
      "RUNLEVEL=3",
      "PREVLEVEL=2",
    ]
  `);
});

test("a moment is the state that a run up to it ends in", () => {
  const times = fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(times, (seconds) => {
      const moment = momentAt(playback, seconds);
      const alone = runSimulation({ ...scenario, until: seconds });
      expect(moment.level).toBe(stateAt(scenario, seconds).level);
      expect(moment.processes.map(({ pid }) => pid)).toEqual(
        alone.timeline.intervals.filter(({ end }) => end === null).map(({ pid }) => pid),
      );
    }),
  );
});

test("a run that never settles is broken off", () => {
  const storm = play({
    inittab: "id:2:initdefault:\na:2:respawn:/bin/a\n",
    until: 1_000_000_000,
    processes: { a: { runs: 13 } },
  });
  expect(storm.trace.stopped?.why).toMatchInlineSnapshot(`"more than 20000 events"`);
  expect(storm.story.length).toBeLessThanOrEqual(5000);
  expect(momentAt(storm, 1_000_000_000).level).toBe("2");
});

test("thousands of events at one instant are played up to a limit, and years in which little happens to their end", () => {
  const flood = (count: number) => {
    const events = Array.from({ length: count }, (_, place) => ({ at: 5, telinit: String(2 + (place % 3)) }));
    return play({ inittab: "id:2:initdefault:\n1:2345:respawn:/bin/a\n", until: 60, events });
  };
  expect(flood(1_000).trace.stopped).toBeUndefined();
  const most = flood(50_000);
  expect(most.trace.stopped).toEqual({ t: 5, why: "more than 20000 events" });
  expect(most.story.length).toBe(5_000);
  expect(momentAt(most, 4).level).toBe("2");
  const years = play({ inittab: "id:2:initdefault:\n1:2:respawn:/bin/a\n", until: 1_000_000_000 });
  expect(years.trace.stopped).toBeUndefined();
  expect(years.story.length).toBeLessThan(10);
  expect(momentAt(years, 1_000_000_000).level).toBe("2");
});

test("knows which records belong to which level", () => {
  const shown = levelsOf(readInittab(table, { dialect: "sysvinit" })).map(
    ({ level, isDefault, purpose, records }) =>
      `${level}${isDefault ? " (default)" : ""}, ${inEnglish.prose(purpose)}: ${records.map(({ id }) => id).join(" ")}`,
  );
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "#, the sysinit phase: si
    1, the way to single-user mode: ca
    2 (default), multi-user; Debian's usual default: ca l2 1 2
    3, multi-user with networking, text logins: ca l3 1
    4, multi-user; graphical on Slackware, spare elsewhere: ca 1
    5, multi-user, graphical login: ca 1
    S, single user: ~~
    a, on demand, by telinit a: od"
  `);
});
