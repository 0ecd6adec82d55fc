// The tree of dependencies that OpenRC keeps in /run/openrc/deptree, made from what depend() of each script says.
// Observed: the tree after the last step of each recorded case, in both releases.

import { nearestName } from "../../text/words.ts";
import type { OpenrcRelease } from "./versions.ts";

/** The words of depend() that name services, and `keyword`. */
export const dependWords = [
  "need",
  "use",
  "want",
  "before",
  "after",
  "provide",
  "keyword",
  "config",
] as const;

/** A word of depend(). */
export type DependWord = (typeof dependWords)[number];

const spellings = [
  ...dependWords.map((word) => ({ name: word, word })),
  { name: "requires", word: "need" as const },
  { name: "needs", word: "need" as const },
  { name: "provides", word: "provide" as const },
  { name: "wants", word: "want" as const },
  { name: "uses", word: "use" as const },
];

/** The word that was probably meant by a command that does not exist. */
export function nearDependWord(command: string): DependWord | undefined {
  const near = nearestName(command, spellings);
  return spellings.find(({ name }) => name === near)?.word;
}

/** One call of a word, with what it names. */
export interface Declaration {
  readonly word: DependWord;
  readonly values: readonly string[];
}

/** A script as the tree is made from it: its declarations in the order in which they are said. */
export interface DeclaredService {
  readonly name: string;
  readonly declarations: readonly Declaration[];
}

/** A list of an entry of the tree: what it says itself (`ineed`), or what others say of it (`needsme`). */
export type DependType =
  | "ineed"
  | "iuse"
  | "iwant"
  | "iafter"
  | "ibefore"
  | "iprovide"
  | "needsme"
  | "usesme"
  | "wantsme"
  | "providedby"
  | "broken"
  | "keyword";

/** A service or a virtual name in the tree. Empty lists are left out. */
export interface DeptreeEntry {
  readonly name: string;
  readonly lists: ReadonlyMap<DependType, readonly string[]>;
}

/** The whole tree. */
export interface Deptree {
  readonly entries: readonly DeptreeEntry[];
  /** The first entry of each name: the only one that is ever found. */
  readonly byName: ReadonlyMap<string, DeptreeEntry>;
  /** Files whose change makes the tree be made again. */
  readonly config: readonly string[];
}

/** What is wrong in a tree; OpenRC says it on the standard error when it makes the tree. */
export type DeptreeProblem =
  | { readonly kind: "missing-need"; readonly service: string; readonly needs: string }
  | { readonly kind: "real-and-virtual"; readonly name: string };

/** What the tree is made for. */
export interface DeptreeOptions {
  readonly release: OpenrcRelease;
  /** The container or virtual machine that the system is (`lxc`, `docker`, …), in lower case; empty: none. */
  readonly specialSystem: string;
}

/** The list of an entry, which may be empty. */
export function listOf(entry: DeptreeEntry | undefined, type: DependType): readonly string[] {
  return entry?.lists.get(type) ?? [];
}

interface Draft {
  readonly name: string;
  readonly lists: Map<DependType, string[]>;
}

const typeOf: Readonly<Record<Exclude<DependWord, "config">, DependType>> = {
  need: "ineed",
  use: "iuse",
  want: "iwant",
  before: "ibefore",
  after: "iafter",
  provide: "iprovide",
  keyword: "keyword",
};

/** What is said of the other where a service says something of it, in the order in which the tree is gone through. */
const mirrors: readonly (readonly [DependType, DependType])[] = [
  ["ineed", "needsme"],
  ["iuse", "usesme"],
  ["iwant", "wantsme"],
  ["iafter", "ibefore"],
  ["ibefore", "iafter"],
  ["iprovide", "providedby"],
];

/** Makes the tree of all scripts, which are in the order of their names. */
export function makeDeptree(
  services: readonly DeclaredService[],
  { release, specialSystem }: DeptreeOptions,
): { readonly tree: Deptree; readonly problems: readonly DeptreeProblem[] } {
  const config = new Set<string>();
  const read = services.map((service) => readService(service, release, config));
  const kept = withoutUnfit(read, specialSystem);
  const drafts = [...kept, ...virtualNames(kept)];
  const problems: DeptreeProblem[] = mirrorAll(drafts);
  dropContradictingBefores(drafts);
  for (const [at, { name }] of drafts.entries())
    if (drafts.findIndex((other) => other.name === name) < at)
      problems.push({ kind: "real-and-virtual", name });
  return { tree: finished(drafts, [...config]), problems };
}

function finished(drafts: readonly Draft[], config: readonly string[]): Deptree {
  const entries = drafts.map(({ name, lists }) => ({
    name,
    lists: new Map([...lists].filter(([, values]) => values.length > 0)),
  }));
  return { entries, byName: new Map(entries.toReversed().map((entry) => [entry.name, entry])), config };
}

function readService(
  { name, declarations }: DeclaredService,
  release: OpenrcRelease,
  config: Set<string>,
): Draft {
  const draft: Draft = { name, lists: new Map() };
  for (const { word, values } of declarations) {
    for (const value of values.flatMap((each) => each.split(" ")).filter((each) => each !== "")) {
      if (word === "config") config.add(value);
      else
        for (const each of word === "keyword" ? keywordsOf(value, release) : [value])
          addWord(draft, typeOf[word], each, release);
    }
  }
  return draft;
}

/** Observed keyword-containers: the word is replaced by those that it stands for, so that a later `!-lxc` takes one out. */
function keywordsOf(value: string, release: OpenrcRelease): readonly string[] {
  const not = value.startsWith("!") ? "!" : "";
  return value === `${not}-containers`
    ? release.containers.map((container) => `${not}-${container}`)
    : [value];
}

function addWord(draft: Draft, type: DependType, value: string, release: OpenrcRelease): void {
  if (type === "iprovide" && value === draft.name) return;
  if (!release.takesShNames && value.endsWith(".sh")) return;
  if (!release.keepsSelf && type !== "keyword" && value === draft.name) return;
  const list = listIn(draft, type);
  if (value.startsWith("!")) {
    remove(list, value.slice(1));
    return;
  }
  list.push(value);
  // Observed after-star-before: the last word about a name counts.
  if (type === "ibefore") remove(draft.lists.get("iafter"), value);
  if (type === "iafter" || type === "ineed" || type === "iwant" || type === "iuse")
    remove(draft.lists.get("ibefore"), value);
}

function listIn({ lists }: Draft, type: DependType): string[] {
  const found = lists.get(type) ?? [];
  lists.set(type, found);
  return found;
}

/** Takes the first occurrence out. */
function remove(list: string[] | undefined, value: string): void {
  const at = list?.indexOf(value) ?? -1;
  if (at >= 0) list?.splice(at, 1);
}

/** Observed keyword-sys: an unfit service is gone, and with it every mention of it and of what it provides. */
function withoutUnfit(drafts: readonly Draft[], specialSystem: string): readonly Draft[] {
  if (specialSystem === "") return drafts;
  const words = [`-${specialSystem}`, `no${specialSystem}`];
  const isUnfit = ({ lists }: Draft): boolean =>
    (lists.get("keyword") ?? []).some((keyword) => words.includes(keyword));
  const kept = drafts.filter((draft) => !isUnfit(draft));
  for (const { name, lists } of drafts.filter(isUnfit))
    for (const gone of [name, ...(lists.get("iprovide") ?? [])])
      for (const draft of kept) for (const list of draft.lists.values()) remove(list, gone);
  return kept;
}

/** Names that some service provides, each once, in the order in which they come up. */
function virtualNames(drafts: readonly Draft[]): readonly Draft[] {
  const names = new Set(drafts.flatMap(({ lists }) => lists.get("iprovide") ?? []));
  return [...names].map((name) => ({ name, lists: new Map() }));
}

function mirrorAll(drafts: readonly Draft[]): DeptreeProblem[] {
  const problems: DeptreeProblem[] = [];
  const find = finder(drafts);
  for (const draft of drafts)
    for (const [type, mirror] of mirrors)
      for (const value of (draft.lists.get(type) ?? []).slice()) {
        const other = find(value);
        if (other !== undefined) addOnce(listIn(other, mirror), draft.name);
        else if (type === "ineed") {
          problems.push({ kind: "missing-need", service: draft.name, needs: value });
          addOnce(listIn(draft, "broken"), value);
        }
      }
  return problems;
}

function addOnce(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}

function finder(drafts: readonly Draft[]): (name: string) => Draft | undefined {
  const byName = new Map(drafts.toReversed().map((draft) => [draft.name, draft]));
  return (name) => byName.get(name);
}

/**
 * Observed before-in-need, before-contradicts-far, after-both: `before x` is dropped silently where the same
 * service names x, or what provides x, in need, want, use or after. Only what is named directly counts.
 */
function dropContradictingBefores(drafts: readonly Draft[]): void {
  const find = finder(drafts);
  for (const draft of drafts) {
    const befores = draft.lists.get("ibefore");
    if (befores === undefined) continue;
    const isVirtual = (draft.lists.get("providedby") ?? []).length > 0;
    const named = (["ineed", "iwant", "iuse", "iafter"] as const).flatMap(
      (type) => draft.lists.get(type) ?? [],
    );
    const reached = [...named, ...(isVirtual ? [] : [draft.name])]
      .map(find)
      .filter((each) => each !== undefined);
    for (const value of befores.slice()) {
      const contradicts = reached.some(
        ({ name, lists }) => name === value || lists.get("iprovide")?.includes(value) === true,
      );
      if (!contradicts) continue;
      remove(befores, value);
      remove(find(value)?.lists.get("iafter"), draft.name);
    }
  }
}
