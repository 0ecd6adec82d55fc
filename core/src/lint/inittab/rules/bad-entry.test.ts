import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("what BusyBox skips", () => {
  checkMarked(
    `\
::sysinit:/etc/init.d/rcS
::respwan:/bin/sh
# ^^^^^^^ bad-entry: \`respwan\` is not an action of BusyBox init (did you mean \`respawn\`?); init skips the line
::Respawn:/bin/sh
# ^^^^^^^ bad-entry
id:3:initdefault:
#    ^^^^^^^^^^^ bad-entry: \`initdefault\` is an action of sysvinit, AIX and other System V inits, unknown to BusyBox init; init skips the line
::respawn:
#        ^ bad-entry: the process is empty; init skips the line
tty1::/bin/sh
#<^^^^^^^^^^^^ bad-entry: the line has fewer than three colons before its process; init skips the line
:::/bin/sh
# | bad-entry: the action is empty; init skips the line
`,
    { dialect: "busybox" },
  );
});

test("blanks in front of a comment, or alone", () => {
  expect(applyFix("::once:/bin/a\n \t# c\n", "bad-entry", { dialect: "busybox" })).toBe(
    "::once:/bin/a\n# c\n",
  );
  expect(applyFix("::once:/bin/a\n \t\n", "bad-entry", { dialect: "busybox" })).toBe("::once:/bin/a\n\n");
  expect(applyFix("::once:/bin/a\n::Once:/bin/b\n", "bad-entry", { dialect: "toybox" })).toBe(
    "::once:/bin/a\n::once:/bin/b\n",
  );
});

test("nobody else has bad entries", () => {
  for (const dialect of ["procd", "aix", "unknown"] as const)
    expect(firing("::respwan:/bin/sh\n", { dialect })).not.toContain("bad-entry");
});

test("a missing colon is inserted where an action of the init shows its place", () => {
  const fixed = (text: string) => applyFix(`${text}\n`, "bad-entry", { dialect: "busybox" });
  expect(fixed("tty2:askfirst:-/bin/sh")).toBe("tty2::askfirst:-/bin/sh\n");
  expect(fixed(":respawn:/sbin/getty 38400 tty1")).toBe("::respawn:/sbin/getty 38400 tty1\n");
  expect(fixed("tty2::askfirst-/bin/sh")).toBe("tty2::askfirst:-/bin/sh\n");
  expect(fixed("sysinit:/etc/init.d/rcS")).toBe("::sysinit:/etc/init.d/rcS\n");
});

test("an entry of another init is commented out", () => {
  const fixed = (text: string) => applyFix(`${text}\n`, "bad-entry", { dialect: "busybox" });
  expect(fixed("pf::powerfail:/bin/x")).toBe("# pf::powerfail:/bin/x\n");
  expect(fixed("id:3:initdefault:")).toBe("# id:3:initdefault:\n");
  expect(fixed("what is this")).toBe("# what is this\n");
});
