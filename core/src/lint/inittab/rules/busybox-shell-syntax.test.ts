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

test("commands that it cannot take apart", () => {
  checkMarked(
    `\
::once:/bin/a |
#             ^ busybox-shell-syntax: init runs this through a shell, which stops at a \`|\` with no command after it; nothing is run
::once:/bin/a && # and so on
#             ^^ busybox-shell-syntax: init runs this through a shell, which stops at a \`&&\` with no command after it; nothing is run
::once:/bin/a \`;\`
#              ^ busybox-shell-syntax: init runs this through a shell, which stops at a \`;\` with no command in front of it; nothing is run
`,
    options,
  );
});

test.each(["/bin/echo $${", "; /bin/a", "/bin/a <(/bin/b)", "/bin/a $'it\\'s'", "/bin/a &>/dev/null"])(
  "it can read %s",
  (process) => {
    expect(firing(`::once:${process}\n`, options)).not.toContain("busybox-shell-syntax");
  },
);

test("what it can read", () => {
  expect(firing(`::once:/bin/echo "It's" $(date) \\(x\\)\n`, options)).toEqual([]);
});
