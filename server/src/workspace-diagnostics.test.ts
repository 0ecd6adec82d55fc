// What is said of files that are not open, asked over the protocol.

import { describe, expect, test } from "vitest";
import { deskOfTest } from "./testing/desk.ts";
import type { TestFiles } from "./testing/files.ts";
import type { Shown } from "./testing/peer.ts";

const { open, now: desk } = deskOfTest();

describe("files that are not open", () => {
  const twice = "id:2:initdefault:\nl2:2:wait:/etc/rc 2\nl2:3:wait:/etc/rc 3\n";
  const files: TestFiles = {
    "project/etc/inittab": twice,
    "project/etc/init.d/x": "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n",
    "project/src/inittab": twice,
    "home/etc/inittab": twice,
  };

  interface WorkspaceReport {
    readonly items: readonly {
      readonly uri: string;
      readonly kind: string;
      readonly resultId?: string;
      readonly items?: readonly Shown[];
    }[];
  }

  const pull = (previousResultIds: readonly object[] = []) =>
    desk()?.peer.connection.sendRequest<WorkspaceReport>("workspace/diagnostic", { previousResultIds });

  test("are checked in the usual places of the open folders, and nowhere else", async () => {
    await open("id:2:initdefault:\n", { path: "other/inittab", files, folders: ["file:///project"] });
    const report = await pull();
    const shown = report?.items.map(({ uri, items = [] }) => `${uri} ${items.map(({ code }) => code)}`);
    expect(shown).toEqual([
      "file:///project/etc/inittab no-login,duplicate-id",
      expect.stringContaining("file:///project/etc/init.d/x"),
    ]);
    expect(shown?.[1]).toContain("lsb-section-unterminated");
  });

  test("are reported once, and again when something has changed", async () => {
    const { peer } = await open("id:2:initdefault:\n", {
      path: "other/inittab",
      files,
      folders: ["file:///project"],
    });
    const first = await pull();
    const known = first?.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" })) ?? [];
    let isAnswered = false;
    const second = pull(known)?.then((report) => {
      isAnswered = true;
      return report;
    });
    await peer.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: "file:///other/inittab" },
      position: { line: 0, character: 0 },
    });
    expect(isAnswered).toBe(false);
    await peer.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///project/etc/inittab", type: 2 }],
    });
    const again = await second;
    expect(again?.items.map(({ kind }) => kind)).toEqual(["unchanged", "full"]);
  });

  test("are left to the client once they are open, and follow the settings of their place", async () => {
    await open(twice, { path: "project/etc/inittab", files, folders: ["file:///project"] });
    expect((await pull())?.items.map(({ uri }) => uri)).toEqual(["file:///project/etc/init.d/x"]);
    const settings = { rules: { "duplicate-id": "off" } };
    await open("", { path: "other/inittab", files, folders: ["file:///project"], settings });
    const [table] = (await pull())?.items ?? [];
    expect(table?.items?.map(({ code }) => code)).not.toContain("duplicate-id");
  });
});
