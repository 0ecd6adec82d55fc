import { expect, test } from "vitest";
import { recordExpression, recordIdIn } from "./record-id.ts";

test("the id of a record is its first field, and other lines have none", () => {
  const lines = ["l2:2:wait:/etc/rc 2", "~~:S:wait:/sbin/sulogin", "tty1::respawn:/bin/sh", "1:2:off:"];
  expect(lines.map(recordIdIn)).toEqual(["l2", "~~", "tty1", "1"]);
  for (const line of [
    "",
    "# l2:2:wait:x",
    " l2:2:wait:x",
    "::sysinit:/bin/x",
    "l2:2:wait",
    `${"x".repeat(70)}:2:wait:x`,
  ])
    expect(recordIdIn(line), line).toBeUndefined();
  expect(recordExpression('a"b')).toBe('records["a\\"b"]');
});
