import fc from "fast-check";
import { expect, test } from "vitest";
import { chkconfig, told } from "../../../testing/header-check.ts";

test("the line is refused where the rule says so, and nowhere else", () => {
  const word = fc.constantFrom(
    "2345",
    "-",
    "35",
    "2,3",
    "S",
    "20",
    "80",
    "05",
    "100",
    "-1",
    "99",
    "x",
    "#",
    "",
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 4 }),
      fc.constantFrom("\n", " tail\n", "\n\n: 80\n"),
      (words, rest) => {
        const text = `#!/bin/sh\n# chkconfig: ${words.join(" ")}${rest}# description: x\n`;
        const refused = chkconfig(text) === "service svc does not support chkconfig";
        expect(told("chkconfig-malformed", text) !== "").toBe(refused);
      },
    ),
    { numRuns: 100 },
  );
});

test("a line in a here-document is left alone, and so is one that a build fills in", () => {
  const text = "#!/bin/sh\ncat <<END\n# chkconfig: all\nEND\n";
  expect(told("chkconfig-malformed", text)).toBe("");
  expect(told("chkconfig-malformed", "#!/bin/sh\n# chkconfig: @LEVELS@ 20 80\n")).toBe("");
});
