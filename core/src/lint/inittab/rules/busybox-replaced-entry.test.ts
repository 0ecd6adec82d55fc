import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("the earlier of two entries is told, and what is lost", () => {
  checkMarked(
    `\
::ctrlaltdel:/bin/x
#<^^^^^^^^^^^^^^^^^^ busybox-replaced-entry: line 4 has the same terminal and command and replaces this entry, so the action \`ctrlaltdel\` is lost
tty1::respawn:/bin/x
/dev/tty1::wait:/bin/y
::shutdown:/bin/x
tty1:2:wait:/bin/y
`.replace(
      "/dev/tty1::wait:/bin/y\n",
      "/dev/tty1::wait:/bin/y\n#<^^^^^^^^^^^^^^^^^^^^^ busybox-replaced-entry: line 5 has the same terminal and command and replaces this entry\n",
    ),
    { ...options, severities: { "busybox-runlevels": "off" } },
  );
});

test("the last of three counts", () => {
  const told = findings("::once:/bin/a\n::wait:/bin/a\n::respawn:/bin/a\n", options);
  expect(told.map(({ message }) => message.slice(0, 7))).toEqual(["line 3 ", "line 3 "]);
});

test("lines are counted as an editor does, also behind joined ones", () => {
  const told = findings("# a \\\n b\n::once:/bin/a\n\n::wait:/bin/a\n", options);
  expect(told.map(({ rule, message }) => [rule, message.slice(0, 6)])).toEqual([
    ["busybox-swallowed-line", "the ba"],
    ["busybox-replaced-entry", "line 5"],
  ]);
});

test.each([
  "::once:/bin/a\n::once:/bin/a \n",
  "tty1::once:/bin/a\n::once:/bin/a\n",
  "::once:/bin/a\n::off:/bin/a\n::once:/bin/b\n",
])("%j are different entries", (text) => {
  expect(firing(text, options)).not.toContain("busybox-replaced-entry");
});

test("a mere repetition can be deleted", () => {
  expect(applyFix("::once:/bin/a\n::wait:/bin/b\n::once:/bin/a\n", "busybox-replaced-entry", options)).toBe(
    "::wait:/bin/b\n::once:/bin/a\n",
  );
});

test("sysvinit has ids instead", () => {
  expect(firing("a:2:once:/bin/a\nb:2:once:/bin/a\n")).toEqual([]);
});
