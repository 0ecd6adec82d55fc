// What must hold for the rules of BusyBox, and what they say of real files.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../inittab/dialect.ts";
import { readScan } from "../../inittab/read.ts";
import { editScan, scanInittab } from "../../inittab/scan.ts";
import { pieceOf } from "../../testing/alphabet.ts";
import { applyEdits, essence, findings } from "../../testing/lint-check.ts";
import { lintInittab } from "./lint.ts";

/** Pieces of lines that lie near the edges of what BusyBox accepts. */
const scraps = pieceOf(
  ..."tty1|/dev/tty1|null|si|é|:|:|:|:|::|2345|sysinit|wait|once|respawn|askfirst|ctrlaltdel|shutdown|restart|off".split(
    "|",
  ),
  ..."/bin/sh|-/bin/sh|/bin/a b|#|# |\\|;|&|(|'|\"|$x|=|\0|\r\n|\\\n|\\\n".split("|"),
  " ",
  "\t",
  "\n",
  "\n",
  "\n",
  "::once:/bin/a",
  "::wait:/bin/a",
);
const tables = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(""));
const dialects = fc.constantFrom<Dialect[]>("busybox", "toybox");

describe("whatever the file says", () => {
  test("every line that init skips has an error, and no other line has one", () => {
    fc.assert(
      fc.property(tables, dialects, (text, dialect) => {
        const scan = scanInittab(text, { dialect });
        const lost = scan.lines.flatMap((line, index) => {
          // A line with nothing but CR is a part of the one finding about line ends.
          const start = scan.starts[index] ?? 0;
          const isEnd = /^\r(?:\n|$)/.test(text.slice(start, start + 2));
          return line.kind === "rejected" && !isEnd ? [index] : [];
        });
        const errors = lintInittab(scan).findings.filter((finding) => finding.severity === "error");
        const accused = errors.map(({ range }) =>
          scan.starts.findLastIndex((start, index) => start <= range.start && index < scan.lines.length),
        );
        expect(accused.sort()).toEqual(lost.sort());
      }),
      { numRuns: 1000 },
    );
  });

  test("every entry that is replaced is told", () => {
    fc.assert(
      fc.property(tables, dialects, (text, dialect) => {
        const told = findings(text, { dialect }).filter(({ rule }) => rule === "busybox-replaced-entry");
        expect(told.length).toBe(readScan(scanInittab(text, { dialect })).replaced.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("a safe fix leaves init's list as it was, and findings stay inside the text", () => {
    fc.assert(
      fc.property(tables, dialects, (text, dialect) => {
        for (const { rule, range, fixes } of findings(text, { dialect, fragment: false })) {
          expect([0 <= range.start, range.start <= range.end, range.end <= text.length]).toEqual([
            true,
            true,
            true,
          ]);
          for (const fix of fixes)
            if (fix.kind === "safe")
              expect([rule, ...essence(applyEdits(text, fix.edits), { dialect })]).toEqual([
                rule,
                ...essence(text, { dialect }),
              ]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the findings after an edit are those of a fresh run", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(12), tables, (text, at, length, insert) => {
        const options = {};
        const scan = scanInittab(text, { dialect: "busybox" });
        const start = at % (text.length + 1);
        const edited = editScan(scan, {
          start,
          end: Math.min(start + length, text.length),
          text: insert.slice(0, 40),
        });
        const again = lintInittab(edited, options, lintInittab(scan, options));
        expect(again.findings).toEqual(lintInittab(edited, options).findings);
      }),
      { numRuns: 500 },
    );
  });
});

const corpus = join(import.meta.dirname, "../../../../../shared/corpus/inittab");

/** Our dialects by those of the corpus; files of other systems are no business of these rules. */
const corpusDialects: Readonly<Record<string, Dialect>> = {
  busybox: "busybox",
  procd: "procd",
  irix: "irix",
  solaris: "solaris",
  "sysv-unix": "system-v",
};

describe("real files", () => {
  const there = existsSync(corpus);
  test.skipIf(!there && process.env["CI"] !== "true")(
    `of every dialect but sysvinit${there ? "" : " (skipped: no ../shared/corpus, because this is a bare checkout)"}`,
    () => {
      const rows = readFileSync(join(corpus, "index.tsv"), "utf8").trimEnd().split("\n").slice(1);
      const loud: string[] = [];
      const counts = new Map<string, number>();
      for (const row of rows) {
        const [file = "", , , , name = ""] = row.split("\t");
        const dialect = corpusDialects[name];
        if (dialect === undefined) continue;
        const scan = scanInittab(readFileSync(join(corpus, file), "utf8"), { dialect });
        for (const finding of lintInittab(scan).findings) {
          const key = `${name} ${finding.severity} ${finding.rule}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
          if (finding.severity === "hint") continue;
          const line = scan.text.slice(0, finding.range.start).split("\n").length;
          loud.push(`${file}:${line} ${finding.rule}`);
        }
      }
      // Each of these was looked at: the entries are replaced, the stray initdefault is a bad entry, and one table has a note
      // that its way down is still to be written.
      expect(loud).toMatchInlineSnapshot(`
        [
          "029-busybox.inittab:5 busybox-replaced-entry",
          "074-busybox.inittab:8 openrc-shutdown-missing",
          "075-busybox.inittab:27 busybox-replaced-entry",
          "106-busybox.inittab:14 busybox-replaced-entry",
          "107-busybox.inittab:11 busybox-replaced-entry",
          "108-busybox.inittab:16 busybox-replaced-entry",
          "109-busybox.inittab:16 busybox-replaced-entry",
          "110-busybox.inittab:7 busybox-replaced-entry",
          "111-busybox.inittab:8 busybox-replaced-entry",
          "112-busybox.inittab:4 bad-entry",
          "112-busybox.inittab:9 busybox-replaced-entry",
          "114-busybox.inittab:11 busybox-replaced-entry",
          "151-procd.inittab:3 procd-id-cut",
        ]
      `);
      expect([...counts].map(([key, count]) => `${count} ${key}`)).toMatchInlineSnapshot(`
        [
          "10 busybox warning busybox-replaced-entry",
          "3 busybox hint busybox-runlevels",
          "1 busybox warning openrc-shutdown-missing",
          "1 busybox error bad-entry",
          "1 procd error procd-id-cut",
        ]
      `);
    },
  );
});
