import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("a `#` that cuts something off", () => {
  checkMarked(
    `\
::once:/bin/a b#c d
#              ^^^^ busybox-hash-in-process: the line ends at \`#\`, even in the middle of a word
::once:/bin/a 'b # c'
#                ^^^^ busybox-hash-in-process: the line ends at \`#\`, even inside quotes; the shell stops at a single quote that is never closed
`,
    options,
  );
});

test.each(["/bin/a # b", "/bin/a\t#b", "/bin/a 'b' # c", "/bin/a"])("%s loses nothing", (process) => {
  expect(firing(`::once:${process}\n`, options)).toEqual([]);
});

test("a parenthesis is another matter", () => {
  expect(firing("::once:/bin/a b) # c\n", options)).toEqual(["busybox-shell-syntax"]);
});
