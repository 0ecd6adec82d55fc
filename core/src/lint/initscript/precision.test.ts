// Small systems of each family, and all that is said of their scripts: what is not true there must not be said.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shellParser } from "@inittab/host/testing/shell";
import { expect, test } from "vitest";
import { buildTree } from "../../initscript/tree/build.ts";
import type { TreeNode } from "../../initscript/tree/listing.ts";
import { worded } from "../../testing/english.ts";
import { lintScript } from "./lint.ts";

const folder = join(import.meta.dirname, "../../../../test-fixtures/precision");

/** The files of a system by path, its folders as a listing. */
function systemIn(name: string): ReadonlyMap<string, TreeNode> {
  const nodes = new Map<string, TreeNode>();
  const look = (path: string): void => {
    const entries = readdirSync(join(folder, name, path), { withFileTypes: true });
    nodes.set(path, { kind: "folder", names: entries.map((entry) => entry.name) });
    for (const entry of entries) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) look(below);
      else
        nodes.set(below, {
          kind: "file",
          text: readFileSync(join(folder, name, below), "utf8"),
          mode: 0o755,
        });
    }
  };
  look("");
  return nodes;
}

/** All that a user is told of the scripts of a system: `NAME:LINE severity rule`. */
function told(system: string): readonly string[] {
  const nodes = systemIn(system);
  const tree = buildTree(nodes);
  return [...nodes].flatMap(([path, node]) => {
    if (node.kind !== "file") return [];
    const { text, mode } = node;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const shell = shellParser.parse(text);
    return lintScript({
      text,
      name,
      path,
      tree,
      ...(mode === undefined ? {} : { mode }),
      ...(shell === undefined ? {} : { shell }),
    })
      .map(worded)
      .map(
        ({ range, severity, rule }) =>
          `${name}:${text.slice(0, range.start).split("\n").length} ${severity} ${rule}`,
      );
  });
}

test.each<readonly [string, readonly string[]]>([
  ["01-busybox-rcS", []],
  ["03-slackware", []],
  ["04-suse", []],
  ["05-oe", []],
  ["06-lfs", []],
  ["08-slitaz", []],
  ["09-force-reload-redhat", ["sshd:2 hint chkconfig-complement", "sshd:12 information action-missing"]],
  ["10-status-debian", ["bwbar:15 information action-missing"]],
  ["11-set-e-function-missed", ["dosete:22 warning log-end-msg-set-e"]],
  ["14-status-exit-rc_status", ["rcexit:9 warning lock-missing"]],
  ["17-var-in-start-only", []],
  ["18-end-marker-white-debian", ["endwhite:9 hint lsb-marker-not-exact"]],
  ["19-template-placeholders", []],
  ["20-not-followed", ["atword:1 warning chkconfig-line-missing", "atword:5 warning action-missing"]],
])("%s", (system, findings) => expect(told(system)).toEqual(findings));

test("the shell part of what every shell takes is read", () => {
  for (const name of ["atword", "parentest"]) {
    const text = readFileSync(join(folder, "20-not-followed/etc/init.d", name), "utf8");
    expect(shellParser.parse(text)?.errors).toEqual([]);
  }
  const asked = shellParser.parse('[ \\( ! "$A" \\) -a \\( "$B" = 1 \\) ] || exit\n');
  const [first] = asked?.body ?? [];
  const words = first?.kind === "and-or" && first.left.kind === "command" ? first.left.words : [];
  expect(words.map(({ text }) => text).slice(0, 4)).toEqual(["[", "\\(", "!", '"$A"']);
});
