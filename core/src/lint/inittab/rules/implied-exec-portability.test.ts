import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("it works since 3.11", () => {
  checkMarked(`\
a:2:once:/bin/a; /bin/b
#              ^ implied-exec-portability: before sysvinit 3.11, init puts \`exec\` in front of a shell command, so what follows \`;\` is never reached
b:2:once:/bin/a 'x; y'
`);
});

test("one of the two rules speaks, by release", () => {
  const text = "a:2:once:/bin/a; /bin/b\n";
  expect(firing(text, { version: "3.11" })).toEqual(["implied-exec-portability"]);
  expect(firing(text, { version: "3.06" })).toEqual(["implied-exec"]);
});

test("the fix", () => {
  expect(applyFix("a:2:once:/bin/a; /bin/b\n", "implied-exec-portability")).toBe(
    "a:2:once:/bin/sh -c '/bin/a; /bin/b'\n",
  );
});
