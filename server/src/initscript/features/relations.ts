// How the scripts of a system hang together: which must have started before which, and which links call them.

import { type InitScript, type InitTree, readLsbSections, type TreeLink } from "@inittab/core";
import { nameUses } from "./names.ts";

/** A link by which rc calls a script. */
export interface ScriptLink {
  readonly level: string;
  readonly name: string;
  /** Below the root of the system. */
  readonly path: string;
}

/** The scripts that a script wants to have been started before it. */
export function neededBy(tree: InitTree, script: InitScript): readonly InitScript[] {
  const names = namesIn(script, /^(?:Required|Should)-Start$/).flatMap((name) => membersOf(tree, name));
  return providersOf(tree, names).filter((other) => other !== script);
}

/** The scripts that want a script to have been started before them. */
export function needing(tree: InitTree, script: InitScript): readonly InitScript[] {
  return tree.scripts.filter((other) => other !== script && neededBy(tree, other).includes(script));
}

/** The links by which rc starts a script, in the order of levels. */
export function startLinks(tree: InitTree, script: InitScript): readonly ScriptLink[] {
  return [...tree.folders.values()].flatMap(({ level, entries }) =>
    entries
      .filter(({ name, realPath }) => name.startsWith("S") && realPath === script.realPath)
      .map(({ name, path }) => ({ level, name, path })),
  );
}

/** All links by which rc starts or stops a script. */
export function linksTo(tree: InitTree, script: InitScript): readonly TreeLink[] {
  return allLinks(tree).filter(({ path, realPath }) => realPath === script.realPath && path !== script.path);
}

/** A script with the links by which rc calls it. */
interface LinkedScript {
  readonly name: string;
  readonly links: readonly string[];
}

/** The scripts that provide a name, as far as links lead to them. */
export function linkedProviders(tree: InitTree, name: string): readonly LinkedScript[] {
  return providersOf(tree, [name])
    .map((script) => ({ name: script.name, links: linksTo(tree, script).map(({ path }) => path) }))
    .filter(({ links }) => links.length > 0);
}

/** The links that lead to this path, where nothing is yet. */
export function linksWaitingFor(tree: InitTree, path: string): readonly string[] {
  return allLinks(tree).flatMap((link) =>
    link.kind === "dangling" && link.target !== undefined && targetOf(link.path, link.target) === path
      ? [link.path]
      : [],
  );
}

function allLinks(tree: InitTree): readonly TreeLink[] {
  return [...[...tree.folders.values()].flatMap(({ entries }) => entries), ...tree.singleFolder];
}

/** Where a link leads, below the root of the system. */
function targetOf(link: string, target: string): string {
  const steps = target.startsWith("/") ? [] : link.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The start links of a level with the scripts that they lead to, in rc's order. */
export function linksOfLevel(
  tree: InitTree,
  level: string,
): readonly { readonly link: ScriptLink; readonly script: InitScript }[] {
  return [...tree.folders.values()]
    .filter((folder) => folder.level === level)
    .flatMap(({ entries }) =>
      entries
        .filter(({ name }) => name.startsWith("S"))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .flatMap(({ name, path, realPath }) => {
          const script = tree.scripts.find((each) => each.realPath === realPath);
          return script === undefined ? [] : [{ link: { level, name, path }, script }];
        }),
    );
}

function namesIn(script: InitScript, keyword: RegExp): readonly string[] {
  const [section] = readLsbSections(script.text);
  return (section?.fields ?? []).flatMap(({ fact, words }) =>
    keyword.test(fact?.keyword ?? "") ? words.map(({ text }) => text) : [],
  );
}

/** The services that make up a facility, as insserv's configuration has it; a name stands for itself. */
function membersOf(tree: InitTree, name: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (!name.startsWith("$") || seen.has(name)) return [name];
  const files = tree.configuration === undefined ? [] : [tree.configuration];
  const members = [...files, ...tree.configurationFiles].flatMap(({ text }) =>
    text.split("\n").flatMap((line) => {
      const [facility, ...rest] = line.replace(/#.*/, "").trim().split(/\s+/);
      return facility === name ? rest.map((word) => word.replace(/^\+/, "")) : [];
    }),
  );
  return members.flatMap((member) => membersOf(tree, member, new Set([...seen, name])));
}

/** The scripts that provide one of the names; one without a header by its own. */
function providersOf(tree: InitTree, names: readonly string[]): readonly InitScript[] {
  const wanted = new Set(names);
  const providing = new Set(
    nameUses(tree).flatMap(({ role, word, script }) =>
      role === "provides" && wanted.has(word.text) ? [script] : [],
    ),
  );
  return tree.scripts.filter((script) => providing.has(script) || wanted.has(script.name));
}
