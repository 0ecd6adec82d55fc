// Proposals in the headers of a script: keywords, facilities and services, runlevels, tags, whole headers, and a script
// to begin with. In the shell part there are none: that is the business of a shell's own language server.

import {
  chkconfigTagPage,
  chkconfigTags,
  type FamilyGuess,
  facilityFacts,
  facilityPage,
  findTopic,
  guessFamily,
  type InitTree,
  lsbKeywordPage,
  lsbKeywords,
  readLsbSections,
  type ScriptOutline,
  type TextRange,
  topicMarkdown,
} from "@inittab/core";
import type { Completion } from "../../features/completion-item.ts";
import { type HeaderSpot, headerSpotAt } from "../header-spot.ts";
import { configuredFacilities, providedNames } from "./names.ts";

/** What completion knows of a script beside its text. */
export interface CompletionSurroundings {
  readonly name: string;
  readonly outline: ScriptOutline | undefined;
  readonly tree: InitTree | undefined;
  /** The client fills in places of a snippet. */
  readonly snippets: boolean;
}

/** The proposals at an offset. */
export function scriptCompletions(
  text: string,
  offset: number,
  around: CompletionSurroundings,
): readonly Completion[] {
  const spot = headerSpotAt(text, offset);
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
      detail: fact.standard ? "LSB header" : "LSB header, extension",
      documentation: lsbKeywordPage(fact),
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
            detail: topic?.summary ?? "",
            ...(topic === undefined ? {} : { documentation: topicMarkdown(topic, "sysvinit") }),
            range,
            text: level,
          };
        });
    case "dependencies":
      return dependencyProposals(text, range, present, tree);
    case "flag":
      return [{ kind: "keyword", label: "true", detail: "the only value that counts", range, text: "true" }];
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
    .map((fact) => ({ name: fact.name, detail: fact.meaning, documentation: facilityPage(fact) }));
  const known = new Set(facilities.map(({ name }) => name));
  const further = (tree === undefined ? [] : configuredFacilities(tree))
    .filter((name) => !known.has(name))
    .map((name) => ({ name, detail: "defined by this system's insserv configuration" }));
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
    .map((name) => ({ name, detail: "provided by a script of this system" }));
  return [...facilities, ...further, ...services]
    .filter(({ name }) => !present.has(name))
    .map(({ name, ...rest }) => ({ kind: "service" as const, label: name, ...rest, range, text: name }));
}

/** In a comment outside of headers: tags of chkconfig. In an empty script: a whole one. */
function commentProposals(
  text: string,
  offset: number,
  around: CompletionSurroundings,
): readonly Completion[] {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const [whole, typed = ""] = /^#[ \t]*([a-z]*)$/.exec(text.slice(lineStart, offset)) ?? [];
  const isTop = isAboveCode(text, lineStart);
  const proposals: Completion[] = [];
  if (whole !== undefined && isTop) {
    const { redhat }: FamilyGuess = guessFamily(text, around.name);
    const range = { start: offset - typed.length, end: offset };
    if (redhat || typed !== "") proposals.push(...tagProposals(text, range));
  }
  return proposals;
}

function tagProposals(text: string, range: TextRange): readonly Completion[] {
  return chkconfigTags
    .filter(({ tag, repeatable }) => repeatable || !new RegExp(`^#[ \\t]*${tag}:`, "m").test(text))
    .map((fact) => ({
      kind: "keyword" as const,
      label: fact.tag,
      detail: `chkconfig header: ${fact.value}`,
      documentation: chkconfigTagPage(fact),
      range,
      text: `${fact.tag}: `,
    }));
}

/** Only comments and blank lines stand above: where headers belong. */
function isAboveCode(text: string, lineStart: number): boolean {
  return !/^[ \t]*[^#\s]/m.test(text.slice(0, lineStart));
}
