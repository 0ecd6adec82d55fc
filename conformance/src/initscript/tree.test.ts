// The recorded cases once more, put into a tree first: what the model gives the programs is what they had.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type BehaviourOf,
  buildTree,
  type InsservSystem,
  insservSystem,
  rcSystem,
  recordedStep,
  type TreeNode,
  treePaths,
  walkRunlevel,
} from "@inittab/core";
import { describe, expect, test } from "vitest";
import { type CaseScript, caseSystem, caseText, type InsservCase } from "./insserv.ts";
import { type RcCase, type RcExpect, rcCaseSystem } from "./rc.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/initscripts");

/** The cases of a file, by their ids. */
function casesOf<Case, Expect>(file: string): readonly (readonly [string, Case, Expect])[] {
  const cases: readonly { readonly case: Case & { readonly id: string }; readonly expect: Expect }[] =
    JSON.parse(readFileSync(join(folder, file), "utf8"));
  return cases.map((each) => [each.case.id, each.case, each.expect] as const);
}

/** A tree of these nodes; the folders on the way need not be given. */
function treeOf(nodes: ReadonlyMap<string, TreeNode>): ReturnType<typeof buildTree> {
  const listing = new Map<string, TreeNode>();
  const lookAt = (path: string): TreeNode => {
    const node = nodes.get(path);
    if (node !== undefined) return node;
    const below = path === "" ? "" : `${path}/`;
    const names = [...nodes.keys()].flatMap((each) =>
      each.startsWith(below) ? (each.slice(below.length).split("/")[0] ?? []) : [],
    );
    return names.length === 0 ? { kind: "missing" } : { kind: "folder", names: [...new Set(names)] };
  };
  for (let questions = treePaths(listing); questions.length > 0; questions = treePaths(listing))
    for (const { path } of questions) listing.set(path, lookAt(path));
  return buildTree(listing);
}

function lines(text: readonly string[]): string {
  return text.map((line) => `${line}\n`).join("");
}

describe("insserv", () => {
  const sorted = (system: InsservSystem): unknown => ({
    ...system,
    scripts: system.scripts.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    overrides: system.overrides.filter((files) => files.size > 0),
    links: new Map(
      [...system.links].map(([level, links]) => [
        level,
        links.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      ]),
    ),
  });
  test.each(casesOf<InsservCase, unknown>("insserv.json"))("%s", (_id, recorded) => {
    const nodes = new Map<string, TreeNode>();
    const put = (path: string, text: string, mode = 0o644): unknown =>
      nodes.set(path, { kind: "file", text, mode });
    for (const script of recorded.scripts)
      put(`etc/init.d/${script.name}`, caseText(script), Number.parseInt(script.mode ?? "755", 8));
    put("etc/insserv.conf", caseSystem(recorded).configuration ?? "");
    for (const [name, text] of Object.entries(recorded.confd ?? {}))
      put(`etc/insserv.conf.d/${name}`, lines(text));
    for (const [name, text] of Object.entries(recorded.overrides ?? {}))
      put(`etc/insserv/overrides/${name}`, lines(text));
    if (recorded.filters !== undefined) put("etc/insserv/file-filters", lines(recorded.filters));
    for (const [level, names] of Object.entries(recorded.links ?? {}))
      for (const name of names)
        nodes.set(`etc/rc${level}.d/${name}`, { kind: "link", target: `../init.d/${name.slice(3)}` });
    const visible = (script: CaseScript): boolean => !script.name.startsWith(".");
    const expected = caseSystem({ ...recorded, scripts: recorded.scripts.filter(visible) });
    const system = insservSystem(treeOf(nodes));
    expect(
      sorted({
        ...system,
        configurationFiles: system.configurationFiles.map(({ name, text }) => ({ name, text })),
      }),
    ).toEqual(sorted(expected));
  });
});

const rcCases = ["rc-redhat.json", "rc-debian.json"]
  .flatMap((file) => casesOf<RcCase, RcExpect>(file))
  .filter(([, recorded]) => recorded.depend !== true);

describe("rc", () =>
  test.each(rcCases)("%s", (_id, recorded, expected) => {
    const scripts = rcCaseSystem(recorded).scripts;
    const nodes = new Map<string, TreeNode>();
    for (const { name, text, executable } of scripts)
      nodes.set(`etc/init.d/${name}`, {
        kind: "file",
        // The model knows the distribution's killall by what it goes through.
        text: name === "killall" ? `${text}for lock in /var/lock/subsys/*; do :; done\n` : text,
        mode: executable ? 0o755 : 0o644,
      });
    for (const level of rcCaseSystem(recorded).folders.keys()) {
      nodes.set(`etc/rc${level}.d/README`, { kind: "file", text: "" });
      for (const entry of recorded.rc[level] ?? []) {
        const {
          name,
          target = name.slice(3),
          kind = "link",
        } = typeof entry === "string" ? { name: entry } : entry;
        const path = `etc/rc${level}.d/${name}`;
        if (kind === "dir") nodes.set(path, { kind: "folder", names: [] });
        else if (kind === "link") nodes.set(path, { kind: "link", target: `../init.d/${target}` });
        else if (kind === "dangling") nodes.set(path, { kind: "link", target: "../init.d/.nothing" });
        else nodes.set(path, { kind: "file", text: "", mode: kind === "file" ? 0o755 : 0o644 });
      }
    }
    for (const lock of recorded.locks ?? []) nodes.set(`var/lock/subsys/${lock}`, { kind: "file", text: "" });
    for (const lock of recorded.lock_dirs ?? [])
      nodes.set(`var/lock/subsys/${lock}`, { kind: "folder", names: [] });
    if (recorded.initctl === true) nodes.set("sbin/initctl", { kind: "file", text: "" });
    const nothing = { touch: [], remove: [], exit: 0, output: "" };
    const behaviours: BehaviourOf = ({ name }) =>
      scripts.find((script) => script.name === name) ?? { start: nothing, stop: nothing };

    let system = rcSystem(treeOf(nodes), behaviours);
    const steps = recorded.steps.map((step) => {
      const { previous, runlevel, args = [runlevel], confirm, locks_removed: removed = [] } = step;
      const locks = system.locks.filter((lock) => !removed.includes(lock));
      const before = { ...system, locks, ...(confirm === undefined ? {} : { confirm }) };
      const walk = walkRunlevel(recorded.flavor, before, { previous, runlevel, args });
      system = { ...system, locks: walk.locks };
      return recordedStep(walk, before);
    });
    expect({ steps }).toEqual(expected);
  }));
