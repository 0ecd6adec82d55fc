import { expect, test } from "vitest";
import { offersLogin } from "./login.ts";

test("a login is what the table of programs knows as one, and what is given a terminal", () => {
  const lets = (process: string) => [process, offersLogin(process)];
  for (const process of [
    "/sbin/agetty 38400 tty1 linux",
    "/sbin/sulogin",
    "-/bin/sh",
    "/bin/sh",
    "/bin/bash -l",
    "exec /bin/sh </dev/ttyS0 >/dev/ttyS0 2>&1",
    "env -i /bin/ash",
    "/usr/bin/slim",
    "/etc/init.d/lightdm start",
    "/usr/bin/weston-launch",
    "/etc/X11/prefdm -nodaemon",
    "/opt/bin/mygetty 9600 ttyS1",
    "/usr/bin/screen -dmS x",
  ])
    expect(lets(process)).toEqual([process, true]);
  for (const process of [
    "/bin/sh /etc/rc.local",
    "/bin/sh -c 'sleep 5'",
    "/bin/bash /etc/init.d/rc 3",
    "/usr/sbin/sshd -D",
    "/bin/mount -x /mnt",
    "/etc/init.d/rcS",
  ])
    expect(lets(process)).toEqual([process, false]);
});
