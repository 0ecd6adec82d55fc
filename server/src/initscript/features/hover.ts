// What a word of an init script means: header keywords, facilities, services, tags, helper functions, exit statuses,
// lock files. The words are core's.

import {
  chkconfigTagPage,
  chkconfigTags,
  exitStatusPage,
  type FamilyFacts,
  facilityPage,
  findFacility,
  findHelpers,
  findTopic,
  guessFamily,
  type HelperFact,
  helperPage,
  type InitTree,
  listOf,
  lockFilePage,
  lsbKeywordPage,
  type Message,
  readChkconfigHeader,
  type ScriptArm,
  type ScriptOutline,
  type ScriptPage,
  scriptActionPage,
  scriptActions,
  type TextRange,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import type { Hover, HoverPart } from "../../features/hover.ts";
import { scriptPage, scriptPathAt } from "../../features/script-page.ts";
import { headerSpotAt, wordAround } from "../header-spot.ts";
import { definitionsOf, nameUses } from "./names.ts";
import { openrcHover } from "./openrc.ts";

/** What a hover knows of a script beside its text. */
export interface ScriptSurroundings {
  /** The script's file name; empty for a text that is not a file yet. */
  readonly name: string;
  readonly outline: ScriptOutline | undefined;
  readonly tree: InitTree | undefined;
  /** Those that the script belongs to, by what is known of it and of its system. */
  readonly families: readonly FamilyFacts[];
}

/** The words about an offset; undefined where there is nothing to say that a shell's own server would not. */
export function scriptHoverAt(text: string, offset: number, around: ScriptSurroundings): Hover | undefined {
  return (
    headerHover(text, offset, around) ??
    tagHover(text, offset) ??
    numbersHover(text, offset, around) ??
    serviceHover(text, offset, around) ??
    bodyHover(text, offset, around)
  );
}

function headerHover(text: string, offset: number, { tree }: ScriptSurroundings): Hover | undefined {
  const spot = headerSpotAt(text, offset);
  if (spot === undefined) return undefined;
  if (spot.kind === "keyword") {
    const field = spot.section.fields.find(({ keyword }) => keyword.start === spot.range.start);
    return field?.fact && page(lsbKeywordPage(field.fact), spot.range);
  }
  const { word, field } = spot;
  if (word === undefined || field.fact === undefined) return undefined;
  switch (field.fact.value) {
    case "runlevels": {
      const topic = /^[0-6sS]$/.test(word.text) ? findTopic(word.text.toUpperCase(), "sysvinit") : undefined;
      return topic && { parts: [{ kind: "topic", topic, dialect: "sysvinit" }], range: word };
    }
    case "names":
    case "dependencies": {
      const facility = findFacility(word.text);
      if (facility !== undefined) return page(facilityPage(facility), word);
      const service = servicePage(word.text, tree);
      return service && page(service, word);
    }
    case "flag":
    case "text":
      return undefined;
  }
}

/** The words of a service of OpenRC's. */
function serviceHover(
  text: string,
  offset: number,
  { families, tree }: ScriptSurroundings,
): Hover | undefined {
  return families.some(({ linksBy }) => linksBy === "rc-update")
    ? openrcHover(text, offset, tree)
    : undefined;
}

/** Who provides a name and who asks for it; undefined where the system is not known. */
function servicePage(name: string, tree: InitTree | undefined): ScriptPage | undefined {
  if (tree === undefined) return undefined;
  const providers = definitionsOf(tree, name).map(({ path }) => ({ code: path }));
  const asking = nameUses(tree).filter(({ role, word }) => role === "asks" && word.text === name);
  const names = [...new Set(asking.map(({ script }) => script.name))].map((code) => ({ code }));
  return {
    title: featureMessage("hover.service", { name }),
    summary:
      providers.length === 0
        ? featureMessage("hover.no-provider")
        : featureMessage("hover.provided-by", { scripts: listOf(providers, "comma") }),
    lines: names.length === 0 ? [] : [featureMessage("hover.asked-by", { scripts: listOf(names, "comma") })],
  };
}

/** A page as the hover of a range. */
function page(shown: ScriptPage, range: TextRange): Hover {
  return { parts: [pagePart(shown)], range };
}

function pagePart(shown: ScriptPage): HoverPart {
  return { kind: "script-page", page: shown };
}

function tagHover(text: string, offset: number): Hover | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const line = text.slice(lineStart, newline < 0 ? text.length : newline);
  const [whole = "", before = "", tag = ""] = /^(\s*#\s*)([a-z]+):/.exec(line) ?? [];
  const start = lineStart + before.length;
  if (whole === "" || offset < start || offset > start + tag.length) return undefined;
  const fact = chkconfigTags.find((known) => known.tag === tag);
  return fact && page(chkconfigTagPage(fact), { start, end: start + tag.length });
}

/** What chkconfig makes of the levels and the numbers of a script. */
function numbersHover(text: string, offset: number, { name }: ScriptSurroundings): Hover | undefined {
  const { lines, obstacle } = readChkconfigHeader(text);
  const words = lines.find(({ tag }) => tag === "chkconfig")?.words.slice(0, 3) ?? [];
  const at = words.findIndex((word) => contains(word, offset));
  const word = words[at];
  if (obstacle !== undefined || word === undefined) return undefined;
  const sentence =
    at === 0 ? levelsSentence(word.text) : numberSentence(at === 1 ? "S" : "K", word.text, name);
  return { parts: [{ kind: "words", words: sentence }], range: { start: word.start, end: word.end } };
}

/** Source: chkconfig(8), RUNLEVEL FILES: what no level is named for starts nowhere. */
function levelsSentence(levels: string): Message {
  const named = [...new Set(levels)].filter((level) => /[0-6]/.test(level)).sort();
  return named.length === 0
    ? featureMessage("hover.chkconfig-none")
    : featureMessage("hover.chkconfig-levels", { levels: listOf(named, "and"), count: named.length });
}

function numberSentence(letter: "S" | "K", number: string, name: string): Message {
  const link = `${letter}${number.padStart(2, "0").slice(-2)}${name}`;
  return featureMessage("hover.chkconfig-number", { which: letter, link: { code: link } });
}

function bodyHover(text: string, offset: number, around: ScriptSurroundings): Hover | undefined {
  const { outline } = around;
  const isComment = outline?.shell.comments.some((range) => contains(range, offset)) ?? false;
  if (outline === undefined || isComment) return undefined;
  const path = pathHover(text, offset, around, outline);
  if (path !== undefined) return path;
  const word = wordAround(text, offset, /[\w-]/);
  if (word.text === "") return undefined;
  const arm = outline.arms.find(({ range }) => contains(range, offset));
  if (arm !== undefined && contains(arm.head, offset)) return actionHover(word);
  return exitHover(text, word, arm) ?? helperHover(text, word, outline);
}

/** The name of a lock in its path. */
const lockName = /\/var\/lock\/subsys\/(.*)$/;

/** A lock, also by the variable that holds its path; a script of the system; another file or program of the manual. */
function pathHover(
  text: string,
  offset: number,
  { name, tree }: ScriptSurroundings,
  outline: ScriptOutline,
): Hover | undefined {
  const path = wordAround(text, offset, /[^\s"';&|<>()`]/);
  const use = outline.fileUses(allCommands(outline)).find((each) => contains(each, offset));
  const written = lockName.exec(path.text);
  const lock = lockName.exec(use?.path ?? "")?.[1] ?? written?.[1];
  if (lock !== undefined) {
    const range = written === null ? path : { start: path.start + written.index, end: path.end };
    // A pattern, or what only the run of the script shows, is no single lock.
    if (lock !== "" && !/[*?[$]/.test(lock)) return page(lockFilePage(lock, name), range);
    const topic = findTopic("lock-files");
    return topic && { parts: [{ kind: "topic", topic, dialect: "sysvinit" }], range };
  }
  const script = scriptPathAt(text, offset);
  // By its path, since a script may have the name of a program.
  const named = script && `/etc/init.d/${script.name}`;
  const found = named === undefined ? undefined : findTopic(named, "sysvinit", ["file", "command"]);
  const topic = found?.words.includes(named ?? "") === true ? found : undefined;
  if (topic !== undefined) return { parts: [{ kind: "topic", topic, dialect: "sysvinit" }], range: path };
  const shown = script && tree && scriptPage(script.name, tree);
  return shown && page(shown, script.range);
}

function actionHover(word: TextRange & { readonly text: string }): Hover | undefined {
  const fact = scriptActions.find((action) => action.name === word.text);
  return fact && page(scriptActionPage(fact), word);
}

/** `exit 3` and `return 3`: what the number means to the caller of the script. */
function exitHover(
  text: string,
  word: TextRange & { readonly text: string },
  arm: ScriptArm | undefined,
): Hover | undefined {
  const lineStart = text.lastIndexOf("\n", word.start - 1) + 1;
  if (!/^\d{1,3}$/.test(word.text)) return undefined;
  if (!/(?:^|[\s;&|])(?:exit|return)[ \t]+$/.test(text.slice(lineStart, word.start))) return undefined;
  const status = exitStatusPage(Number(word.text), arm?.names[0] ?? "");
  return status && page(status, word);
}

function helperHover(
  text: string,
  word: TextRange & { readonly text: string },
  outline: ScriptOutline,
): Hover | undefined {
  if (outline.functions.has(word.text)) return undefined;
  const called = allCommands(outline).some(({ command }) => command.words[0]?.start === word.start);
  const facts = called ? findHelpers(word.text) : [];
  if (facts.length === 0) return undefined;
  return { parts: fitting(facts, text).map((fact) => pagePart(helperPage(fact))), range: word };
}

/** Both libraries have some of the names: the one of the script's family counts, if it has but one. */
function fitting(facts: readonly HelperFact[], text: string): readonly HelperFact[] {
  const { families } = guessFamily(text);
  const wanted = facts.filter((fact) => families.some(({ library }) => library?.name === fact.library));
  return wanted.length === 0 ? facts : wanted;
}

function allCommands(outline: ScriptOutline): ScriptArm["commands"] {
  return [...outline.topLevel, ...outline.arms.flatMap(({ commands }) => commands)];
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
