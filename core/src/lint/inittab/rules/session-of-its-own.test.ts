import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("setsid under respawn", () => {
  checkMarked(`\
a:2345:respawn:/usr/bin/setsid /usr/sbin/monitor
#              ^^^^^^^^^^^^^^^ session-of-its-own: init has made this the leader of a session, so setsid leaves a child behind and ends: init starts it again and disables \`a\` for 5 minutes after every 10 starts, and never stops the children
b:2345:respawn:nice setsid -c /bin/app
#                   ^^^^^^ session-of-its-own
`);
  checkMarked(
    "::respawn:setsid cttyhack sh\n#         ^^^^^^ session-of-its-own: init has made this the leader of a session, so setsid leaves a child behind and ends: init starts it again every second, without end, and never stops the children\n",
    { dialect: "busybox" },
  );
});

test("setsid that waits, or that init starts only once", () => {
  expect(
    firing("a:2:respawn:setsid -w /bin/a\nb:2:respawn:setsid --wait /bin/b\nc:12345:once:setsid /bin/c\n"),
  ).toEqual([]);
  expect(firing("a:2:respawn:/bin/sh -c 'setsid /bin/a; exec /bin/b'\n")).toEqual([]);
});

test("a program that init starts once, and cannot stop", () => {
  checkMarked(`\
a:5:once:/usr/bin/setsid /opt/kiosk
#        ^^^^^^^^^^^^^^^ session-of-its-own: setsid takes the program out of the group that init stops: it runs on when init leaves the levels 5
`);
  expect(firing("::once:setsid /opt/kiosk\n", { dialect: "busybox" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("a:2:respawn:setsid -c  /bin/a 1\n", "session-of-its-own")).toBe("a:2:respawn:/bin/a 1\n");
});
