import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const table = "id:3:initdefault:\nsi::sysinit:/etc/rc\n1:3:respawn:/sbin/getty tty1\n";

test("nothing happens on Ctrl-Alt-Del", () => {
  checkMarked(
    table.replace(
      "initdefault:\n",
      "initdefault:\n#<^ no-ctrlaltdel: no entry has the action ctrlaltdel; init does nothing on Ctrl-Alt-Del\n",
    ),
    { fragment: false },
  );
});

test("a record, a fragment, a short file", () => {
  expect(firing(`${table}ca:3:ctrlaltdel:/bin/sync\n`, { fragment: false })).toEqual([]);
  expect(firing(table)).toEqual([]);
  expect(firing("1:3:respawn:/sbin/getty tty1\n", { fragment: false })).toEqual([]);
});

test("the fix ends a last line that lacks its newline", () => {
  expect(applyFix(`${table}# end`, "no-ctrlaltdel", { fragment: false })).toBe(
    `${table}# end\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n`,
  );
});

test("keys whose record init drops for another mistake are told of there", () => {
  const rest = "id:2:initdefault:\nsi::sysinit:/etc/rc\n1:2:respawn:/sbin/getty tty1\n";
  expect(firing(`${rest}trap1::ctrlaltdel:/sbin/reboot\n`, { fragment: false })).toEqual(["id-too-long"]);
  expect(firing(`${rest}ca::ctrl-alt-del:/sbin/reboot\n`, { fragment: false })).toEqual(["unknown-action"]);
  expect(firing(`${rest}ca::cad:/sbin/reboot\n`, { fragment: false })).toEqual(["unknown-action"]);
});
