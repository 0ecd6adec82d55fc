import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageFolder, runInittab } from "./testing/program.ts";

const corpus = join(packageFolder, "../../shared/corpus/inittab");
const missing = !existsSync(corpus);

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
    }[];
  }[];
  readonly summary: { readonly files: number; readonly error: number };
}

if (missing && process.env["CI"] !== "true")
  test.skip("skipped: the corpus, because ../shared is not there", () => {});
else
  describe("the corpus of real files", () => {
    let report: Report;
    let seconds: number;
    beforeAll(async () => {
      const begin = performance.now();
      const { stdout, exitCode } = await runInittab(["check", "--format", "json", corpus]);
      seconds = (performance.now() - begin) / 1000;
      expect(exitCode).toBe(1);
      report = JSON.parse(stdout);
    });
    test("is checked in one go, in under three seconds", () => {
      expect(report.files.length).toBe(report.summary.files);
      expect(report.files.length).toBeGreaterThan(200);
      expect(seconds).toBeLessThan(3);
    });
    test("has the mistakes that are known to be in it", () => {
      const mistakes = report.files.flatMap(({ path, findings }) =>
        findings
          .filter(({ rule, severity }) => severity === "error" || rule === "initdefault-halts")
          .map(({ rule }) => `${path.slice(corpus.length + 1)}: ${rule}`),
      );
      expect(mistakes.join("\n")).toMatchInlineSnapshot(`
        "112-busybox.inittab: bad-entry
        232-sysvinit.inittab: missing-id
        235-sysvinit.inittab: no-final-newline
        259-sysvinit.inittab: initdefault-halts"
      `);
    });
    test("shows no way into a table of BusyBox that locks everybody out, and all ways are looked at", async () => {
      const files = readdirSync(corpus).filter((name) => name.endsWith("-busybox.inittab"));
      const paths = files.map((name) => join(corpus, name));
      const args = ["verify", "--dialect", "busybox", "--format", "json", ...paths];
      const { stdout, exitCode } = await runInittab(args);
      expect(exitCode).toBe(0);
      const results = stdout
        .trim()
        .split("\n")
        .map((line): { readonly exhausted: boolean } => JSON.parse(line));
      expect(results.filter(({ exhausted }) => exhausted).length).toBe(files.length);
    });
  });
