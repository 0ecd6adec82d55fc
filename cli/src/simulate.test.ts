import { join } from "node:path";
import { tellStory } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { programLocalizer } from "./localizer.ts";
import { packageFolder, type RunOptions, runHere, runInittab, show } from "./testing/program.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
ca::ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
`;

/** Simulates the file `inittab` of an empty folder, and prints what the user sees. */
function check(args: readonly string[], options: RunOptions = {}): Promise<string> {
  return show(["simulate", ...args], { files: { inittab: table, ...options.files } });
}

/** The story alone: without the title, the timeline and the records. */
async function story(args: readonly string[], inittab: string = table): Promise<string> {
  const { stdout } = await runInittab(["simulate", ...args, "-"], { stdin: inittab });
  return stdout.split("\n\n")[1] ?? "";
}

describe("text", () => {
  test("a boot, a change of level, Ctrl-Alt-Del", async () => {
    expect(
      await check(["--at", "10 telinit 3", "--at", "15 kill 1 KILL", "--at", "20 signal SIGINT", "inittab"]),
    ).toMatchInlineSnapshot(`
      "inittab, sysvinit 3.14

           0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   INIT: Entering runlevel: 2
                   l2 starts: /etc/init.d/rc 2 (init waits for it)
           2.00  l2 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
          10.00  telinit 3
                   INIT: Switching to runlevel: 3
                   l3 starts: /etc/init.d/rc 3 (init waits for it)
          11.00  l3 ends
          15.00  somebody kills 1
                 1 is killed
                   1 starts: /sbin/getty 38400 tty1
          20.00  signal INT to init (Ctrl-Alt-Del)
                   ca starts: /sbin/shutdown -r now (init waits for it)
          21.00  ca ends
                 a process asks for runlevel 6
                   INIT: Switching to runlevel: 6
                   INIT: Sending processes configured via /etc/inittab the TERM signal
                   1 gets TERM and ends
                   2 gets TERM and ends
          21.01    INIT: no more processes left in this runlevel

                             0 s                15 s               30 s               45 s
      level                  ─2 ─────────3 ────────────6 ─────────────────────────────────────────────────
      si   rcS               █░
      l2   rc 2               ▓▓
      1    getty 38400 tty1    ▒████████████████████████
      2    getty 38400 tty2    ▒████████████████████████
      l3   rc 3                          ░█░
      ca   shutdown -r now                            ▒█

      At 60.00 s init is in runlevel 6; its entries then:
        ca  line 7  waits for Ctrl-Alt-Del (INT)
        id  line 1  never runs: its action is initdefault
        si  line 2  the sysinit phase is over
        l2  line 3  not in runlevel 6; its field is 2
        l3  line 4  not in runlevel 6; its field is 3
        1   line 5  not in runlevel 6; its field is 2345
        2   line 6  not in runlevel 6; its field is 23
        ~~  line 8  not in runlevel 6; its field is S
      exit 0"
    `);
  });
  test("processes that behave otherwise", async () => {
    expect(
      await story([
        ...["--run", "si=0.5", "--run", "l2=forever,exit=3,term=1", "--run", "2=.1,exit=1"],
        ...["--at", "5 kill l2 TERM", "--at", "8 kill 1", "--until", "9"],
      ]),
    ).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           0.50  si ends
                   INIT: Entering runlevel: 2
                   l2 starts: /etc/init.d/rc 2 (init waits for it)
           5.00  somebody sends TERM to l2
                   l2 gets TERM
           6.00  l2 ends with exit code 3
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
           6.10  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.20  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.30  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.40  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.50  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.60  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.70  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.80  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           6.90  2 ends with exit code 1
                   2 starts: /sbin/getty 38400 tty2
           7.00  2 ends with exit code 1
                   INIT: Id "2" respawning too fast: disabled for 5 minutes
           8.00  1 comes to its end
                 1 ends
                   1 starts: /sbin/getty 38400 tty1"
    `);
  });
  test("boot arguments, the console, an edited table", async () => {
    expect(await story(["--boot", "single", "--at", "5 telinit 2", "--until", "8"])).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init single
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   ~~ starts: /sbin/sulogin (init waits for it)
           5.00  telinit 2
                   INIT: Switching to runlevel: 2
                   INIT: Sending processes configured via /etc/inittab the TERM signal
                   ~~ gets TERM and ends
           5.01    l2 starts: /etc/init.d/rc 2 (init waits for it)
           6.01  l2 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2"
    `);
    expect(
      await story(["--at", "3 console 2", "--until", "5"], table.replace("id:2", "# id:2")),
    ).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   Enter runlevel:
           3.00  typed at the console: "2\\n"
                   INIT: Entering runlevel: 2
                   l2 starts: /etc/init.d/rc 2 (init waits for it)
           4.00  l2 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2"
    `);
    const files = { changed: table.replace("2:23", "2:3") };
    const edited = await check(
      ["--at", "5 write changed", "--at", "6 telinit q", "--until", "8", "inittab"],
      { files },
    );
    expect(edited.split("\n\n")[1]).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           1.00  si ends
                   INIT: Entering runlevel: 2
                   l2 starts: /etc/init.d/rc 2 (init waits for it)
           2.00  l2 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
           5.00  /etc/inittab is written
                   init does not notice: it reads the file only when asked to
           6.00  telinit q
                   log: init: Re-reading inittab
                   the file is read again, and nothing needs to be stopped or started"
    `);
  });
  test("a request during the boot, power, variables, a new program", async () => {
    expect(
      await story([
        "--at",
        "0.5 telinit 3",
        "--at",
        "5 signal PWR F",
        "--at",
        "6 telinit -e A=b",
        "--at",
        "7 telinit U",
        "--until",
        "8",
      ]),
    ).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   INIT: version 3.14 booting
                   si starts: /etc/init.d/rcS (init waits for it)
           0.50  telinit 3
                   INIT: Switching to runlevel: 3
                   INIT: Sending processes configured via /etc/inittab the TERM signal
                   si gets TERM and ends
           0.51    l3 starts: /etc/init.d/rc 3 (init waits for it)
           1.51  l3 ends
                   1 starts: /sbin/getty 38400 tty1
                   2 starts: /sbin/getty 38400 tty2
           5.00  signal PWR to init (the power supply, powerstatus "F")
                   no entry has the action powerwait or powerfail, so nothing is started
           6.00  telinit -e A=b
           7.00  telinit U
                   init re-executes its program and hands over its list of entries
                   log: init: Trying to re-exec init
                   INIT: version 3.14 reloading"
    `);
  });
  test("the end is the usual one, or after the last event", async () => {
    expect(await check(["--until", "5", "inittab"])).toContain("At 5.00 s init is in runlevel 2;");
    expect(await check(["inittab"])).toContain("At 60.00 s ");
    expect(await check(["--at", "100 telinit 3", "inittab"])).toContain("At 130.00 s ");
  });
  test("a run that grows beyond all limits is broken off and says so", async () => {
    const { stdout } = await runInittab(
      ["simulate", "--format", "json", "--run", "1=20", "--run", "2=20", "--until", "1000000000", "-"],
      { stdin: table },
    );
    expect(JSON.parse(stdout).stopped.why).toBe("more than 200000 events");
    const few = tellStory(
      { inittab: table, until: 1e9, processes: { "1": { runs: 20 } } },
      { limits: { events: 50 } },
    );
    const last = [...few].at(-1);
    expect(last && programLocalizer().text(last.message)).toBe("cut short: more than 50 events");
    // One that respawns too fast is quiet for minutes each time, so that a day has an end.
    const quiet = await story(
      ["--until", "3600"],
      table.replace("2:23:respawn:", "2:23:respawn:+").replace(/getty 38400 tty2/, "true"),
    );
    expect(quiet.split("\n").length).toBeLessThan(100);
  }, 120_000);
});

describe("other formats", () => {
  test("JSON is a trace", async () => {
    const { stdout, exitCode } = await runInittab(
      ["simulate", "--format", "json", "--until", "3", "--init", "3.06", "inittab"],
      {
        files: { inittab: table },
      },
    );
    expect(exitCode).toBe(0);
    const trace = JSON.parse(stdout);
    expect(Object.keys(trace)).toEqual(["init", "events", "final"]);
    expect(trace.init).toBe("sysvinit-3.06");
    expect(trace.final.running).toEqual(["1", "2"]);
  });
  test("Markdown", async () => {
    expect(await check(["--format", "md", "--until", "3", "inittab"])).toMatchInlineSnapshot(`
      "# inittab, sysvinit 3.14

      | Time (s) | What happens |
      | ---: | --- |
      | 0.00 | the kernel starts init |
      |  | ↳ INIT: version 3.14 booting |
      |  | ↳ si starts: /etc/init.d/rcS (init waits for it) |
      | 1.00 | si ends |
      |  | ↳ INIT: Entering runlevel: 2 |
      |  | ↳ l2 starts: /etc/init.d/rc 2 (init waits for it) |
      | 2.00 | l2 ends |
      |  | ↳ 1 starts: /sbin/getty 38400 tty1 |
      |  | ↳ 2 starts: /sbin/getty 38400 tty2 |

      At 3.00 s init is in runlevel 2; its entries then:

      | Id | Line | Starts | Ran for (s) | At the end |
      | --- | ---: | ---: | ---: | --- |
      | ca | 7 |  |   | waits for Ctrl-Alt-Del (INT) |
      | id | 1 |  |   | never runs: its action is initdefault |
      | si | 2 | 1 | 1.00 | the sysinit phase is over |
      | l2 | 3 | 1 | 1.00 | has run; runs again only after init has left runlevel 2 and come back |
      | l3 | 4 |  |   | not in runlevel 2; its field is 3 |
      | 1 | 5 | 1 | 1.00 | runs |
      | 2 | 6 | 1 | 1.00 | runs |
      | \\~\\~ | 8 |  |   | not in runlevel 2; its field is S |
      exit 0"
    `);
  });
  test("SVG", async () => {
    const svg = await check(["--format", "svg", "--until", "3", "inittab"]);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    expect(svg).toContain("inittab, sysvinit 3.14");
  });
});

test("wrong usage and unreadable files", async () => {
  const told: string[] = [];
  const mistakes = [
    ["a", "b"],
    ["--diff", "a"],
    ["--diff", "--format", "svg", "a", "b"],
    ["--at", "x telinit 3"],
    ["--at", "3"],
    ["--at", "3 frob"],
    ["--at", "3 telinit"],
    ["--at", "3 signal"],
    ["--dialect", "sysvinit", "--at", "3 kill 1 HUP"],
    ["--at", "3 write"],
    ["--run", "1"],
    ["--run", "1=2,frob"],
    ["--until", "-1"],
    ["--init", "4"],
    ["gone"],
    ["--dialect", "sysvinit", "--at", "3 write gone", join(packageFolder, "package.json")],
    ["--dialect", "systemd"],
    ["--scenario", "gone"],
    ["--diff", "gone", "gone"],
  ];
  for (const args of mistakes) {
    const { exitCode, stdout, stderr } = await runHere(["simulate", ...args]);
    expect({ args, exitCode, stdout }).toEqual({ args, exitCode: 2, stdout: "" });
    told.push(stderr.split("\n")[0] ?? "");
  }
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "inittab: give one INITTAB, or --diff and two
    inittab: --diff needs two inittabs, OLD and NEW
    inittab: --format svg: not one of text, json
    inittab: --at 'x telinit 3': begin with the time in seconds
    inittab: --at '3': begin with the time in seconds
    inittab: --at '3 frob': frob is not one of telinit, signal, kill, kill-service, console, write
    inittab: --at '3 telinit': telinit needs an argument
    inittab: --at '3 signal': write signal NAME [POWERSTATUS]
    inittab: --at '3 kill 1 HUP': a process ends by exit, TERM or KILL
    inittab: --at '3 write': write needs the name of a file
    inittab: --run '1': write ID=SECONDS|forever[,exit=N][,term=SECONDS][,ignore-term][,leaves=NAME]
    inittab: --run '1=2,frob': frob is none of exit=N, term=SECONDS, ignore-term, leaves=NAME
    inittab: option --until needs a value
    inittab: --init 4: the known releases are 2.88, 2.92, 2.95, 2.97, 3.02, 3.04, 3.06, 3.11, 3.14, 1.35.0, 1.36.1, 1.37.0, 1.38.0
    inittab: gone: no such file or directory
    inittab: gone: no such file or directory
    inittab: --dialect systemd: not one of auto, sysvinit, busybox, procd, toybox, aix, solaris, hp-ux, irix, sco, tru64, system-v, unknown
    inittab: gone: no such file or directory
    inittab: gone: no such file or directory"
  `);
});

test("a table of any bytes is simulated if somebody says as what", async () => {
  const stdin = Buffer.from("\xff\0\x1b[2J:2:once:\x9b\n".repeat(50), "latin1");
  for (const dialect of ["sysvinit", "busybox", "procd"]) {
    const bytes = await runInittab(["simulate", "--dialect", dialect, "--until", "3", "-"], { stdin });
    expect(bytes.exitCode).toBe(0);
    expect(bytes.stdout).not.toMatch(/[\0\x1b\x9b]/);
  }
});

test("an init without a machine is not simulated, and told", async () => {
  const told = async (args: readonly string[], stdin: string) => {
    const { exitCode, stdout, stderr } = await runInittab(["simulate", ...args, "-"], { stdin });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    return stderr.trim();
  };
  expect(
    [
      await told([], "cons:0123456789:respawn:/usr/sbin/getty /dev/console\nx:2:hold:/bin/a\n"),
      await told([], "no line\nwith fields\n"),
      await told(["--dialect", "aix"], table),
      await told(["--dialect", "unknown"], table),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "inittab: <stdin>: is read as a file of aix (because it has words or comments of AIX), which cannot be simulated; only sysvinit, busybox or procd can be simulated; choose with --dialect
    inittab: <stdin>: it is not clear which init this file is for (because no line has four fields); only sysvinit, busybox or procd can be simulated; choose with --dialect
    inittab: <stdin>: is read as a file of aix (because it was asked for), which cannot be simulated; only sysvinit, busybox or procd can be simulated; choose with --dialect
    inittab: <stdin>: it is not clear which init this file is for (because it was asked for); only sysvinit, busybox or procd can be simulated; choose with --dialect"
  `);
});
