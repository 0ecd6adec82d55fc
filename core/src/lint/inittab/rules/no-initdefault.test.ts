import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const table = "# rescue\nsi::sysinit:/etc/rc\nid:26:wait:/etc/rc\nca:12345:ctrlaltdel:/sbin/reboot\n";

test("init asks", () => {
  checkMarked(
    table.replace(
      "/etc/rc\n",
      "/etc/rc\n#<^^^^^^^^^^^^^^^^^^ no-initdefault: no entry sets the default runlevel; init asks for it on the console at each boot\n",
    ),
    { fragment: false },
  );
});

test("a fragment, a short file and an empty one are not judged", () => {
  expect(firing(table)).toEqual([]);
  expect(firing("1:2:respawn:/sbin/getty tty1\n", { fragment: false })).toEqual([]);
  expect(firing("# nothing\n", { fragment: false })).toEqual(["no-records"]);
  const modems = ["0", "1", "2"]
    .map((line) => `p${line}:23:respawn:/usr/sbin/pppd call incoming ${line}\n`)
    .join("");
  expect(firing(modems, { fragment: false })).toEqual([]);
});

test("the fix looks for a free id", () => {
  expect(applyFix(table, "no-initdefault", { fragment: false }, "Insert `df:2:initdefault:`")).toBe(
    table.replace("si:", "df:2:initdefault:\nsi:"),
  );
});

test("a default that init drops for another mistake is told of there", () => {
  const rest = "si::sysinit:/etc/rc\n1:2:respawn:/sbin/getty tty1\nca:12345:ctrlaltdel:/sbin/reboot\n";
  expect(firing(`id:3:initdefault\n${rest}`, { fragment: false })).toEqual(["missing-process"]);
  expect(firing(`default:3:initdefault:\n${rest}`, { fragment: false })).toEqual(["id-too-long"]);
});
