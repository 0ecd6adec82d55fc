// What users install: a packed file in an empty folder, with every request to a network refused.

import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The root of this repository. */
export const root: string = resolve(import.meta.dirname, "../..");

const preload = join(import.meta.dirname, "refuse-network.cjs");

/** A package that is installed in a folder of its own. */
export interface Installed {
  /** The folder, which has nothing but the package. */
  readonly folder: string;
  /** Where the package is in it. */
  readonly own: string;
  /** What programs that are started there find around them: its commands, and no network. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The files of the package, as it was installed: what its tests build there is not among them. */
  readonly files: () => readonly string[];
  /** What was asked of the network so far, one word a line. */
  readonly refused: () => string;
}

/** Packs and installs a package for the tests of a file. The name is that of the registry. */
export function installed(name: string): Installed {
  const place = mkdtempSync(join(tmpdir(), "inittab-packages-"));
  const folder = join(place, "empty");
  const own = join(folder, "node_modules", name);
  const log = join(place, "refused");
  let files: readonly string[] = [];
  const env = {
    ...process.env,
    PATH: [join(folder, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
    NODE_OPTIONS: `--require ${preload}`,
    REFUSED: log,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    LANG: "C",
  };
  beforeAll(() => {
    mkdirSync(folder);
    const pack = join(root, "scripts/packages/pack.mjs");
    const flags = ["--built", "--only", name, "--to", join(place, "packed")];
    execFileSync(process.execPath, [pack, ...flags], { stdio: ["ignore", "ignore", "inherit"] });
    const [archive = ""] = readdirSync(join(place, "packed")).filter((file) => file.endsWith(".tgz"));
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", join(place, "packed", archive)], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    files = readdirSync(own, { recursive: true, encoding: "utf8" });
  }, 120_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const refused = () => (existsSync(log) ? readFileSync(log, "utf8") : "");
  return { folder, own, env, files: () => files, refused };
}

/** The blocks of this language in the package's README. */
export function blocks({ own }: Installed, language: string): readonly string[] {
  const found = readFileSync(join(own, "README.md"), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return Array.from(found).flatMap(([, name, text = ""]) => (name === language ? [text] : []));
}

/** Declares the tests that hold for every package: it brings nothing else, and asks nobody for anything. */
export function testWhatAllHave(name: string, installation: Installed): void {
  test("has nothing but itself", () => {
    const { folder, own, files } = installation;
    const there = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" });
    expect(
      there.filter((path) => /(?:^|node_modules\/)(?:@[^/]+\/)?[^./@][^/]*\/package\.json$/.test(path)),
    ).toEqual([join(name, "package.json")]);
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(
      readFileSync(join(own, "package.json"), "utf8"),
    );
    expect(manifest).toMatchObject({ name, license: "MIT" });
    for (const field of [
      "private",
      "dependencies",
      "optionalDependencies",
      "devDependencies",
      "scripts.install",
    ])
      expect(manifest).not.toHaveProperty(field);
    expect(files().filter((path) => /\.test\.|\.map$|tsconfig|testing|(?:^|\/)\./.test(path))).toEqual([]);
    expect(readdirSync(own)).toEqual(expect.arrayContaining(["LICENSE", "README.md"]));
  });

  test("asks nothing of a network, where a request would be seen", () => {
    const { env, refused } = installation;
    expect(refused()).toBe("");
    const log = `${env["REFUSED"]}-on-purpose`;
    const asks = [
      'fetch("http://127.0.0.1:1")',
      'require("node:net").connect(1)',
      'import("node:https").then(({ get }) => get("https://127.0.0.1:1"))',
      'require("node:dns").promises.lookup("localhost")',
    ];
    for (const ask of asks) {
      const { stderr } = spawnSync(process.execPath, ["-e", ask], {
        encoding: "utf8",
        env: { ...env, REFUSED: log },
      });
      expect(stderr, ask).toContain("Error: refused: ");
    }
    expect(readFileSync(log, "utf8")).toBe("fetch\nconnect\nget\nlookup\n");
  });
}
