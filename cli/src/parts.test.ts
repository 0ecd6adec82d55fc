// The program is several files: what a run reads of them is what it needs.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { allRules, coreCatalogues } from "@inittab/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageFolder, runInittab } from "./testing/program.ts";

const systems = join(packageFolder, "../test-fixtures/systems");
const inittab = join(systems, "debian/etc/inittab");
const script = join(systems, "debian/etc/init.d/ssh");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-parts-"));
  writeFileSync(
    join(folder, "spy.cjs"),
    `process.on("exit", () => require("node:fs").writeFileSync(process.env.PARTS, JSON.stringify(Object.keys(require.cache))));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The text of all files of the program that a run reads. */
async function readBy(args: readonly string[]): Promise<string> {
  return (await filesReadBy(args)).map((file) => readFileSync(file, "utf8")).join("\n");
}

async function filesReadBy(args: readonly string[]): Promise<readonly string[]> {
  const list = join(folder, "parts.json");
  const environment = { NODE_OPTIONS: `--require ${join(folder, "spy.cjs")}`, PARTS: list };
  await runInittab(args, { environment });
  const files: readonly string[] = JSON.parse(readFileSync(list, "utf8"));
  return files.filter((file) => file.startsWith(join(packageFolder, "dist")));
}

/** The first ids of the catalogues that stand in it, and whether the rules and their pages do. */
function contentsOf(text: string): string {
  const catalogues = coreCatalogues
    .filter((catalogue) => Object.keys(catalogue).every((id) => text.includes(id)))
    .map((catalogue) => Object.keys(catalogue)[0]);
  const rules = (isWanted: (code: string) => boolean) =>
    allRules.filter(({ code }) => isWanted(code) && text.includes(`\`${code}\``)).length;
  const pages = allRules.filter(({ docs }) => text.includes(docs.what)).length;
  const ofScripts = /^IT[78]/;
  return [
    ...catalogues,
    `rules for inittabs: ${rules((code) => !ofScripts.test(code)) > 40}`,
    `rules for scripts: ${rules((code) => ofScripts.test(code)) > 40}`,
    `pages of rules: ${pages > 40}`,
    `parser: ${text.includes("LANGUAGE_VERSION")}`,
  ].join("\n");
}

describe("what is read", () => {
  test("to check an inittab", async () => {
    const text = await readBy(["check", inittab]);
    expect(contentsOf(text)).toMatchInlineSnapshot(`
      "guess.asked-for
      rc.locks
      unused-silencer.names-none
      inittab-rules.error
      rules for inittabs: true
      rules for scripts: false
      pages of rules: false
      parser: false"
    `);
    expect(text.length).toBeLessThan(290_000);
  });

  test("to check a script", async () => {
    const text = await readBy(["check", script]);
    expect(contentsOf(text)).toMatchInlineSnapshot(`
      "rc.locks
      unused-silencer.names-none
      action-missing
      function-undefined.action
      script-rules.error
      shell.open
      rules for inittabs: false
      rules for scripts: true
      pages of rules: false
      parser: true"
    `);
    expect(text.length).toBeLessThan(642_000);
  });

  test("to follow a boot of OpenRC: the shell that it needs, which no other system does", async () => {
    const ofOpenrc = "} * start-stop-daemon: ";
    expect(await readBy(["check", script])).not.toContain(ofOpenrc);
    expect(await readBy(["check", join(systems, "alpine-openrc/etc/init.d")])).toContain(ofOpenrc);
  });

  test("to explain", async () => {
    expect(contentsOf(await readBy(["explain", "respawn"]))).toMatchInlineSnapshot(`
      "guess.asked-for
      rc.locks
      record.unknown-dialect
      unused-silencer.names-none
      inittab-rules.error
      action-missing
      function-undefined.action
      script-rules.error
      recipe-rules.error
      shell.open
      rules for inittabs: true
      rules for scripts: true
      pages of rules: false
      parser: false"
    `);
  });

  test("to simulate", async () => {
    expect(contentsOf(await readBy(["simulate", inittab]))).toMatchInlineSnapshot(`
      "guess.asked-for
      rc.locks
      unused-silencer.names-none
      inittab-rules.error
      shell.open
      not-simulated.unknown
      run.boot
      sysvinit.title
      busybox.of-buildroot
      procd.title
      time.seconds
      diff.level-from
      rules for inittabs: true
      rules for scripts: false
      pages of rules: false
      parser: false"
    `);
  });

  test("to read", async () => {
    expect(contentsOf(await readBy(["read", inittab]))).toMatchInlineSnapshot(`
      "guess.asked-for
      rc.locks
      unused-silencer.names-none
      rules for inittabs: false
      rules for scripts: false
      pages of rules: false
      parser: false"
    `);
  });

  test("to speak a language: its texts, and nothing of them in English", async () => {
    const english = await readBy(["read", inittab]);
    const german = await readBy(["--lang", "de", "read", inittab]);
    expect(english).not.toContain("Standard-Runlevel");
    expect(german).toContain("Standard-Runlevel");
    expect(german).not.toContain("Alapértelmezett futási szint");
    expect(german.length).toBeGreaterThan(english.length);
  });

  const first = ["language-ids-first.js", "language-de-first.js"];
  test.each([
    ["check", inittab, first],
    ["check", join(systems, "broken/etc/inittab"), first],
    ["check", script, first],
    ["explain", "respawn", [...first, "language-ids-manual.js", "language-de-manual.js"]],
    ["explain", "duplicate-id", [...first, "language-ids-rules.js", "language-de-rules.js"]],
    ["check", "--help", [...first, "language-ids-cli.js", "language-de-cli.js"]],
  ])("of a language to %s %s", async (command, subject, expected) => {
    const files = await filesReadBy(["--lang", "de", command, subject]);
    const names = files.map((file) => basename(file)).filter((name) => name.startsWith("language-"));
    expect(names.toSorted()).toEqual(expected.toSorted());
    // Each file costs half a millisecond, and a language may cost five.
    expect(
      names.reduce((sum, name) => sum + statSync(join(packageFolder, "dist", name)).size, 0),
    ).toBeLessThan(command === "check" && subject !== "--help" ? 60_000 : 260_000);
  });

  test("to tell the version", async () => {
    const text = await readBy(["--version"]);
    expect(contentsOf(text)).toMatchInlineSnapshot(`
      "rc.locks
      unused-silencer.names-none
      rules for inittabs: false
      rules for scripts: false
      pages of rules: false
      parser: false"
    `);
    expect(text.length).toBeLessThan(115_000);
  });
});

test("nothing is written, neither in the home nor in the folder for temporary files", async () => {
  const before = readdirSync(folder);
  const { stdout } = await runInittab(["check", inittab, script], {
    environment: { HOME: folder, TMPDIR: folder, XDG_CACHE_HOME: folder },
  });
  expect(stdout).toContain("ssh");
  expect(readdirSync(folder)).toEqual(before);
});
