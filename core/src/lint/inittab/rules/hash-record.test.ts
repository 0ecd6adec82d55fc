import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const aix = { dialect: "aix" } as const;

test("a record that somebody meant to comment out", () => {
  checkMarked(
    `\
cons:0123456789:respawn:/usr/sbin/getty /dev/console
#co2:2:once:/bin/a
#<hash-record
`.replace(
      "#<hash-record",
      "#< hash-record: `#` does not start a comment on AIX: this is still an entry, with the id `#co2`",
    ),
    aix,
  );
  expect(firing("# x:2:wait:/etc/rc\n## y:2:off:/bin/b\n", aix)).toEqual(["hash-record", "hash-record"]);
});

test("comments of AIX, of the shell, and of others", () => {
  expect(firing(": x:2:wait:/etc/rc\nrc:2:wait:/etc/rc # Multi-User checks\n# just words\n", aix)).toEqual(
    [],
  );
  expect(firing("# x:2:wait:/etc/rc\n", { dialect: "hp-ux" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("# x:2:wait:/etc/rc\n", "hash-record", aix)).toBe(":x:2:wait:/etc/rc\n");
});
