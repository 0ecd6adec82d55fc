import { expect, test } from "vitest";
import { actionsOf } from "../inittab/actions.ts";
import { check } from "../testing/describe-check.ts";

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
      On Ctrl-Alt-Del (SIGINT), init runs the process on init's console and waits for it.
      It runs without a shell.
    tty2::ctrlaltdel:-/bin/sh
      On Ctrl-Alt-Del (SIGINT), init runs the process on tty2 and waits for it.
      The leading - makes it a login program.
    ::askfirst:/bin/x a
      The process is kept running on init's console: each start waits until Enter is pressed there.
      It runs without a shell.
    tty2::askfirst:-/bin/sh
      The process is kept running on tty2: each start waits until Enter is pressed there.
      The leading - makes it a login program.
    ::shutdown:/bin/x a
      Before the machine halts, reboots or powers off, init runs the process on init's console and waits for it.
      It runs without a shell.
    tty2::shutdown:-/bin/sh
      Before the machine halts, reboots or powers off, init runs the process on tty2 and waits for it.
      The leading - makes it a login program.
    ::restart:/bin/x a
      On SIGQUIT, process 1 runs the shutdown entries and then becomes this program.
      It runs without a shell.
    tty2::restart:-/bin/sh
      On SIGQUIT, process 1 runs the shutdown entries and then becomes this program.
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
      A space stands where the program's name should begin, so init looks for a program without a name and fails.
    ::wait:/bin/a; /bin/b
      The process is started on init's console at boot after the sysinit entries; init waits for it.
      It runs through a shell because it contains ;, with exec before it, so that nothing after ; is reached.
    ::once:-/bin/x $Y
      The process is started on init's console at boot after the wait entries; init does not wait.
      It runs through a shell because it contains $, with exec before it.
      The leading - reaches that shell, not the program.
    ::initdefault:
      Init drops the entry because "initdefault" is not an action that it knows."
  `);
  expect(check(["tty2::askfirst:/bin/x"], { dialect: "toybox" })).toMatchInlineSnapshot(`
    "tty2::askfirst:/bin/x
      The process is kept running on tty2: init starts it again a second after it ends.
      It runs without a shell."
  `);
});
