// What the world around init makes of commands, terminals and times. That it is so in the real one is compared by
// `npm run conformance:busybox`.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../testing/english.ts";
import { isScenario } from "../../sysvinit/validate.ts";
import { busyboxBuilds } from "../machine/builds.ts";
import type { BusyboxScenario } from "../scenario.ts";
import { simulateBusybox, simulateBusyboxStream } from "../simulate.ts";
import type { BusyboxTraceEvent } from "../trace.ts";
import { validateBusyboxScenario } from "../validate.ts";

/** Simulates a scenario and prints what is seen, a line each. */
function check(scenario: Omit<BusyboxScenario, "until"> & { readonly until?: number }): readonly string[] {
  const { events, final } = simulateBusybox({ until: 10, ...scenario });
  return [
    ...events.filter(({ event }) => event !== "log").map(inWords),
    `running: ${final.running.join(", ")}`,
  ];
}

/** The same for the lines on a terminal or in the log. */
function lines(to: string, scenario: BusyboxScenario): readonly string[] {
  return simulateBusybox(scenario).events.flatMap((event) =>
    event.event === "log" && event.to === to ? [`${event.t} ${event.text}`] : [],
  );
}

function inWords({ t, event, ...rest }: BusyboxTraceEvent): string {
  return `${t} ${event} ${Object.values(rest)
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
    .join(" ")}`;
}

describe("the programs of the recorded cases", () => {
  const processes = { a: { runs: 1, exit: 3 }, b: { runs: 2 }, c: {} };

  test("a shell knows the word that init was booted with as RUNLEVEL", () => {
    const inittab = '::once:/bin/p "level$RUNLEVEL"; exec /bin/p c\n';
    const started = (bootArgs: readonly string[]) => check({ inittab, bootArgs, processes: {} })[0];
    expect(started(["3"])).toBe("0 start level3 3");
    expect(started([])).toBe("0 start level");
  });

  test("what echo says becomes words, unless shells differ in what it says", () => {
    const started = (words: string) =>
      check({ inittab: `::once:/bin/p ${words}; exec /bin/p c\n`, processes })[0];
    expect(started("$(echo one)")).toBe("0 start one");
    expect(started("$(echo -n one)")).toBe("running: ");
    expect(started('$(echo "a\\tb")')).toBe("running: ");
  });

  test("a nested shell runs its list", () => {
    expect(check({ inittab: `::once:sh -c "/bin/p a; /bin/p b && exec /bin/p c"\n`, processes })).toEqual([
      "0 start a",
      "1 exit a 3",
      "1 start b",
      "3 exit b 0",
      "3 start c",
      "running: c",
    ]);
  });

  test("a process in the background of a terminal hears when the leader goes", () => {
    expect(check({ inittab: "tty1::once:/bin/p c & /bin/p a\n", ttys: ["tty1"], processes })).toEqual([
      "0 start a tty1",
      "0 start c null",
      "1 exit a 3",
      "1 signal c HUP",
      "1 exit c 143",
      "running: ",
    ]);
    expect(check({ inittab: "tty1::once:/bin/p c &\n", ttys: ["tty1"], processes })).toEqual(["running: "]);
    expect(check({ inittab: "::once:/bin/p c &\n", processes })).toEqual(["0 start c null", "running: c"]);
  });

  test("what a shell leaves in the background begins before init goes on", () => {
    const inittab =
      "::sysinit:/bin/p a &\n::sysinit:sh -c '/bin/p b & /bin/p c & exit 3'\n::wait:sh -c '(/bin/p d &)'\n::once:/bin/p e\n";
    const started = check({ inittab, processes: {}, until: 0.5 }).filter((line) => line.includes("start"));
    expect(started.map((line) => line.split(" ")[2])).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("init works in /, so that relative paths begin there", () => {
    const inittab = [
      ...["bin/p a", "./bin/p a", "bin/../bin//p a", "../bin/p a", "etc/../../bin/p a"],
      ...["bin/p a </dev/null", "bin/p a <dev/null", "bin/p a <etc/inittab", "sh -c 'exec ./bin/p a'"],
      ...["bin/none", "./bin/p/x", "bin/p/", "./etc", "/bin/p a <nothing"],
    ].map((command) => `::once:${command}\n`);
    const scenario = { inittab: inittab.join(""), processes: { a: {} }, stubs: [], until: 0.5 };
    expect(check(scenario).at(-1)).toBe(`running: ${Array.from({ length: 9 }, () => "a").join(", ")}`);
    expect(lines("console", scenario)).toEqual([
      "0 can't run 'bin/none': No such file or directory",
      "0 can't run './bin/p/x': Not a directory",
      "0 can't run 'bin/p/': Not a directory",
      "0 can't run './etc': Permission denied",
      "0 /bin/sh: can't open nothing: no such file",
    ]);
  });

  test("variables, quotes and input", () => {
    const inittab = `::once:/bin/p a "$HOME $USER" $TERM '$x' </dev/null\n`;
    expect(check({ inittab, processes, bootArgs: ["5"], until: 0.5 })).toEqual([
      `0 start a null ["a","/ root","vt102","$x"] 5`,
      "running: a",
    ]);
  });

  test("what echo says, on its terminal and in a command", () => {
    const inittab = `tty1::wait:sh -c "echo hi $USER; echo no >/dev/null; echo -n there >/dev/console"\n::once:/bin/p c \`echo x  y\` "$(echo z  z)"\n`;
    const scenario = { inittab, processes, ttys: ["tty1"], until: 1 };
    expect(lines("tty1", scenario)).toEqual(["0 hi root"]);
    expect(lines("console", scenario)).toEqual(["0 there"]);
    expect(check(scenario)[0]).toBe('0 start c ["c","x","y","z z"]');
  });

  test("what cannot be run is told where the entry has its terminal", () => {
    const inittab =
      "tty1::once:/bin/x\nnull::once:x\n::once:/etc\n::once:/bin/p/x\n::once:/dev/null\n::once:x;\n::once:(a)\n::once:a 'b\n::once:a </x\n";
    const scenario = { inittab, processes, stubs: [], ttys: ["tty1"], until: 1 };
    expect(lines("tty1", scenario)).toEqual(["0 can't run '/bin/x': No such file or directory"]);
    expect(lines("console", scenario)).toEqual([
      "0 can't run '/etc': Permission denied",
      "0 can't run '/bin/p/x': Not a directory",
      "0 can't run '/dev/null': Permission denied",
      "0 /bin/sh: exec: line 0: x: not found",
      `0 /bin/sh: syntax error: unexpected word (expecting ")")`,
      "0 /bin/sh: syntax error: unterminated quoted string",
      "0 /bin/sh: can't open /x: no such file",
    ]);
    expect(lines("syslog", scenario)).toContain("0 can't run 'x': No such file or directory");
  });
});

test("without a syslog a process says on its terminal that it starts, and on null nowhere", () => {
  const inittab = "tty1::once:/bin/p a\nnull::once:/bin/p b\n::once:/bin/p c\ntty1::once:/bin/none\n";
  const scenario = { inittab, init: "busybox-1.38.0-oe", processes: {}, ttys: ["tty1"], until: 1 };
  expect(lines("tty1", scenario)).toEqual([
    "0 starting pid <pid>, tty '/dev/tty1': '/bin/p a'",
    "0 starting pid <pid>, tty '/dev/tty1': '/bin/none'",
    "0 can't run '/bin/none': No such file or directory",
  ]);
  expect(lines("console", scenario)).toEqual([
    "0 init started: BusyBox v1.38.0 (<built>)",
    "0 starting pid <pid>, tty '': '/bin/p c'",
  ]);
  expect(lines("syslog", scenario)).toEqual([]);
});

test("a leading dash makes the console a controlling terminal only with FEATURE_INIT_SCTTY", () => {
  const inittab = "::once:-/bin/p a & exec /bin/p b\n";
  const processes = { b: { runs: 1 } };
  const ends = (init: string) =>
    check({ inittab, init, processes, stubs: [], until: 2 }).filter((line) => line.includes("HUP"));
  expect(ends("busybox-1.38.0")).toEqual(["1 signal a HUP"]);
  expect(ends("busybox-1.38.0-oe")).toEqual([]);
});

describe("terminals", () => {
  test("Enter is taken once, and may be typed before the question", () => {
    const inittab = "::sysinit:/bin/p a\n::askfirst:/bin/p b\n::askfirst:/bin/p c\n";
    const processes = { a: { runs: 1 }, b: {}, c: {} };
    expect(
      check({
        inittab,
        processes,
        events: [
          { at: 0.5, console: "x\n" },
          { at: 3, console: "y" },
          { at: 4, console: "\r" },
        ],
      }),
    ).toEqual(["0 start a", "1 exit a 0", "1 start b", "4 start c", "running: b, c"]);
  });

  test("the end of the input starts it at once, and what is typed is seen", () => {
    const scenario = {
      inittab: "tty1::askfirst:/bin/p a\n",
      ttys: ["tty1"],
      processes: { a: {} },
      events: [
        { at: 1, tty: "tty2", input: "\n" },
        { at: 2, tty: "tty1", input: "ab" },
        { at: 3, tty: "tty1", input: "\x04\x04" },
      ],
      until: 5,
    };
    expect(check(scenario)).toEqual(["3 start a tty1", "running: a"]);
    expect(lines("tty1", scenario)).toEqual(["0 Please press Enter to activate this console.", "2 ab"]);
  });
});

describe("a real machine", () => {
  const inittab = `\
::sysinit:/etc/init.d/rcS
tty1::respawn:/sbin/getty 38400 tty1
ttyS9::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/umount -a -r
`;

  test("each entry is a program of its own, and reboot asks process 1", () => {
    expect(
      check({
        inittab,
        events: [
          { at: 3, tty: "ttyS9", input: "\n" },
          { at: 5, kill: "/sbin/getty 38400 tty1" },
          { at: 8, signal: "INT" },
        ],
        until: 30,
      }),
    ).toEqual([
      "0 start /etc/init.d/rcS",
      "1 exit /etc/init.d/rcS 0",
      "1 start /sbin/getty 38400 tty1 tty1",
      "3 start -/bin/sh ttyS9 true",
      "5 killed /sbin/getty 38400 tty1",
      "6 start /sbin/getty 38400 tty1 tty1",
      "8 start /sbin/reboot",
      "9 exit /sbin/reboot 0",
      "10 start /bin/umount -a -r",
      "11 exit /bin/umount -a -r 0",
      "11 signal -/bin/sh TERM",
      "11 exit -/bin/sh 143",
      "11 signal /sbin/getty 38400 tty1 TERM",
      "11 exit /sbin/getty 38400 tty1 143",
      "13 init-exit HUP reboot",
      "running: ",
    ]);
  });

  test("a process may behave as the scenario says", () => {
    const processes = { "/etc/init.d/rcS": { runs: 4, exit: 1 } };
    expect(check({ inittab, processes, until: 4.5 }).slice(0, 2)).toEqual([
      "0 start /etc/init.d/rcS",
      "4 exit /etc/init.d/rcS 1",
    ]);
  });
});

describe("limits", () => {
  test("a run is broken off where it grows too large", () => {
    const { stopped } = simulateBusybox(
      { inittab: "::respawn:x\n", processes: { x: { runs: 0 } }, until: 1e9 },
      { limits: { events: 1000 } },
    );
    expect(stopped?.why).toBe("more than 1000 events");
  });

  test("what is handed out on the way is what is collected", () => {
    const scenario = { inittab: "::respawn:x\n", processes: { x: { runs: 0.5 } }, until: 20 };
    const seen = [...simulateBusyboxStream(scenario)].flatMap((item) =>
      item.kind === "trace" ? [item.event] : [],
    );
    expect(seen).toEqual(simulateBusybox(scenario).events);
  });
});

describe("validation", () => {
  const problems = (value: unknown) =>
    validateBusyboxScenario(value).map(
      ({ path, message, severity }) => `${severity} ${path.join(".")}: ${inEnglish.text(message)}`,
    );

  test("the form", () => {
    expect(problems({ inittab: 3, until: -1, ttys: "tty1" })).toMatchInlineSnapshot(`
      [
        "error inittab: must be a string or null",
        "error until: must not be less than 0",
        "error ttys: must be an array",
      ]
    `);
    expect(problems({ inittab: "", until: 1, events: [{ at: 1, telinit: "3" }] })).toMatchInlineSnapshot(`
      [
        "error events.0: must have exactly one of signal, write, kill, console, input",
      ]
    `);
    expect(isScenario({ inittab: "", until: 1, ttys: [] })).toBe(false);
  });

  test("the sense", () => {
    expect(
      problems({
        inittab: "::once:/bin/p a\n",
        until: 1,
        processes: { b: {} },
        events: [
          { at: 2, signal: "SIGHUP" },
          { at: 0, signal: "WINCH" },
          { at: 0, kill: "x" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "warning processes.b: no entry runs anything with the key "b"",
        "warning events.0.at: is after the end, which is at 1",
        "warning events.0.signal: must be written without SIG: "HUP"",
        "warning events.1.signal: "WINCH" means nothing to BusyBox init",
        "warning events.2.kill: no entry runs anything with the key "x"",
      ]
    `);
  });
});

const commands = fc.constantFrom(
  "/bin/p a",
  "-/bin/p a",
  "/bin/p a; b",
  "/bin/p b &",
  "sh -c '/bin/p a | /bin/p b'",
  "(x",
  "nope",
  " ",
  "if x; then",
  "$(x)",
  "/bin/p 'a",
);
const entries = fc.tuple(
  fc.constantFrom("", "tty1", "null", "tty9", "é"),
  fc.constantFrom(..."sysinit wait once respawn askfirst ctrlaltdel shutdown restart off".split(" ")),
  commands,
);
const tables = fc
  .array(entries, { maxLength: 6 })
  .map((each) => each.map(([id, action, command]) => `${id}::${action}:${command}\n`).join(""));
const times = fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10);
const happenings = fc.oneof(
  fc.record({
    at: times,
    signal: fc.constantFrom("HUP", "INT", "QUIT", "USR1", "TERM", "TSTP", "CONT", "KILL"),
  }),
  fc.record({ at: times, write: fc.option(tables) }),
  fc.record({
    at: times,
    kill: fc.constantFrom("a", "b", "none"),
    with: fc.constantFrom("KILL", "TERM", "USR1"),
  }),
  fc.record({ at: times, console: fc.constantFrom("\n", "a\n", "\x04", "x") }),
  fc.record({ at: times, tty: fc.constantFrom("tty1", "tty9"), input: fc.constantFrom("\n", "q") }),
);
const runsOf = fc.constantFrom(null, 0, 0.3, 2);
const scenarios: fc.Arbitrary<BusyboxScenario> = fc.record({
  inittab: fc.option(tables),
  init: fc.constantFrom(...busyboxBuilds.map(({ init }) => init)),
  config: fc.constantFrom({}, { FEATURE_USE_INITTAB: false }, { FEATURE_INIT_SYSLOG: false }),
  ttys: fc.constant(["tty1"]),
  stubs: fc.constantFrom([], ["/bin/sh"]),
  processes: fc.record({ a: fc.record({ runs: runsOf }), b: fc.record({ runs: runsOf }) }),
  events: fc.array(happenings, { maxLength: 8 }),
  until: fc.constant(9),
});

describe("any scenario", () => {
  test("is valid, comes to an end, and comes out the same each time, in the order of time", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(validateBusyboxScenario(scenario).filter(({ severity }) => severity === "error")).toEqual([]);
        const trace = simulateBusybox(scenario);
        expect(simulateBusybox(scenario)).toEqual(trace);
        const moments = trace.events.map(({ t }) => t);
        expect(moments).toEqual(moments.toSorted((one, other) => one - other));
        expect(trace.stopped).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("tells of each process's end once, and of none that has not begun", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { events, final } = simulateBusybox(scenario);
        const live = new Map<string, number>();
        for (const event of events) {
          if (event.event === "start") live.set(event.id, (live.get(event.id) ?? 0) + 1);
          else if (event.event === "exit" || event.event === "killed")
            live.set(event.id, (live.get(event.id) ?? 0) - 1);
          else if (event.event === "signal") expect(live.get(event.id)).toBeGreaterThan(0);
          else if (event.event === "init-exit") live.clear();
        }
        const running = [...live].flatMap(([id, count]) => Array.from({ length: count }, () => id));
        expect(running.toSorted()).toEqual(final.running);
      }),
      { numRuns: 300 },
    );
  });
});
