import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("words behind the seventh", () => {
  checkMarked(
    `\
tty1::respawn:/bin/a 1 2 3 4 5 6 7 8
#                                ^^^ procd-too-many-words: procd passes only 7 words and drops the rest
`,
    { dialect: "procd" },
  );
});

test.each(["tty1::respawn:/bin/a 1 2 3 4 5 6 \r"])("%j is right", (line) =>
  expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]),
);
