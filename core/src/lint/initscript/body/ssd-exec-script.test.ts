import { expect, test } from "vitest";
import { check, script, ssd, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const both = (start: string, stop: string, head = ":"): string =>
  script({ start: `start-stop-daemon --start ${start}`, stop: `start-stop-daemon --stop ${stop}` }, head);

check("ssd-exec-script", {
  "a script of Python": [ssd("--start --background --exec /opt/svc/svc.py"), [4]],
  "a script of the shell, in short": [ssd("-S -b -x /opt/svc/run.sh"), [4]],
  "a script of Perl, in a variable": [
    script({ start: "start-stop-daemon --start --exec $DAEMON" }, "DAEMON=/usr/bin/svc.pl"),
    [4],
  ],
  "glued to the option": [ssd("--start --exec=/opt/svc/svc.rb"), [4]],
  "a pid file beside it": [ssd("--start --pidfile /run/svc.pid --exec /opt/svc/svc.py"), [4]],
  "a program": [ssd("--start --exec /usr/sbin/svcd"), []],
  "a program with a dot": [ssd("--start --exec /usr/bin/python3.11 -- /opt/svc.py"), []],
  "the script is what is started": [ssd("--start --exec /usr/bin/python3 --startas /opt/svc.py"), []],
  "found by a pid file": [ssd("--start --pidfile /run/svc.pid --startas /opt/svc.py"), []],
  "found by name": [ssd("--stop --name svc.py"), []],
  "start and stop": [both("--background --exec /opt/svc.py", "--oknodo --exec /opt/svc.py"), [4, 5]],
  "nobody knows the program": [ssd("--start --exec $DAEMON"), []],
  "another program with such an option": [script({ start: "svcctl --exec /opt/svc.py" }), []],
});

test("what each call does", () => {
  const told_ = told(both("--exec /opt/svc.py", "--exec /opt/svc.py"), "ssd-exec-script");
  expect(told_).toEqual([
    "4 warning: the process of a script runs its interpreter, so start-stop-daemon never finds it: a second start runs a second copy",
    "5 warning: the process of a script runs its interpreter, so start-stop-daemon never finds it and stops nothing",
  ]);
});

test("both calls use one pid file afterwards", () => {
  const fixed = (text: string): string | undefined => fixedScript(text, "ssd-exec-script");
  expect(fixed(both("--background --exec $D", "--oknodo --exec $D --retry 5", "D=/opt/svc.py"))).toBe(
    both(
      "--background --make-pidfile --pidfile /run/svc.pid --startas $D",
      "--oknodo --pidfile /run/svc.pid --retry 5",
      "D=/opt/svc.py",
    ),
  );
  expect(fixed(both("--pidfile /run/x.pid -x /opt/svc.py", "--pidfile /run/x.pid -x /opt/svc.py"))).toBe(
    both("--pidfile /run/x.pid --startas /opt/svc.py", "--pidfile /run/x.pid"),
  );
  // In the foreground, and where only one of them names a file, nobody knows which file it is.
  expect(fixed(both("--exec /opt/svc.py", "--exec /opt/svc.py"))).toBeUndefined();
  expect(fixed(both("--pidfile /run/x.pid -x /opt/svc.py", "-x /opt/svc.py"))).toBeUndefined();
  expect(fixed(both("-b --exec=/opt/svc.py", "-x /opt/svc.py"))).toBeUndefined();
});
