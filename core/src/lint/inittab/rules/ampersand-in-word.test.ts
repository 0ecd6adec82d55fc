import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a `&` ends the command", () => {
  checkMarked(`\
a:2:once:/usr/bin/wget http://host/?a=1&b=2
#                                      ^ ampersand-in-word: the shell ends the command at \`&\` and runs it in the background
`);
});

test.each([
  "/usr/bin/wget 'http://host/?a=1&b=2'",
  "/bin/a >/dev/null 2>&1",
  "/bin/a &>/dev/null",
  "/bin/a && /bin/b",
  "/bin/a & /bin/b",
  "/bin/a&",
  "/bin/a <&-",
  "@/usr/bin/wget http://host/?a=1&b=2",
])("no word is cut in %s", (process) => {
  expect(firing(`a:2:once:${process}\n`)).not.toContain("ampersand-in-word");
});

test("the fix quotes the word", () => {
  expect(applyFix("a:2:once:/bin/get a=1&b=2 x\n", "ampersand-in-word")).toBe(
    "a:2:once:/bin/get 'a=1&b=2' x\n",
  );
});
