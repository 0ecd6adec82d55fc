// All rules over real files: what they find there is read in review, and a false alarm shows.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../inittab/dialect.ts";
import { detectDialect } from "../../inittab/recognize-dialect.ts";
import { scanInittab } from "../../inittab/scan.ts";
import type { Finding } from "../contract.ts";
import { lintInittab } from "./lint.ts";
import { inittabRules } from "./registry.ts";

const folder = join(import.meta.dirname, "../../../../../shared/corpus/inittab");
const missing = !existsSync(join(folder, "index.tsv"));
const reason = "skipped: the corpus of real files, because ../shared/corpus/inittab is not there";

interface RealFile {
  readonly name: string;
  readonly dialect: string;
  /** Where it came from: the repository's name, and the path in it. */
  readonly path: string;
  readonly text: string;
  readonly encoding: "utf-8" | "latin-1";
}

/** Our names for the dialects of the index. */
const ours: Readonly<Record<string, Dialect>> = {
  sysvinit: "sysvinit",
  busybox: "busybox",
  procd: "procd",
  irix: "irix",
  solaris: "solaris",
  "sysv-unix": "system-v",
  other: "unknown",
};

function realFiles(): readonly RealFile[] {
  const rows = readFileSync(join(folder, "index.tsv"), "utf8").trim().split("\n").slice(1);
  return rows.map((row) => {
    const [name = "", repository = "", , path = "", dialect = ""] = row.split("\t");
    const bytes = readFileSync(join(folder, name));
    const text = bytes.toString("utf8");
    const isUtf8 = Buffer.from(text, "utf8").equals(bytes);
    return {
      name,
      dialect,
      path: `/${repository}/${path}`,
      text: isUtf8 ? text : bytes.toString("latin1"),
      encoding: isUtf8 ? "utf-8" : "latin-1",
    };
  });
}

function findingsOf(file: RealFile): readonly Finding[] {
  return lintInittab(scanInittab(file.text, { encoding: file.encoding })).findings;
}

function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).replaceAll("\r", "\\r");
}

if (missing)
  test.skipIf(process.env["CI"] !== "true")(reason, () => {
    expect.fail(reason);
  });

describe.skipIf(missing)("real files", () => {
  const files = missing ? [] : realFiles();
  const sysvinit = files.filter((file) => file.dialect === "sysvinit");

  test("the index names every file", () => {
    expect(files.map((file) => file.name)).toEqual(
      readdirSync(folder).filter((name) => name.endsWith(".inittab")),
    );
    expect(sysvinit.length).toBeGreaterThan(100);
  });

  test("at least 95 of 100 are recognised, by path and text and by the text alone", () => {
    const judged = files.map((file) => ({ ...file, wanted: ours[file.dialect] ?? "" }));
    const wrong = (withPath: boolean) =>
      judged.flatMap(({ name, wanted, text, path }) => {
        const { dialect } = detectDialect(text, withPath ? path : undefined);
        return dialect === wanted ? [] : [{ name, wanted, dialect }];
      });
    for (const mistakes of [wrong(true), wrong(false)]) {
      expect(1 - mistakes.length / files.length).toBeGreaterThanOrEqual(0.95);
      // Those are the two that make the most difference to what is told.
      const pair = ["sysvinit", "busybox"];
      expect(
        mistakes.filter(({ wanted, dialect }) => pair.includes(wanted) && pair.includes(dialect)),
      ).toEqual([]);
    }
    expect(wrong(true).map(({ name, dialect }) => `${name} ${dialect}`)).toMatchInlineSnapshot(`
      [
        "133-other.inittab sysvinit",
        "134-other.inittab sysvinit",
        "135-other.inittab sysvinit",
        "136-other.inittab system-v",
        "137-other.inittab system-v",
        "138-other.inittab system-v",
        "139-other.inittab sysvinit",
        "140-other.inittab sysvinit",
        "141-other.inittab sysvinit",
      ]
    `);
  });

  test("no rule accuses a file that is right for its own init, whether the init is recognised or told", () => {
    const kinds = ["busybox", "procd", "irix", "solaris", "sysv-unix"];
    const told = files
      .filter(({ dialect }) => kinds.includes(dialect))
      .flatMap((file) => {
        const given = ours[file.dialect];
        const options = { encoding: file.encoding, path: file.path } as const;
        return [options, given === undefined ? options : { ...options, dialect: given }].flatMap(
          (read, way) =>
            lintInittab(scanInittab(file.text, read))
              .findings.filter(({ severity }) => severity === "error" || severity === "warning")
              .map(({ rule }) => `${file.name} ${["recognised", "told"][way]} ${rule}`),
        );
      });
    // Each was looked at: the entries are replaced by their doubles, BusyBox knows no initdefault, the way down is a note
    // of what is still to be done, and two shells wait on the console that is shown.
    const mistakes = [
      ...["029", "075", "106", "107", "108", "109", "110", "111", "112", "114"].map(
        (number) => `${number}-busybox.inittab busybox-replaced-entry`,
      ),
      "112-busybox.inittab bad-entry",
      "126-busybox.inittab terminal-shared",
      "074-busybox.inittab openrc-shutdown-missing",
    ];
    const expected = [
      ...mistakes.flatMap((line) => ["recognised", "told"].map((way) => line.replace(" ", ` ${way} `))),
      // `tts/0` was OpenWrt's own, and never did anything under procd; the text alone may be that of BusyBox init before it.
      "151-procd.inittab told procd-id-cut",
    ];
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  test("every error and warning in files for sysvinit is a mistake of the file", () => {
    const told = sysvinit.flatMap((file) =>
      findingsOf(file)
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .map(
          ({ rule, severity, range }) =>
            `${file.name} ${severity} ${rule}: ${lineOf(file.text, range.start)}`,
        ),
    );
    expect(`\n${told.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      174-sysvinit.inittab warning process-comment: rwmo::sysinit:/bin/mount -o remount,rw / # REMOUNT_ROOTFS_RW
      217-sysvinit.inittab warning shell-syntax: x:5:respawn:</usr></bin>/xdm -nodaemon
      218-sysvinit.inittab warning shell-syntax: x:5:respawn:</usr></bin>/xdm -nodaemon
      226-sysvinit.inittab warning crlf: \\r
      232-sysvinit.inittab error missing-id: ::once:/sbin/openrc async
      235-sysvinit.inittab error no-final-newline: 0:12345:respawn:/sbin/getty -L ttyS0 115200 vt102
      248-sysvinit.inittab warning no-initdefault: si::sysinit:/sbin/rc sysinit
      259-sysvinit.inittab warning initdefault-halts: id:0:initdefault:
      "
    `);
  });

  test("how often each rule speaks", () => {
    const all = sysvinit.flatMap((file) => findingsOf(file));
    const counts = inittabRules.flatMap(({ id, severity }) => {
      const count = all.filter((finding) => finding.rule === id).length;
      return count === 0 ? [] : [`${count} ${id} (${severity})`];
    });
    expect(`\n${counts.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      1 missing-id (error)
      1 no-final-newline (error)
      4 ignored-runlevels (hint)
      1 no-initdefault (warning)
      1 initdefault-halts (warning)
      1 crlf (warning)
      1 process-comment (warning)
      2 shell-syntax (warning)
      6 wait-background (hint)
      6 no-login (warning)
      11 no-ctrlaltdel (hint)
      1 single-user-shell (information)
      8 no-single-user (information)
      3 implied-exec-portability (hint)
      "
    `);
  });

  test("before 3.14 other things are told of the same files", () => {
    const counts = new Map<string, number>();
    for (const file of sysvinit)
      for (const { rule } of lintInittab(scanInittab(file.text, { encoding: file.encoding, version: "3.06" }))
        .findings)
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const names = [
      "no-final-newline",
      "final-newline-portability",
      "implied-exec",
      "implied-exec-portability",
    ];
    expect(names.map((name) => `${name} ${counts.get(name) ?? 0}`)).toMatchInlineSnapshot(`
      [
        "no-final-newline 0",
        "final-newline-portability 1",
        "implied-exec 3",
        "implied-exec-portability 0",
      ]
    `);
  });

  test("files that are not for sysvinit are not judged by its rules, if their dialect is recognised", () => {
    const told = files
      .filter((file) => file.dialect !== "sysvinit")
      .flatMap((file) => findingsOf(file).map(({ rule }) => `${file.name} ${rule}`));
    expect(`\n${told.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      029-busybox.inittab busybox-replaced-entry
      062-busybox.inittab no-login
      064-busybox.inittab no-login
      068-busybox.inittab busybox-runlevels
      068-busybox.inittab busybox-runlevels
      074-busybox.inittab no-login
      074-busybox.inittab openrc-shutdown-missing
      075-busybox.inittab busybox-replaced-entry
      084-busybox.inittab no-login
      100-busybox.inittab no-login
      106-busybox.inittab busybox-replaced-entry
      107-busybox.inittab busybox-replaced-entry
      108-busybox.inittab busybox-replaced-entry
      109-busybox.inittab busybox-replaced-entry
      110-busybox.inittab busybox-replaced-entry
      111-busybox.inittab busybox-replaced-entry
      112-busybox.inittab bad-entry
      112-busybox.inittab busybox-runlevels
      112-busybox.inittab busybox-replaced-entry
      114-busybox.inittab busybox-replaced-entry
      126-busybox.inittab terminal-shared
      151-procd.inittab procd-id-cut
      "
    `);
  });
});
