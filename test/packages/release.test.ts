// The workflow of a release, with stand-ins for all that would reach the registries.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./packed.ts";

interface Step {
  readonly name?: string;
  readonly run?: string;
}

const workflow: {
  readonly on: { readonly push: { readonly tags: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly gate: { readonly uses: string };
    readonly release: {
      readonly needs: string;
      readonly permissions: Readonly<Record<string, string>>;
      readonly steps: readonly Step[];
    };
  };
} = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));

const place = mkdtempSync(join(tmpdir(), "inittab-release-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const packages = ["inittab", "@inittab/core", "tree-sitter-inittab"];

/** A checkout after packing, where the programs that publish only say how they were called. */
function packedCheckout(name: string, version: string): string {
  const folder = join(place, name);
  mkdirSync(join(folder, "out/packages"), { recursive: true });
  mkdirSync(join(folder, "stand-ins"));
  for (const each of packages) {
    const made = join(folder, "package");
    mkdirSync(made, { recursive: true });
    writeFileSync(join(made, "package.json"), JSON.stringify({ name: each, version }));
    const archive = `out/packages/${each.replace("@", "").replace("/", "-")}-${version}.tgz`;
    spawnSync("tar", ["-czf", archive, "package"], { cwd: folder });
  }
  writeFileSync(join(folder, `inittab-${version}.vsix`), "");
  // The core is published already; there is no release yet.
  const answers = {
    npm: '[ "$1 $2" = "view @inittab/core@1.2.3" ] || [ "$1" = publish ]',
    npx: "true",
    gh: '[ "$2" != view ]',
  };
  for (const [program, answer] of Object.entries(answers)) {
    const path = join(folder, "stand-ins", program);
    writeFileSync(path, `#!/bin/sh\necho "${program} $*" >> "$CALLS"\n${answer}\n`);
    chmodSync(path, 0o755);
  }
  return folder;
}

/** Runs the steps after packing as the runner does, until one fails; gives that one's name and all calls. */
function release(
  folder: string,
  tag: string,
): { readonly failed: string | undefined; readonly calls: string } {
  const calls = join(folder, "calls");
  writeFileSync(calls, "");
  const path = [join(folder, "stand-ins"), process.env["PATH"]].join(delimiter);
  const { steps } = workflow.jobs.release;
  const failed = steps
    .filter(({ name, run }) => name !== undefined && run !== undefined)
    .find(({ run = "" }) => {
      const { status } = spawnSync("bash", ["-e", "-c", run], {
        cwd: folder,
        env: { ...process.env, PATH: path, CALLS: calls, TAG: tag },
      });
      return status !== 0;
    });
  return { failed: failed?.name, calls: readFileSync(calls, "utf8") };
}

test("a tag publishes everything after the gate, and passes over what is published already", () => {
  expect(workflow.on).toEqual({ push: { tags: ["v*"] } });
  expect(workflow.jobs.gate.uses).toBe("./.github/workflows/ci.yml");
  expect(workflow.jobs.release.needs).toBe("gate");
  const folder = packedCheckout("whole", "1.2.3");
  const { failed, calls } = release(folder, "v1.2.3");
  expect(failed).toBeUndefined();
  expect(calls).toMatchInlineSnapshot(`
    "npm view inittab@1.2.3 version
    npm publish --provenance --access public out/release/inittab-1.2.3.tgz
    npm view @inittab/core@1.2.3 version
    npm view tree-sitter-inittab@1.2.3 version
    npm publish --provenance --access public out/release/tree-sitter-inittab-1.2.3.tgz
    npx vsce publish --skip-duplicate --packagePath out/release/inittab-1.2.3.vsix
    npx --yes ovsx@1.4.0 publish --skip-duplicate out/release/inittab-1.2.3.vsix
    gh release view v1.2.3
    gh release create v1.2.3 --verify-tag --generate-notes
    gh release upload v1.2.3 --clobber out/release/SHA256SUMS out/release/inittab-1.2.3.tgz out/release/inittab-1.2.3.vsix out/release/inittab-core-1.2.3.tgz out/release/tree-sitter-inittab-1.2.3.tgz
    "
  `);
  const sums = spawnSync("sha256sum", ["--check", "SHA256SUMS"], {
    cwd: join(folder, "out/release"),
    encoding: "utf8",
  });
  expect(sums.status).toBe(0);
  expect(sums.stdout.trim().split("\n")).toHaveLength(packages.length + 1);
});

test("nothing is published under a tag that is not the version of everything", () => {
  const { failed, calls } = release(packedCheckout("other", "1.2.4"), "v1.2.3");
  expect(failed).toBe("The tag is the version of everything");
  expect(calls).toBe("");
});

test("npm may say where a package was made, and no other job may", () => {
  const { permissions } = workflow.jobs.release;
  expect(permissions).toEqual({ contents: "write", "id-token": "write" });
  expect(workflow.permissions).toEqual({ contents: "read" });
});

test("a package names the repository whose workflow packs it", () => {
  const packed = join(place, "origin");
  const pack = join(root, "scripts/packages/pack.mjs");
  const env = { ...process.env, GITHUB_SERVER_URL: "https://forge.example", GITHUB_REPOSITORY: "some/body" };
  const flags = ["--built", "--only", "tree-sitter-inittab", "--to", packed];
  expect(spawnSync(process.execPath, [pack, ...flags], { env }).status).toBe(0);
  const manifest = JSON.parse(readFileSync(join(packed, "staged/grammar/package.json"), "utf8"));
  expect(manifest.repository).toEqual({
    type: "git",
    url: "git+https://forge.example/some/body.git",
    directory: "grammar",
  });
});
