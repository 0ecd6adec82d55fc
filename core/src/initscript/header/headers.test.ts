import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, pieceOf } from "../../testing/alphabet.ts";
import { readChkconfigHeader } from "./chkconfig.ts";
import { readLintianHeader } from "./lintian.ts";
import { readLsbSections } from "./lsb.ts";
import { readRpmlintHeader } from "./rpmlint.ts";
import { type HeaderReader, headerReaders, viewHeader } from "./views.ts";

interface LintCase {
  readonly case: { readonly id: string; readonly body: readonly string[] };
  readonly expect: {
    readonly lintian: readonly (readonly [string, string, number, string])[];
    readonly rpmlint: readonly (readonly [string, string, string])[];
  };
}

const file = join(import.meta.dirname, "../../../../test-fixtures/conformance/initscripts/lint.json");
const cases: readonly LintCase[] = JSON.parse(readFileSync(file, "utf8"));

const lintianTags: Readonly<Record<string, string>> = {
  "init.d-script-missing-lsb-section": "missing-section",
  "init.d-script-has-duplicate-lsb-section": "duplicate-section",
  "init.d-script-has-unterminated-lsb-section": "unterminated-section",
  "init.d-script-has-bad-lsb-line": "bad-line",
  "init.d-script-has-duplicate-lsb-keyword": "duplicate-keyword",
  "init.d-script-has-unknown-lsb-keyword": "unknown-keyword",
  "init.d-script-missing-lsb-keyword": "missing-keyword",
  "init.d-script-missing-lsb-short-description": "missing-short-description",
};

const rpmlintTags: Readonly<Record<string, string>> = {
  "missing-lsb-keyword": "missing-keyword",
  "redundant-lsb-keyword": "redundant-keyword",
  "unknown-lsb-keyword": "unknown-keyword",
  "malformed-line-in-lsb-comment-block": "malformed-line",
};

describe("what lintian and rpmlint said of the recorded scripts' headers", () => {
  test("there are cases", () => expect(cases.length).toBeGreaterThan(80));
  test.each(cases.map((each) => [each.case.id, each] as const))(
    "%s",
    (_id, { case: { body }, expect: recorded }) => {
      const text = body.map((line) => `${line}\n`).join("");
      const lintian = readLintianHeader(text).problems.map(({ kind, line }) => `${kind} ${line}`);
      const saidByLintian = recorded.lintian.flatMap(([, tag, line]) =>
        lintianTags[tag] === undefined ? [] : `${lintianTags[tag]} ${line}`,
      );
      expect(lintian.toSorted()).toEqual(saidByLintian.toSorted());
      const rpmlint = readRpmlintHeader(text).problems.map(({ kind }) => kind);
      const saidByRpmlint = recorded.rpmlint.flatMap(([, tag]) => rpmlintTags[tag] ?? []);
      expect(rpmlint.toSorted()).toEqual(saidByRpmlint.toSorted());
    },
  );
});

/** Prints, a line each, what the readers take from a script. */
function check(text: string, readers: readonly HeaderReader[] = headerReaders): string {
  return readers
    .map((reader) => {
      const { found, values } = viewHeader(reader, text);
      const list = [...values.values()].map(({ keyword, words }) => {
        for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
        return `${keyword}=${words.map((word) => word.text).join("|")}`;
      });
      return `${reader}: ${found ? "header" : "no header"}${list.length > 0 ? `, ${list.join(", ")}` : ""}`;
    })
    .join("\n");
}

describe("the readers differ", () => {
  test("in case, underscores and commas", () => {
    expect(
      check("### BEGIN INIT INFO\n# provides: a, b\n# Default_Start: 2,3\n### END INIT INFO\n"),
    ).toMatchInlineSnapshot(`
      "insserv: header, Provides=a, Default-Start=2|3
      lintian: header, Provides=a,|b
      rpmlint: header
      chkconfig: header
      update-rc.d: header"
    `);
  });
  test("in markers with text around them and in keywords outside", () => {
    expect(
      check("  ### BEGIN INIT INFO\n# Provides: a\n### END INIT INFO \n# Default-Stop: 0 1\n"),
    ).toMatchInlineSnapshot(`
      "insserv: header, Provides=a
      lintian: no header
      rpmlint: no header
      chkconfig: header, Provides=a, Default-Stop=0|1
      update-rc.d: no header"
    `);
  });
  test("in which of two equal keywords counts", () => {
    const text =
      "### BEGIN INIT INFO\n# Required-Start: a\n# Required-Start: b\n# Default-Start: 2\n# Default-Start: 3\n### END INIT INFO\n";
    expect(check(text)).toMatchInlineSnapshot(`
      "insserv: header, Required-Start=a, Default-Start=2
      lintian: header, Required-Start=b, Default-Start=3
      rpmlint: header, Required-Start=b, Default-Start=3
      chkconfig: header, Required-Start=b, Default-Start=3
      update-rc.d: header, Default-Start=3"
    `);
  });
  test("in what ends a value", () => {
    expect(
      check("### BEGIN INIT INFO\n# Required-Start: a  b\tc é d\n### END INIT INFO\n"),
    ).toMatchInlineSnapshot(`
      "insserv: header, Required-Start=a
      lintian: header, Required-Start=a|b|c|é|d
      rpmlint: header, Required-Start=a  b	c é d
      chkconfig: header, Required-Start=a|b|c|é|d
      update-rc.d: header"
    `);
  });
});

test("a section keeps every line, fields with their places", () => {
  const text =
    "### BEGIN INIT INFO\n# Provides: a\n# Description: one\n#  two: three\necho\n# Short-description:\n### END INIT INFO\n";
  const [section] = readLsbSections(text);
  const printed = section?.fields.map(
    ({ keyword, fact, value, continuation }) =>
      `${text.slice(keyword.start, keyword.end)} (${fact?.keyword}): "${text.slice(value.start, value.end)}" +${continuation.length}`,
  );
  expect(printed).toEqual([
    'Provides (Provides): "a" +0',
    'Description (Description): "one" +1',
    'Short-description (Short-Description): "" +0',
  ]);
  expect(section?.strayLines.map((line) => line.text)).toEqual(["echo"]);
  expect(section?.end?.exact).toBe(true);
});

test("any text can be read, and every place lies in it", () => {
  const piece = pieceOf(
    "### BEGIN INIT INFO",
    "### END INIT INFO",
    "# Provides:",
    "# chkconfig: 35 20",
    " 80",
    "\n",
    "\r\n",
    "\\",
    "\0",
    "é",
    "# Default-Start: 2 ",
    "#",
    " ",
    "\t",
    ":",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, anyText(5)), { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const reader of headerReaders)
        for (const value of viewHeader(reader, text).values.values()) {
          expect(text.slice(value.start, value.end)).toBe(value.text);
          for (const word of value.words) expect(text.slice(word.start, word.end)).toBe(word.text);
        }
      for (const { range, fields } of readLsbSections(text)) {
        expect(range.end).toBeLessThanOrEqual(text.length);
        for (const { value } of fields) expect(text.slice(value.start, value.end)).toBe(value.text);
      }
    }),
  );
});

test("rpmlint cuts off the last character of a text that does not end with a newline", () => {
  const text = "### BEGIN INIT INFO\n# Provides: web";
  expect(readRpmlintHeader(text).values.get("Provides")?.text).toBe("we");
  expect(readRpmlintHeader(`${text}\n`).values.get("Provides")?.text).toBe("web");
  // One character, although it is two units.
  expect(readRpmlintHeader(`${text}😀`).values.get("Provides")?.text).toBe("web");
});

test("chkconfig keeps what a script provides when a later line provides nothing", () => {
  const text = "### BEGIN INIT INFO\n# Provides: web www\n# Provides:\n### END INIT INFO\n";
  expect(readChkconfigHeader(text).provides.map((word) => word.text)).toEqual(["web", "www"]);
});
