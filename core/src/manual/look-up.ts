// One index of words: the topics of both manuals and the pages of the words of init scripts. What `inittab explain WORD` asks.

import { chkconfigTags } from "../initscript/facts/chkconfig-tags.ts";
import { facilityFacts } from "../initscript/facts/facilities.ts";
import { helperFunctions } from "../initscript/facts/helper-functions.ts";
import { lsbKeywords } from "../initscript/facts/lsb-keywords.ts";
import { openrcWords } from "../initscript/facts/openrc-words.ts";
import { recipeWords } from "../initscript/facts/recipe-words.ts";
import { scriptActions } from "../initscript/facts/script-actions.ts";
import type { Dialect } from "../inittab/dialect.ts";
import { programs } from "../programs/find.ts";
import { aliases } from "./aliases.ts";
import { findTopic, nearness, topicById } from "./find.ts";
import {
  chkconfigTagPage,
  exitStatusPage,
  facilityPage,
  helperPage,
  lsbKeywordPage,
  openrcWordPage,
  programPage,
  recipeWordPage,
  type ScriptPage,
  scriptActionPage,
} from "./initscript/pages.ts";
import type { CommandArgument, Topic } from "./topic.ts";
import { topics } from "./topics.ts";

/** One thing that a word means. */
export type Meaning =
  /** `argument`: the option or operand that the phrase names. */
  | { readonly kind: "topic"; readonly topic: Topic; readonly argument: CommandArgument | undefined }
  /** `id` leads to this page alone. */
  | { readonly kind: "page"; readonly id: string; readonly page: ScriptPage };

/** A page of a word of init scripts, and what leads to it. */
interface IndexedPage {
  readonly id: string;
  readonly words: readonly string[];
  readonly page: ScriptPage;
}

const pages: readonly IndexedPage[] = [
  ...lsbKeywords.map((fact) => ({
    id: `lsb.${fact.keyword}`,
    words: [fact.keyword],
    page: lsbKeywordPage(fact),
  })),
  ...facilityFacts.map((fact) => ({
    id: `facility.${fact.name}`,
    words: [fact.name, fact.name.replace(/^\$/, "")],
    page: facilityPage(fact),
  })),
  ...chkconfigTags.map((fact) => ({
    id: `chkconfig.${fact.tag}`,
    words: [fact.tag, `${fact.tag}:`, `# ${fact.tag}:`],
    page: chkconfigTagPage(fact),
  })),
  ...helperFunctions.map((fact) => ({
    id: `helper.${fact.library}.${fact.name}`,
    words: [fact.name, `${fact.name}()`],
    page: helperPage(fact),
  })),
  ...scriptActions.map((fact) => ({
    id: `script-action.${fact.name}`,
    words: [fact.name],
    page: scriptActionPage(fact),
  })),
  ...openrcWords.map((fact) => ({
    id: `openrc.${fact.kind}.${fact.name}`,
    words: [fact.name],
    page: openrcWordPage(fact),
  })),
  ...programs.flatMap((program) => {
    // Those with a page of the manual, or that stand for one, are told of there.
    const words = program.names.filter(
      (name) => !(name in aliases) && topics.every((topic) => !topic.words.includes(name)),
    );
    const [name] = program.names;
    return words.length === 0 ? [] : [{ id: `program.${name}`, words, page: programPage(program) }];
  }),
  ...recipeWords.map((fact) => ({
    id: `recipe.${fact.name}`,
    words: [fact.name],
    page: recipeWordPage(fact),
  })),
];

/** The most meanings that are shown for a word. */
const most = 12;

/**
 * Everything that a word or phrase means, the likeliest first: a word of either manual, a man-style name such as
 * `init(8)`, a path, a command with an option or operand, or one of the phrases that people use. Where the dialect knows
 * a word itself, what other dialects say comes after it or is left out.
 */
export function meaningsOf(asked: string, dialect: Dialect = "sysvinit"): readonly Meaning[] {
  const whole = asked.trim().replace(/\s+/g, " ").slice(0, 200);
  if (whole === "") return [];
  for (const candidate of candidatesOf(whole)) {
    const found = exactly(candidate, dialect);
    if (found.length > 0) return found.slice(0, most);
  }
  return phrase(whole, dialect);
}

/** Whether nothing of what a word means holds in a dialect. */
export function isForeign(meanings: readonly Meaning[], dialect: Dialect): boolean {
  return (
    meanings.length > 0 &&
    meanings.every((meaning) => meaning.kind === "topic" && !meaning.topic.dialects.includes(dialect))
  );
}

/** What people put in front of a name. */
const articles =
  /^(?:(?:the|an?|file|directory|folder|command|program|signal|variable|action|runlevel|option|script|function|field) )+/i;

/** The words of init scripts that are close to a word, the closest first; at most five. */
export function suggestPages(word: string): readonly string[] {
  const asked = word.trim().toLowerCase();
  const limit = Math.max(1, Math.floor(asked.length / 4));
  const rated = pages.flatMap(({ words: [first = ""] }) => {
    const distance = asked.length < 3 ? Number.POSITIVE_INFINITY : nearness(asked, first.toLowerCase());
    return distance <= limit ? [{ first, distance }] : [];
  });
  const order = rated.toSorted((one, other) => one.distance - other.distance).map(({ first }) => first);
  return [...new Set(order)].slice(0, 5);
}

/** What is looked up, the word as it is first. */
function candidatesOf(whole: string): readonly string[] {
  const bare = whole.replace(/^["'`]+|["'`]+$/g, "");
  const manual =
    /^([\w.+/-]+) ?\(\d\w*\)$/.exec(bare)?.[1] ?? /^man (?:\d\w* )?([\w.+/-]+)$/i.exec(bare)?.[1];
  const parameter = /^([a-z]+=)\S/.exec(bare)?.[1];
  const isPath = /^[\w./*$~+-]*\/[\w./*$~+-]*$/.test(bare);
  return [
    ...new Set([
      whole,
      bare,
      ...(manual === undefined ? [] : [manual]),
      ...(parameter === undefined ? [] : [parameter]),
      ...(/^(?:[SK]\d\d[\w.@+-]+|rc[0-6S]\.d)$/.test(bare) ? ["/etc/rc.d"] : []),
      ...(isPath ? ofPath(bare) : []),
      bare.replace(/[:.,;!?]+$/, ""),
      bare.replace(articles, ""),
      bare.replace(/ field$/i, ""),
      ...(/[^s]s$/.test(bare) ? [bare.slice(0, -1)] : []),
    ]),
  ].filter((candidate) => candidate !== "");
}

/** What stands for a path: folders of which each file means the same, then the bare name. */
function ofPath(path: string): readonly string[] {
  const bare = path.replace(/\/+$/, "");
  const folders: readonly (readonly [RegExp, string])[] = [
    [/^\/?etc\/inittab\.d\//, "/etc/inittab.d"],
    [/^\/?(?:var\/)?lock\/subsys\//, "/var/lock/subsys"],
    [/^\/?(?:var\/)?run\/[\w.@-]+\.pid$/, "pid file"],
    [/^\/?etc\/(?:rc\.d\/)?rc[0-6NSn?*]\.d(?:\/|$)/, "/etc/rc.d"],
    [/^\/?dev\/(?:tty|console|vc|hvc|pts)/, "terminal"],
    [/^\/?etc\/(?:default|sysconfig|conf\.d)\//, "/etc/default"],
    [/^\/?etc\/runlevels\//, "/etc/runlevels"],
    [/^\/?etc\/insserv/, "/etc/insserv.conf"],
  ];
  const known = folders.flatMap(([pattern, word]) => (pattern.test(bare) ? [word] : []));
  const script = /^\/?etc\/(?:rc\.d\/)?init\.d\//.test(bare) ? ["/etc/init.d"] : [];
  return [bare, ...known, bare.replace(/^.*\//, ""), ...script];
}

const topicsByWord = index(topics, (topic) => [topic.id, ...topic.words]);
const pagesByWord = index(pages, ({ id, words }) => [id, ...words]);

const topicsByAlias: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(aliases));

/** By the word as it is written, and by its folded form. */
function index<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const map = new Map<string, Item[]>();
  const add = (key: string, item: Item) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [item]);
    else if (!known.includes(item)) known.push(item);
  };
  for (const item of items)
    for (const word of wordsOf(item)) {
      add(word, item);
      add(folded(word), item);
    }
  return map;
}

/** Small letters, and single blanks for hyphens and underscores inside. */
function folded(word: string): string {
  return ` ${word.toLowerCase().replace(/(?<=[^\s_-])[\s_-]+(?=[^\s_-])/g, " ")}`;
}

/** The meanings of a word of the index: those that are written so, then those that differ in case or hyphens. */
function exactly(word: string, dialect: Dialect): readonly Meaning[] {
  const isVariable = /^\$\{?\w+\}?$/.test(word) && !pagesByWord.has(word);
  const generic =
    isVariable || /^INIT_\w+$/.test(word) ? findTopic(word, dialect, ["environment"]) : undefined;
  if (isVariable) return generic === undefined ? [] : [meaning(generic)];
  const written = [
    ...(topicsByWord.get(word) ?? []).map(meaning),
    ...(pagesByWord.get(word) ?? []).map(pageMeaning),
  ];
  const other = folded(word);
  const alike = [
    ...(topicsByWord.get(other) ?? []).map(meaning),
    ...(pagesByWord.get(other) ?? []).map(pageMeaning),
  ];
  const byPhrase = (topicsByAlias.get(other.trim()) ?? []).flatMap((id) => {
    const topic = topicById(id);
    return topic === undefined ? [] : [meaning(topic)];
  });
  // An id, and a letter that means another thing in the other case, lead to one thing.
  const isId = topicById(word) !== undefined || pages.some(({ id }) => id === word);
  const all =
    isId && word.includes(".")
      ? written
      : word.length === 1 && written.length > 0
        ? written
        : [...written, ...byPhrase, ...alike];
  const found = all.length > 0 ? all : generic === undefined ? [] : [meaning(generic)];
  return inOrder(withoutTwins(found), dialect);
}

function meaning(topic: Topic): Meaning {
  return { kind: "topic", topic, argument: undefined };
}

function pageMeaning({ id, page }: IndexedPage): Meaning {
  return { kind: "page", id, page };
}

/** Those of the dialect first. Where it has a topic of its own, other dialects' of the same kind are left out. */
function inOrder(found: readonly Meaning[], dialect: Dialect): readonly Meaning[] {
  const isOwn = (each: Meaning) => each.kind === "page" || each.topic.dialects.includes(dialect);
  const own = found.filter(isOwn);
  const kinds = new Set(own.map((each) => (each.kind === "topic" ? each.topic.kind : "page")));
  const seen = new Set<string>(kinds);
  const foreign = found.filter((each) => {
    if (isOwn(each) || each.kind === "page" || seen.has(each.topic.kind)) return false;
    if (each.topic.kind === "field" && own.length > 0) return false;
    seen.add(each.topic.kind);
    return true;
  });
  return [...own, ...foreign];
}

function withoutTwins(found: readonly Meaning[]): readonly Meaning[] {
  const seen = new Set<string>();
  return found.filter((each) => {
    const id = each.kind === "topic" ? each.topic.id : each.id;
    return !seen.has(id) && seen.add(id);
  });
}

/** A command with an option or operand, `kill -SIGNAL 1`, `exit status N`, or a phrase whose first word is known. */
function phrase(whole: string, dialect: Dialect): readonly Meaning[] {
  const [first = "", ...rest] = whole.split(" ");
  if (rest.length === 0 || whole.includes(":")) return [];
  const number = /^(?:exit )?(?:status|code|exit) (\d{1,3})$/i.exec(whole)?.[1];
  if (number !== undefined) return exitPages(Number(number));
  const signal = /^kill -(?:s ?)?(?:SIG)?([A-Z0-9+]+) 1$/.exec(whole)?.[1];
  if (signal !== undefined) return exactly(`SIG${signal}`, dialect);
  const name = first.replace(/\(\d\w*\)$/, "").replace(/^.*\//, "");
  const commands = exactly(name, dialect).filter(
    (each) => each.kind === "topic" && each.topic.kind === "command",
  );
  const [command] = commands;
  if (command?.kind !== "topic") return [];
  const { topic } = command;
  const argument = rest.flatMap((word) => argumentsNamed(topic, word))[0];
  if (argument === undefined && rest.length > 3) return [];
  const operand = (rest.length === 1 ? exactly(rest[0] ?? "", dialect) : []).filter(
    (each) => argument === undefined || (each.kind === "topic" && each.topic.kind === "runlevel"),
  );
  return withoutTwins([{ kind: "topic", topic, argument }, ...operand]);
}

function exitPages(status: number): readonly Meaning[] {
  return (["", "status"] as const).flatMap((action) => {
    const page = exitStatusPage(status, action);
    return page === undefined ? [] : [{ kind: "page", id: `exit ${status} ${action}`.trim(), page } as const];
  });
}

/** The options or operands of a command that a word can be, the likeliest first. */
export function argumentsNamed(topic: Topic, word: string): readonly CommandArgument[] {
  const bare = word.replace(/=.*$/, "");
  const list = topic.arguments ?? [];
  const exact = list.find(({ name }) => name.split(/[\s,|/…[\]]+/).includes(bare));
  if (exact !== undefined) return [exact];
  // Several letters behind one hyphen: `-hP`; a level in a list: `0-6`.
  const letter = /^-\w{2,}$/.test(bare) ? `-${bare.charAt(1)}` : undefined;
  return list.filter(({ name }) => {
    const words = name.split(/[\s,|/]+/);
    const isInRange = words.some((each) => {
      const [, low = "", high = ""] = /^(\w)[-…](\w)$/.exec(each) ?? [];
      return bare.length === 1 && low !== "" && low <= bare && bare <= high;
    });
    return isInRange || (letter !== undefined && words.includes(letter));
  });
}
