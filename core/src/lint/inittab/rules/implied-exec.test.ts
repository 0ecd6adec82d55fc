import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { version: "3.06" } as const;

test("what does not survive the `exec`", () => {
  checkMarked(
    `\
a:2:once:/bin/a; /bin/b
#              ^ implied-exec: init puts \`exec\` in front of a shell command, so what follows \`;\` is never reached
b:2:once:/bin/a && /bin/b
#               ^^ implied-exec
c:2:once:/bin/a || /bin/b
#               ^^ implied-exec
d:2:once:X=1 /bin/a
#        ^^^ implied-exec: init puts \`exec\` in front of a shell command, and takes the assignment for a program
e:2:once:if [ -e /x ]; then /bin/a; fi
#        ^^ implied-exec: init puts \`exec\` in front of a shell command, and \`if\` is not a program
f:2:once:(/bin/a; /bin/b)
#        ^ implied-exec: init puts \`exec\` in front of a shell command, which no shell can parse
g:2:once:exec /bin/a >/dev/null
#        ^^^^ implied-exec
`,
    options,
  );
});

test.each([
  "/bin/a | /bin/b; /bin/c",
  "/bin/a & /bin/b",
  "/bin/a;",
  "/bin/a 'x; y' \"p && q\"",
  "/bin/sh -c '/bin/a; /bin/b'",
  "/bin/a x=1",
  "/bin/a >/dev/null # a; b",
  ">/dev/null /bin/a",
  "@/bin/a ; b",
  "exec /bin/a",
])("%s survives", (process) => {
  expect(firing(`a:2:once:${process}\n`, options)).toEqual([]);
});

test("the fixes", () => {
  const fix = (process: string) => applyFix(`a:2:once:${process}\n`, "implied-exec", options);
  expect(fix("+/bin/a; /bin/b")).toBe("a:2:once:+/bin/sh -c '/bin/a; /bin/b'\n");
  expect(fix("X=1 /bin/a")).toBe("a:2:once:env X=1 /bin/a\n");
  expect(fix("exec /bin/a >x")).toBe("a:2:once:/bin/a >x\n");
});
