import { describe, expect, test } from "vitest";
import { isInitScript, resemblesInitScript, seeScript, speaksOfItself } from "./recognise.ts";

const header = "### BEGIN INIT INFO\n# Provides: svc\n### END INIT INFO\n";
const arms = 'case "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';

describe("a header makes a script of a file anywhere", () => {
  test.each([
    ["below the interpreter", `#!/bin/sh\n${header}`],
    ["first", header],
    ["below a byte order mark", `\uFEFF#!/bin/sh\n${header}`],
    ["below the bytes of a byte order mark", `\u00EF\u00BB\u00BF#!/bin/sh\n${header}`],
    ["below blank lines", `\n \n#!/bin/sh\n${header}`],
    ["below an indented interpreter", `  #!/bin/sh\n# chkconfig: 345 80 20\n`],
  ])("%s", (_, text) => expect(isInitScript("svc", text)).toBe(true));

  test.each([
    ["below code", `svcd\n${header}`],
    ["nowhere", `#!/bin/sh\n${arms}`],
    ["in a page", `<html>\n${header}`],
  ])("but not %s", (_, text) => expect(isInitScript("svc", text)).toBe(false));
});

describe("a file that looks like a script without saying so", () => {
  test.each([
    ["a case on the first argument", `# svc\n${arms}`, true],
    ["with braces and without quotes", `#/bin/sh\ncase \${1} in\nstart|restart) svcd;;\nesac\n`, true],
    ["with quotes in the pattern", "# x\ncase \"$1\" in\n  'start') svcd;;\nesac\n", true],
    ["another case", '# x\ncase "$2" in\n  start) svcd;;\nesac\n', false],
    ["no start", '# x\ncase "$1" in\n  up) svcd;;\nesac\n', false],
    ["in a comment alone", '# case "$1" in\n#  start) svcd;;\n', false],
    ["an inittab", "# inittab\nid:2:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n", false],
    ["no comment first", arms, false],
  ])("%s", (_, text, is) => expect(resemblesInitScript(text)).toBe(is));
});

describe("copies that editors and package managers leave", () => {
  const see = (name: string) => seeScript(`/etc/init.d/${name}`, `#!/bin/sh\n${header}${arms}`);

  test.each(
    "svc~ svc.bak svc.orig svc.rpmnew svc.rpmsave svc.rpmorig svc.dpkg-old svc.dpkg-dist svc.ucf-dist .svc.swp #svc#".split(
      " ",
    ),
  )("%s is not judged", (name) =>
    expect(see(name)).toEqual({ kind: "none", why: name.startsWith(".") ? "hidden" : "copy" }),
  );

  // BusyBox' rcS runs all whose names begin so.
  test.each("svc svc.sh svc.old.sh bak orig S50svc.bak S50svc~".split(" "))("%s is judged", (name) =>
    expect(see(name)).toEqual({ kind: "script" }),
  );
});

test("only a script with an interpreter speaks of itself", () => {
  const keywords = "# Provides: svc\n# Required-Start: $syslog\n";
  expect(speaksOfItself(`#!/bin/sh\n${keywords}`)).toBe(true);
  expect(speaksOfItself(keywords)).toBe(false);
  expect(speaksOfItself("#!/bin/sh\n# Provides: svc\n")).toBe(false);
});
