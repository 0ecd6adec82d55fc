import { expect, test } from "vitest";
import { checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("what procd skips", () => {
  checkMarked(
    `\
::sysinit:/etc/init.d/rcS S boot
::ctrlaltdel:/sbin/reboot
#<^^^^^^^^^^^^^^^^^^^^^^^^ skipped-line: procd does not know the action \`ctrlaltdel\` and skips the line
::respawn
#<^^^^^^^^ skipped-line: procd silently skips the line: it has fewer than four fields
tty1:: respawn:/bin/a
#<^^^^^^^^^^^^^^^^^^^^ skipped-line: procd silently skips the line: it does not have three fields of letters and digits before its process
/dev/tty1::askfirst:/bin/ash
`,
    { dialect: "procd" },
  );
});

test("what Solaris skips", () => {
  expect(firing("co:2:hold:/bin/a\n", { dialect: "solaris" })).toEqual(["skipped-line"]);
  expect(firing("co:7:once:/bin/a\n", { dialect: "solaris" })).toEqual(["skipped-line"]);
  expect(firing("ap::sysinit:/sbin/autopush\n12: 2 3 ::/bin/a\n", { dialect: "solaris" })).toEqual([]);
});

test("the action is named where the fields are right", () => {
  expect(
    findings("co:2:hold:/bin/a\n", { dialect: "solaris" }).map(({ message }) => message),
  ).toMatchInlineSnapshot(`
    [
      "init silently skips the line because it does not know the action \`hold\` or a character of the runlevels",
    ]
  `);
});

test("nobody judges where the manuals are silent", () => {
  for (const dialect of ["aix", "hp-ux", "irix", "tru64", "system-v", "unknown"] as const)
    expect(firing("co:x:once:/bin/a\nno fields\n", { dialect })).toEqual([]);
});
