import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("no terminal", () => {
  checkMarked(
    `\
::respawn:/usr/sbin/daemon
# ^^^^^^^ procd-empty-id: without an id there is no terminal: the entry runs once, and procd does not start it again
::askfirst:/bin/ash --login
# ^^^^^^^^ procd-empty-id: without an id there is no terminal: procd skips the entry
`,
    { dialect: "procd" },
  );
});

test.each(["::askconsole:/bin/ash", "tty1::respawn:/bin/ash"])("%j is right", (line) =>
  expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]),
);
