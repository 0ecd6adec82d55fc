import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { readInittab } from "./read.ts";
import { editScan, type ReadOptions, scanInittab } from "./scan.ts";
import { findSysvinitVersion, sysvinitVersions } from "./versions.ts";

const cases = join(import.meta.dirname, "../../../test-fixtures/conformance/sysvinit/parse");

interface ParseCase {
  readonly name: string;
  readonly init: string;
  readonly inittab: string;
  readonly inittabD?: boolean;
  readonly files?: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
  readonly table: readonly object[] | null;
}

/** Reads an inittab and prints, a line each, the records in init's order and then what init says. */
function check(inittab: string, options: ReadOptions = {}): string {
  const reading = readInittab(inittab, options);
  const records = reading.records.map(
    ({ line, path, id, runlevels, action, process }) =>
      `${path === undefined ? "added" : line} ${JSON.stringify(`${id}:${runlevels}:${action}:${process}`)}`,
  );
  return records.concat(reading.messages).join("\n");
}

describe("what the real init read from the recorded cases", () => {
  for (const version of ["2.88", "3.06", "3.14"]) {
    test(`sysvinit ${version}`, () => {
      const names = readdirSync(join(cases, version));
      expect(names.length).toBeGreaterThan(100);
      for (const name of names) {
        const recorded: ParseCase = JSON.parse(readFileSync(join(cases, version, name), "utf8"));
        const known = findSysvinitVersion(version);
        const reading = readInittab(recorded.inittab, {
          dialect: "sysvinit",
          ...(known === undefined ? {} : { version: known }),
          inittabD:
            recorded.inittabD === false
              ? null
              : Object.entries(recorded.files ?? {}).map(([path, text]) => ({
                  name: path.replace(/.*\//, ""),
                  text,
                })),
        });
        expect({ name, messages: reading.messages }).toEqual({ name, messages: recorded.messages });
        if (recorded.table === null) continue;
        const table = reading.records.map(({ id, runlevels, action, process }) => ({
          id,
          runlevels,
          action,
          process,
        }));
        expect({ name, table }).toEqual({ name, table: recorded.table });
      }
    });
  }
});

describe("single lines", () => {
  test("fields keep the newline where a separator is missing", () => {
    expect(check("abc\nabcd\na:4\na:4:once\n", { dialect: "sysvinit" })).toMatchInlineSnapshot(`
      "added "~~:S:wait:/sbin/sulogin"
      /etc/inittab[1]: missing action field
      /etc/inittab[2]: id field too long (max 4 characters)
      /etc/inittab[3]: missing action field
      /etc/inittab[4]: missing process field"
    `);
  });
  test("a NUL byte hides the newline, and 3.14 loses the next line too", () => {
    const text = "a:4:once:/x\0y\nb:4:once:/x\nc:4:once:/x\n";
    expect(check(text)).toMatchInlineSnapshot(`
      "2 "c:4:once:/x"
      added "~~:S:wait:/sbin/sulogin"
      Error detected in /etc/inittab at line 1. Possibly too long."
    `);
    expect(check(text, { version: "3.06" })).toMatchInlineSnapshot(`
      "1 "a:4:once:/x"
      2 "b:4:once:/x"
      3 "c:4:once:/x"
      added "~~:S:wait:/sbin/sulogin""
    `);
  });
  test("a character of several bytes may be cut in two before 3.14", () => {
    const text = `#${"x".repeat(253)}é:4:once:/x\nb:4:once:/x\n`;
    expect(check(text, { version: "3.06" })).toMatchInlineSnapshot(`
      "2 "�:4:once:/x"
      3 "b:4:once:/x"
      added "~~:S:wait:/sbin/sulogin""
    `);
  });
  test("BusyBox joins lines and cuts at #", () => {
    const text = "# a \\\n::once:/x\n::sysinit:/etc/init.d/rcS # start\n::respawn:/bin/a \\\n b\n::wait:#\n";
    expect(check(text, { dialect: "busybox" })).toMatchInlineSnapshot(`
      "3 "::sysinit:/etc/init.d/rcS "
      5 "::respawn:/bin/a  b"
      Bad inittab entry at line 6"
    `);
  });
  test("a missing file leaves the single-user record", () => {
    expect(readInittab(undefined, { inittabD: null }).messages).toEqual([
      "No inittab file found",
      "No inittab.d directory found",
    ]);
    expect(readInittab(undefined).records.map((record) => record.process)).toEqual(["/sbin/sulogin"]);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    "",
    "#",
    " # x",
    "a:2:respawn:/x",
    "::sysinit:/x",
    "id:3:initdefault:",
    "b:2:once:/x \\",
    "é:2:wait:/x",
  ),
  fc.string({
    unit: pieceOf("a", ":", "#", " ", "\\", "\r", "\0", "é", "😀", "\ud800"),
    maxLength: 12,
  }),
  fc.integer({ min: 240, max: 520 }).map((length) => `#${"xé".repeat(length).slice(0, length)}:2:off:`),
);
const file = fc
  .tuple(fc.array(line), fc.boolean())
  .map(([lines, ends]) => lines.join("\n") + (ends ? "\n" : ""));
const options: fc.Arbitrary<ReadOptions> = fc.record({
  dialect: fc.constantFrom("auto", "sysvinit", "busybox", "procd", "solaris", "unknown"),
  version: fc.constantFrom(...sysvinitVersions),
  encoding: fc.constantFrom("utf-8", "latin-1"),
});

describe("any text", () => {
  test("is covered by its lines, each of which knows where it is", () => {
    fc.assert(
      fc.property(file, options, (text, how) => {
        const scan = scanInittab(text, how);
        let at = 0;
        for (const [index, { length, start, end }] of scan.lines.entries()) {
          expect(scan.starts[index]).toBe(at);
          expect(0 <= start && start <= end && end <= length).toBe(true);
          at += length;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test("gives after edits the scan of the edited text", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.oneof(file, fc.constant(""))), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(file, options, edits, (text, how, changes) => {
        let scan = scanInittab(text, how);
        for (const [position, length, inserted] of changes) {
          const start = position % (scan.text.length + 1);
          scan = editScan(scan, { start, end: start + length, text: inserted });
        }
        expect(scan).toEqual(scanInittab(scan.text, how));
      }),
      { numRuns: 500 },
    );
  });
});
