import { expect, test } from "vitest";
import { checkScript, shownFindings } from "../../../testing/script-check.ts";

const svc = `#!/bin/sh
. /lib/lsb/init-functions
case "$1" in
  start) svcd ;;
esac
`;

/** Whether the file counts as one that rc skips. */
function isSkipped(text: string, name = "svc"): boolean {
  return checkScript(text, { name, mode: 0o644 }).some(({ rule }) => rule === "script-mode");
}

test("a script without its bit", () => {
  expect(isSkipped(svc)).toBe(true);
  expect(isSkipped(svc.replace("svcd", '/usr/sbin/svcd "$OPTIONS"'))).toBe(true);
});

test("what a build makes a script of gets permissions of its own", () => {
  expect(isSkipped(svc, "svc.init")).toBe(false);
  expect(isSkipped(svc, "svc.in")).toBe(false);
  expect(isSkipped(svc.replace("svcd", "@sbindir@/svcd"))).toBe(false);
  expect(isSkipped(svc.replace("svcd", "{{ daemon }}"))).toBe(false);
  expect(isSkipped(svc.replace("svcd", "<%= daemon %>"))).toBe(false);
});

const library = "#!/bin/sh\n# Read by S03mac and S04hostname.\nmac() { cat /sys/class/net/eth0/address; }\n";

test.each([
  ["S03mac", "1:0-9 warning script-mode: the file is not executable (mode 644), so calling it fails"],
  ["lib-mac", ""],
  ["functions.sh", ""],
])("%s, which Buildroot's rcS calls or not, cannot be executed", (name, shown) => {
  const options = { name, mode: 0o644, family: "buildroot", everyFamily: false } as const;
  expect(shownFindings(library, options, "script-mode")).toBe(shown);
});
