import { describe, expect, test } from "vitest";
import { readInittab } from "../../inittab/read.ts";
import { busybox, enterAndDown, play, table } from "../../testing/busybox.ts";
import { inEnglish } from "../../testing/english.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import { describeSeconds } from "../show/time.ts";
import type { BusyboxScenario } from "./scenario.ts";

/** The story in the form of the command line. */
function story(more: Partial<BusyboxScenario> = {}): string {
  const { story: lines, closing } = play(more).run;
  return [
    ...lines.map(
      ({ at, depth, message }) => `${at.toFixed(2)} ${depth === 0 ? "" : "  "}${inEnglish.text(message)}`,
    ),
    inEnglish.text(closing),
  ].join("\n");
}

/** When each process ran, and the phases. */
function lives(more: Partial<BusyboxScenario> = {}): string {
  const { timeline } = play(more).run;
  const life = ({ record, process, start, end, how, enter }: ProcessInterval) =>
    `${record.id}@${record.path === null ? "-" : record.line} ${process}: ${inEnglish.words(describeSeconds(start))} to ${end === null ? "the end" : inEnglish.words(describeSeconds(end))}, ${how}${enter === undefined ? "" : `, Enter ${enter === null ? "never" : `at ${inEnglish.words(describeSeconds(enter))}`}`}`;
  const phases = timeline.levels.map(
    ({ level, start }) => `${level} from ${inEnglish.words(describeSeconds(start))}`,
  );
  return [...timeline.intervals.map(life), phases.join(", ")].join("\n");
}

/** A moment: what init does, why entries run or not, and what can be done to the processes. */
function moment(seconds: number, more: Partial<BusyboxScenario> = {}): string {
  const { at, level, doing, reasons, processes } = play(more).playback.momentAt(seconds);
  return [
    `${at}: ${level}, init ${inEnglish.text(doing)}`,
    ...reasons.map(
      ({ record, message }) =>
        `  ${record.id}@${record.path === null ? "-" : record.line} ${inEnglish.text(message)}`,
    ),
    ...processes.map(
      ({ record, command, since, offers }) =>
        `  ${record.id} ${command.join(" ")} since ${since}: ${offers.map(({ name }) => name).join(" ")}`,
    ),
  ].join("\n");
}

describe("a run", () => {
  test("as a story", () => {
    expect(story(enterAndDown)).toMatchInlineSnapshot(`
      "0.00 the kernel starts init
      0.00   /etc/init.d/rcS starts (init waits for it)
      1.00 /etc/init.d/rcS ends
      1.00   /bin/wait starts (init waits for it)
      2.00 /bin/wait ends
      2.00   /bin/once starts
      2.00   /sbin/getty -L console 0 vt100 starts on console
      2.00   -/bin/sh waits for Enter on tty2
      2.00   tty2: Please press Enter to activate this console.
      2.00   -/bin/sh waits for Enter on tty3
      2.00   tty3: Please press Enter to activate this console.
      3.00 /bin/once ends
      10.00 Enter is pressed on tty2
      10.00   -/bin/sh starts on tty2
      20.00 signal INT to init (Ctrl-Alt-Del)
      20.00   /sbin/reboot starts (init waits for it)
      21.00 /sbin/reboot ends
      21.00 a process sends signal TERM to init (reboot)
      22.00   /etc/init.d/rcK starts (init waits for it)
      23.00 /etc/init.d/rcK ends
      23.00   /bin/umount -a -r starts (init waits for it)
      24.00 /bin/umount -a -r ends
      24.00   The system is going down NOW!
      24.00   /sbin/getty -L console 0 vt100 gets TERM and ends
      24.00   -/bin/sh gets TERM and ends
      24.00   -/bin/sh, which waits for Enter on tty3, gets TERM and ends
      24.00   Sent SIGTERM to all processes
      25.00   Sent SIGKILL to all processes
      25.00   Requesting system reboot
      26.00 the machine goes down: reboot
      At 26.00 s the machine goes down (reboot); init's entries then:"
    `);
  });
  test("as lives and phases", () => {
    expect(lives(enterAndDown)).toMatchInlineSnapshot(`
      "console@1 /etc/init.d/rcS: 0 s to 1 s, exit
      console@2 /bin/wait: 1 s to 2 s, exit
      console@3 /bin/once: 2 s to 3 s, exit
      console@4 /sbin/getty -L console 0 vt100: 2 s to 24 s, terminated
      tty2@5 -/bin/sh: 2 s to 24 s, terminated, Enter at 10 s
      tty3@6 -/bin/sh: 2 s to 24 s, terminated, Enter never
      console@7 /sbin/reboot: 20 s to 21 s, exit
      console@8 /etc/init.d/rcK: 22 s to 23 s, exit
      console@9 /bin/umount -a -r: 23 s to 24 s, exit
      sysinit from 0 s, wait from 1 s, respawn/askfirst from 2 s, shutdown from 22 s"
    `);
  });
  test("of the stock build, without a file, of a single user", () => {
    const { run } = play({ init: "busybox-1.35-stock", inittab: null, until: 5 });
    expect(run.said.map(({ at, shown }) => `${at} ${shown}`).join("\n")).toMatchInlineSnapshot(`
      "0 init started: BusyBox v1.35.0 (<date>)
      0 syslog: init: init started: BusyBox v1.35.0 (<date>)
      0 syslog: init: starting pid <pid>, tty '': '/etc/init.d/rcS'
      1 Please press Enter to activate this console.
      1 tty2: Please press Enter to activate this console.
      1 tty3: Please press Enter to activate this console.
      1 tty4: Please press Enter to activate this console."
    `);
    expect(lives({ inittab: null, until: 5 })).toMatchInlineSnapshot(`
      "console@- /etc/init.d/rcS: 0 s to 1 s, exit
      console@- -/bin/sh: 1 s to the end, running, Enter never
      tty2@- -/bin/sh: 1 s to the end, running, Enter never
      tty3@- -/bin/sh: 1 s to the end, running, Enter never
      tty4@- -/bin/sh: 1 s to the end, running, Enter never
      sysinit from 0 s, respawn/askfirst from 1 s"
    `);
    expect(lives({ bootArgs: ["single"], until: 5 })).toMatchInlineSnapshot(`
      "console@- -/bin/sh: 0 s to the end, running
      respawn/askfirst from 0 s"
    `);
  });
  test("with a restart, and what comes of a program that ends as process 1", () => {
    const inittab = "::respawn:/bin/a\n::restart:/sbin/init2\n";
    const processes = { "/sbin/init2": { runs: 3 } };
    expect(story({ inittab, processes, events: [{ at: 2, signal: "QUIT" }] })).toMatchInlineSnapshot(`
      "0.00 the kernel starts init
      0.00   /bin/a starts
      2.00 signal QUIT to init (become the program of the restart entry)
      2.00   The system is going down NOW!
      2.00   /bin/a gets TERM and ends
      2.00   Sent SIGTERM to all processes
      3.00   Sent SIGKILL to all processes
      3.00   process 1 becomes /sbin/init2
      6.00 /sbin/init2 ends
      6.00 the machine goes down: kernel panic: process 1 has ended
      At 6.00 s the machine goes down (kernel panic: process 1 has ended); init's entries then:"
    `);
  });
  test("with a file that is read again", () => {
    const write = table.replace("tty2::askfirst:-/bin/sh\n", "tty5::respawn:/bin/five\n");
    const events = [
      { at: 5, write },
      { at: 6, signal: "HUP" },
    ];
    expect(story({ until: 10, events }).split("\n").slice(-8).join("\n")).toMatchInlineSnapshot(`
      "5.00 /etc/inittab is written
      5.00   init does not notice: it reads the file only when asked to
      6.00 signal HUP to init (read the file again)
      6.00   log: init: reloading /etc/inittab
      6.00   -/bin/sh, which waits for Enter on tty2, gets TERM and ends
      7.00   /bin/five starts on tty5
      7.00   log: init: process '-/bin/sh' (pid <pid>) killed, signal:15. Scheduling for restart.
      At 10.00 s init is in the respawn/askfirst phase; its entries then:"
    `);
    expect(moment(8, { until: 10, events })).toMatchInlineSnapshot(`
      "8: respawn/askfirst, init waits for something to happen
        tty2@5 is no longer in the file
        console@2 has run
        console@3 has run
        console@4 runs
        tty5@- runs
        tty3@6 waits for Enter on tty3
        console@7 waits for Ctrl-Alt-Del (INT)
        console@8 waits for the shutdown
        console@9 waits for the shutdown
        console /sbin/getty -L console 0 vt100 since 2: process-term process-kill
        tty3 -/bin/sh since 2: enter
        tty5 /bin/five since 7: process-term process-kill"
    `);
  });
});

describe("a machine that lacks terminals", () => {
  const inittab = "tty1::respawn:/bin/a\nttyS0::respawn:/bin/b\ntty2::askfirst:/bin/c\n::once:/bin/d\n";
  const said = (more: Partial<BusyboxScenario>) =>
    play({ inittab, until: 1.5, ...more }).run.said.map(({ at, shown }) => `${at} ${shown}`);
  test("says of each one that it cannot be opened, once a second", () => {
    expect(said({ machine: { profile: "board-serial" } }).join("\n")).toMatchInlineSnapshot(`
      "0 syslog: init: starting pid <pid>, tty '': '/bin/d'
      0 can't open /dev/tty1: No such file or directory
      0 syslog: init: can't open /dev/tty1: No such file or directory
      0 syslog: init: starting pid <pid>, tty '/dev/ttyS0': '/bin/b'
      0 can't open /dev/tty2: No such file or directory
      0 syslog: init: can't open /dev/tty2: No such file or directory
      0 syslog: init: process '/bin/a' (pid <pid>) exited, exitcode:1. Scheduling for restart.
      0 syslog: init: process '/bin/c' (pid <pid>) exited, exitcode:1. Scheduling for restart.
      1 can't open /dev/tty1: No such file or directory
      1 syslog: init: can't open /dev/tty1: No such file or directory
      1 can't open /dev/tty2: No such file or directory
      1 syslog: init: can't open /dev/tty2: No such file or directory"
    `);
  });
  test("has those that it is said to have", () => {
    const missing = (machine: BusyboxScenario["machine"]) =>
      said({ ...(machine !== undefined && { machine }), until: 0.5 }).filter((line) =>
        /^0 can't open/.test(line),
      ).length;
    expect(missing(undefined)).toBe(0);
    expect(missing({ profile: "container" })).toBe(3);
    expect(missing({ profile: "vm" })).toBe(0);
    expect(missing({ profile: "pc" })).toBe(1);
    expect(missing({ profile: "board-serial", console: "ttyAMA0" })).toBe(3);
    expect(missing({ profile: "container", terminals: ["tty1", "ttyS0"] })).toBe(1);
  });
  test("without a syslog the log of a virtual console is tty5", () => {
    const quiet = { init: "busybox-1.38.0-oe", config: { FEATURE_INIT_QUIET: true }, until: 0.5 };
    const places = (profile: "pc" | "board-serial") => [
      ...new Set(said({ ...quiet, inittab: "::respawn:/bin/d\n", machine: { profile } })),
    ];
    expect(places("pc")).toEqual(["0 tty5: starting pid <pid>, tty '': '/bin/d'"]);
    expect(places("board-serial")).toEqual(["0 starting pid <pid>, tty '': '/bin/d'"]);
  });
  test("the environment says which kind of terminal the console is", () => {
    const terminal = (profile: "pc" | "vm") =>
      play({ inittab: "::respawn:/bin/d\n", until: 1, machine: { profile } })
        .playback.momentAt(0.5)
        .processes[0]?.environment.find((variable) => variable.startsWith("TERM="));
    expect(terminal("pc")).toBe("TERM=linux");
    expect(terminal("vm")).toBe("TERM=vt102");
  });
});

describe("a moment", () => {
  test("of the boot, of waiting for Enter, of the way down, and of the end", () => {
    expect(
      [0, 1.5, 5, 10, 22, 25, 60].map((at) => moment(at, enterAndDown)).join("\n\n"),
    ).toMatchInlineSnapshot(`
      "0: sysinit, init waits for /etc/init.d/rcS to end
        console@1 runs, and init waits for it
        console@2 waits for the wait phase
        console@3 waits for the once phase
        console@4 waits for /etc/init.d/rcS to end
        tty2@5 waits for /etc/init.d/rcS to end
        tty3@6 waits for /etc/init.d/rcS to end
        console@7 waits for Ctrl-Alt-Del (INT)
        console@8 waits for the shutdown
        console@9 waits for the shutdown
        console /etc/init.d/rcS since 0: process-term process-kill

      1.5: wait, init waits for /bin/wait to end
        console@1 has run
        console@2 runs, and init waits for it
        console@3 waits for the once phase
        console@4 waits for /bin/wait to end
        tty2@5 waits for /bin/wait to end
        tty3@6 waits for /bin/wait to end
        console@7 waits for Ctrl-Alt-Del (INT)
        console@8 waits for the shutdown
        console@9 waits for the shutdown
        console /bin/wait since 1: process-term process-kill

      5: respawn/askfirst, init waits for something to happen
        console@1 has run
        console@2 has run
        console@3 has run
        console@4 runs
        tty2@5 waits for Enter on tty2
        tty3@6 waits for Enter on tty3
        console@7 waits for Ctrl-Alt-Del (INT)
        console@8 waits for the shutdown
        console@9 waits for the shutdown
        console /sbin/getty -L console 0 vt100 since 2: process-term process-kill
        tty2 -/bin/sh since 2: enter
        tty3 -/bin/sh since 2: enter

      10: respawn/askfirst, init waits for something to happen
        console@1 has run
        console@2 has run
        console@3 has run
        console@4 runs
        tty2@5 runs
        tty3@6 waits for Enter on tty3
        console@7 waits for Ctrl-Alt-Del (INT)
        console@8 waits for the shutdown
        console@9 waits for the shutdown
        console /sbin/getty -L console 0 vt100 since 2: process-term process-kill
        tty2 -/bin/sh since 10: process-term process-kill
        tty3 -/bin/sh since 2: enter

      22: shutdown, init waits for /etc/init.d/rcK to end
        console@1 has run
        console@2 has run
        console@3 has run
        console@4 runs
        tty2@5 runs
        tty3@6 waits for Enter on tty3
        console@7 has run
        console@8 runs, and init waits for it
        console@9 waits for /etc/init.d/rcK to end
        console /sbin/getty -L console 0 vt100 since 2: process-term process-kill
        tty2 -/bin/sh since 10: process-term process-kill
        tty3 -/bin/sh since 2: enter
        console /etc/init.d/rcK since 22: process-term process-kill

      25: shutdown, init goes on in 1 s
        console@1 has run
        console@2 has run
        console@3 has run
        console@4 is no longer started: init is shutting down
        tty2@5 is no longer started: init is shutting down
        tty3@6 is no longer started: init is shutting down
        console@7 has run
        console@8 has run
        console@9 has run

      26: shutdown, init the machine is down: reboot
        console@1 has run
        console@2 has run
        console@3 has run
        console@4 does not run: the machine is down
        tty2@5 does not run: the machine is down
        tty3@6 does not run: the machine is down
        console@7 has run
        console@8 has run
        console@9 has run"
    `);
  });
  test("of lines that are no entries, and of a terminal that does not exist", () => {
    const inittab = "tty1::respawn:/bin/a\nbad\ntty9::respawn:/bin/b\ntty1::askfirst:/bin/a\n";
    expect(moment(3, { inittab, ttys: ["tty1"] })).toMatchInlineSnapshot(`
      "3: respawn/askfirst, init looks again in 1 s
        tty9@3 cannot start: /dev/tty9 does not exist
        tty1@4 waits for Enter on tty1
        bad@2 dropped: Bad inittab entry at line 2
        tty1@1 replaced by line 4, which has the same terminal and command
        tty1 /bin/a since 0: enter"
    `);
  });
  test("says what holds when TSTP has stopped init", () => {
    expect(moment(6, { events: [{ at: 5, signal: "TSTP" }] }).split("\n")[0]).toMatchInlineSnapshot(
      `"6: respawn/askfirst, init is stopped by TSTP"`,
    );
  });
});

test("what can be done to the machine", () => {
  const shown = play().offers.groups.map(
    ({ name, offers }) =>
      `${name}: ${offers.map((offer) => `${offer.name} ${JSON.stringify(offer.happening)}`).join(", ")}`,
  );
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "keys: ctrl-alt-del {"signal":"INT"}
    enter: enter {"tty":"tty2","input":"\\n"}, enter {"tty":"tty3","input":"\\n"}
    going-down: halt {"signal":"USR1"}, power-off {"signal":"USR2"}, reboot {"signal":"TERM"}
    power: power-fails {"signal":"PWR"}
    init: reload {"signal":"HUP"}, restart {"signal":"QUIT"}, stop {"signal":"TSTP"}, continue {"signal":"CONT"}"
  `);
});

test("everything that is offered is a valid event", () => {
  const { offers, playback } = play();
  const processes = playback.momentAt(30).processes.flatMap((process) => process.offers);
  for (const { happening } of [...offers.groups.flatMap((group) => group.offers), ...processes])
    expect(busybox?.open({ inittab: table, until: 60, events: [{ at: 1, ...happening }] }).problems).toEqual(
      [],
    );
});

test("one of two processes with the same command can be killed", () => {
  const events = [
    { at: 5, tty: "tty2", input: "\n" },
    { at: 5, tty: "tty3", input: "\n" },
    { at: 8, kill: "-/bin/sh", on: "tty3" },
  ];
  const ended = play({ until: 10, events }).run.timeline.intervals.filter(({ how }) => how === "killed");
  expect(ended.map(({ record, end }) => `${record.id} ${end}`)).toEqual(["tty3 8"]);
});

test("an entry that comes later has the same key in the timeline and in every moment", () => {
  // The wait entry in front is never started, so that the run meets the other one first.
  const write = "::wait:/bin/w\ntty7::askfirst:/bin/seven\n";
  const events = [
    { at: 3, write },
    { at: 4, signal: "HUP" },
    { at: 8, tty: "tty7", input: "\n" },
  ];
  const { playback } = play({ until: 20, events, ttys: ["tty2", "tty3", "tty7"] });
  const { processes, reasons } = playback.momentAt(9);
  expect(
    processes.map(({ record, command }) => {
      const reason = reasons.find(
        (other) => other.record.line === record.line && other.record.path === record.path,
      );
      return `${command.join(" ")} on ${record.id}: ${reason?.record.id} ${reason && inEnglish.text(reason.message)}`;
    }),
  ).toEqual(["/bin/seven on tty7: tty7 runs"]);
});

test("the groups of a file", () => {
  const shown = busybox?.choices(readInittab(table, { dialect: "busybox" }));
  expect(
    shown
      ?.map(
        ({ level, kind, records }) =>
          `${level} (${kind}): ${records.map(({ process }) => process).join(", ")}`,
      )
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "sysinit (group): /etc/init.d/rcS
    wait (group): /bin/wait
    once (group): /bin/once
    respawn, askfirst (group): /sbin/getty -L console 0 vt100, -/bin/sh, -/bin/sh
    ctrlaltdel (group): /sbin/reboot
    shutdown (group): /etc/init.d/rcK, /bin/umount -a -r"
  `);
});

test("lines without an entry have lanes that say why", () => {
  const text = "tty1::once:/bin/a\ntty1::once:/bin/a\nx::bogus:/bin/b\nno fields\n::off:/bin/c\n";
  const lanes = busybox
    ?.otherLanes(readInittab(text, { dialect: "busybox" }))
    .map(({ text: line, dropped }) => `${line} | ${dropped === null ? "an entry" : inEnglish.text(dropped)}`);
  expect(lanes?.join("\n")).toMatchInlineSnapshot(`
    "x::bogus:/bin/b | Bad inittab entry at line 3
    no fields | Bad inittab entry at line 4
    ::off:/bin/c | Bad inittab entry at line 5
    tty1::once:/bin/a | replaced by line 2, which has the same terminal and command"
  `);
});

test("thousands of events at one instant, and years in which little happens", () => {
  const flood = (count: number) =>
    play({ events: Array.from({ length: count }, () => ({ at: 5, signal: "HUP" as const })) });
  expect(inEnglish.text(flood(10_000).run.closing)).toBe(
    "At 60.00 s init is in the respawn/askfirst phase; its entries then:",
  );
  expect(inEnglish.text(play({ until: 1_000_000_000 }).run.closing)).toBe(
    "At 1000000000.00 s init is in the respawn/askfirst phase; its entries then:",
  );
});
