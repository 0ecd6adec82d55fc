import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { startText } from "./openrc.ts";
import { type CalledScript, seenScripts } from "./scripts.ts";

const buildroot = (daemon: string) => `#!/bin/sh
DAEMON="${daemon}"
start() {
	printf 'Starting %s: ' "$DAEMON"
	start-stop-daemon -S -x /sbin/$DAEMON && echo "OK" || echo "FAIL"
}
stop() {
	printf 'Stopping %s: ' "$DAEMON"
}
`;

const scripts: readonly CalledScript[] = [
  { name: "S01syslogd", text: buildroot("syslogd") },
  { name: "S05quiet", text: "#!/bin/sh\nmodprobe x\n" },
  { name: "S40network", text: "#!/bin/sh\nprintf 'Starting network: '\nifup -a && echo OK\n" },
  { name: "S45dbus", text: '#!/bin/sh\nNAME=dbus\nlog_daemon_msg "Starting system message bus" "$NAME"\n' },
  { name: "S50sshd", text: '#!/bin/sh\nprog=sshd\necho -n $"Starting $prog: "\n' },
];

/** The scripts that a log shows, with their lines, and the one that comes next. */
function check(log: string, called = scripts): string {
  const { seen, next } = seenScripts(log, called, { from: 1, to: Number.POSITIVE_INFINITY });
  return `${seen.map(({ name, line }) => `${name}@${line}`).join(" ")} → ${next}`;
}

test("a script is seen by what it alone prints, with its variables put in", () => {
  expect(check("kernel\n[    2.1] Starting syslogd: OK\n[    3.0] Starting network: OK\n")).toBe(
    "S01syslogd@2 S40network@3 → S45dbus",
  );
  expect(check(" * Starting system message bus dbus\nStarting sshd: [  OK  ]\n")).toBe(
    "S45dbus@1 S50sshd@2 → undefined",
  );
});

test("a text that several scripts print identifies none of them, and neither does one of the shutdown", () => {
  const twins = ["S10a", "S20b"].map((name) => ({ name, text: 'echo "Starting services"\n' }));
  expect(check("Starting services\n", twins)).toBe(" → undefined");
  expect(check("Stopping syslogd: OK\nUsage: x\nOK\n")).toBe(" → undefined");
});

test("a script that prints nothing of its own is not the next one", () => {
  expect(check("Starting syslogd: OK\n")).toBe("S01syslogd@1 → S40network");
});

describe("services of OpenRC", () => {
  const usual = (name: string, settings = "") => {
    const text = "#!/sbin/openrc-run\ncommand=/usr/sbin/x\n";
    const certain = startText(name, text, settings);
    return { name, text, isService: true, ...(certain !== undefined && { certain }) };
  };
  const own = { name: "local", text: 'start() {\n\tebegin "Starting local"\n}\n', isService: true };
  const services: readonly CalledScript[] = [
    usual("sshd"),
    usual("sshd-keys"),
    own,
    usual("web", 'name="Web server"\n'),
  ];
  const missed = (log: string) =>
    seenScripts(log, services, { from: 1, to: Number.POSITIVE_INFINITY }).missed;

  test("one that the usual function starts is missed where the log does not show it, and one is not taken for another", () => {
    expect(check(" * Starting sshd-keys ... [ ok ]\n", services)).toBe("sshd-keys@1 → local");
    expect(missed(" * Starting sshd-keys ... [ ok ]\n")).toBe("sshd");
    expect(missed(" * Starting sshd ... [ ok ]\n * Starting Web server ...\n [ ok ]\n")).toBe("sshd-keys");
    expect(
      missed(" * Starting sshd ... * Starting sshd-keys ...\n * Starting Web server ...\n"),
    ).toBeUndefined();
  });

  test("where OpenRC is quiet, the log shows only what fails, and nothing is missed", () => {
    const log = " * ERROR: web failed to start\n * ERROR: other failed to start\n";
    const { failed, missed, seen } = seenScripts(log, services, { from: 1, to: 9 });
    expect({ failed, missed, seen }).toEqual({
      failed: [{ name: "web", line: 1, because: null }],
      missed: undefined,
      seen: [{ name: "web", line: 1 }],
    });
  });

  test("a name that the shell makes, and a start function of the script's own, are not certain", () => {
    expect(startText("x", "command=a\nname=$RC_SVCNAME\n", "")).toBeUndefined();
    expect(startText("x", `command=a\n: \${name:=b}\n`, "")).toBeUndefined();
    expect(startText("x", "command=a\nstart() {\n:\n}\n", "")).toBeUndefined();
    expect(startText("x", "start_pre() { :; }\ncommand=a\n", "name='b c'\n")).toBe("Starting b c");
    expect(startText("x", "depend() { need net; }\n", "")).toBeUndefined();
  });
});

test("any log and any scripts have an answer, and each script is seen once at most", () => {
  const text = fc
    .array(pieceOf("echo ", '"Starting', " x: ", "$NAME", "NAME=a", "\n", "'", "%s"))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (log, texts) => {
      const called = texts.map((each, index) => ({ name: `S${index}`, text: each }));
      const { seen } = seenScripts(log, called, { from: 1, to: 100 });
      expect(new Set(seen.map(({ name }) => name)).size).toBe(seen.length);
    }),
  );
});
