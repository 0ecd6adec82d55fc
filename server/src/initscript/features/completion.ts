// Proposals in the headers of a script: keywords, facilities and services, runlevels, tags, whole headers, and a script
// to begin with. In the shell part there are none: that is the business of a shell's own language server.

import {
  chkconfigTagPage,
  chkconfigTags,
  chkconfigTagValue,
  type Documentation,
  type FamilyFacts,
  facilityFacts,
  facilityMeaning,
  facilityPage,
  findTopic,
  guessFamily,
  type InitTree,
  lsbKeywordPage,
  lsbKeywords,
  makeChkconfigFields,
  makeLsbFields,
  printField,
  printLsbHeader,
  readChkconfigHeader,
  readLsbSections,
  type ScriptOutline,
  type ScriptPage,
  type Skeleton,
  scriptFamilies,
  scriptFamilyFacts,
  skeletonSnippet,
  skeletonText,
  type TextRange,
  topicPart,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import {
  type Completion,
  type CompletionOptions,
  documented,
  goingOnUnlessWhole,
  narrowedByClient,
} from "../../features/completion-item.ts";
import { type HeaderSpot, headerSpotAt } from "../header-spot.ts";
import { configuredFacilities, providedNames } from "./names.ts";
import { openrcCompletions } from "./openrc.ts";

/** What completion knows of a script beside its text. */
export interface CompletionSurroundings extends CompletionOptions {
  readonly name: string;
  readonly outline: ScriptOutline | undefined;
  readonly tree: InitTree | undefined;
  /** Those that the script belongs to, by what is known of it and of its system. */
  readonly families: readonly FamilyFacts[];
}

/** Whether the script is a service of OpenRC's, whose depend() and variables are read. */
function hasServices({ families }: CompletionSurroundings): boolean {
  return families.some(({ linksBy }) => linksBy === "rc-update");
}

/** The proposals at an offset. */
export function scriptCompletions(
  text: string,
  offset: number,
  around: CompletionSurroundings,
): readonly Completion[] {
  const proposals = goingOnUnlessWhole(proposalsAt(text, offset, around), text, offset);
  return opensByItself(around) ? narrowedByClient(proposals) : proposals;
}

/** Whether the client was made to ask by a key that begins a facility or a keyword: then nobody may be looking at the list. */
export function opensByItself({ trigger }: CompletionOptions): boolean {
  return trigger === "$" || isInitial(trigger);
}

/** A letter asks only where clients propose nothing by themselves: in the comments of a header. */
function isInitial(trigger: string | undefined): boolean {
  return trigger !== undefined && /^[A-Z]$/.test(trigger);
}

function proposalsAt(text: string, offset: number, around: CompletionSurroundings): readonly Completion[] {
  const spot = headerSpotAt(text, offset);
  if (isInitial(around.trigger) && spot?.kind !== "keyword") return [];
  if (spot === undefined && hasServices(around)) {
    const whole = commentProposals(text, offset, around);
    return whole.length > 0 ? whole : openrcCompletions(text, offset, around);
  }
  // A field may stay empty: behind its colon only who asks gets something.
  if (around.trigger === ":") return [];
  if (spot?.kind === "keyword") return keywordProposals(spot, text);
  if (spot?.kind === "value") return valueProposals(spot, text, offset, around.tree);
  return commentProposals(text, offset, around);
}

function keywordProposals(
  { section, range }: HeaderSpot & { kind: "keyword" },
  text: string,
): readonly Completion[] {
  const present = new Set(
    section.fields.flatMap(({ fact, keyword }) =>
      keyword.start === range.start ? [] : (fact?.keyword ?? []),
    ),
  );
  const colon = /^[ \t]*:/.test(text.slice(range.end)) ? "" : ": ";
  return lsbKeywords
    .filter(({ keyword }) => !present.has(keyword))
    .map((fact) => ({
      kind: "keyword" as const,
      label: fact.keyword,
      detail: featureMessage("completion.lsb", { standard: fact.standard }),
      documentation: scriptPage(lsbKeywordPage(fact)),
      range,
      text: `${fact.keyword}${colon}`,
    }));
}

function valueProposals(
  { field, word }: HeaderSpot & { kind: "value" },
  text: string,
  offset: number,
  tree: InitTree | undefined,
): readonly Completion[] {
  const range = word === undefined ? { start: offset, end: offset } : { start: word.start, end: word.end };
  const present = new Set(field.words.filter((other) => other !== word).map((other) => other.text));
  switch (field.fact?.value) {
    case "runlevels":
      return ["2", "3", "4", "5", "0", "1", "6", "S"]
        .filter((level) => !present.has(level))
        .map((level) => {
          const topic = findTopic(level, "sysvinit");
          return {
            kind: "runlevels" as const,
            label: level,
            detail: topic === undefined ? "" : topicPart(topic, "summary"),
            ...documented(topic, "sysvinit"),
            range,
            text: level,
          };
        });
    case "dependencies":
      return dependencyProposals(text, range, present, tree);
    case "flag":
      return [
        {
          kind: "keyword",
          label: "true",
          detail: featureMessage("completion.only-value"),
          range,
          text: "true",
        },
      ];
    case "names":
    case "text":
    case undefined:
      return [];
  }
}

function dependencyProposals(
  text: string,
  range: TextRange,
  present: ReadonlySet<string>,
  tree: InitTree | undefined,
): readonly Completion[] {
  const facilities = facilityFacts
    .filter(({ origin }) => origin !== "withdrawn")
    .map((fact) => ({
      name: fact.name,
      detail: facilityMeaning(fact),
      documentation: scriptPage(facilityPage(fact)),
    }));
  const known = new Set(facilities.map(({ name }) => name));
  const further = (tree === undefined ? [] : configuredFacilities(tree))
    .filter((name) => !known.has(name))
    .map((name) => ({ name, detail: featureMessage("completion.configured") }));
  // A script that asks for itself would wait for ever.
  const own = new Set(
    readLsbSections(text).flatMap(({ fields }) =>
      fields.flatMap(({ fact, words }) =>
        fact?.value === "names" ? words.map((provided) => provided.text) : [],
      ),
    ),
  );
  const services = (tree === undefined ? [] : providedNames(tree))
    .filter((name) => !own.has(name) && !name.startsWith("$"))
    .map((name) => ({ name, detail: featureMessage("completion.provided") }));
  return [...facilities, ...further, ...services]
    .filter(({ name }) => !present.has(name))
    .map(({ name, ...rest }) => ({ kind: "service" as const, label: name, ...rest, range, text: name }));
}

/** Above the code: tags of chkconfig in a comment, and the headers that are missing. In an empty script: a whole one. */
function commentProposals(
  text: string,
  offset: number,
  around: CompletionSurroundings,
): readonly Completion[] {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = text.slice(lineStart, offset);
  if (!isAboveCode(text, lineStart) || !/^(?:#[#\w \t]*)?$/.test(typed) || typed.startsWith("#!")) return [];
  const { families } = around;
  const isForChkconfig = guessFamily(text, around.name).families.some(
    ({ linksBy }) => linksBy === "chkconfig",
  );
  const line = { start: lineStart, end: offset };
  const word = /^#[ \t]*([a-z]*)$/.exec(typed)?.[1];
  const tags =
    word !== undefined && (isForChkconfig || word !== "")
      ? tagProposals(text, { start: offset - word.length, end: offset })
      : [];
  // Where nobody reads a header, none is offered.
  const hasHeaders = families.length === 0 || families.some(({ readsHeaders }) => readsHeaders);
  return [
    ...(hasHeaders ? headerProposals(text, line, around, isForChkconfig) : []),
    ...skeletonProposals(text, line, around),
    ...tags,
  ];
}

/** Whole headers, made from the script's name and what its `case` knows. */
function headerProposals(
  text: string,
  range: TextRange,
  { name, outline }: CompletionSurroundings,
  isForChkconfig: boolean,
): readonly Completion[] {
  if (name === "" || readLsbSections(text).length > 0) return [];
  const actions = outline?.dispatch === "case" ? outline.arms.flatMap((arm) => arm.names) : undefined;
  const source = { name, text, actions };
  const lsb = printLsbHeader(makeLsbFields(source));
  const hasTag = readChkconfigHeader(text).lines.some(({ tag }) => tag === "chkconfig");
  const both = [...makeChkconfigFields(source).map(printField), ...lsb];
  const header = (label: string, lines: readonly string[]): Completion => ({
    kind: "record",
    label,
    detail: featureMessage("completion.made-for", { name }),
    documentation: shellBlock(`${lines.join("\n")}\n`),
    range,
    text: lines.join("\n"),
  });
  return [
    header("### BEGIN INIT INFO", lsb),
    ...(isForChkconfig && !hasTag ? [header("# chkconfig and LSB header", both)] : []),
  ];
}

/** A whole script for each family, where nothing but the interpreter's line is there yet. */
function skeletonProposals(
  text: string,
  range: TextRange,
  { name, snippets }: CompletionSurroundings,
): readonly Completion[] {
  const rest = text.slice(0, range.start) + text.slice(range.end);
  if (name === "" || !/^(?:#![^\n]*\n)?\s*$/.test(rest)) return [];
  return scriptFamilies.flatMap((family): readonly Completion[] => {
    const {
      title,
      linksBy,
      locks,
      readsHeaders: headers,
      calls,
      skeleton: skeletonOf,
    } = scriptFamilyFacts[family];
    if (skeletonOf === undefined) return [];
    const skeleton = skeletonOf(name);
    if (!fitsInterpreter(text, skeletonText(skeleton))) return [];
    return [
      {
        kind: "record" as const,
        label: featureMessage("completion.skeleton", { family: title }),
        detail: featureMessage("completion.skeleton-of", { headers, linksBy, locks, by: calls.by }),
        documentation: shellBlock(skeletonText(skeleton)),
        range,
        text: (snippets ? skeletonSnippet : skeletonText)(below(skeleton, text)),
        ...(snippets ? { snippet: true as const } : {}),
      },
    ];
  });
}

/** Whether the text names no interpreter that only another family has. */
function fitsInterpreter(text: string, skeleton: string): boolean {
  if (!text.startsWith("#!")) return true;
  const own = (script: string): string | undefined => {
    const { weight, families } = guessFamily(script.slice(0, script.indexOf("\n") + 1));
    return weight === "proof" ? families[0]?.name : undefined;
  };
  return own(text) === own(skeleton);
}

/** The skeleton without its interpreter where the text names one already. */
function below(skeleton: Skeleton, text: string): Skeleton {
  const [first, ...rest] = skeleton;
  if (!text.startsWith("#!") || typeof first !== "string") return skeleton;
  return [first.slice(first.indexOf("\n") + 1), ...rest];
}

function tagProposals(text: string, range: TextRange): readonly Completion[] {
  return chkconfigTags
    .filter(({ tag, repeatable }) => repeatable || !new RegExp(`^#[ \\t]*${tag}:`, "m").test(text))
    .map((fact) => ({
      kind: "keyword" as const,
      label: fact.tag,
      detail: featureMessage("completion.tag", { value: chkconfigTagValue(fact) }),
      documentation: scriptPage(chkconfigTagPage(fact)),
      range,
      text: `${fact.tag}: `,
    }));
}

/** A page as documentation. */
function scriptPage(page: ScriptPage): Documentation {
  return { kind: "script-page", page };
}

function shellBlock(text: string): Documentation {
  return { kind: "code", code: text, language: "sh" };
}

/** Only comments and blank lines stand above: where headers belong. */
function isAboveCode(text: string, lineStart: number): boolean {
  return !/^[ \t]*[^#\s]/m.test(text.slice(0, lineStart));
}
