// The recipes in packaging/: what can be said of them where no tool is there that builds them.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const { version }: { readonly version: string } = JSON.parse(read("package.json"));
const { bin }: { readonly bin: Readonly<Record<string, string>> } = JSON.parse(read("cli/package.json"));

test.each(["container/Dockerfile", "homebrew/inittab.rb", "nix/flake.nix"])(
  "%s names the release, and says that it is untested",
  (path) => {
    const recipe = read(`packaging/${path}`);
    expect([...recipe.matchAll(/(?<![\w.])\d+\.\d+\.\d+(?!\.?\d)/g)].map(([found]) => found)).toContain(
      version,
    );
    for (const [found] of recipe.matchAll(/(?<![\w.])\d+\.\d+\.\d+(?!\.?\d)/g)) expect(found).toBe(version);
    expect(recipe).toContain("Untested");
  },
);

test("they run the programs of the package by their names", () => {
  const nix = read("packaging/nix/flake.nix");
  const names = /for name in (.*); do/.exec(nix)?.[1]?.split(" ") ?? [];
  expect(names).toEqual(Object.keys(bin));
  for (const name of names) expect(bin[name]).toBe(`bin/${name}.js`);
  expect(bin).toHaveProperty(/ENTRYPOINT \["(.*)"\]/.exec(read("packaging/container/Dockerfile"))?.[1] ?? "");
});

test("the brackets of the flake are closed", () => {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { "}": "{", "]": "[", ")": "(" };
  for (const [character] of read("packaging/nix/flake.nix").matchAll(/[{}[\]()]/g)) {
    if (pairs[character] === undefined) open.push(character);
    else expect(open.pop()).toBe(pairs[character]);
  }
  expect(open).toEqual([]);
});

test("the shops get all files that the extension's manifest names, and no sources", () => {
  const vsce = join(root, "node_modules/@vscode/vsce/vsce");
  const listed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = listed.trim().split("\n");
  const named = [...read("package.json").matchAll(/"(?:\.\/)?((?:dist|docs|media|syntaxes|l10n)\/[^"*]+)"/g)];
  expect(named.length).toBeGreaterThan(8);
  for (const [, file] of named) expect(files).toContain(file);
  expect(
    files.filter((file) => /\.(?:ts|map|tgz|vsix)$|^(?:core|cli|server|client|out)\//.test(file)),
  ).toEqual([]);
});
