// What machines do with tables that are nearly usual ones, and what is said of it. What has changed on purpose is recorded
// again with `RECORD=1 npx vitest run core/src/simulate/near-scenarios.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { type Drawing, drawing } from "../testing/drawing.ts";
import { nearTexts } from "../testing/near-texts.ts";
import { recordedIn } from "../testing/recorded.ts";
import { type SimulatedDialect, simulatedDialects, simulatedInit } from "./machines.ts";

const recorded = recordedIn(join(import.meta.dirname, "near-scenarios.json"));

const tables: Readonly<Record<SimulatedDialect, string>> = {
  sysvinit: `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
bw::bootwait:/bin/bootwait
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
l6:6:wait:/etc/init.d/rc 6
ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now
pf::powerwait:/bin/powerfail start
pn::powerfailnow:/bin/powerfail now
po::powerokwait:/bin/powerfail stop
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:+/sbin/getty 38400 tty2
on:3:once:/bin/once "a b" $x
od:a:ondemand:/bin/od
kb::kbrequest:/bin/kb
of:2:off:/bin/off
`,
  busybox: `::sysinit:/etc/init.d/rcS
::wait:/bin/wait
::once:/bin/once a 'b c'
console::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
tty3::askfirst:/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/etc/init.d/rcK
::shutdown:/bin/umount -a -r
::restart:/sbin/init
`,
  procd: `::sysinit:/etc/init.d/rcS S boot
::shutdown:/etc/init.d/rcS K shutdown
::askconsole:/usr/libexec/login.sh
tts/0::askfirst:/bin/ash --login
ttyS0::askfirst:/bin/ash --login
tty1::respawn:/bin/respawn 1 2 3 4 5 6 7 8
::respawn:/bin/daemon
tty2::respawnlate:/bin/late
::askconsolelate:/bin/login
tty1::once:/bin/once
`,
};

/** Events that each machine knows, drawn at random and put into their order. */
const happenings: Readonly<Record<SimulatedDialect, (draw: Drawing) => Readonly<Record<string, unknown>>>> = {
  sysvinit: (draw) =>
    draw.oneOf<Readonly<Record<string, unknown>>>([
      { telinit: draw.oneOf(["0", "1", "2", "3", "6", "S", "a", "q", "u", "9"]) },
      { signal: draw.oneOf(["INT", "HUP", "WINCH", "TERM", "USR1", "TSTP", "CONT", "CHLD", "QUIT"]) },
      { signal: "PWR", powerstatus: draw.oneOf(["F", "L", "O"]) },
      { kill: draw.oneOf(["1", "2", "si", "l3", "on"]), how: draw.oneOf(["exit", "KILL", "TERM"]) },
      { setenv: draw.oneOf(["INIT_A=1", "B=2", "INIT_A"]) },
      { write: "id:3:initdefault:\n1:2:respawn:/bin/new\nx:3:wait:/bin/x\n" },
      { initctl: { cmd: draw.oneOf([1, 2, 3, 4]), runlevel: draw.oneOf(["3", "S", "8"]) } },
    ]),
  busybox: (draw) =>
    draw.oneOf<Readonly<Record<string, unknown>>>([
      { signal: draw.oneOf(["HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "TSTP", "CONT"]) },
      { kill: draw.oneOf(["/sbin/getty -L console 0 vt100", "/bin/wait", "-/bin/sh"]) },
      { tty: draw.oneOf(["tty2", "tty3"]), input: draw.oneOf(["\n", "x\n"]) },
      { console: "\n" },
      { write: draw.oneOf([null, "::respawn:/bin/new\n::wait:/bin/x\n"]) },
    ]),
  procd: (draw) =>
    draw.oneOf<Readonly<Record<string, unknown>>>([
      { signal: draw.oneOf(["HUP", "INT", "TERM", "USR1", "USR2", "PWR", "WINCH"]) },
      {
        kill: draw.oneOf(["/bin/late", "/bin/daemon", "/bin/ash --login"]),
        with: draw.oneOf(["TERM", "KILL"]),
      },
      { tty: draw.oneOf(["ttyS0", "console", "tty9"]), input: draw.oneOf(["\n", "x\n"]) },
    ]),
};

/** Processes that a scenario says something of. */
const processKeys: Readonly<Record<SimulatedDialect, readonly string[]>> = {
  sysvinit: ["1", "si", "on", "l2"],
  busybox: ["/bin/wait", "/sbin/getty -L console 0 vt100"],
  procd: ["/etc/init.d/rcS S boot", "/bin/daemon", "/bin/late"],
};

function scenario(dialect: SimulatedDialect, inittab: string, seed: number): unknown {
  const draw = drawing(seed);
  const times = Array.from({ length: draw.below(6) }, () => draw.below(400) / 10);
  const events = times
    .toSorted((one, other) => one - other)
    .map((at) => ({ at, ...happenings[dialect](draw) }));
  const keys = processKeys[dialect];
  const settings = [{ runs: 0.1 }, { runs: 3, exit: 1 }, { runs: null }, { runs: 1, onTerm: "ignore" }];
  const processes = draw.isOneIn(2) ? { [draw.oneOf(keys)]: draw.oneOf(settings) } : {};
  return {
    inittab,
    until: 45,
    events,
    processes,
    ...(draw.isOneIn(4) && { bootArgs: draw.oneOf([["single"], ["3"], ["-b"]]) }),
  };
}

/** What is told of a scenario, in parts: the whole run, and some of its moments. */
function told(dialect: SimulatedDialect, value: unknown): Readonly<Record<string, unknown>> {
  const opening = simulatedInit(dialect)?.open(value);
  if (opening?.kind !== "simulation") return { problems: opening?.problems };
  const { simulation, problems } = opening;
  const { trace, story, said, timeline, reasons, closing } = simulation.run();
  const play = simulation.play();
  const { signals, entries } = play;
  return {
    problems,
    trace,
    story: [story, said, closing],
    timeline: [timeline, signals, entries],
    reasons,
    moments: [0, 0.5, 3, 12, 44].map((seconds) => play.momentAt(seconds)),
    offers: simulation.offers(),
  };
}

const parts = ["problems", "trace", "story", "timeline", "reasons", "moments", "offers"] as const;

const groups = 12;

test.each(
  simulatedDialects.flatMap((dialect) =>
    Array.from({ length: groups }, (_, group) => [`${dialect} ${group}`, dialect, group] as const),
  ),
)("%s", (name, dialect, group) => {
  const table = tables[dialect];
  const texts = nearTexts(table, table.split("\n"), 3 * groups).filter(
    (_, place) => place % groups === group,
  );
  const all = [table, ...texts].map((text, place) =>
    told(dialect, scenario(dialect, text, 100 * group + place)),
  );
  for (const part of parts)
    recorded.expectSame(
      `${name} ${part}`,
      all.map((each) => each[part]),
    );
});

test("nothing else is recorded", () => {
  expect(recorded.names()).toHaveLength(simulatedDialects.length * groups * parts.length);
});
