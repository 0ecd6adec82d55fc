import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("ids", () => {
  checkMarked(
    `\
console:2:once:/bin/a
#<^^^^^^ system-v-limits: the id has more than 4 bytes
cons:2:once:/bin/a
`,
    { dialect: "hp-ux" },
  );
  expect(firing("abcdefghijklmn:2:once:/bin/a\n", { dialect: "aix" })).toEqual([]);
  expect(firing("abcdefghijklmno:2:once:/bin/a\n", { dialect: "aix" })).toEqual(["system-v-limits"]);
});

test("entries", () => {
  const entry = (length: number) => `co:2:once:/${"a".repeat(length - 11)}\n`;
  expect(firing(entry(512), { dialect: "irix" })).toEqual([]);
  expect(firing(entry(513), { dialect: "irix" })).toEqual(["system-v-limits"]);
  expect(firing(entry(1025), { dialect: "aix" })).toEqual(["system-v-limits"]);
});
