import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { fragment: false };
const rest = "si::sysinit:/etc/rc\nca:12345:ctrlaltdel:/sbin/reboot\n";

test("a default of `S` with nothing exactly for it", () => {
  checkMarked(
    `\
id:S:initdefault:
#  ^ single-user-spin: the default runlevel is \`S\`, but no entry has exactly \`S\` as its runlevels; in single-user mode init spins at full speed and no longer answers telinit
${rest}`,
    options,
  );
  checkMarked(
    `\
id:s:initdefault:
#  ^ single-user-spin: the default runlevel is \`S\`, but no entry has exactly \`S\` as its runlevels; once nothing is left running there, init spins at full speed and no longer answers telinit
su:1S:wait:/sbin/sulogin
${rest}`,
    options,
  );
});

test("exactly `S`, or no `S` at all, so that init adds its own", () => {
  expect(firing(`id:S:initdefault:\nsu:S:wait:/sbin/sulogin\n${rest}`, options)).toEqual([]);
  expect(firing(`id:s:initdefault:\n${rest}`, options)).toEqual([]);
  expect(firing(`id:S:initdefault:\n${rest}`)).toEqual([]);
});

test("the fix", () => {
  expect(applyFix(`id:S:initdefault:\n${rest}`, "single-user-spin", options)).toBe(
    `id:S:initdefault:\n${rest}~~:S:wait:/sbin/sulogin\n`,
  );
});
