// `inittab simulate` for files of BusyBox.

import { describe, expect, test } from "vitest";
import { type RunOptions, runInittab, show } from "../testing/program.ts";

const table = `::sysinit:/etc/init.d/rcS
::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/umount -a -r
`;

/** Simulates the file `inittab` of an empty folder, and prints what the user sees. */
function check(args: readonly string[], options: RunOptions = {}): Promise<string> {
  return show(["simulate", ...args], { ...options, files: { inittab: table, ...options.files } });
}

/** The story alone: without the title, the timeline and the records. */
async function story(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await check([...args, "inittab"], { files })).split("\n\n")[1] ?? "";
}

describe("text", () => {
  test("a boot, Enter on a console, Ctrl-Alt-Del", async () => {
    expect(
      await check(["--at", "10 enter tty2", "--at", "20 ctrl-alt-del", "--until", "30", "inittab"]),
    ).toMatchInlineSnapshot(`
      "inittab, BusyBox 1.38.0 of Buildroot

           0.00  the kernel starts init
                   /etc/init.d/rcS starts (init waits for it)
           1.00  /etc/init.d/rcS ends
                   /sbin/getty -L console 0 vt100 starts
                   -/bin/sh waits for Enter on tty2
                   tty2: Please press Enter to activate this console.
          10.00  Enter is pressed on tty2
                   -/bin/sh starts on tty2
          20.00  signal INT to init (Ctrl-Alt-Del)
                   /sbin/reboot starts (init waits for it)
          21.00  /sbin/reboot ends
                 a process sends signal TERM to init (reboot)
          22.00    /bin/umount -a -r starts (init waits for it)
          23.00  /bin/umount -a -r ends
                   The system is going down NOW!
                   /sbin/getty -L console 0 vt100 gets TERM and ends
                   -/bin/sh gets TERM and ends
                   Sent SIGTERM to all processes
          24.00    Sent SIGKILL to all processes
                   Requesting system reboot
          25.00  the machine goes down: reboot

                                      0 s          5 s           10 s         15 s          20 s
      phase                           ──respawn/askfirst ────────────────────────────────────────shutdown
      console rcS                     ██▓
      console getty -L console 0 vt…    ░███████████████████████████████████████████████████████████▓
      tty2    sh                        ·························███████████████████████████████████▓
      console reboot                                                                        ▓██░
      console umount -a -r                                                                       ░██▓

      At 25.00 s the machine goes down (reboot); init's entries then:
        console  line 1  has run
        console  line 2  does not run: init is gone
        tty2     line 3  does not run: init is gone
        console  line 4  has run
        console  line 5  has run
      exit 0"
    `);
  });
  test("the requests, by their names", async () => {
    const last = async (request: string) =>
      (await story(["--at", `5 ${request}`, "--until", "20"])).split("\n").slice(-3).join("\n");
    const requests = [
      "halt",
      "power-off",
      "reboot",
      "power-fails",
      "reload",
      "restart",
      "stop",
      "signal SIGUSR2",
    ];
    const told: string[] = [];
    for (const request of requests) told.push(`# ${request}\n${await last(request)}`);
    expect(told.join("\n")).toMatchInlineSnapshot(`
      "# halt
           7.00    Sent SIGKILL to all processes
                   Requesting system halt
           8.00  the machine goes down: halt
      # power-off
           7.00    Sent SIGKILL to all processes
                   Requesting system poweroff
           8.00  the machine goes down: power off
      # reboot
           7.00    Sent SIGKILL to all processes
                   Requesting system reboot
           8.00  the machine goes down: reboot
      # power-fails
           7.00    Sent SIGKILL to all processes
                   Requesting system halt
           8.00  the machine goes down: halt
      # reload
           5.00  signal HUP to init (read the file again)
                   log: init: reloading /etc/inittab
                   the file is read again, and nothing needs to be stopped or started
      # restart
                   tty2: Please press Enter to activate this console.
           5.00  signal QUIT to init (become the program of the restart entry)
                   no entry has the action restart, so nothing is started
      # stop
                   -/bin/sh waits for Enter on tty2
                   tty2: Please press Enter to activate this console.
           5.00  signal TSTP to init (pause)
      # signal SIGUSR2
           7.00    Sent SIGKILL to all processes
                   Requesting system poweroff
           8.00  the machine goes down: power off"
    `);
  });
  test("a process' death, and one that runs otherwise", async () => {
    expect(
      await story([
        ...[
          "--run",
          "/etc/init.d/rcS=2.5,exit=1",
          "--run",
          "/sbin/getty -L console 0 vt100=forever,ignore-term",
        ],
        ...["--at", "5 kill /sbin/getty -L console 0 vt100", "--at", "8 reboot", "--until", "15"],
      ]),
    ).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   /etc/init.d/rcS starts (init waits for it)
           2.50  /etc/init.d/rcS ends with exit code 1
                   /sbin/getty -L console 0 vt100 starts
                   -/bin/sh waits for Enter on tty2
                   tty2: Please press Enter to activate this console.
           5.00  somebody kills /sbin/getty -L console 0 vt100
                 /sbin/getty -L console 0 vt100 is killed
                   log: init: process '/sbin/getty -L console 0 vt100' (pid <pid>) killed, signal:9. Scheduling for restart.
           6.00    /sbin/getty -L console 0 vt100 starts
           8.00  signal TERM to init (reboot)
                   /bin/umount -a -r starts (init waits for it)
           9.00  /bin/umount -a -r ends
                   The system is going down NOW!
                   -/bin/sh, which waits for Enter on tty2, gets TERM and ends
                   /sbin/getty -L console 0 vt100 gets TERM
                   Sent SIGTERM to all processes
          10.00    /sbin/getty -L console 0 vt100 is killed
                   Sent SIGKILL to all processes
                   Requesting system reboot
          11.00  the machine goes down: reboot"
    `);
  });
  test("a file that changes, and what is typed", async () => {
    const files = { changed: table.replace("tty2::askfirst:-/bin/sh", "tty3::respawn:/bin/three") };
    expect(
      await story(
        [
          ...["--at", "3 type tty2 echo", "--at", "5 write changed", "--at", "6 reload"],
          ...["--at", "8 remove", "--at", "9 console x", "--until", "12"],
        ],
        files,
      ),
    ).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init
                   /etc/init.d/rcS starts (init waits for it)
           1.00  /etc/init.d/rcS ends
                   /sbin/getty -L console 0 vt100 starts
                   -/bin/sh waits for Enter on tty2
                   tty2: Please press Enter to activate this console.
           3.00  typed on tty2: "echo\\n"
                   tty2: echo
                   -/bin/sh starts on tty2
           5.00  /etc/inittab is written
                   init does not notice: it reads the file only when asked to
           6.00  signal HUP to init (read the file again)
                   log: init: reloading /etc/inittab
                   -/bin/sh gets TERM and ends
           7.00    /bin/three starts on tty3
                   log: init: process '-/bin/sh' (pid <pid>) killed, signal:15. Scheduling for restart.
           8.00  /etc/inittab is removed
                   init does not notice: it reads the file only when asked to
           9.00  typed on console: "x\\n"
                   x
                   no process waits for Enter on console"
    `);
  });
  test("both builds, boot arguments, and lines that init does not take", async () => {
    const files = { inittab: `${table}bad line\ntty2::respawn:-/bin/sh\n` };
    const old = ["--init", "1.35.0", "--build", "stock"];
    expect(await check([...old, "--until", "3", "inittab"], { files })).toMatchInlineSnapshot(`
      "inittab, BusyBox 1.35.0 unpatched

           0.00  the kernel starts init
                   init started: BusyBox v1.35.0 (<date>)
                   Bad inittab entry at line 6
                   /etc/init.d/rcS starts (init waits for it)
           1.00  /etc/init.d/rcS ends
                   /sbin/getty -L console 0 vt100 starts
                   -/bin/sh starts on tty2

                                      0 s                   1 s                    2 s
      phase                           sysinit ──────────────respawn/askfirst ─────────────────────────────
      console rcS                     ██████████████████████▓
      console getty -L console 0 vt…                        ▒█████████████████████████████████████████████
      tty2    sh                                            ▒█████████████████████████████████████████████

      At 3.00 s init is in the respawn/askfirst phase; its entries then:
        console   line 1  has run
        console   line 2  runs
        console   line 4  waits for Ctrl-Alt-Del (INT)
        console   line 5  waits for the shutdown
        tty2      line 7  runs
        bad line  line 6  dropped: Bad inittab entry at line 6
        tty2      line 3  replaced by line 7, which has the same terminal and command
      exit 0"
    `);
    expect(await story(["--boot", "single", "--until", "3"])).toMatchInlineSnapshot(`
      "     0.00  the kernel starts init single
                   -/bin/sh starts"
    `);
  });
});

describe("other formats", () => {
  test("JSON is a trace", async () => {
    const { stdout, exitCode } = await runInittab(
      ["simulate", "--format", "json", "--until", "3", "--init", "busybox-1.35-stock", "inittab"],
      { files: { inittab: table } },
    );
    expect(exitCode).toBe(0);
    const trace = JSON.parse(stdout);
    expect(Object.keys(trace)).toEqual(["init", "events", "final"]);
    expect(trace.init).toBe("busybox-1.35-stock");
    expect(trace.final.running).toEqual(["/sbin/getty -L console 0 vt100"]);
  });
  test("Markdown", async () => {
    expect(
      await check(["--format", "md", "--at", "2 enter tty2", "--until", "3", "inittab"]),
    ).toMatchInlineSnapshot(`
      "# inittab, BusyBox 1.38.0 of Buildroot

      | Time (s) | What happens |
      | ---: | --- |
      | 0.00 | the kernel starts init |
      |  | ↳ /etc/init.d/rcS starts (init waits for it) |
      | 1.00 | /etc/init.d/rcS ends |
      |  | ↳ /sbin/getty -L console 0 vt100 starts |
      |  | ↳ -/bin/sh waits for Enter on tty2 |
      |  | ↳ tty2: Please press Enter to activate this console. |
      | 2.00 | Enter is pressed on tty2 |
      |  | ↳ -/bin/sh starts on tty2 |

      At 3.00 s init is in the respawn/askfirst phase; its entries then:

      | Id | Line | Starts | Ran for (s) | At the end |
      | --- | ---: | ---: | ---: | --- |
      | console | 1 | 1 | 1.00 | has run |
      | console | 2 | 1 | 2.00 | runs |
      | tty2 | 3 | 1 | 2.00 | runs |
      | console | 4 |  |   | waits for Ctrl-Alt-Del (INT) |
      | console | 5 |  |   | waits for the shutdown |
      exit 0"
    `);
  });
  test("SVG", async () => {
    const svg = await check(["--format", "svg", "--at", "2 enter tty2", "--until", "3", "inittab"]);
    expect(svg).toContain("inittab, BusyBox 1.38.0 of Buildroot");
    expect(svg).toContain(">phase</text>");
    expect(svg).toContain("waits for Enter until 2 s");
  });
});

test("what two inittabs do differently", async () => {
  const files = { old: table, new: table.replace("tty2::askfirst", "tty3::askfirst").replace("-a -r", "-a") };
  expect(
    await show(["simulate", "--diff", "--at", "10 reboot", "old", "new"], { files }),
  ).toMatchInlineSnapshot(`
    "old → new, BusyBox 1.38.0 of Buildroot

    line 3 is gone: tty2::askfirst:-/bin/sh
        -/bin/sh on tty2: runs from 1 s to 11 s, waiting for Enter → does not run

    line 5: ::shutdown:/bin/umount -a -r → ::shutdown:/bin/umount -a
        /bin/umount -a -r: runs from 10 s to 11 s → does not run
        /bin/umount -a: does not run → runs from 10 s to 11 s

    line 3 is new: tty3::askfirst:-/bin/sh
        -/bin/sh on tty3: does not run → runs from 1 s to 11 s, waiting for Enter

    4 differences
    exit 1"
  `);
  const moved = { old: table, new: `# a comment\n${table}` };
  expect(await show(["simulate", "--diff", "old", "new"], { files: moved })).toMatchInlineSnapshot(`
    "old → new, BusyBox 1.38.0 of Buildroot

    1 changed line, but init does the same.
    exit 0"
  `);
});

test("a scenario of BusyBox, and its mistakes with line and column", async () => {
  const play = async (scenario: string) => {
    const files = { "s.json": scenario };
    const { exitCode, stdout, stderr } = await runInittab(["simulate", "--scenario", "s.json"], { files });
    return `${stderr}${stdout.split("\n\n")[1] ?? ""}\nexit ${exitCode}`;
  };
  const inittab = JSON.stringify(table);
  expect(
    await play(
      `{ "init": "busybox-1.35", "inittab": ${inittab}, "until": 8, "events": [{ "at": 5, "tty": "tty2", "input": "\\n" }] }`,
    ),
  ).toMatchInlineSnapshot(`
    "     0.00  the kernel starts init
                 /etc/init.d/rcS starts (init waits for it)
         1.00  /etc/init.d/rcS ends
                 /sbin/getty -L console 0 vt100 starts
                 -/bin/sh waits for Enter on tty2
                 tty2: Please press Enter to activate this console.
         5.00  Enter is pressed on tty2
                 -/bin/sh starts on tty2
    exit 0"
  `);
  expect(
    [
      await play('{ "init": "busybox-9",\n "inittab": null, "until": 1 }'),
      await play(`{ "inittab": ${inittab},\n "until": 5,\n "events": [{ "at": 1, "telinit": "2" }] }`),
      await play(
        `{ "inittab": ${inittab},\n "until": 1,\n "processes": { "getty": {} }, "events": [{ "at": 0, "signal": "SIGHUP" }] }`,
      ),
    ].join("\n\n"),
  ).toMatchInlineSnapshot(`
    "inittab: s.json:1:11: error: must be one of "busybox-1.35-buildroot", "busybox-1.35-oe", "busybox-1.35-alpine", "busybox-1.35", "busybox-1.35-stock", "busybox-1.36.1", "busybox-1.36.1-oe", "busybox-1.36.1-alpine", "busybox-1.36.1-debian", "busybox-1.36.1-stock", "busybox-1.37.0", "busybox-1.37.0-oe", "busybox-1.37.0-alpine", "busybox-1.37.0-debian", "busybox-1.37.0-stock", "busybox-1.38.0", "busybox-1.38.0-oe", "busybox-1.38.0-alpine", "busybox-1.38.0-debian", "busybox-1.38.0-stock"

    exit 2

    inittab: s.json:3:13: error: must have exactly one of signal, write, kill, console, input

    exit 2

    inittab: s.json:3:17: warning: no entry runs anything with the key "getty"
    inittab: s.json:3:64: warning: must be written without SIG: "HUP"
         0.00  signal SIGHUP to init
               the kernel starts init
                 /etc/init.d/rcS starts (init waits for it)
    exit 0"
  `);
});
