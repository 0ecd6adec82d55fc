import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("a blank in front of the process", () => {
  checkMarked(
    `\
::once: /bin/a
#      ^ busybox-blank-before-process: the blank ends the program's name before it begins; init looks for a program with an empty name
::once:-  /bin/a
#       ^^ busybox-blank-before-process
::once:  ${""}
#      ^^ busybox-blank-before-process: the process is blank; init looks for a program with an empty name
`,
    options,
  );
});

test("a shell does not mind", () => {
  expect(firing("::once: /bin/a >/dev/null\n", options)).toEqual([]);
  expect(firing("::once:/bin/a\n", options)).toEqual([]);
});

test("the fix deletes it", () => {
  expect(applyFix("::once:\t /bin/a  b\n", "busybox-blank-before-process", options)).toBe(
    "::once:/bin/a  b\n",
  );
});
