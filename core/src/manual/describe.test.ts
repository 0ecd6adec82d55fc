import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionsOf } from "../inittab/actions.ts";
import { dialects } from "../inittab/dialect.ts";
import { readInittab } from "../inittab/read.ts";
import { sysvinitVersions } from "../inittab/versions.ts";
import { pieceOf } from "../testing/alphabet.ts";
import { check, sysvinit } from "../testing/describe-check.ts";
import { inEnglish } from "../testing/english.ts";
import { recordSentences } from "./describe.ts";
import type { RecordFields } from "./record-context.ts";

function describeRecord(record: RecordFields): string {
  return recordSentences(record, sysvinit).map(inEnglish.text).join(" ");
}

test("every action of sysvinit", () => {
  const lines = actionsOf("sysvinit").map(({ name }) => `x:23:${name}:/bin/x a`);
  expect(check(lines)).toMatchInlineSnapshot(`
    "x:23:respawn:/bin/x a
      The process is kept running in runlevels 2 and 3: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23:wait:/bin/x a
      The process is started once on entering runlevel 2 or 3; init waits for it before it goes on.
      A change from one of these runlevels to another does not start it again.
      It runs without a shell.
    x:23:once:/bin/x a
      The process is started once on entering runlevel 2 or 3; init does not wait.
      A change from one of these runlevels to another does not start it again.
      It runs without a shell.
    x:23:boot:/bin/x a
      The process is started at boot after the sysinit entries; init does not wait; the runlevels field is ignored.
      No later runlevel change stops it.
      It runs without a shell.
    x:23:bootwait:/bin/x a
      The process is started at boot after the sysinit entries; init waits for it; the runlevels field is ignored.
      It runs without a shell.
    x:23:off:/bin/x a
      Init ignores the process: it is never started.
    x:23:ondemand:/bin/x a
      The process is kept running in runlevels 2 and 3: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23:initdefault:/bin/x a
      After boot, init enters runlevel 3, the highest of 2 and 3.
      The process is ignored.
    x:23:sysinit:/bin/x a
      The process is started at boot before anything else; init waits for it; the runlevels field is ignored.
      It runs without a shell.
    x:23:powerwait:/bin/x a
      When the power fails (SIGPWR) in runlevel 2 or 3, init runs the process and waits for it.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell.
    x:23:powerfail:/bin/x a
      When the power fails (SIGPWR) in runlevel 2 or 3, init starts the process and does not wait.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell.
    x:23:powerokwait:/bin/x a
      When the power is back (SIGPWR with status O) in runlevel 2 or 3, init runs the process and waits for it.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell.
    x:23:powerfailnow:/bin/x a
      When the battery is low (SIGPWR with status L) in runlevel 2 or 3, init runs the process and waits for it.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell.
    x:23:ctrlaltdel:/bin/x a
      On Ctrl-Alt-Del (SIGINT) in runlevel 2 or 3, init runs the process and waits for it.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell.
    x:23:kbrequest:/bin/x a
      On the keyboard request (SIGWINCH) in runlevel 2 or 3, init starts the process and does not wait.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      It runs without a shell."
  `);
});

test("every action of sysvinit with an empty runlevels field", () => {
  const lines = actionsOf("sysvinit").map(({ name }) => `x::${name}:/bin/x a`);
  expect(check(lines)).toMatchInlineSnapshot(`
    "x::respawn:/bin/x a
      The process is kept running in runlevels 0 to 9: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x::wait:/bin/x a
      The process is started once on entering any runlevel from 0 to 9; init waits for it before it goes on.
      A change from one of these runlevels to another does not start it again.
      It runs without a shell.
    x::once:/bin/x a
      The process is started once on entering any runlevel from 0 to 9; init does not wait.
      A change from one of these runlevels to another does not start it again.
      It runs without a shell.
    x::boot:/bin/x a
      The process is started at boot after the sysinit entries; init does not wait.
      No later runlevel change stops it.
      It runs without a shell.
    x::bootwait:/bin/x a
      The process is started at boot after the sysinit entries; init waits for it.
      It runs without a shell.
    x::off:/bin/x a
      Init ignores the process: it is never started.
    x::ondemand:/bin/x a
      The process is kept running in runlevels 0 to 9: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x::initdefault:/bin/x a
      After boot, init enters runlevel 9, the highest of 0 to 9, which is what an empty field means.
      The process is ignored.
    x::sysinit:/bin/x a
      The process is started at boot before anything else; init waits for it.
      It runs without a shell.
    x::powerwait:/bin/x a
      When the power fails (SIGPWR) in any runlevel, init runs the process and waits for it.
      It runs without a shell.
    x::powerfail:/bin/x a
      When the power fails (SIGPWR) in any runlevel, init starts the process and does not wait.
      It runs without a shell.
    x::powerokwait:/bin/x a
      When the power is back (SIGPWR with status O) in any runlevel, init runs the process and waits for it.
      It runs without a shell.
    x::powerfailnow:/bin/x a
      When the battery is low (SIGPWR with status L) in any runlevel, init runs the process and waits for it.
      It runs without a shell.
    x::ctrlaltdel:/bin/x a
      On Ctrl-Alt-Del (SIGINT) in any runlevel, init runs the process and waits for it.
      It runs without a shell.
    x::kbrequest:/bin/x a
      On the keyboard request (SIGWINCH) in any runlevel from 0 to 9, init starts the process and does not wait.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
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
      The process is never started because the runlevels field names no runlevel that init can be in.
    x:2-5:once:/bin/x
      The process is started once on entering runlevel 2 or 5; init does not wait.
      A change from one of these runlevels to another does not start it again.
      In the runlevels field "-" matches no runlevel.
      It runs without a shell.
    x:S:wait:/bin/x
      The process is started once on entering runlevel S; init waits for it before it goes on.
      It runs without a shell.
    x:0123456789S:respawn:/bin/x
      The process is kept running in runlevels 0 to 9 and runlevel S: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:a:ondemand:/bin/x
      The process is kept running once telinit a has called it: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:23Ab:ondemand:/bin/x
      The process is kept running in runlevels 2 and 3 and once telinit a or telinit b has called it: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:a:once:/bin/x
      The process is started once on telinit a; init does not wait.
      It runs without a shell.
    x:#:once:/bin/x
      The process is started once on entering the sysinit phase; init does not wait.
      It runs without a shell.
    x:2*:respawn:/bin/x
      The process is kept running in runlevel 2 and the boot phase: init starts it again whenever it ends, and does not wait for it.
      It runs without a shell.
    x:S:off:/bin/x
      Init ignores the process: it is never started.
      Its S keeps init from adding an entry of its own for single-user mode.
    x:S0123456789:ctrlaltdel:/bin/x
      On Ctrl-Alt-Del (SIGINT) in any runlevel, init runs the process and waits for it.
      It runs without a shell.
    x:x:ctrlaltdel:/bin/x
      The process is never started because the runlevels field names no runlevel that init can be in.
    x:a:powerfail:/bin/x
      A call by telinit a runs it at once; from then on its event counts in every ordinary runlevel.
      It runs without a shell.
    x:2b:ctrlaltdel:/bin/x
      On Ctrl-Alt-Del (SIGINT) in runlevel 2, init runs the process and waits for it.
      In another runlevel the event is remembered and handled if the next runlevel is one of these.
      A call by telinit b runs it at once; from then on its event counts in every ordinary runlevel.
      It runs without a shell.
    x:2:OnCe:/bin/x
      The process is started once on entering runlevel 2; init does not wait.
      It runs without a shell.
    x:2:respwan:/bin/x
      Init drops the entry because "respwan" is not an action that it knows."
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
      After boot, init enters runlevel 2.
    id:25:initdefault:
      After boot, init enters runlevel 5, the highest of 2 and 5.
    id:S5:initdefault:
      After boot, init enters single-user mode, S, the highest of S and 5.
    id:s:initdefault:
      After boot, init enters single-user mode, S.
    id::initdefault:
      After boot, init enters runlevel 9, the highest of 0 to 9, which is what an empty field means.
    id:0:initdefault:
      After boot, init enters runlevel 0.
      By convention, runlevel 0 means: halt.
    id:6:initdefault:
      After boot, init enters runlevel 6.
      By convention, runlevel 6 means: reboot.
    id:x:initdefault:
      After boot, init asks for a runlevel on the console because "X" is not a runlevel.
    id:2-a:initdefault:/bin/x
      After boot, init asks for a runlevel on the console because "A", the character with the highest code, is not a runlevel.
      The process is ignored."
  `);
  expect(check(["id:3:initdefault:"], { ...sysvinit, earlierInitdefault: 4 })).toMatchInlineSnapshot(`
    "id:3:initdefault:
      Init ignores the entry because the initdefault entry on line 4 comes first."
  `);
});

test("other dialects", () => {
  expect(
    check(["::sysinit:/etc/init.d/rcS S boot", "::once:/bin/x"], { dialect: "procd" }),
  ).toMatchInlineSnapshot(`
    "::sysinit:/etc/init.d/rcS S boot
      Runs the start scripts in /etc/rc.d; the process is always written /etc/init.d/rcS S boot.
      It runs without a shell.
    ::once:/bin/x
      Init drops the entry because "once" is not an action that it knows."
  `);
  expect(
    check(["co:234:respawn:/etc/getty console", "x:2:kbrequest:/x"], { dialect: "hp-ux" }),
  ).toMatchInlineSnapshot(`
    "co:234:respawn:/etc/getty console
      Keeps the process running in its runlevels.
      Its runlevels are 2, 3 and 4.
      It runs through a shell, with exec before it.
    x:2:kbrequest:/x
      Init drops the entry because "kbrequest" is not an action that it knows."
  `);
  expect(check(["x:2:once:/x"], { dialect: "unknown" })).toMatchInlineSnapshot(`
    "x:2:once:/x
      It is not known which init reads this file, so the entry cannot be explained."
  `);
});

describe("any record", () => {
  const text = fc.string({ unit: pieceOf(..."0123456789SsabcA#*-+@;> 'x/é\n"), maxLength: 20 });
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
