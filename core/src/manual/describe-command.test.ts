import { expect, test } from "vitest";
import { check, sysvinit } from "../testing/describe-check.ts";

test("the command, by release", () => {
  const lines = [
    "x:2:once:+/bin/x a",
    "x:2:once:+@/bin/x $A",
    "x:2:once:/bin/a; /bin/b",
    "x:2:once:/bin/a ';' && /bin/b",
    "x:2:once:A=1 /bin/x",
    "x:2:once:/bin/x >/dev/null",
    "x:2:once:/bin/x # note",
    "x:2:once:/bin/x a#b c",
    "x:2:once:/bin/x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    "x:2:once:",
    "x:2:respawn:+",
  ];
  expect(check(lines)).toMatchInlineSnapshot(`
    "x:2:once:+/bin/x a
      The process is started once on entering runlevel 2; init does not wait.
      It runs without a shell.
      The + keeps it out of utmp and wtmp.
    x:2:once:+@/bin/x $A
      The process is started once on entering runlevel 2; init does not wait.
      The @ makes init run it without a shell.
      The + keeps it out of utmp and wtmp.
    x:2:once:/bin/a; /bin/b
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains ;.
    x:2:once:/bin/a ';' && /bin/b
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains '.
    x:2:once:A=1 /bin/x
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains =.
    x:2:once:/bin/x >/dev/null
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains >.
    x:2:once:/bin/x # note
      The process is started once on entering runlevel 2; init does not wait.
      It runs without a shell.
      The command ends at the #: "# note" is dropped, and the last argument is empty.
    x:2:once:/bin/x a#b c
      The process is started once on entering runlevel 2; init does not wait.
      It runs without a shell.
      The command ends at the #: "#b c" is dropped.
    x:2:once:/bin/x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
      The process is started once on entering runlevel 2; init does not wait.
      It runs without a shell.
      Init uses only the first 14 words; "14 15" is dropped.
    x:2:once:
      The process is started once on entering runlevel 2; init does not wait.
      There is no command, so the start ends at once without a message.
    x:2:respawn:+
      The process is kept running in runlevel 2: init starts it again whenever it ends, and does not wait for it.
      There is no command, so each start ends at once; after ten starts init disables the entry for five minutes.
      The + keeps it out of utmp and wtmp."
  `);
  expect(check(lines.slice(1, 6), { ...sysvinit, version: "2.88" })).toMatchInlineSnapshot(`
    "x:2:once:+@/bin/x $A
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains $, with exec before it.
      The + keeps it out of utmp and wtmp.
    x:2:once:/bin/a; /bin/b
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains ;, with exec before it, so that nothing after ; is reached.
    x:2:once:/bin/a ';' && /bin/b
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains ', with exec before it.
    x:2:once:A=1 /bin/x
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains =, with exec before it, so that the assignment is taken for the program.
    x:2:once:/bin/x >/dev/null
      The process is started once on entering runlevel 2; init does not wait.
      It runs through a shell because it contains >, with exec before it."
  `);
  expect(
    check([...lines.slice(0, 2), "x:S:wait:/bin/x", "x:2S:wait:/bin/x"], { ...sysvinit, initscript: true }),
  ).toMatchInlineSnapshot(`
    "x:2:once:+/bin/x a
      The process is started once on entering runlevel 2; init does not wait.
      It is run by /etc/initscript.
      The + keeps it out of utmp and wtmp.
    x:2:once:+@/bin/x $A
      The process is started once on entering runlevel 2; init does not wait.
      It is run by /etc/initscript.
      The + keeps it out of utmp and wtmp.
    x:S:wait:/bin/x
      The process is started once on entering runlevel S; init waits for it before it goes on.
      It runs without a shell.
    x:2S:wait:/bin/x
      The process is started once on entering runlevel 2 or S; init waits for it before it goes on.
      A change from one of these runlevels to another does not start it again.
      It is run by /etc/initscript, but not in S."
  `);
});

test("what exec makes of an assignment is told, with a hyphen before the command as well", () => {
  const told = (process: string) =>
    check([`::once:${process}`], { dialect: "busybox" })
      .split("\n")
      .slice(1)
      .join("\n");
  expect(told("A=1 /bin/x; /bin/y")).toContain("so that the assignment is taken for the program");
  expect(told("-A=1 /bin/x; /bin/y")).toContain("so that the assignment is taken for the program");
});
