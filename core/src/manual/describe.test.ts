import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionsOf } from "../inittab/actions.ts";
import { dialects } from "../inittab/dialect.ts";
import { readInittab } from "../inittab/read.ts";
import { sysvinitVersions } from "../inittab/versions.ts";
import { inEnglish } from "../testing/english.ts";
import { recordSentences } from "./describe.ts";
import type { DescribeContext, RecordFields } from "./record-context.ts";
import { describeRunlevels } from "./runlevel-words.ts";

const sysvinit: DescribeContext = { dialect: "sysvinit" };

function describeRecord(record: RecordFields): string {
  return recordSentences(record, sysvinit).map(inEnglish.text).join(" ");
}

/** Prints each record of a table, given as lines, and below it what is said of it. */
function check(lines: readonly string[], context: DescribeContext = sysvinit): string {
  return lines
    .map((line) => {
      const [id = "", runlevels = "", action = "", ...process] = line.split(":");
      const record = { id, runlevels, action, process: process.join(":") };
      return [
        line,
        ...recordSentences(record, context).map((sentence) => `  ${inEnglish.text(sentence)}`),
      ].join("\n");
    })
    .join("\n");
}

test("every action of sysvinit", () => {
  const lines = actionsOf("sysvinit").map(({ name }) => `x:23:${name}:/bin/x a`);
  expect(check(lines)).toMatchInlineSnapshot(`
    "x:23:respawn:/bin/x a
      The process is kept running in 2 or 3: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23:wait:/bin/x a
      The process is started once on entering 2 or 3; init waits for it before it goes on.
      A change from one of these levels to another does not start it again.
      It runs without a shell.
    x:23:once:/bin/x a
      The process is started once on entering 2 or 3; init does not wait.
      A change from one of these levels to another does not start it again.
      It runs without a shell.
    x:23:boot:/bin/x a
      The process is started at boot after the sysinit entries; init does not wait; the runlevels field is ignored.
      No later change of the runlevel ends it.
      It runs without a shell.
    x:23:bootwait:/bin/x a
      The process is started at boot after the sysinit entries; init waits for it; the runlevels field is ignored.
      It runs without a shell.
    x:23:off:/bin/x a
      Init ignores the process: it is never started.
    x:23:ondemand:/bin/x a
      The process is kept running in 2 or 3: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23:initdefault:/bin/x a
      After boot init enters runlevel 3, the highest of 2 and 3.
      The process is ignored.
    x:23:sysinit:/bin/x a
      The process is started at boot before anything else; init waits for it; the runlevels field is ignored.
      It runs without a shell.
    x:23:powerwait:/bin/x a
      When the power fails (SIGPWR) in 2 or 3 init runs the process and waits for it.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell.
    x:23:powerfail:/bin/x a
      When the power fails (SIGPWR) in 2 or 3 init starts the process and does not wait.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell.
    x:23:powerokwait:/bin/x a
      When the power is back (SIGPWR with status O) in 2 or 3 init runs the process and waits for it.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell.
    x:23:powerfailnow:/bin/x a
      When the battery is low (SIGPWR with status L) in 2 or 3 init runs the process and waits for it.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell.
    x:23:ctrlaltdel:/bin/x a
      On Ctrl-Alt-Del (SIGINT) in 2 or 3 init runs the process and waits for it.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell.
    x:23:kbrequest:/bin/x a
      On the keyboard request (SIGWINCH) in 2 or 3 init starts the process and does not wait.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell."
  `);
});

test("every action of sysvinit with an empty runlevels field", () => {
  const lines = actionsOf("sysvinit").map(({ name }) => `x::${name}:/bin/x a`);
  expect(check(lines)).toMatchInlineSnapshot(`
    "x::respawn:/bin/x a
      The process is kept running in any level from 0 to 9: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x::wait:/bin/x a
      The process is started once on entering any level from 0 to 9; init waits for it before it goes on.
      A change from one of these levels to another does not start it again.
      It runs without a shell.
    x::once:/bin/x a
      The process is started once on entering any level from 0 to 9; init does not wait.
      A change from one of these levels to another does not start it again.
      It runs without a shell.
    x::boot:/bin/x a
      The process is started at boot after the sysinit entries; init does not wait.
      No later change of the runlevel ends it.
      It runs without a shell.
    x::bootwait:/bin/x a
      The process is started at boot after the sysinit entries; init waits for it.
      It runs without a shell.
    x::off:/bin/x a
      Init ignores the process: it is never started.
    x::ondemand:/bin/x a
      The process is kept running in any level from 0 to 9: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x::initdefault:/bin/x a
      After boot init enters runlevel 9, the highest of 0 to 9, which is what an empty field means.
      The process is ignored.
    x::sysinit:/bin/x a
      The process is started at boot before anything else; init waits for it.
      It runs without a shell.
    x::powerwait:/bin/x a
      When the power fails (SIGPWR) in any runlevel init runs the process and waits for it.
      It runs without a shell.
    x::powerfail:/bin/x a
      When the power fails (SIGPWR) in any runlevel init starts the process and does not wait.
      It runs without a shell.
    x::powerokwait:/bin/x a
      When the power is back (SIGPWR with status O) in any runlevel init runs the process and waits for it.
      It runs without a shell.
    x::powerfailnow:/bin/x a
      When the battery is low (SIGPWR with status L) in any runlevel init runs the process and waits for it.
      It runs without a shell.
    x::ctrlaltdel:/bin/x a
      On Ctrl-Alt-Del (SIGINT) in any runlevel init runs the process and waits for it.
      It runs without a shell.
    x::kbrequest:/bin/x a
      On the keyboard request (SIGWINCH) in any level from 0 to 9 init starts the process and does not wait.
      In another level it is remembered, and acted on if the next level is one of these.
      It runs without a shell."
  `);
});

test("every action of BusyBox", () => {
  const lines = actionsOf("busybox").flatMap(({ name }) => [`::${name}:/bin/x a`, `tty2::${name}:-/bin/sh`]);
  expect(check(lines, { dialect: "busybox" })).toMatchInlineSnapshot(`
    "::respawn:/bin/x a
      The process is kept running on init's console: init starts it again a second after it ends.
      It runs without a shell.
    tty2::respawn:-/bin/sh
      The process is kept running on tty2: init starts it again a second after it ends.
      The leading - makes it a login program.
    ::wait:/bin/x a
      The process is started on init's console at boot after the sysinit entries; init waits for it.
      It runs without a shell.
    tty2::wait:-/bin/sh
      The process is started on tty2 at boot after the sysinit entries; init waits for it.
      The leading - makes it a login program.
    ::once:/bin/x a
      The process is started on init's console at boot after the wait entries; init does not wait.
      It runs without a shell.
    tty2::once:-/bin/sh
      The process is started on tty2 at boot after the wait entries; init does not wait.
      The leading - makes it a login program.
    ::sysinit:/bin/x a
      The process is started on init's console at boot before anything else; init waits for it.
      It runs without a shell.
    tty2::sysinit:-/bin/sh
      The process is started on tty2 at boot before anything else; init waits for it.
      The leading - makes it a login program.
    ::ctrlaltdel:/bin/x a
      On Ctrl-Alt-Del (SIGINT) init runs the process on init's console and waits for it.
      It runs without a shell.
    tty2::ctrlaltdel:-/bin/sh
      On Ctrl-Alt-Del (SIGINT) init runs the process on tty2 and waits for it.
      The leading - makes it a login program.
    ::askfirst:/bin/x a
      The process is kept running on init's console: each start waits until somebody presses Enter there.
      It runs without a shell.
    tty2::askfirst:-/bin/sh
      The process is kept running on tty2: each start waits until somebody presses Enter there.
      The leading - makes it a login program.
    ::shutdown:/bin/x a
      Before the machine halts, reboots or switches off init runs the process on init's console and waits for it.
      It runs without a shell.
    tty2::shutdown:-/bin/sh
      Before the machine halts, reboots or switches off init runs the process on tty2 and waits for it.
      The leading - makes it a login program.
    ::restart:/bin/x a
      On SIGQUIT process 1 runs the shutdown entries and then becomes this program.
      It runs without a shell.
    tty2::restart:-/bin/sh
      On SIGQUIT process 1 runs the shutdown entries and then becomes this program.
      The leading - makes it a login program."
  `);
});

test("odd cases of BusyBox", () => {
  const lines = [
    "null::askfirst:/bin/x",
    "/dev/tty3:2345:respawn:/bin/x",
    "::once: /bin/x",
    "::wait:/bin/a; /bin/b",
    "::once:-/bin/x $Y",
    "::initdefault:",
  ];
  expect(check(lines, { dialect: "busybox" })).toMatchInlineSnapshot(`
    "null::askfirst:/bin/x
      The process is kept running without a terminal (null): init starts it again a second after it ends.
      It runs without a shell.
    /dev/tty3:2345:respawn:/bin/x
      The process is kept running on tty3: init starts it again a second after it ends.
      The runlevels field is ignored.
      It runs without a shell.
    ::once: /bin/x
      The process is started on init's console at boot after the wait entries; init does not wait.
      A blank stands where the program's name begins, so init looks for a program without a name and fails.
    ::wait:/bin/a; /bin/b
      The process is started on init's console at boot after the sysinit entries; init waits for it.
      A shell runs it because of the ;, with exec in front, so that nothing behind ; is reached.
    ::once:-/bin/x $Y
      The process is started on init's console at boot after the wait entries; init does not wait.
      A shell runs it because of the $, with exec in front.
      The leading - reaches that shell, not the program.
    ::initdefault:
      Init drops the record, because "initdefault" is no action that it knows."
  `);
  expect(check(["tty2::askfirst:/bin/x"], { dialect: "toybox" })).toMatchInlineSnapshot(`
    "tty2::askfirst:/bin/x
      The process is kept running on tty2: init starts it again a second after it ends.
      It runs without a shell."
  `);
});

test("odd runlevels", () => {
  const lines = [
    "x:s:wait:/bin/x",
    "x:2-5:once:/bin/x",
    "x:S:wait:/bin/x",
    "x:0123456789S:respawn:/bin/x",
    "x:a:ondemand:/bin/x",
    "x:23Ab:ondemand:/bin/x",
    "x:a:once:/bin/x",
    "x:#:once:/bin/x",
    "x:2*:respawn:/bin/x",
    "x:S:off:/bin/x",
    "x:S0123456789:ctrlaltdel:/bin/x",
    "x:x:ctrlaltdel:/bin/x",
    "x:a:powerfail:/bin/x",
    "x:2b:ctrlaltdel:/bin/x",
    "x:2:OnCe:/bin/x",
    "x:2:respwan:/bin/x",
  ];
  expect(check(lines)).toMatchInlineSnapshot(`
    "x:s:wait:/bin/x
      The process is never started, because the runlevels field names no level that init can be in.
    x:2-5:once:/bin/x
      The process is started once on entering 2 or 5; init does not wait.
      A change from one of these levels to another does not start it again.
      In the runlevels field "-" matches no level.
      It runs without a shell.
    x:S:wait:/bin/x
      The process is started once on entering S; init waits for it before it goes on.
      It runs without a shell.
    x:0123456789S:respawn:/bin/x
      The process is kept running in any level from 0 to 9 or S: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:a:ondemand:/bin/x
      The process is kept running from the first telinit a on: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23Ab:ondemand:/bin/x
      The process is kept running in 2 or 3 and from the first telinit a or telinit b on: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:a:once:/bin/x
      The process is started once on telinit a; init does not wait.
      It runs without a shell.
    x:#:once:/bin/x
      The process is started once on entering the sysinit phase; init does not wait.
      It runs without a shell.
    x:2*:respawn:/bin/x
      The process is kept running in 2 or the boot phase: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:S:off:/bin/x
      Init ignores the process: it is never started.
      Its S keeps init from adding an entry of its own for single-user mode.
    x:S0123456789:ctrlaltdel:/bin/x
      On Ctrl-Alt-Del (SIGINT) in any runlevel init runs the process and waits for it.
      It runs without a shell.
    x:x:ctrlaltdel:/bin/x
      The process is never started, because the runlevels field names no level that init can be in.
    x:a:powerfail:/bin/x
      A call by telinit a runs it at once, and from then on its event counts in every ordinary level.
      It runs without a shell.
    x:2b:ctrlaltdel:/bin/x
      On Ctrl-Alt-Del (SIGINT) in 2 init runs the process and waits for it.
      In another level it is remembered, and acted on if the next level is one of these.
      A call by telinit b runs it at once, and from then on its event counts in every ordinary level.
      It runs without a shell.
    x:2:OnCe:/bin/x
      The process is started once on entering 2; init does not wait.
      It runs without a shell.
    x:2:respwan:/bin/x
      Init drops the record, because "respwan" is no action that it knows."
  `);
});

test("the default runlevel", () => {
  const lines = [
    "id:2:initdefault:",
    "id:25:initdefault:",
    "id:S5:initdefault:",
    "id:s:initdefault:",
    "id::initdefault:",
    "id:0:initdefault:",
    "id:6:initdefault:",
    "id:x:initdefault:",
    "id:2-a:initdefault:/bin/x",
  ];
  expect(check(lines)).toMatchInlineSnapshot(`
    "id:2:initdefault:
      After boot init enters runlevel 2.
    id:25:initdefault:
      After boot init enters runlevel 5, the highest of 2 and 5.
    id:S5:initdefault:
      After boot init enters single-user mode, S, the highest of S and 5.
    id:s:initdefault:
      After boot init enters single-user mode, S.
    id::initdefault:
      After boot init enters runlevel 9, the highest of 0 to 9, which is what an empty field means.
    id:0:initdefault:
      After boot init enters runlevel 0.
      By convention 0 means: halt.
    id:6:initdefault:
      After boot init enters runlevel 6.
      By convention 6 means: reboot.
    id:x:initdefault:
      After boot init asks for a runlevel on the console, because "X" is no level.
    id:2-a:initdefault:/bin/x
      After boot init asks for a runlevel on the console, because "A", the character with the highest code, is no level.
      The process is ignored."
  `);
  expect(check(["id:3:initdefault:"], { ...sysvinit, earlierInitdefault: 4 })).toMatchInlineSnapshot(`
    "id:3:initdefault:
      Init ignores the record, because the initdefault of line 4 comes first."
  `);
});

test("the command, by release", () => {
  const lines = [
    "x:2:once:+/bin/x a",
    "x:2:once:+@/bin/x $A",
    "x:2:once:/bin/a; /bin/b",
    "x:2:once:/bin/a ';' && /bin/b",
    "x:2:once:A=1 /bin/x",
    "x:2:once:/bin/x >/dev/null",
    "x:2:once:/bin/x # note",
    "x:2:once:/bin/x a#b c",
    "x:2:once:/bin/x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    "x:2:once:",
    "x:2:respawn:+",
  ];
  expect(check(lines)).toMatchInlineSnapshot(`
    "x:2:once:+/bin/x a
      The process is started once on entering 2; init does not wait.
      It runs without a shell.
      The + keeps it out of utmp and wtmp.
    x:2:once:+@/bin/x $A
      The process is started once on entering 2; init does not wait.
      The @ keeps the shell away.
      The + keeps it out of utmp and wtmp.
    x:2:once:/bin/a; /bin/b
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the ;.
    x:2:once:/bin/a ';' && /bin/b
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the '.
    x:2:once:A=1 /bin/x
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the =.
    x:2:once:/bin/x >/dev/null
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the >.
    x:2:once:/bin/x # note
      The process is started once on entering 2; init does not wait.
      It runs without a shell.
      The command ends at the #: "# note" is dropped, and the last argument is empty.
    x:2:once:/bin/x a#b c
      The process is started once on entering 2; init does not wait.
      It runs without a shell.
      The command ends at the #: "#b c" is dropped.
    x:2:once:/bin/x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
      The process is started once on entering 2; init does not wait.
      It runs without a shell.
      Only the first 14 words count; "14 15" is dropped.
    x:2:once:
      The process is started once on entering 2; init does not wait.
      There is no command, so the start ends at once without a message.
    x:2:respawn:+
      The process is kept running in 2: init starts it again whenever it ends, and does not wait for it.
      There is no command, so each start ends at once, and after ten of them init gives up for five minutes.
      The + keeps it out of utmp and wtmp."
  `);
  expect(check(lines.slice(1, 6), { ...sysvinit, version: "2.88" })).toMatchInlineSnapshot(`
    "x:2:once:+@/bin/x $A
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the $, with exec in front.
      The + keeps it out of utmp and wtmp.
    x:2:once:/bin/a; /bin/b
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the ;, with exec in front, so that nothing behind ; is reached.
    x:2:once:/bin/a ';' && /bin/b
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the ', with exec in front.
    x:2:once:A=1 /bin/x
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the =, with exec in front, so that the assignment is taken for the program.
    x:2:once:/bin/x >/dev/null
      The process is started once on entering 2; init does not wait.
      A shell runs it because of the >, with exec in front."
  `);
  expect(
    check([...lines.slice(0, 2), "x:S:wait:/bin/x", "x:2S:wait:/bin/x"], { ...sysvinit, initscript: true }),
  ).toMatchInlineSnapshot(`
    "x:2:once:+/bin/x a
      The process is started once on entering 2; init does not wait.
      It is run by /etc/initscript.
      The + keeps it out of utmp and wtmp.
    x:2:once:+@/bin/x $A
      The process is started once on entering 2; init does not wait.
      It is run by /etc/initscript.
      The + keeps it out of utmp and wtmp.
    x:S:wait:/bin/x
      The process is started once on entering S; init waits for it before it goes on.
      It runs without a shell.
    x:2S:wait:/bin/x
      The process is started once on entering 2 or S; init waits for it before it goes on.
      A change from one of these levels to another does not start it again.
      It is run by /etc/initscript, but not in S."
  `);
});

test("other dialects", () => {
  expect(
    check(["::sysinit:/etc/init.d/rcS S boot", "::once:/bin/x"], { dialect: "procd" }),
  ).toMatchInlineSnapshot(`
    "::sysinit:/etc/init.d/rcS S boot
      Runs the start scripts of /etc/rc.d; it is always written /etc/init.d/rcS S boot.
      It runs without a shell.
    ::once:/bin/x
      Init drops the record, because "once" is no action that it knows."
  `);
  expect(
    check(["co:234:respawn:/etc/getty console", "x:2:kbrequest:/x"], { dialect: "hp-ux" }),
  ).toMatchInlineSnapshot(`
    "co:234:respawn:/etc/getty console
      Keeps the process running in its runlevels.
      Its runlevels are 2, 3 and 4.
      A shell runs it, with exec in front.
    x:2:kbrequest:/x
      Init drops the record, because "kbrequest" is no action that it knows."
  `);
  expect(check(["x:2:once:/x"], { dialect: "unknown" })).toMatchInlineSnapshot(`
    "x:2:once:/x
      It is not known which init reads this file, so nothing is said of the record."
  `);
});

test("runlevels in words", () => {
  const fields = [
    "2345",
    "2",
    "S",
    "S2",
    "",
    "0123456789",
    "S0123456789",
    "ab",
    "2A",
    "#",
    "*3",
    "s",
    "2-5",
    "22",
  ];
  expect(
    fields.map((field) => `${field}  ${inEnglish.words(describeRunlevels(field))}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "2345  2, 3, 4 or 5
    2  2
    S  S
    S2  2 or S
      any level from 0 to 9
    0123456789  any level from 0 to 9
    S0123456789  any level from 0 to 9 or S
    ab  telinit a or telinit b
    2A  2 or telinit a
    #  the sysinit phase
    *3  3 or the boot phase
    s  no level
    2-5  2 or 5
    22  2"
  `);
});

describe("any record", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123456789SsabcA#*-+@;> 'x/é\n"), maxLength: 20 });
  const fields = fc.record({
    id: text,
    runlevels: text,
    action: fc.oneof(
      text,
      fc.constantFrom("respawn", "once", "initdefault", "sysinit", "shutdown", "powerfail"),
    ),
    process: text,
  });
  const contexts = fc.record({
    dialect: fc.constantFrom(...dialects),
    version: fc.constantFrom(...sysvinitVersions),
    initscript: fc.boolean(),
  });
  test("gets whole sentences", () => {
    fc.assert(
      fc.property(fields, contexts, (record, context) => {
        const sentences = recordSentences(record, context);
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) expect(inEnglish.text(sentence)).toMatch(/^[A-Z/].*\.$/s);
      }),
    );
  });
  test("is described alike as written and as init stores it", () => {
    const action = fc.constantFrom(...actionsOf("sysvinit").map(({ name }) => name));
    const levels = fc.string({ unit: fc.constantFrom(..."0123456789SsabcA-"), maxLength: 11 });
    fc.assert(
      fc.property(action, levels, (name, runlevels) => {
        const { records } = readInittab(`x:${runlevels}:${name}:/bin/x\n`, { dialect: "sysvinit" });
        const stored = records.find((record) => record.path !== undefined);
        if (stored === undefined) throw new Error("the record was dropped");
        const ignored = (description: string) => description.replace("; the runlevels field is ignored", "");
        const written = { id: "x", runlevels, action: name, process: "/bin/x" };
        expect(describeRecord(stored)).toBe(ignored(describeRecord(written)));
      }),
    );
  });
});
