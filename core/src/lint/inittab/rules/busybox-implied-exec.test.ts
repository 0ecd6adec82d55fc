import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("what does not survive the `exec`", () => {
  checkMarked(
    `\
::once:/bin/a; /bin/b
#            ^ busybox-implied-exec: init puts \`exec\` in front of a shell command, so what follows \`;\` is never reached
::once:/bin/a && /bin/b
#             ^^ busybox-implied-exec
::once:-/bin/a || /bin/b
#              ^^ busybox-implied-exec
::once:X=1 /bin/a
#      ^^^ busybox-implied-exec: init puts \`exec\` in front of a shell command, and takes the assignment for a program
::once:(/bin/a; /bin/b)
#      ^ busybox-implied-exec: init puts \`exec\` in front of a shell command, which no shell can parse
::once:exec /bin/a >/dev/null
#      ^^^^ busybox-implied-exec
`,
    options,
  );
});

test("places are found in joined lines", () => {
  const text = "::once:/bin/a \\\n-x; \\\n/bin/b\n";
  expect(
    findings(text, options).map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`),
  ).toEqual(["busybox-implied-exec ;"]);
});

test.each([
  "/bin/a;",
  "/bin/a & /bin/b",
  "/bin/a | /bin/b",
  "/bin/sh -c '/bin/a; /bin/b'",
  "/bin/a 'x; y'",
  "/bin/a x=1",
  "/bin/a # ; b",
])("%s survives", (process) => {
  expect(firing(`::once:${process}\n`, options)).toEqual([]);
});

test("the fix wraps the command, unless it has quotes already", () => {
  expect(applyFix("::once:-/bin/a; /bin/b\n", "busybox-implied-exec", options)).toBe(
    "::once:-/bin/sh -c '/bin/a; /bin/b'\n",
  );
});
