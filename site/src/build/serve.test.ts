import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Serving, serveSite } from "./serve.ts";

const around = mkdtempSync(join(tmpdir(), "inittab-serve-"));
let serving: Serving;

beforeAll(async () => {
  const folder = join(around, "site");
  mkdirSync(join(folder, "docs"), { recursive: true });
  writeFileSync(join(folder, "docs/index.html"), "<p>docs</p>");
  writeFileSync(join(around, "secret.txt"), "secret");
  serving = await serveSite(folder, 0);
});

afterAll(async () => {
  await serving.stop();
  rmSync(around, { recursive: true, force: true });
});

/** The status and the text for a path as it is, which `fetch` would put in order first. */
function ask(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(serving.address);
    request({ hostname, port, path }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(`${response.statusCode} ${text.trim()}`));
    })
      .on("error", reject)
      .end();
  });
}

test("a folder is its page, under the policy", async () => {
  expect(await ask("/docs/?x#y")).toBe("200 <p>docs</p>");
  const { headers } = await fetch(`${serving.address}docs/`);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/docs/..%2f..%2fsecret.txt",
  "/%00",
  "/%zz",
  "/docs",
  "/none",
])("nothing else is served: %s", async (path) => {
  expect(await ask(path)).toBe("404 There is no such page.");
});
