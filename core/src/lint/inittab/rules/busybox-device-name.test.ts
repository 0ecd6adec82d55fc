import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("ids of System V are no devices", () => {
  checkMarked(
    `\
si::sysinit:/etc/rc
#<^ busybox-device-name: init takes \`si\` for the terminal /dev/si; if that does not exist, the entry never runs
~~::wait:/sbin/sulogin
#<^ busybox-device-name
1::respawn:/sbin/getty 38400 tty1
#< busybox-device-name
rcS::sysinit:/etc/init.d/rcS
#<^^ busybox-device-name
tty1 ::respawn:/bin/sh
#<^^^^ busybox-device-name: the blank is part of the terminal's name, and no device is called \`tty1 \`
`,
    options,
  );
});

test.each(["", "null", "tty1", "ttyS0", "console", "/dev/tty1", "hvc0", "tts/0", "pts/1", "duart0", "kmsg"])(
  "`%s` may be one",
  (id) => {
    expect(firing(`${id}::respawn:/bin/sh\n`, options)).toEqual([]);
  },
);

test("the fixes", () => {
  expect(applyFix("ca::ctrlaltdel:/sbin/reboot\n", "busybox-device-name", options)).toBe(
    "::ctrlaltdel:/sbin/reboot\n",
  );
  expect(applyFix("\ttty1::once:/bin/a\n", "busybox-device-name", options)).toBe("tty1::once:/bin/a\n");
});
