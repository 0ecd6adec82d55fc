import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInittab } from "../../inittab/read.ts";
import { pieceOf } from "../../testing/alphabet.ts";
import { inEnglish } from "../../testing/english.ts";
import type { SimulatedPlay, SimulatedRun } from "../run/simulation.ts";
import type { ProcdScenario } from "./scenario.ts";
import { procdInit } from "./simulated.ts";

const table = `::sysinit:/etc/init.d/rcS S boot
::shutdown:/etc/init.d/rcS K shutdown
::askconsole:/usr/libexec/login.sh
ttyS0::askfirst:/bin/ash --login
tty1::respawn:/bin/watch  1
tty1::respawnlate:/bin/late
`;

const usual = { inittab: table, devices: ["console", "ttyS0", "tty1"], consoles: [], until: 60 };

function open(more: Partial<ProcdScenario>): { readonly run: SimulatedRun; readonly play: SimulatedPlay } {
  const opening = procdInit().open({ ...usual, ...more });
  if (opening.kind === "wrong") throw new Error("this is no scenario");
  return { run: opening.simulation.run(), play: opening.simulation.play() };
}

/** The story as the command line shows it, and how it ends. */
function story(more: Partial<ProcdScenario>): string {
  const { story: lines, closing } = open(more).run;
  return [
    ...lines.map(({ at, depth, message }) => `${at} ${"  ".repeat(depth)}${inEnglish.text(message)}`),
    inEnglish.text(closing),
  ].join("\n");
}

/** What procd does at a moment, and why each entry runs or does not. */
function moment(seconds: number, more: Partial<ProcdScenario>): string {
  const { level, doing, reasons, processes } = open(more).play.momentAt(seconds);
  return [
    `${level}: ${inEnglish.text(doing)}`,
    ...reasons.map(({ record, message }) => `${record.id}@${record.line} ${inEnglish.text(message)}`),
    ...processes.map(
      ({ command, offers, since }) =>
        `  ${command.join(" ")} since ${since}: ${offers.map(({ name, detail = "" }) => name + detail).join(" ")}`,
    ),
  ].join("\n");
}

describe("a run", () => {
  test("goes through the states, and down", () => {
    const events = [
      { at: 5, tty: "console", input: "\n" },
      { at: 8, kill: "/bin/watch 1", with: "TERM" },
      { at: 20, signal: "PWR" },
      { at: 20.5, signal: "TERM" },
    ];
    expect(story({ events })).toMatchInlineSnapshot(`
      "0 the kernel starts init
      0   before this, procd has gone through the states early and ubus; how long they take was not recorded
      0   procd enters the state init
      0   /bin/watch 1 starts on tty1
      0   /usr/libexec/login.sh waits for Enter on console
      0   /bin/ash --login waits for Enter on ttyS0
      0   the scripts /etc/rc.d/S* are called with boot (procd waits for them)
      1 the scripts /etc/rc.d/S* are done
      1   procd enters the state running
      1   /bin/late starts on tty1
      5 Enter is pressed on console
      5   /usr/libexec/login.sh starts on console
      8 somebody sends TERM to /bin/watch 1
      8   /bin/watch 1 gets TERM and ends
      8.5   /bin/watch 1 starts on tty1
      20 signal PWR to init (the power supply: power off)
      20   procd enters the state shutdown
      20   the scripts /etc/rc.d/K* are called with shutdown (procd waits for them)
      20.5 signal TERM to init (reboot)
      20.5   procd is already shutting down
      21 the scripts /etc/rc.d/K* are done
      21   procd enters the state halt
      21   /usr/libexec/login.sh gets TERM and ends
      21   /bin/ash --login, which waits for Enter on ttyS0, ends
      21   /bin/late gets TERM and ends
      21   /bin/watch 1 gets TERM and ends
      24 the machine goes down: power off
      At 24.00 s the machine goes down (power off); procd's entries then:"
    `);
  });

  test("says of what was not recorded that it was not", () => {
    const events = [
      { at: 0.5, signal: "INT" },
      { at: 0.7, signal: "HUP" },
    ];
    expect(story({ events, until: 3 })).toMatchInlineSnapshot(`
      "0 the kernel starts init
      0   before this, procd has gone through the states early and ubus; how long they take was not recorded
      0   procd enters the state init
      0   /bin/watch 1 starts on tty1
      0   /usr/libexec/login.sh waits for Enter on console
      0   /bin/ash --login waits for Enter on ttyS0
      0   the scripts /etc/rc.d/S* are called with boot (procd waits for them)
      0.5 signal INT to init (Ctrl-Alt-Del: reboot)
      0.5   the start scripts are not done yet; what becomes of them was not recorded, here they go on
      0.5   procd enters the state shutdown
      0.5   the scripts /etc/rc.d/K* are called with shutdown (procd waits for them)
      0.7 signal HUP to init (only logged)
      0.7   procd logs the signal, and nothing else
      1 the scripts /etc/rc.d/S* are done
      1.5 the scripts /etc/rc.d/K* are done
      1.5   procd enters the state halt
      1.5   /bin/watch 1 gets TERM and ends
      1.5   /usr/libexec/login.sh, which waits for Enter on console, ends
      1.5   /bin/ash --login, which waits for Enter on ttyS0, ends
      At 3.00 s procd is in the state halt; its entries then:"
    `);
  });

  test("stays in a state that no run of scripts leads out of", () => {
    const inittab = "::sysinit:/etc/init.d/rcS\ntty1::once:/bin/a\n::respawn:/bin/daemon\n";
    const events = [
      { at: 2, kill: "/bin/daemon" },
      { at: 5, signal: "USR1" },
    ];
    expect(story({ inittab, events, until: 9 })).toMatchInlineSnapshot(`
      "0 the kernel starts init
      0   before this, procd has gone through the states early and ubus; how long they take was not recorded
      0   procd enters the state init
      0   no usable sysinit entry: procd stays in the state init forever, and no start script and no late entry runs
      0   log: Unknown init handler once
      0   /bin/daemon starts
      0   log: valid format is rcS <S|K> <param>
      2 somebody kills /bin/daemon
      2 /bin/daemon is killed
      5 signal USR1 to init (halt)
      5   procd enters the state shutdown
      5   no usable shutdown entry: procd stays in the state shutdown forever, and the machine does not go down
      At 9.00 s procd is in the state shutdown; its entries then:"
    `);
  });

  test("lets Enter reach who has waited longest on its terminal", () => {
    const inittab = "::sysinit:x S boot\nttyS0::askfirst:/bin/a\nttyS0::askfirst:/bin/b\n";
    const typed = (at: number) => ({ at, tty: "ttyS0", input: "\n" });
    expect(story({ inittab, events: [typed(2), typed(3), typed(4)], until: 6 })).toMatchInlineSnapshot(`
      "0 the kernel starts init
      0   before this, procd has gone through the states early and ubus; how long they take was not recorded
      0   procd enters the state init
      0   /bin/a waits for Enter on ttyS0
      0   /bin/b waits for Enter on ttyS0
      0   the scripts /etc/rc.d/S* are called with boot (procd waits for them)
      1 the scripts /etc/rc.d/S* are done
      1   procd enters the state running
      2 Enter is pressed on ttyS0
      2   /bin/a starts on ttyS0
      3 Enter is pressed on ttyS0
      3   /bin/b starts on ttyS0
      4 Enter is pressed on ttyS0
      4   no process waits for Enter on ttyS0
      At 6.00 s procd is in the state running; its entries then:"
    `);
  });

  test("calls the scripts by the second and third word, whatever the first is", () => {
    const { timeline } = open({ inittab: "::sysinit:/no/such S boot\n" }).run;
    expect(timeline.intervals.map(({ process }) => process)).toEqual(["/etc/init.d/rcS S boot"]);
  });
});

describe("a moment", () => {
  test("while the start scripts run", () => {
    const processes = { "/etc/init.d/rcS S boot": { runs: null } };
    expect(moment(9, { processes })).toMatchInlineSnapshot(`
      "init: waits for the scripts of /etc/rc.d
      sysinit@1 runs, and init waits for it
      shutdown@2 waits for a shutdown
      askconsole@3 waits for Enter on console
      ttyS0@4 waits for Enter on ttyS0
      tty1@5 runs
      tty1@6 waits for the state running
        /bin/watch 1 since 0: process-term process-kill
        /sbin/askfirst /usr/libexec/login.sh since 0: enterconsole
        /sbin/askfirst /bin/ash --login since 0: enterttyS0"
    `);
  });

  test("of a machine whose terminals do not exist", () => {
    const inittab = `${table}::askfirst:/bin/x\n::sysinit:/etc/init.d/rcS S start\ntty9::respawn:/bin/gone\nbad\n`;
    const processes = { "/bin/gone": { runs: 1 } };
    const machine = { profile: "board-serial" } as const;
    const { devices: _, consoles: __, ...rest } = usual;
    const opening = procdInit().open({ ...rest, inittab, processes, machine });
    if (opening.kind === "wrong") throw new Error("this is no scenario");
    const { reasons } = opening.simulation.play().momentAt(30);
    expect(
      reasons
        .map(({ record, message }) => `${record.id}@${record.line} ${inEnglish.text(message)}`)
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "sysinit@1 has run
      shutdown@2 waits for a shutdown
      askconsole@3 waits for Enter on ttyS0
      ttyS0@4 never runs: an askconsole entry has ttyS0
      tty1@5 runs
      tty1@6 runs
      askfirst@7 never runs: its id names no device
      sysinit@8 never used: only the first sysinit entry counts, in line 1
      tty9@9 has ended; it is not started again, since /dev/tty9 does not exist
      bad@10 procd skips the line and reports nothing"
    `);
  });
});

describe("the door", () => {
  test("knows the groups, the lanes and what is not taken", () => {
    const reading = readInittab(`${table}frob\nx::once:/bin/a\n`, { dialect: "procd" });
    const door = procdInit();
    expect(
      [
        ...door
          .choices(reading)
          .map(
            ({ level, purpose, isDefault }) =>
              `${level}${isDefault ? " (boot)" : ""}: ${inEnglish.words(purpose)}`,
          ),
        ...[...reading.records.map(door.lane), ...door.otherLanes(reading)].map(
          ({ record, text, manner, key, dropped, boots }) =>
            `${record.id}@${record.line} ${text} | ${manner} | ${key} | ${dropped === null ? "" : inEnglish.text(dropped)} | ${boots?.program ?? ""} ${boots?.level ?? ""}`,
        ),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "respawn: in the state init, and again half a second after they end
      askconsole: then, after Enter is pressed on the kernel's console
      askfirst: then, after Enter is pressed
      sysinit (boot): then: the start scripts of /etc/rc.d; only the first such entry counts
      respawnlate, askconsolelate: when the start scripts are done
      shutdown: at shutdown: the stop scripts of /etc/rc.d; only the first such entry counts
      sysinit@1 ::sysinit:/etc/init.d/rcS S boot | waits | /etc/init.d/rcS S boot |  | rc S
      shutdown@2 ::shutdown:/etc/init.d/rcS K shutdown | waits | /etc/init.d/rcS K shutdown |  | rc 0
      askconsole@3 ::askconsole:/usr/libexec/login.sh | respawns | /usr/libexec/login.sh |  |  
      ttyS0@4 ttyS0::askfirst:/bin/ash --login | respawns | /bin/ash --login |  |  
      tty1@5 tty1::respawn:/bin/watch  1 | respawns | /bin/watch 1 |  |  
      tty1@6 tty1::respawnlate:/bin/late | respawns | /bin/late |  |  
      frob@7 frob | once | frob | procd skips the line and reports nothing |  
      x@8 x::once:/bin/a | once | x::once:/bin/a | Unknown init handler once |  "
    `);
  });

  test("offers Enter where it is waited for", () => {
    const opening = procdInit().open({ ...usual, consoles: ["ttyS0,115200"] });
    if (opening.kind === "wrong") throw new Error("this is no scenario");
    const { groups } = opening.simulation.offers();
    expect(
      groups.map(
        ({ name, offers }) => `${name}: ${offers.map((each) => `${each.name} ${each.detail ?? ""}`)}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "keys: ctrl-alt-del ",
        "enter: enter ttyS0",
        "going-down: reboot ,halt ,power-off ",
        "power: power-fails ",
      ]
    `);
  });

  test("doubts what can hardly be meant", () => {
    const opening = procdInit().open({
      ...usual,
      processes: { "/bin/none": { runs: 1 } },
      events: [
        { at: 1, signal: "SIGTERM" },
        { at: 1, signal: "WINCH" },
        { at: 70, kill: "/bin/none" },
      ],
    });
    expect(
      opening.problems.map(({ path, message }) => `${path.join(".")}: ${inEnglish.text(message)}`),
    ).toMatchInlineSnapshot(`
      [
        "processes./bin/none: no entry runs anything with the key "/bin/none"",
        "events.0.signal: must be written without SIG: "TERM"",
        "events.1.signal: "WINCH" means nothing to procd",
        "events.2.at: is after the end, which is at 60",
        "events.2.kill: no entry runs anything with the key "/bin/none"",
      ]
    `);
  });
});

test("whatever the table and whatever happens, time goes on and what runs is known", () => {
  const line = fc.string({
    unit: pieceOf("tty1", "::", "respawn:", "askfirst:", "sysinit:", "/a", " ", "S", "\n"),
  });
  const event = fc.record({
    at: fc.double({ min: 0, max: 30, noNaN: true }),
    signal: fc.constantFrom("TERM", "HUP"),
  });
  const behaviour = fc.record({ runs: fc.constantFrom(0, 0.001, 3, null) });
  fc.assert(
    fc.property(line, fc.array(event, { maxLength: 4 }), behaviour, (inittab, events, settings) => {
      const { run, play } = open({ inittab, events, processes: { "/a": settings } });
      const times = run.trace.events.map(({ t }) => t);
      expect(times.toSorted((one, other) => one - other)).toEqual(times);
      const left = run.timeline.intervals.filter(({ end }) => end === null).length;
      expect(left).toBeGreaterThanOrEqual(run.trace.final.running.length);
      expect(play.momentAt(60).reasons.length).toBe(run.reasons.length);
    }),
    { numRuns: 100 },
  );
});
