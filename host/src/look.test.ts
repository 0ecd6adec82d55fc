import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookAt, NoRegularFile, openRegular } from "./look.ts";

let folder = "";
const server = createServer();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "inittab-look-"));
  writeFileSync(join(folder, "file"), "text", { mode: 0o640 });
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "folder/b"), "");
  writeFileSync(join(folder, "folder/a"), "");
  symlinkSync("file", join(folder, "link"));
  symlinkSync("loop", join(folder, "loop"));
  execFileSync("mkfifo", [join(folder, "fifo")]);
  await new Promise<void>((resolve) => server.listen(join(folder, "socket"), resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe("a path as it is", () => {
  test.each([
    ["file", { kind: "file", mode: 0o640, text: "text" }],
    ["folder", { kind: "folder", names: ["a", "b"] }],
    ["link", { kind: "link", target: "file" }],
    ["loop", { kind: "link", target: "loop" }],
    ["fifo", { kind: "other" }],
    ["socket", { kind: "other" }],
    ["missing", { kind: "missing" }],
    ["file/below", { kind: "missing" }],
  ])("%s", async (path, node) => {
    expect(await lookAt(join(folder, path), true)).toEqual(node);
  });

  test("a device", async () => {
    expect(await lookAt("/dev/zero", true)).toEqual({ kind: "other" });
  });
});

test.each(["folder", "link", "loop", "fifo", "socket", "/dev/zero"])("%s is not opened", async (path) => {
  await expect(openRegular(path.startsWith("/") ? path : join(folder, path))).rejects.toThrow(NoRegularFile);
});
