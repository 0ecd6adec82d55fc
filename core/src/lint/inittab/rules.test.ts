// What must hold for every rule, and the examples of their pages.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOpenrcFolders } from "../../initscript/tree/openrc-folders.ts";
import { readScan } from "../../inittab/read.ts";
import { editScan, scanInittab } from "../../inittab/scan.ts";
import { sysvinitVersions } from "../../inittab/versions.ts";
import { pieceOf } from "../../testing/alphabet.ts";
import { inEnglish } from "../../testing/english.ts";
import {
  applyEdits,
  applyFix,
  type CheckOptions,
  essence,
  findings,
  firing,
} from "../../testing/lint-check.ts";
import { listingOf } from "../../testing/listing.ts";
import { stacked } from "../../testing/openrc-check.ts";
import { allRules, rulePage, ruleTable } from "../all-rules.ts";
import type { ExampleFile } from "../contract.ts";
import type { InittabExample, InittabRule } from "./contract.ts";
import { lintInittab } from "./lint.ts";
import { inittabRules } from "./registry.ts";

describe("the table of rules", () => {
  test("has every rule file, under the file's name", () => {
    const files = readdirSync(join(import.meta.dirname, "rules"))
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => name.replace(".ts", ""));
    expect(inittabRules.map((rule) => rule.id).sort()).toEqual(files.sort());
  });

  test("has a test file for every rule", () => {
    const files = new Set(readdirSync(join(import.meta.dirname, "rules")));
    expect(inittabRules.filter((rule) => !files.has(`${rule.id}.test.ts`)).map((rule) => rule.id)).toEqual(
      [],
    );
  });

  test("is ordered by codes, each of them unique", () => {
    const codes = inittabRules.map((rule) => rule.code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test("the first digit of a code tells the kind", () => {
    for (const rule of inittabRules) {
      expect([rule.id, rule.code.startsWith("IT1")]).toEqual([rule.id, rule.group === "error"]);
      expect([rule.id, rule.code.startsWith("IT4")]).toEqual([rule.id, rule.group === "portability"]);
      expect([rule.id, rule.severity === "error"]).toEqual([rule.id, rule.group === "error"]);
    }
  });
});

describe("the examples of the pages", () => {
  for (const rule of inittabRules) {
    test(rule.id, () => {
      expect(rule.docs.wrong.length).toBeGreaterThan(0);
      expect(rule.docs.right.length).toBeGreaterThan(0);
      for (const example of rule.docs.wrong) {
        const options = optionsFor(rule, example);
        expect([example.text, new Set(firing(example.text, options))]).toEqual([
          example.text,
          new Set([rule.id]),
        ]);
        const told = findings(example.text, options);
        for (const { message } of told) expect(message).toMatch(/^[^A-Z][^\n]*[^.]$/);
        if (example.fixed === undefined) expect(told.flatMap((finding) => finding.fixes)).toEqual([]);
        else expect(fixedText(example.text, rule.id, options)).toBe(example.fixed);
      }
      for (const example of rule.docs.right)
        expect([example.text, firing(example.text, optionsFor(rule, example))]).toEqual([example.text, []]);
    });
  }

  test("the committed pages are those of the rules; else run scripts/generate-rule-docs.mjs", () => {
    const folder = join(import.meta.dirname, "../../../../docs/rules");
    expect(readdirSync(folder).sort()).toEqual([...allRules.map(({ id }) => `${id}.md`), "README.md"].sort());
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(ruleTable(inEnglish));
    for (const rule of allRules)
      expect(readFileSync(join(folder, `${rule.id}.md`), "utf8")).toBe(rulePage(rule, inEnglish));
  });

  test("a page", () => {
    const rule = inittabRules.find(({ id }) => id === "lower-case-s");
    expect(rule && rulePage(rule, inEnglish)).toMatchInlineSnapshot(`
      "# lower-case-s

      A runlevels field has a lower-case \`s\` and no \`S\`.

      |  |  |
      | --- | --- |
      | Code | IT201 |
      | Severity | warning |
      | Group | suspicious: init does this, but it is probably not what was meant |
      | Applies to | sysvinit |
      | Since | 0.1.0 |

      ## Why it matters

      \`telinit s\` and the boot word \`s\` mean single-user mode, but in a runlevels field only \`S\` does: init converts the letter but then overwrites the converted copy.
      The entry never runs in single-user mode.

      ## What to do instead

      Write \`S\`.

      ## Wrong

      \`\`\`inittab
      su:s:wait:/sbin/sulogin
      \`\`\`

      With the first fix:

      \`\`\`inittab
      su:S:wait:/sbin/sulogin
      \`\`\`

      ## Right

      \`\`\`inittab
      su:S:wait:/sbin/sulogin
      \`\`\`

      \`\`\`inittab
      su::sysinit:/etc/rc.s
      \`\`\`

      ## Silence it

      In the file, for the next entry or for the whole file:

      \`\`\`inittab
      # inittab-disable-next-line lower-case-s
      # inittab-disable-file lower-case-s
      \`\`\`

      ## Sources

      - observed: sysvinit 2.88, 3.06, 3.14 (rlevel-lower-s, level-single-lower-case-entry)
      - init(8) and inittab(5) say otherwise
      "
    `);
  });
});

function optionsFor(rule: InittabRule, example: InittabExample): CheckOptions {
  return {
    fragment: rule.wholeFile !== true,
    dialect: example.dialect ?? "sysvinit",
    ...(example.version && { version: example.version }),
    ...(example.machine && { machine: example.machine }),
    ...(example.root && around(example.root)),
    ...(example.stacked && { openrc: stacked(example.stacked) }),
  };
}

function around(files: readonly ExampleFile[]): Pick<CheckOptions, "root" | "openrc"> {
  const root = listingOf(files);
  const openrc = readOpenrcFolders(root);
  return { root, ...(openrc !== undefined && { openrc }) };
}

function fixedText(text: string, rule: string, options: CheckOptions): string {
  return applyFix(text, rule, options);
}

/** Pieces of lines that lie near the edges of what init accepts. */
const scraps = pieceOf(
  ..."id|tty10|~~|é|:|:|:|:|2|2345|S|s|a|2-5|x|0123456789S|0123456789Sa|respawn|wait|once|off|initdefault|sysinit".split(
    "|",
  ),
  ..."ondemand|ctrlaltdel|respwan|askfirst|Wait|/sbin/getty 38400 tty1|/bin/sh|#|# |\\|;|&|(|'|\"|$x|+|@|=|\0".split(
    "|",
  ),
  "|",
  "||",
  " ",
  "\t",
  "\r\n",
  "\n",
  "\n",
  "\n",
  "x:2:once:",
  "y:3:wait:",
  "id:3:initdefault:",
  "-".repeat(120),
  "b ".repeat(60),
  " ".repeat(200),
);

const tables = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(""));
const versions = fc.constantFrom(...sysvinitVersions);

describe("whatever the file says", () => {
  test("every line that init loses has an error, and no other line has one", () => {
    fc.assert(
      fc.property(tables, versions, (text, version) => {
        const scan = scanInittab(text, { dialect: "sysvinit", version });
        const lost = new Set(readScan(scan).dropped.map((line) => line.line - 1));
        // A NUL byte hides a newline, and the line behind goes silently.
        for (const [index, line] of scan.lines.entries()) {
          const start = scan.starts[index] ?? 0;
          const swallowed = /\n./s.test(text.slice(start, start + line.length));
          if (line.kind === "comment" && swallowed) lost.add(index);
        }
        const told = lintInittab(scan).findings;
        const errors = told.filter(({ severity, rule }) => severity === "error" && rule !== "no-records");
        // What is said of the file as a whole is said only where there is no record.
        if (told.some(({ rule }) => rule === "no-records"))
          expect(scan.lines.filter(({ kind }) => kind === "record")).toEqual([]);
        const harmless = told.some((finding) => finding.rule === "crlf");
        const touches = (index: number) => {
          const start = scan.starts[index] ?? 0;
          const end = start + (scan.lines[index]?.length ?? 0);
          return errors.filter(
            ({ range }) => range.start < end && Math.max(range.end, range.start + 1) > start,
          );
        };
        for (const index of lost) {
          const start = scan.starts[index] ?? 0;
          const line = text.slice(start, start + (scan.lines[index]?.length ?? 0));
          if (harmless && /^[ \t]*\r\n$/.test(line)) continue;
          const tail = start > 0 && text[start - 1] !== "\n";
          // One error is enough for all the pieces of a long line.
          const first = tail ? firstLostPiece(scan.starts, lost, text, index) : index;
          expect({ index, errors: touches(first).length }).toEqual({ index, errors: 1 });
        }
        const accused = scan.lines.flatMap((_, index) => (touches(index).length > 0 ? [index] : []));
        expect(accused.filter((index) => !lost.has(index))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("a safe fix leaves init's table as it was", () => {
    fc.assert(
      fc.property(tables, versions, (text, version) => {
        for (const finding of findings(text, { version, fragment: false }))
          for (const fix of finding.fixes)
            if (fix.kind === "safe")
              expect([finding.rule, ...essence(applyEdits(text, fix.edits), { version })]).toEqual([
                finding.rule,
                ...essence(text, { version }),
              ]);
      }),
      { numRuns: 500 },
    );
  });

  test("the findings after an edit are those of a fresh run", () => {
    fc.assert(
      fc.property(tables, versions, fc.nat(), fc.nat(12), tables, (text, version, at, length, insert) => {
        const options = {};
        const scan = scanInittab(text, { dialect: "sysvinit", version });
        const start = at % (text.length + 1);
        const edited = editScan(scan, {
          start,
          end: Math.min(start + length, text.length),
          text: insert.slice(0, 40),
        });
        const again = lintInittab(edited, options, lintInittab(scan, options));
        expect(again.findings).toEqual(lintInittab(edited, options).findings);
      }),
      { numRuns: 300 },
    );
  });

  test("findings and fixes stay inside the text, and messages are clauses", () => {
    fc.assert(
      fc.property(tables, versions, (text, version) => {
        for (const { range, related, fixes, message } of findings(text, { version, fragment: false })) {
          const edits = fixes.flatMap((fix) => fix.edits);
          for (const { start, end } of [range, ...related.map((other) => other.range), ...edits]) {
            expect(start).toBeLessThanOrEqual(end);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("only the rules of its dialect look at a file", () => {
    fc.assert(
      fc.property(tables, (text) => {
        for (const dialect of ["busybox", "procd", "aix", "solaris", "unknown"] as const)
          for (const name of firing(text, { dialect, fragment: false }))
            expect(inittabRules.find((rule) => rule.id === name)?.dialects).toContain(dialect);
      }),
      { numRuns: 300 },
    );
  });
});

function firstLostPiece(
  starts: readonly number[],
  lost: ReadonlySet<number>,
  text: string,
  index: number,
): number {
  const isTail = (piece: number) => {
    const start = starts[piece] ?? 0;
    return start > 0 && text[start - 1] !== "\n";
  };
  let first = index;
  for (let piece = index; piece > 0 && isTail(piece); piece--) if (lost.has(piece)) first = piece;
  return first;
}
