import fc from "fast-check";
import { expect, test } from "vitest";
import { dialects } from "../inittab/dialect.ts";
import { sysvinitVersions } from "../inittab/versions.ts";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { type ExplainOptions, explainLine, explanationMarkdown } from "./explain.ts";

/** Prints what a line is, what init does with it, and for each field its meaning and topics. */
function check(line: string, options: ExplainOptions = {}): string {
  const { kind, dialect, sentences, fields } = explainLine(line, options);
  return [
    `${dialect}, ${kind}`,
    ...sentences.map(inEnglish.text),
    ...fields.map(
      ({ field, text, meaning, topics }) =>
        `${field} <${text}> ${meaning === undefined ? "" : `${inEnglish.text(meaning).replace(/\.$/, "")}; `}${topics.map(({ id }) => id).join(" ")}`,
    ),
  ].join("\n");
}

test("a getty", () => {
  expect(check("1:2345:respawn:/sbin/agetty 38400 tty1 linux")).toMatchInlineSnapshot(`
    "sysvinit, record
    The process is kept running in runlevels 2, 3, 4 and 5: init starts it again whenever it ends, and does not wait for it.
    It runs without a shell.
    id <1> field.id
    runlevels <2345> It means runlevels 2, 3, 4 and 5; field.runlevels
    action <respawn> field.action action.respawn
    process </sbin/agetty 38400 tty1 linux> field.process command.agetty"
  `);
});
test("a line in full", () => {
  expect(explanationMarkdown(explainLine("~~:S:wait:+/sbin/sulogin"), inEnglish)).toMatchInlineSnapshot(`
    "\`\`\`inittab
    ~~:S:wait:+/sbin/sulogin
    \`\`\`

    The process is started once on entering runlevel S; init waits for it before it goes on.
    It runs without a shell.
    The + keeps it out of utmp and wtmp.

    **id** \`~~\`

    - One to four bytes that name the entry and are unique in the file.
    - If no accepted entry of /etc/inittab has an \`S\` among its runlevels, init adds \`~~:S:wait:/sbin/sulogin\`.

    **runlevels** \`S\`

    - The runlevels in which the entry counts, one character each and without separators.
    - Single-user mode: one shell on the console for repairs.

    **action** \`wait\`

    - The word that says when the process is started, whether init waits for it, and whether it is started again.
    - Starts the process once when one of its runlevels is entered, and waits for it to end before going on.

    **process** \`+/sbin/sulogin\`

    - The command that init runs: everything after the third colon, including further colons.
    - A \`+\` before the process keeps init from recording it in utmp and wtmp.
    - Asks for root's password and starts a shell for repairs; Ctrl-D continues the boot.
    "
  `);
});
test("lines that init drops", () => {
  expect(check("id:2:initdefault")).toMatchInlineSnapshot(`
    "sysvinit, dropped
    Init drops it and logs: /etc/inittab[1]: missing process field
    id <id> field.id
    runlevels <2> field.runlevels runlevel.2
    action <initdefault> field.action action.initdefault"
  `);
  expect(check("x:2:respwan:/bin/x")).toMatchInlineSnapshot(`
    "sysvinit, dropped
    Init drops it and logs: /etc/inittab[1]: respwan: unknown action field
    id <x> field.id
    runlevels <2> field.runlevels runlevel.2
    action <respwan> field.action
    process </bin/x> field.process"
  `);
  expect(check("toolong:2:once:/bin/x")).toMatchInlineSnapshot(`
    "sysvinit, dropped
    Init drops it and logs: /etc/inittab[1]: id field too long (max 4 characters)
    id <toolong> field.id
    runlevels <2> field.runlevels runlevel.2
    action <once> field.action action.once
    process </bin/x> field.process"
  `);
  expect(check("nonsense")).toMatchInlineSnapshot(`
    "sysvinit, dropped
    Init drops it and logs: /etc/inittab[1]: id field too long (max 4 characters)
    id <nonsense> field.id"
  `);
  expect(check("::once:", { dialect: "busybox" })).toMatchInlineSnapshot(`
    "busybox, dropped
    Init drops it and logs: Bad inittab entry at line 1
    id <> busybox.field.id
    runlevels <> busybox.field.runlevels
    action <once> busybox.field.action busybox.action.once
    process <> busybox.field.process"
  `);
  expect(check("::nothing:/bin/x", { dialect: "procd" })).toMatchInlineSnapshot(`
    "procd, dropped
    Init drops it and logs: Unknown init handler nothing
    id <> procd.field.id
    runlevels <> procd.field.runlevels
    action <nothing> procd.field.action
    process </bin/x> procd.field.process"
  `);
});
test("lines that init skips", () => {
  expect(check("# a note")).toMatchInlineSnapshot(`
    "sysvinit, comment
    A comment: init skips it."
  `);
  expect(check("")).toMatchInlineSnapshot(`
    "sysvinit, blank
    A blank line: init skips it."
  `);
});
test("a long line, by release", () => {
  const line = `# ${"x".repeat(260)}:2:once:/bin/y`;
  expect(check(line)).toMatchInlineSnapshot(`
    "sysvinit, comment
    A comment: init skips it."
  `);
  expect(check(line, { version: "3.06" })).toMatchInlineSnapshot(`
    "sysvinit, dropped
    The line is too long: init reads it in 2 pieces, each as a separate line.
    Init drops it and logs: /etc/inittab[2]: id field too long (max 4 characters)
    id <xxxxxxx> field.id
    runlevels <2> field.runlevels runlevel.2
    action <once> field.action action.once
    process </bin/y> field.process"
  `);
  expect(check(`x:2:once:/bin/${"y".repeat(260)}`)).toMatchInlineSnapshot(`
    "sysvinit, dropped
    Init drops it and logs: Error detected in /etc/inittab at line 1. Possibly too long.
    id <x> field.id
    runlevels <2> field.runlevels runlevel.2
    action <once> field.action action.once
    process </bin/yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy> field.process"
  `);
});
test("a line of BusyBox", () => {
  expect(check("tty2::askfirst:-/bin/sh")).toMatchInlineSnapshot(`
    "busybox, record
    The process is kept running on tty2: each start waits until Enter is pressed there.
    The leading - makes it a login program.
    id <tty2> busybox.field.id
    runlevels <> busybox.field.runlevels
    action <askfirst> busybox.field.action busybox.action.askfirst
    process <-/bin/sh> busybox.field.process"
  `);
  expect(check("::ctrlaltdel:/sbin/reboot", { dialect: "busybox" })).toMatchInlineSnapshot(`
    "busybox, record
    On Ctrl-Alt-Del (SIGINT), init runs the process on init's console and waits for it.
    It runs without a shell.
    id <> busybox.field.id
    runlevels <> busybox.field.runlevels
    action <ctrlaltdel> busybox.field.action busybox.action.ctrlaltdel
    process </sbin/reboot> busybox.field.process busybox.command.reboot"
  `);
});
test("any text is explained", () => {
  const options = fc.record({
    dialect: fc.constantFrom("auto" as const, ...dialects),
    version: fc.constantFrom(...sysvinitVersions),
  });
  const line = fc.string({ unit: pieceOf(...":#+@-;x2S \\\n\0é`*"), maxLength: 40 });
  fc.assert(
    fc.property(line, options, (text, how) => {
      const explanation = explainLine(text, how);
      expect(explanation.sentences.length).toBeGreaterThan(0);
      expect(explanationMarkdown(explanation, inEnglish)).toContain("```inittab");
    }),
  );
});
