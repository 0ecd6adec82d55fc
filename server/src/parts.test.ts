// The built server is several files: what it reads before its first diagnostics is what they need.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allRules, coreCatalogues, rulePart } from "@inittab/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { modernClient, type Peer, peerOfProgram } from "./testing/peer.ts";

const folder = join(import.meta.dirname, "../../dist/server");
const program = join(folder, "server.js");
const missing = existsSync(program) || process.env["CI"] === "true" ? undefined : "npm run build has not run";

const uri = "file:///etc/inittab";
const script = "file:///etc/init.d/x";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "inittab-parts-"));
  const spy = join(place, "spy.cjs");
  const list = JSON.stringify(join(place, "parts.json"));
  writeFileSync(
    spy,
    `process.on("exit", () => require("node:fs").writeFileSync(${list}, JSON.stringify(Object.keys(require.cache))));`,
  );
  vi.stubEnv("NODE_OPTIONS", `--require ${spy}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

/** The text of all files that the server reads to do this. */
async function readFor(work: (peer: Peer) => Promise<unknown>): Promise<string> {
  const peer = peerOfProgram(program, { capabilities: modernClient });
  try {
    await peer.initialize();
    await work(peer);
    await peer.connection.sendRequest("shutdown");
    await peer.connection.sendNotification("exit");
    await peer.ended;
  } finally {
    peer.dispose();
  }
  expect(peer.errors).toEqual([]);
  const files: readonly string[] = JSON.parse(readFileSync(join(place, "parts.json"), "utf8"));
  return files
    .filter((file) => file.startsWith(folder))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

/** The first ids of the catalogues that stand in it. */
function cataloguesIn(text: string): readonly (string | undefined)[] {
  return coreCatalogues
    .filter((catalogue) => Object.keys(catalogue).every((id) => text.includes(id)))
    .map((catalogue) => Object.keys(catalogue)[0]);
}

async function open(peer: Peer): Promise<void> {
  await peer.open(uri, "id:2:initdefault:\n");
  await peer.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
}

describe.skipIf(missing !== undefined)(
  missing === undefined ? "what the server reads" : `skipped: what the server reads, because ${missing}`,
  () => {
    test("before its first diagnostics", async () => {
      const text = await readFor(open);
      const catalogues = cataloguesIn(text);
      expect(catalogues).toContain("inittab-rules.error");
      // The manual, the rules for scripts, what is known of scripts, and the simulation.
      for (const id of ["record.unknown-dialect", "script-rules.error", "sysvinit.title", "time.seconds"])
        expect(catalogues).not.toContain(id);
      expect(text).not.toContain("LANGUAGE_VERSION");
      // Hierarchies, workspace diagnostics, the debugger and the lens about all ways are asked for through the table.
      // 3 KB of it keep compiled code for the next start.
      expect(text.length).toBeLessThan(500_000);
    });

    test("for a hover, settings that name a rule, and a script", async () => {
      const hover = await readFor(async (peer) => {
        await open(peer);
        const position = { line: 0, character: 6 };
        return peer.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
      });
      expect(cataloguesIn(hover)).toContain("record.unknown-dialect");
      expect(cataloguesIn(hover)).not.toContain("script-rules.error");
      // The words of the rules' pages are longer than all else together.
      for (const rule of allRules.slice(0, 10)) expect(hover).not.toContain(rulePart(rule, "what").english);
      const settings = await readFor(async (peer) => {
        await peer.configure({ rules: { "lsb-loop": "off" } });
        await open(peer);
      });
      expect(cataloguesIn(settings)).toContain("script-rules.error");
      const checked = await readFor(async (peer) => {
        await peer.open(script, "#!/bin/sh\n### BEGIN INIT INFO\n### END INIT INFO\n", 1, "shellscript");
        await peer.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: script } });
      });
      expect(cataloguesIn(checked)).toContain("script-rules.error");
      expect(checked).toContain("LANGUAGE_VERSION");
    });
  },
);
