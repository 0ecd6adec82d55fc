// Which language the command line speaks.

import { describe, expect, test } from "vitest";
import { runHere, runInittab } from "./testing/program.ts";

describe("the language", () => {
  const wanted = "⟦show what init would read⟧";

  test("is that of --lang, wherever it stands", async () => {
    for (const args of [
      ["--lang", "qps-ploc", "--help"],
      ["--help", "--lang=qps-ploc"],
      ["help", "--lang", "QPS-ploc"],
    ])
      expect((await runHere(args)).stdout).toContain(wanted);
    expect((await runHere(["--lang", "en", "--help"], "qps_PLOC.UTF-8")).stdout).not.toContain("⟦");
  });

  test("is one of the folders of languages/, for its variants and its locales too", async () => {
    for (const [language, summary] of [
      ["de", "zeigen, was init lesen würde"],
      ["hu-HU", "mit olvasna be az init"],
      ["en", "show what init would read"],
    ] as const) {
      const { stdout } = await runInittab(["--lang", language, "--help"]);
      expect([language, stdout.includes(summary)]).toEqual([language, true]);
      const locale = await runHere(["--help"], `${language.slice(0, 2)}_XX.UTF-8`);
      expect([language, locale.stdout.includes(summary)]).toEqual([language, true]);
    }
  });

  test("that --lang names must be there", async () => {
    expect(await runHere(["--lang", "xx", "--help"])).toMatchObject({
      exitCode: 2,
      stderr: "inittab: --lang xx: unknown language\nTry: inittab --help\n",
    });
    expect((await runHere(["check", "--lang=xx", "x"])).stderr).toContain("Try: inittab check --help");
  });

  test("is else that of the environment, and English where there is none for it", async () => {
    expect((await runHere(["--help"], "qps_PLOC.UTF-8")).stdout).toContain(wanted);
    for (const locale of ["xx", "xx_XX.UTF-8", "C", "POSIX", "", "en_GB.UTF-8"])
      expect((await runHere(["--help"], locale)).stdout).toContain("show what init would read\n");
    const started = async (environment: Readonly<Record<string, string>>) =>
      (
        await runInittab(["--help"], {
          environment: { LC_ALL: "", LC_MESSAGES: "", LANG: "", ...environment },
        })
      ).stdout;
    const [plain, other, chosen, first] = await Promise.all([
      started({}),
      started({ LANG: "xx" }),
      started({ LANG: "qps_PLOC" }),
      started({ LC_ALL: "C", LC_MESSAGES: "qps_PLOC", LANG: "qps_PLOC" }),
    ]);
    expect(chosen).toContain(wanted);
    expect([other, first]).toEqual([plain, plain]);
    expect(plain).not.toContain("⟦");
  });
});
