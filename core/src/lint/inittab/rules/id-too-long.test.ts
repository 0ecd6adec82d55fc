import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("five bytes are too many, four are not", () => {
  checkMarked(
    `\
tty10:2345:respawn:/sbin/getty 38400 tty10
#<^^^^ id-too-long: the id \`tty10\` is 5 bytes long, and the limit is 4; init drops the entry with "id field too long (max 4 characters)"
ty10:2345:respawn:/sbin/getty 38400 tty10
`,
  );
});

test("bytes count, not letters, and blanks count too", () => {
  expect(firing("tür1:2:once:/bin/sync\n")).toEqual(["id-too-long"]);
  expect(firing("tür1:2:once:/bin/sync\n", { encoding: "latin-1" })).toEqual([]);
  expect(firing("tty1 :2:once:/bin/sync\n")).toEqual(["id-too-long"]);
});

test("a line of text is offered to be a comment", () => {
  expect(findings("some text\n")[0]?.message).toBe(
    'the line is neither an entry nor a comment; init takes all of it for an id and drops it with "id field too long (max 4 characters)"',
  );
  expect(applyFix("some text\n", "id-too-long")).toBe("# some text\n");
});

test("the fix keeps the end of a terminal's name", () => {
  expect(applyFix("ttyS0:2:respawn:/sbin/getty ttyS0\n", "id-too-long")).toBe(
    "S0:2:respawn:/sbin/getty ttyS0\n",
  );
  expect(applyFix("serial1:2:once:/bin/sync\n", "id-too-long")).toBe("ial1:2:once:/bin/sync\n");
  expect(applyFix("tty1 :2:once:/bin/sync\n", "id-too-long")).toBe("tty1:2:once:/bin/sync\n");
});
