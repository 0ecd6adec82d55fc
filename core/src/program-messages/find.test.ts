import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInsservMessage, type InsservMessage } from "../initscript/insserv/messages.ts";
import {
  fillMessage,
  noInittabDMessage,
  noInittabMessage,
  readingMessage,
  rejectionMessage,
  rejections,
  rejectionWords,
  runtimeMessages,
} from "../inittab/messages.ts";
import { behaviourOf, sysvinitVersions } from "../inittab/versions.ts";
import { askMessage, busyboxMessages, type InitLine } from "../simulate/busybox/machine/messages.ts";
import { pieceOf } from "../testing/alphabet.ts";
import { idOf } from "./contract.ts";
import { findMessage, messagesWith } from "./find.ts";
import { speakingPrograms } from "./programs.ts";

/** The id of the message that a text is, and its values. */
function check(text: string): string {
  const found = findMessage(text);
  if (found === undefined) return "unknown";
  const values = Object.entries(found.values).map(([name, value]) => `${name}=${value}`);
  return [idOf(found), ...values].join(" ");
}

const samples: Readonly<Record<string, string>> = {
  ...{ line: "12", id: "s0", pid: "374", minutes: "5", seconds: "30", count: "3", limit: "4", status: "1" },
  ...{
    level: "3",
    terminal: "/dev/tty1",
    process: "/sbin/getty 38400 tty1",
    program: "/sbin/getty",
    script: "nginx",
  },
  ...{
    other: "bind9",
    required: "mysql",
    service: "web",
    facility: "$network",
    direction: "started",
    signal: "15",
  },
  ...{
    path: "/etc/x.d/foo",
    path2: "/usr/lib/bar",
    action: "reload",
    keyword: "Provides",
    mark: "OK",
    state: "started",
  },
  ...{
    reason: "No such file or directory",
    scripts: "nginx mysql",
    levels: "2 3 4 5",
    words: "a, b",
    word: "x1",
  },
};

describe("every message is found by its own text", () => {
  for (const program of speakingPrograms)
    test(program.title, () => {
      const [tag = ""] = program.tags;
      for (const said of program.messages)
        for (const template of said.templates) {
          const text = template.replace(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? "some text");
          const found = findMessage(`${tag}: ${text}`);
          const ids = found === undefined ? [] : [found, ...found.others].map(idOf);
          expect(ids, text).toContain(idOf({ program, said }));
        }
    });

  test("and ids occur once", () => {
    const ids = speakingPrograms.flatMap((program) =>
      program.messages.map((said) => idOf({ program, said })),
    );
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(250);
  });
});

describe("every message of core is known", () => {
  test("those about lines of the table, in all releases", () => {
    for (const version of sysvinitVersions)
      for (const reason of rejections) {
        if (reason === "skipped") continue;
        const detail = reason === "unknown-action" ? "respwan" : "1";
        for (const text of [
          rejectionMessage(reason, 12, detail, behaviourOf(version)),
          rejectionWords(reason, 12, detail, behaviourOf(version)),
        ]) {
          expect(check(`INIT: ${text}`), text).toContain(reason === "unknown-handler" ? "procd." : ".");
          expect(check(text), text).not.toBe("unknown");
        }
      }
  });

  test("those of the running init", () => {
    const values = { ...samples, version: "2.88", old: "/etc/powerstatus", configured: "", device: "ttyS0" };
    for (const name of Object.keys(runtimeMessages)) {
      const known = Object.entries(runtimeMessages).find(([key]) => key === name);
      const text = known?.[1].text.replace(
        /\{(\w+)\}/g,
        (_, key: string) => new Map(Object.entries({ ...values, word: "/bin/x" })).get(key) ?? "",
      );
      expect(check(`INIT: ${text}`), text).toMatch(/^sysvinit\./);
    }
    expect(
      check(fillMessage("sendingSignal", { configured: " configured via /etc/inittab", signal: "TERM" })),
    ).toBe("sysvinit.sending-signal signal=TERM");
    for (const text of [noInittabMessage, noInittabDMessage, readingMessage("/etc/inittab.d/a.tab")])
      expect(check(`init: ${text}`), text).toMatch(/^sysvinit\./);
  });

  test("those of BusyBox", () => {
    const words = ({ before, pid, after = "" }: InitLine) => `${before}${pid ?? ""}${after}`;
    const lines: readonly InitLine[] = [
      busyboxMessages.reload(),
      busyboxMessages.start("/dev/tty1", "/sbin/getty 38400 tty1", 12),
      busyboxMessages.start("", "/etc/init.d/rcS", 12),
      busyboxMessages.over("/bin/sh -c 'a'", 374, undefined),
      busyboxMessages.over("/bin/x", 374, { code: 1 }),
      busyboxMessages.over("/bin/x", 374, { signal: 9 }),
      busyboxMessages.cannotOpen("/dev/tty1", "No such file or directory"),
      busyboxMessages.cannotRun("", "No such file or directory"),
      busyboxMessages.goingDown(),
      busyboxMessages.sent("TERM"),
      busyboxMessages.sent("KILL"),
      busyboxMessages.requesting("poweroff"),
      { before: askMessage },
    ];
    for (const line of lines) expect(check(`init: ${words(line)}`), words(line)).toMatch(/^busybox\./);
  });

  test("those of insserv", () => {
    const common = { script: "foo", service: "bar", required: "baz", direction: "start" } as const;
    const list: readonly InsservMessage[] = [
      { kind: "required-not-enabled", ...common },
      { kind: "required-not-existing", ...common },
      { kind: "required-not-in-levels", ...common, levels: "4 5" },
      { kind: "header-not-ended", script: "foo", forced: false },
      { kind: "header-not-ended", script: "foo", forced: true },
      { kind: "header-incomplete", script: "foo" },
      ...(["Provides", "Required-Start", "Required-Stop", "Default-Start", "Default-Stop"] as const).map(
        (keyword) => ({ kind: "keyword-missing", script: "foo", keyword }) as const,
      ),
      { kind: "provides-empty", script: "foo" },
      { kind: "levels-undefined", script: "foo", direction: "start" },
      { kind: "levels-undefined", script: "foo", direction: "stop" },
      { kind: "no-header", script: "foo" },
      { kind: "loop-between", first: "nginx", second: "bind9", direction: "stop" },
      { kind: "loop-at", ...common },
      { kind: "loop-involving", service: "foo", depth: 2 },
      { kind: "levels-overlap", script: "foo", start: "2 3", stop: "0 3" },
      { kind: "already-provided", ...common },
      { kind: "provides-facility", script: "foo", facility: "$x" },
      { kind: "provides-comment", script: "foo", word: "#x" },
      { kind: "facility-unknown", facility: "$x" },
      { kind: "links-override-levels", script: "foo", direction: "start", current: "2", header: "2 3" },
      { kind: "depends-on-all", direction: "stop", script: "foo", on: "last" },
      { kind: "too-deep", service: undefined },
      { kind: "too-deep", service: "foo" },
      { kind: "facility-not-expanded", service: "$x" },
      { kind: "facility-loop", first: "$aa", second: "$bb" },
      { kind: "facility-too-deep" },
      { kind: "name-not-valid", script: "foo~" },
      { kind: "not-executable", script: "foo", link: true },
      { kind: "not-executable", script: "foo", link: false },
      { kind: "link-to-script", script: "foo" },
      { kind: "link-not-usable", path: "/etc/rc2.d/S01foo" },
      { kind: "link-exists", target: "../init.d/foo", path: "/etc/rc2.d/S01foo" },
      { kind: "wrong-level-key", key: "B" },
      { kind: "no-such-file", name: "foo" },
      { kind: "no-configuration", path: "/etc/insserv.conf" },
      { kind: "bad-option", option: "x" },
      { kind: "bad-option", option: "--x" },
      { kind: "option-needs-argument", option: "p" },
      { kind: "option-needs-argument", option: "--path" },
      { kind: "usage" },
      { kind: "exiting", why: "error" },
      { kind: "exiting", why: "loop" },
    ];
    for (const said of list)
      expect(check(formatInsservMessage(said)), formatInsservMessage(said)).toMatch(/^insserv\./);
  });

  test("those of chkconfig, rc and the helper functions", () => {
    const texts = {
      chkconfig: [
        "service foo does not support chkconfig",
        "error reading information on service foo: Invalid argument",
        "error reading information on service foo: No such file or directory",
        "service foo supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add foo')",
      ],
      redhat: [
        "Entering non-interactive startup",
        "Entering interactive startup",
        "Start service foo (Y)es/(N)o/(C)ontinue? [Y] ",
        "foo: unrecognized service",
        "svcd (pid  12 13) is running...",
        "svcd dead but pid file exists",
        "svcd dead but subsys locked",
        "svcd is stopped",
        "svcd status unknown due to insufficient privileges.",
        "-b option can be used only with -p",
      ],
      debian: [
        "Using makefile-style concurrent boot in runlevel 2.",
        "startpar: service(s) returned failure: a b ... failed!",
        "startpar: service(s) skipped, program is not installed: a ... (warning).",
        "startpar: service(s) skipped, program is not configured: a ... (warning).",
        "error: '/etc/init.d/rc' exited outside the expected code flow.",
        "svcd is running.",
        "svcd is not running ... failed!",
        "could not access PID file for svcd ... failed!",
      ],
    };
    for (const [program, list] of Object.entries(texts))
      for (const text of list) expect(check(text), text).toMatch(new RegExp(`^${program}\\.`));
  });
});

test("those that the sources of the programs have besides", () => {
  const told: Readonly<Record<string, string>> = {
    "shutdown: warning: cannot open /run/shutdown.pid": "shutdown.no-pid-file path=/run/shutdown.pid",
    "The system is going DOWN to maintenance mode in 5 minutes!": "shutdown.going-down minutes=5",
    "bootlogd: ioctl(/dev/ttyp0, TIOCCONS): Device or resource busy":
      "bootlogd.cannot-redirect path=/dev/ttyp0 reason=Device or resource busy",
    "Bummer, can't write to log on /dev/tty5!": "busybox.no-log path=/dev/tty5",
    "init: exec of '/sbin/init' failed: No such file or directory":
      "busybox.re-exec-failed program=/sbin/init reason=No such file or directory",
    "procd: - init complete -": "procd.state",
    "- watchdog -": "procd.state",
    "[    8.1] procd: Request for unknown firmware ath10k/board.bin": "procd.firmware path=ath10k/board.bin",
    "[    8.1] procd: Launched hotplug exec instance, pid=414": "procd.debug pid=414",
    "procd: Got unexpected signal 1": "procd.unexpected-signal count=1",
    "procd: Instance web::instance1 pid 812 not stopped on SIGTERM, sending SIGKILL instead":
      "procd.not-stopped service=web word=instance1 pid=812",
    "[    4.2] init: Console is alive": "procd.console-alive",
    "Mon Aug  3 10:00:00 2026 daemon.err jail: failed to execve /usr/sbin/svcd: No such file or directory":
      "ujail.cannot-execute program=/usr/sbin/svcd reason=No such file or directory",
    "jail: stat(/var/run/svc) failed: No such file or directory":
      "ujail.no-file path=/var/run/svc reason=No such file or directory",
    "jail: jail (812) exited with exit: 1": "ujail.ended pid=812 status=1",
    "uxc error: No such file or directory": "uxc.error reason=No such file or directory",
    "utrace: svcd[812] tried to call non-whitelisted syscall: openat (see /tmp/svcd.812.json)":
      "utrace.not-allowed other=svcd pid=812 word=openat path=/tmp/svcd.812.json",
    " * start-stop-daemon: unable to redirect the logfile for stdout `/var/log/x': No such file or directory":
      "start-stop-daemon.output path=/var/log/x reason=No such file or directory",
    " * openrc-run: caught SIGINT, aborting": "openrc.aborted script=openrc-run signal=SIGINT",
    'INIT: id "T0" respawning too fast: disabled for five minutes': "sysvinit.respawning-too-fast id=T0",
    'INIT: Command is respawning too rapidly. Check for possible errors. id: co "/usr/lib/saf/ttymon"':
      'system-v.respawning-too-rapidly text=co "/usr/lib/saf/ttymon"',
  };
  for (const [text, id] of Object.entries(told)) expect(check(text), text).toBe(id);
});

test("an error of the kernel is said by the program that stands in front", () => {
  expect(check("mingetty: tty9: No such file or directory")).toBe("getty.cannot-open terminal=tty9");
  expect(check("insserv: foo: No such file or directory")).toBe("insserv.no-such-file script=foo");
  expect(check("-bash: /etc/init.d/foo: No such file or directory")).toBe("shell.no-file script=foo");
  expect(check("/etc/init.d/foo: Permission denied")).toBe("shell.denied script=foo");
  expect(check("cat: /run/foo.pid: No such file or directory")).toBe("unknown");
  expect(check("foo: No such file or directory")).toBe("unknown");
});

test("whatever stands in front of it", () => {
  const text = 'Id "s0" respawning too fast: disabled for 5 minutes';
  const id = "sysvinit.respawning-too-fast id=s0 minutes=5";
  for (const front of [
    "",
    "INIT: ",
    "\rINIT: ",
    "init: ",
    "init[1]: ",
    "[   12.345678] init: ",
    "<30>init: ",
    "[    4.120000][    T1] init: ",
    "Nov 29 20:27:00 host init: ",
    "Nov  9 20:27:00 my-host.example.org init[1]: ",
    "Nov 29 20:27:00 (none) daemon.info init: ",
    "2026-11-29T20:27:00.123456+01:00 host init: ",
    "Sun Nov 29 20:27:00 2026: INIT: ",
    "Sun Nov 29 20:27:00 2026 daemon.info init: ",
    "\u001b[1;31mINIT: ",
    "# INIT: ",
    "> INIT: ",
  ])
    expect(check(front + text), front).toBe(id);
  for (const spelled of [
    "INIT: Id 's0' respawning too fast: disabled for 5 minutes",
    "INIT: Id “s0” respawning too fast: disabled for 5 minutes.",
    'init: id "s0" respawning  too fast: disabled for 5 minutes\r',
    'I see INIT: Id "s0" respawning too fast: disabled for 5 minutes',
  ])
    expect(check(spelled), spelled).toBe(id);
});

test("a part of a message leads to it", () => {
  const first = (words: string) => messagesWith(words).map(idOf)[0];
  expect(first("respawning too fast")).toBe("sysvinit.respawning-too-fast");
  expect(first("dead but subsys locked")).toBe("redhat.dead-locked");
  expect(first("missing LSB tags and overrides")).toBe("insserv.no-header");
  expect(first("no more processes left")).toBe("sysvinit.no-more-processes");
  expect(messagesWith("e")).toEqual([]);
  expect(messagesWith("spawning too fa")).toEqual([]);
});

test("what is no message", () => {
  for (const text of [
    "",
    "id:3:initdefault:",
    "1:2345:respawn:/sbin/agetty 38400 tty1",
    "::respawn:/sbin/getty 115200 ttyS0 # GENERIC_SERIAL",
    "# System initialization.",
    "echo Starting the daemon",
    "The machine is stopped",
    "eth0: link up",
    "Starting kernel ...",
    "[    1.0] usb 1-1: new high-speed USB device",
    "ok",
  ])
    expect(check(text), text).toBe("unknown");
});

test("any text is looked at", () => {
  const text = fc.string({
    unit: pieceOf(...":{}$ \"'[]\n", "INIT: ", "respawning too fast", "service "),
    maxLength: 120,
  });
  fc.assert(
    fc.property(text, (given) => {
      const found = findMessage(given);
      if (found !== undefined) expect(found.text.length).toBeGreaterThan(0);
      messagesWith(given);
    }),
  );
});
