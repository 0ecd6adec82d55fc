import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("a background process is started again and again", () => {
  checkMarked(
    `\
::respawn:/bin/a &
#                ^ busybox-respawn-background: the shell ends at once, so init starts another copy every second, without limit
tty1::askfirst:-/bin/a b&
#                       ^ busybox-respawn-background
::once:/bin/b &
::sysinit:/bin/c &
::respawn:/bin/a >/dev/null 2>&1
::respawn:/bin/sh -c '/bin/a; wait &'
::respawn:/bin/sh -c '/bin/a &'
#                            ^ busybox-respawn-background
::respawn:/bin/sh -c "/bin/a >/dev/null 2>&1 &"
#                                            ^ busybox-respawn-background
`,
    options,
  );
});

test("the fix takes the blank too", () => {
  expect(applyFix("::respawn:/bin/a \t&\n", "busybox-respawn-background", options)).toBe(
    "::respawn:/bin/a\n",
  );
});

test("only BusyBox and toybox", () => {
  expect(firing("::respawn:/bin/a &\n", { dialect: "toybox" })).toEqual(["busybox-respawn-background"]);
  expect(firing("::respawn:/bin/a &\n", { dialect: "procd" })).toEqual(["procd-empty-id", "procd-no-shell"]);
});
