import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const table = (...records: readonly string[]) =>
  `id:3:initdefault:\n1:3:respawn:/sbin/getty tty1\n${records.join("\n")}\n`;

test("an empty field of a power record counts as `S`", () => {
  checkMarked(
    table(
      "ca::ctrlaltdel:/sbin/reboot",
      "#   ^^^^^^^^^^ no-single-user: nothing runs in single-user mode: the empty runlevels field stands for all runlevels including `S`, which keeps init from adding its own sulogin",
    ),
    { fragment: false },
  );
});

test("so does an `S` on a record that runs nothing", () => {
  checkMarked(
    table(
      "ca:12345:ctrlaltdel:/sbin/reboot",
      "of:S:off:/sbin/sulogin",
      "#  ^ no-single-user: nothing runs in single-user mode: the `S` of this entry keeps init from adding its own sulogin",
    ),
    { fragment: false },
  );
});

test("with a record for `S`, or without any `S`, there is a shell", () => {
  const options = { fragment: false };
  expect(firing(table("ca::ctrlaltdel:/sbin/reboot", "su:1S:wait:/sbin/sulogin"), options)).toEqual([]);
  expect(firing(table("ca:12345:ctrlaltdel:/sbin/reboot"), options)).toEqual([]);
});

test("the fix", () => {
  const text = table("ca::ctrlaltdel:/sbin/reboot");
  expect(applyFix(text, "no-single-user", { fragment: false })).toBe(`${text}~~:S:wait:/sbin/sulogin\n`);
});
