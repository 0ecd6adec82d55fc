import { expect, test } from "vitest";
import { applyFix, checkMarked, findings } from "../../../testing/lint-check.ts";

test("a mistyped action is guessed", () => {
  checkMarked(`\
1:2345:respwan:/sbin/getty 38400 tty1
#      ^^^^^^^ unknown-action: \`respwan\` is not an action (did you mean \`respawn\`?); init drops the entry
2:2345:RESPAWN:/sbin/getty 38400 tty2
`);
});

test.each([
  ["initdefualt", "initdefault"],
  ["sysint", "sysinit"],
  ["ctrlaltdelete", "ctrlaltdel"],
  ["Onec", "once"],
  ["powerokwiat", "powerokwait"],
  ["bootwiat", "bootwait"],
  ["kbreqest", "kbrequest"],
  [" wait", "wait"],
  ["askfirst", "respawn"],
  ["respawnlate", "respawn"],
  ["hold", "off"],
])("%j becomes %s", (word, action) => {
  expect(applyFix(`a:2:${word}:/bin/sync\n`, "unknown-action")).toBe(`a:2:${action}:/bin/sync\n`);
});

test.each([
  [
    "askfirst",
    "`askfirst` is an action of BusyBox init and OpenWrt's procd, unknown to sysvinit; init drops the entry",
  ],
  ["restart", "`restart` is an action of BusyBox init, unknown to sysvinit; init drops the entry"],
  ["hold", "`hold` is an action of AIX, unknown to sysvinit; init drops the entry"],
  ["once ", "blanks belong to the action, and `once ` is not an action; init drops the entry"],
  ["nice", "`nice` is not an action; init drops the entry"],
  ["/bin/sync", "`/bin/sync` is not an action; init drops the entry"],
])("what is said of %j", (word, message) => {
  expect(findings(`a:2:${word}:/bin/sync\n`).map((finding) => finding.message)).toEqual([message]);
});

test("words that are often taken for actions", () => {
  expect(applyFix("pn::powernow:/sbin/shutdown -h now\n", "unknown-action")).toBe(
    "pn::powerfailnow:/sbin/shutdown -h now\n",
  );
  expect(applyFix("po::powerok:/bin/a\n", "unknown-action")).toBe("po::powerokwait:/bin/a\n");
  expect(applyFix("ca::cad:/sbin/reboot\n", "unknown-action")).toBe("ca::ctrlaltdel:/sbin/reboot\n");
});
