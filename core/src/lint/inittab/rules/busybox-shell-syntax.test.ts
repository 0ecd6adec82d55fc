import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("what no shell can read", () => {
  checkMarked(
    `\
::once:/bin/echo It's
#                  ^ busybox-shell-syntax: init runs this through a shell, which stops at a single quote that is never closed; nothing is run
::once:/bin/echo (x)
#                ^ busybox-shell-syntax: init runs this through a shell, which stops at an unquoted \`(\`; nothing is run
`,
    options,
  );
});

test("what it can read", () => {
  expect(firing(`::once:/bin/echo "It's" $(date) \\(x\\)\n`, options)).toEqual([]);
});
