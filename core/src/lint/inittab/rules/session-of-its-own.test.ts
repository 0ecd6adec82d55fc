import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("setsid under respawn", () => {
  checkMarked(`\
a:2345:respawn:/usr/bin/setsid /usr/sbin/monitor
#              ^^^^^^^^^^^^^^^ session-of-its-own: init has already made this process a session leader, so setsid leaves a child behind and ends: init starts it again and disables \`a\` for 5 minutes after every 10 starts, and never stops the children
b:2345:respawn:nice setsid -c /bin/app
#                   ^^^^^^ session-of-its-own
`);
  checkMarked(
    "::respawn:setsid cttyhack sh\n#         ^^^^^^ session-of-its-own: init has already made this process a session leader, so setsid leaves a child behind and ends: init starts it again every second, without end, and never stops the children\n",
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
#        ^^^^^^^^^^^^^^^ session-of-its-own: setsid takes the program out of the group that init stops: it keeps running when init leaves the entry's runlevels (5)
`);
  expect(firing("::once:setsid /opt/kiosk\n", { dialect: "busybox" })).toEqual([]);
  checkMarked(`\
a:5:once:nohup /opt/kiosk >/dev/null 2>&1 &
#        ^^^^^ session-of-its-own: what nohup leaves behind keeps running when init leaves the entry's runlevels (5), because the process that init knows has ended
b:345:once:/sbin/start-stop-daemon -S -b -x /opt/kiosk
#          ^^^^^^^^^^^^^^^^^^^^^^^ session-of-its-own: what start-stop-daemon leaves behind keeps running when init leaves the entry's runlevels (345), because the process that init knows has ended
c:3:once:/usr/sbin/wpa_supplicant -B -i wlan0 -c /etc/wpa.conf
#        ^^^^^^^^^^^^^^^^^^^^^^^^ session-of-its-own
`);
  checkMarked(`\
d:5:once:sh -c "/opt/kiosk &"
#                          ^ session-of-its-own: what kiosk leaves behind keeps running when init leaves the entry's runlevels (5), because the process that init knows has ended
`);
  for (const process of [
    "nohup /opt/kiosk",
    "/opt/kiosk &",
    "nohup /opt/kiosk & /bin/b",
    "/usr/sbin/sshd",
    "start-stop-daemon -K -x /opt/kiosk",
    "wpa_supplicant -i wlan0 -c /etc/wpa.conf",
  ])
    expect([process, firing(`a:5:once:${process}\n`)]).toEqual([process, []]);
  expect(firing("a:12345:once:nohup /opt/kiosk &\n")).toEqual([]);
  expect(firing("::once:nohup /opt/kiosk &\n", { dialect: "busybox" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("a:2:respawn:setsid -c  /bin/a 1\n", "session-of-its-own")).toBe("a:2:respawn:/bin/a 1\n");
});
