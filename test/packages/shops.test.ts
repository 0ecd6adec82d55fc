// The extension in the two shops: what is in the file, what its page shows, and the upload of the release's own step, to a
// stand-in for Open VSX. The Marketplace's program knows no other address than its own, so that only its packing is tried.

import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { packForShops } from "../../scripts/vscode/extension.ts";
import { root } from "./packed.ts";

const { name, publisher, version, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const place = mkdtempSync(join(tmpdir(), "inittab-shops-"));
let vsix = "";

beforeAll(async () => {
  const release = join(place, "out/release");
  mkdirSync(release, { recursive: true });
  const known = {
    GITHUB_SERVER_URL: "https://forge.example",
    GITHUB_REPOSITORY: "some/body",
    GITHUB_REF_NAME: "v1",
  };
  const before = { ...process.env };
  Object.assign(process.env, known);
  vsix = await packForShops(release);
  process.env = before;
}, 300_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A file of the packed extension. */
function packed(path: string): string {
  return execFileSync("unzip", ["-p", vsix, `extension/${path}`], { encoding: "utf8", maxBuffer: 1 << 26 });
}

test("the pictures and links of its page lead into the repository, to what is there", () => {
  const readme = packed("readme.md");
  const targets = [...readme.matchAll(/\]\(([^)#]+)/g)].map(([, target = ""]) => target);
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
  expect(pictures.length).toBeGreaterThan(4);
  for (const target of targets) {
    const [, kind, path = ""] =
      target.match(/^https:\/\/forge\.example\/some\/body\/(raw|blob)\/v1\/(.+)$/) ?? [];
    expect(kind, target).toBe(pictures.includes(target) ? "raw" : "blob");
    expect(existsSync(join(root, path)), target).toBe(true);
  }
});

test("the pictures of the repository's page are relative, and there", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const [, path = ""] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
    expect(path).toMatch(/^docs\/images\//);
    expect(existsSync(join(root, path)), path).toBe(true);
  }
});

test("it has what the manifest lists and nothing else", () => {
  const listed = execFileSync("unzip", ["-Z1", vsix], { encoding: "utf8" })
    .trim()
    .split("\n")
    .flatMap((path) => (path.startsWith("extension/") ? [path.slice("extension/".length)] : []));
  expect(listed).toContain("dist/client/browser.js");
  const patterns: readonly string[] = ["package.json", ...files];
  const meanings: Readonly<Record<string, string>> = { "**/": "(?:.*/)?", "*": "[^/]*", ".": "\\." };
  const asExpression = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(/\*\*\/|[*.]/g, (sign) => meanings[sign] ?? sign)}$`, "i");
  const allowed = [...patterns.map(asExpression), /^license\.txt$/i];
  expect(listed.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(listed.filter((path) => /\.(?:map|ts|test\.js)$/.test(path))).toEqual([]);
});

test("it is as small as it may be, and both languages are at most 300 KB of it", () => {
  expect(statSync(vsix).size).toBeLessThanOrEqual(1_500_000);
  const rows = execFileSync("unzip", ["-Z", "-l", vsix], { encoding: "utf8" }).split("\n");
  const sizes = rows.flatMap((row) => {
    const fields = row.trim().split(/\s+/);
    const path = fields.at(-1) ?? "";
    // A file stands in the archive once with its content and once more in the directory, with its name in both.
    return /language-(?:de|hu|ids)|\.(?:de|hu)\.json$/.test(path)
      ? [Number(fields[5]) + 30 + 46 + 2 * path.length]
      : [];
  });
  expect(sizes.length).toBeGreaterThan(15);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300_000);
});

const release: {
  readonly jobs: { readonly release: { readonly steps: readonly { name?: string; run?: string }[] } };
} = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));
const step = release.jobs.release.steps.find((each) => each.name === "Open VSX")?.run ?? "";
const ovsx = step.match(/ovsx@[\d.]+/)?.[0] ?? "";
const hasOvsx = spawnSync("npx", ["--yes", ovsx, "--version"], { timeout: 180_000 }).status === 0;

describeIfPresent("the upload to Open VSX", hasOvsx ? undefined : `${ovsx} cannot be fetched`, () => {
  test("sends the file as it is, with the token in a header alone", async () => {
    const asked: { readonly what: string; readonly token: string | undefined; readonly body: Buffer }[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => void parts.push(part));
      request.on("end", () => {
        const what = `${request.method} ${request.url}`;
        const { authorization } = request.headers;
        asked.push({ what, token: authorization, body: Buffer.concat(parts) });
        response.writeHead(200, { "content-type": "application/json" });
        response.end(
          JSON.stringify(
            what.endsWith("/api/version")
              ? { version: "1.4.0" }
              : {
                  namespace: publisher,
                  name,
                  version,
                  targetPlatform: "universal",
                  limit: 1e9,
                  maxExtensionSize: 1e9,
                },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const env = {
      ...process.env,
      TAG: `v${version}`,
      OVSX_PAT: "a-token",
      OVSX_REGISTRY_URL: `http://127.0.0.1:${port}`,
    };
    const { stdout } = await promisify(execFile)("bash", ["-e", "-c", step], { cwd: place, env });
    server.close();
    expect(stdout).toContain(`Published ${publisher}.${name} v${version}`);
    const upload = asked.find(({ what }) => what.startsWith("POST /api/-/publish"));
    expect(asked.map(({ what }) => what).join()).not.toContain("a-token");
    expect(upload?.token).toBe("Bearer a-token");
    const sum = (bytes: Buffer | undefined) =>
      createHash("sha256")
        .update(bytes ?? "")
        .digest("hex");
    expect(sum(upload?.body)).toBe(sum(readFileSync(vsix)));
  }, 120_000);
});
