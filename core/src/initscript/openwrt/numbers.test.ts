import fc from "fast-check";
import { expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { isForRcCommon, type ReadNumber, readNumbers } from "./numbers.ts";

const shown = (number: ReadNumber): string => (number.kind === "set" ? number.value : number.kind);

/** START and STOP as the text leaves them. */
function check(text: string): string {
  const { start, stop } = readNumbers(`#!/bin/sh /etc/rc.common\n${text}\n`);
  return `${shown(start)} ${shown(stop)}`;
}

test.each([
  ["START=50\nSTOP=10", "50 10"],
  ["START='50'\nexport STOP=\"10\"", "50 10"],
  ["START=50\nSTART=60", "60 unset"],
  ["", "unset unset"],
  ["START=", " unset"],
  // Observed: start-in-function, text-number.
  ["boot() { START=50; }", "unset unset"],
  ["START= 50", "unset unset"],
  ["START =50", "unset unset"],
  ["START=late", "late unset"],
  ["START=50 cmd", "unset unset"],
  ["(START=50)", "unset unset"],
  ["START=50 &", "unset unset"],
  ["echo | START=50", "unset unset"],
  ["START=50; unset START", "unset unset"],
  ["START=50\nexit 0\nSTOP=10", "50 unset"],
  ["[ -x /a ] || exit 0\nSTART=50", "50 unset"],
  ["{ START=50; }", "50 unset"],
])("%s: %s", (text, expected) => expect(check(text)).toBe(expected));

test.each([
  "START=$(cat /n)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is for the shell
  "START=${N:-50}",
  "START=@N@",
  "[ -e /a ] && START=50",
  "if a; then START=50; fi",
  "case a in a) START=50;; esac",
  "for START in 1 2; do :; done",
  "START=50\n[ -e /a ] && START=60",
  "START=50\n. /etc/other",
  'eval "$x"',
  "f() { START=50; }\nf",
  "START=50\nif",
])("%s: what START is cannot be told", (text) => expect(check(text)).toMatch(/^unknown /));

test("a branch that changes nothing, and libraries, leave the number known", () => {
  expect(check("START=50\n[ -e /a ] && START=50")).toBe("50 unset");
  expect(check(". /lib/functions.sh\nSTART=50\n. /lib/functions/network.sh")).toBe("50 unset");
});

test("the first line says whether rc.common runs a script", () => {
  expect(isForRcCommon("#!/bin/sh /etc/rc.common\n")).toBe(true);
  expect(isForRcCommon("#!/bin/sh\n. /etc/rc.common\n")).toBe(false);
  expect(isForRcCommon("# #!/bin/sh /etc/rc.common\n")).toBe(false);
});

test("any text is read to its end", () => {
  const piece = pieceOf(
    "START=",
    "STOP=5",
    "f()",
    "{ ",
    "}",
    "f;",
    "if ",
    "then ",
    "fi;",
    "\n",
    "&&",
    "|",
    "(",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(check(pieces.join(""))).toContain(" ");
    }),
  );
});
