// A real Neovim highlights an inittab with the grammar and with the queries that are packed for it.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { probe } from "./editor.ts";

const root = join(import.meta.dirname, "../..");
const grammar = join(root, "grammar");
const program = process.env["NVIM"] ?? "nvim";

const versionOf = (command: string) => spawnSync(command, ["--version"], { encoding: "utf8" }).stdout ?? "";
const minor = Number(/^NVIM v0\.(\d+)/.exec(versionOf(program))?.[1] ?? Number.NaN);

function missing(): string | undefined {
  if (Number.isNaN(minor)) return "there is no nvim";
  if (versionOf("cc") === "") return "there is no C compiler";
  return undefined;
}

const table = `# The default runlevel.
id:2:initdefault:
1:2345:respawn:+@/sbin/getty -L 38400 tty1 # the console
::sysinit:/etc/init.d/rcS
ca:12345:ctrlaltdel:sync; shutdown -r now
`;

describeIfPresent("Neovim with the grammar", missing(), () => {
  const place = mkdtempSync(join(tmpdir(), "inittab-grammar-"));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  beforeAll(() => {
    cpSync(join(grammar, "src"), join(place, "src"), { recursive: true });
    mkdirSync(join(place, "parser"));
    const flags = ["-shared", "-fPIC", "-Os", "-Isrc"];
    execFileSync("cc", [...flags, "src/parser.c", "-o", "parser/inittab.so"], { cwd: place });
  });

  test("shows what is what", () => {
    const report = join(place, "report");
    const configuration = join(place, "init.lua");
    const paths = [place, join(grammar, "editors/neovim")].map((path) => JSON.stringify(path));
    writeFileSync(configuration, `vim.opt.runtimepath:append({ ${paths.join(", ")} })\n`);
    writeFileSync(join(place, "inittab"), table);
    const { status, stderr } = spawnSync(
      program,
      [
        ...["--headless", "-n", "-i", "NONE", "-u", configuration],
        ...["-c", `luafile ${probe("neovim-grammar.lua")}`, join(place, "inittab")],
      ],
      {
        encoding: "utf8",
        env: { ...process.env, HOME: place, LANG: "C.UTF-8", TERM: "dumb", REPORT: report },
        timeout: 20_000,
        killSignal: "SIGKILL",
      },
    );
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    expect(readFileSync(report, "utf8")).toMatchInlineSnapshot(`
      "Comment # The default runlevel.
      Identifier id | Delimiter : | Number 2 | Delimiter : | Keyword initdefault | Delimiter :
      Identifier 1 | Delimiter : | Number 2345 | Delimiter : | Keyword respawn | Delimiter :+@ | Function /sbin/getty | Constant -L | Comment # the console
      Delimiter :: | Keyword sysinit | Delimiter : | Function /etc/init.d/rcS
      Identifier ca | Delimiter : | Number 12345 | Delimiter : | Keyword ctrlaltdel | Delimiter : | Function sync | Operator ; | Constant -r
      "
    `);
  });
});
