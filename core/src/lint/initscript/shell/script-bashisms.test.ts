import { describe, expect, test } from "vitest";
import { check, redHat, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

/** A script for Debian's /bin/sh with a line of its own, the third. */
const with3 = (line: string): string =>
  script({ start: "start_daemon svcd" }, `. /lib/lsb/init-functions\n${line}`);

check("script-bashisms", {
  "a function with its keyword": [with3("function up() { :; }"), [3]],
  "a function with the keyword alone": [with3("function up { :; }"), [3]],
  "a plain function": [with3("up() { :; }"), []],
  "two brackets": [with3('[[ -n "$x" ]] && y=1'), [3]],
  "one bracket": [with3('[ -n "$x" ] && y=1'), []],
  "an array": [with3("x=(a b)"), [3]],
  "an array of a local variable": [with3("up() { local x=(a b); }"), [3]],
  "no array": [with3('x="(a b)"'), []],
  "more for a variable": [with3("x+=b"), [3]],
  "both streams into a file": [with3("svcctl &> /var/log/svc"), [3]],
  "both streams in every shell's way": [with3("svcctl > /var/log/svc 2>&1"), []],
  "a program in the background, and a file": [with3("svcctl & > /var/log/svc"), []],
  "a here-string": [with3('read -r x <<< "$y"'), [3]],
  "a here-document": [with3("cat << END\n[[ x ]]\nEND"), []],
  source: [with3("source /etc/default/svc"), [3]],
  "a function of this name": [with3("source() { :; }\nsource x"), []],
  "what two brackets are in a text": [with3('echo "[[ x ]]"'), []],
  "two equals signs": [with3('[ "$x" == y ] && z=1'), [3]],
  "two equals signs in test": [script({ start: 'test "$x" == y' }), [4]],
  "two equals signs elsewhere": [with3("echo a == b"), []],
  "a pipe that fails": [with3("set -o pipefail"), [3]],
  "what is replaced in a variable": [with3(`x=\${y//a/b}`), [3]],
  "a part of a variable": [with3(`x=\${y:1:2}`), [3]],
  "a variable with a default": [with3(`x=\${y:-b}; z=\${y#/}; v=\${y%%/*}`), []],
  "upper case": [with3(`x=\${y^^}`), [3]],
  "a substitution of processes": [with3("diff <(a) <(b)"), [3]],
  "a loop that counts": [with3("for ((i = 0; i < 3; i++)); do :; done"), [3]],
  "both in a pipe": [with3("a |& b"), [3]],
  several: [with3("function up { x=(1); }\n[[ a ]]; [[ b ]]; x=(2)"), [3, 3, 4]],
  "a mistake in every shell": [with3("if x; then"), []],
  "bash is asked for": [with3("function up { :; }").replace("#!/bin/sh", "#!/bin/bash"), []],
  "dash is asked for": [with3("function up { :; }").replace("#!/bin/sh", "#!/bin/dash"), [3]],
  "env is asked for sh": [with3("function up { :; }").replace("#!/bin/sh", "#!/usr/bin/env sh"), [3]],
  "it goes on in bash": [with3('[ -n "$B" ] || B=1 exec /bin/bash "$0" "$@"\nfunction up { :; }'), []],
  "it asks which shell it is": [with3('if [ -n "$BASH_VERSION" ]; then source x; fi'), []],
  "/bin/sh is bash": [script({ start: "daemon svcd" }, `${redHat}\nfunction up { :; }`), []],
  "the script is one of both": [
    script({ start: "start-stop-daemon --start --exec /x" }, "# chkconfig: 345 80 20\nfunction up { :; }"),
    [],
  ],
});

describe("which shell it is", () => {
  const text = script({ start: "svcd" }, "up() { [[ -n $x ]]; }\nx=(a b)");
  const rule = "script-bashisms";

  test("Debian's is dash", () =>
    expect(told(text, rule, { family: "debian" })).toEqual([
      "2 warning: for dash, which is /bin/sh here, `[[` is a command that is not found",
      "3 error: for dash, which is /bin/sh here, `x=(a b)` is a syntax error: nothing from there on is run",
    ]));

  test("OpenWrt's is BusyBox' ash, which knows more", () =>
    expect(told(text, rule, { family: "openwrt" })).toEqual([
      "3 error: for BusyBox ash, which is /bin/sh here, `x=(a b)` is a syntax error: nothing from there on is run",
    ]));

  test("Buildroot's may be bash too", () =>
    expect(told(text, rule, { family: "buildroot" })).toEqual([
      "3 warning: where /bin/sh is BusyBox ash, `x=(a b)` is a syntax error: nothing from there on is run",
    ]));

  test("of a system that nobody knows it is said as it is", () =>
    expect(told(text, rule)).toEqual([
      "2 warning: where /bin/sh is dash, as on Debian, `[[` is a command that is not found",
      "3 warning: where /bin/sh is dash or BusyBox ash, `x=(a b)` is a syntax error: nothing from there on is run",
    ]));

  test.each(["redhat", "suse", "slackware", "lfs", "arch", "freebsd-rc", "solaris-rc", "aix-rc"] as const)(
    "%s has another",
    (family) => expect(told(text, rule, { family })).toEqual([]),
  );

  test("what BusyBox cannot read at all", () =>
    expect(told(script({ start: "svcd &>> /x" }), rule, { family: "slitaz" })).toEqual([
      "4 error: for BusyBox ash, which is /bin/sh here, `&>> /x` is a syntax error: nothing from there on is run",
    ]));
});

describe("what makes it right", () => {
  const fixed = (line: string): string | undefined =>
    fixedScript(with3(line), "script-bashisms", { family: "debian" });

  test.each([
    ["function up { :; }", "up() { :; }"],
    ["function  up () { :; }", "up () { :; }"],
    ["source /x", ". /x"],
    ["[ $a == b ]", "[ $a = b ]"],
    ["svcctl &> /x", "svcctl > /x 2>&1"],
    ["svcctl &>>/x", "svcctl >>/x 2>&1"],
  ])("%s becomes %s", (wrong, right) => expect(fixed(wrong)).toBe(with3(right)));

  test("what has no other form asks for bash", () => {
    expect(fixed("x=(a b)")).toMatch(/^#!\/bin\/bash\n/);
    expect(fixedScript(with3("x=(a b)"), "script-bashisms", { family: "openwrt" })).toBeUndefined();
  });
});
