// What the editor offers and says in a service of OpenRC: the words of depend() and what stands behind them, the
// variables and functions that OpenRC knows. Everything else is the business of a shell's own language server.

import {
  findOpenrcWord,
  type InitTree,
  listOf,
  type Message,
  type OpenrcWordFact,
  openrcVirtualNames,
  openrcWordPage,
  openrcWords,
  type TextRange,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import type { Completion } from "../../features/completion-item.ts";
import type { Hover } from "../../features/hover.ts";
import { wordAround } from "../header-spot.ts";
import { type OpenrcSpot, openrcSpotAt } from "../openrc-spot.ts";

/** What is known of a service beside its text. */
export interface OpenrcSurroundings {
  readonly name: string;
  readonly tree: InitTree | undefined;
  /** The client fills in the places of a snippet. */
  readonly snippets: boolean;
}

/** The proposals at an offset. */
export function openrcCompletions(
  text: string,
  offset: number,
  around: OpenrcSurroundings,
): readonly Completion[] {
  const spot = openrcSpotAt(text, offset);
  if (spot === undefined) return [];
  const range = { start: spot.word.start, end: spot.word.end };
  switch (spot.kind) {
    case "depend-word":
      return wordsOf("depend").map((fact) => proposal(fact, range, `${fact.name} `));
    case "depend-value":
      return valueProposals(spot, range, around);
    case "top":
      return topProposals(text, range, around);
  }
}

function valueProposals(
  { of, named }: OpenrcSpot & { kind: "depend-value" },
  range: TextRange,
  { name, tree }: OpenrcSurroundings,
): readonly Completion[] {
  const present = new Set(named.map((word) => word.replace(/^!/, "")));
  if (of === "keyword")
    return wordsOf("keyword")
      .filter((fact) => !present.has(fact.name))
      .map((fact) => proposal(fact, range, fact.name));
  if (of === "config") return [];
  return serviceNames(of === "provide" ? undefined : tree)
    .filter(([service]) => service !== name && !present.has(service))
    .map(([service, detail]) => ({ kind: "service" as const, label: service, detail, range, text: service }));
}

/** What can be needed or used, each with what it is: the services of a system, what they provide, and usual names. */
export function serviceNames(tree: InitTree | undefined): readonly (readonly [string, Message])[] {
  const offered = new Map<string, Message>();
  for (const [service, detail] of tree === undefined ? [] : namesIn(tree)) offered.set(service, detail);
  for (const virtual of openrcVirtualNames)
    if (!offered.has(virtual)) offered.set(virtual, featureMessage("completion.openrc-virtual"));
  return [...offered];
}

/** The services of a system, and what they provide, as far as it stands there word by word. */
function namesIn({ scripts }: InitTree): readonly (readonly [string, Message])[] {
  const services = scripts.filter(({ text }) => isService(text));
  return [
    ...services.map(({ name }) => [name, featureMessage("completion.openrc-script")] as const),
    ...services.flatMap(({ name: script, text }) =>
      providedIn(text).map(
        (provided) => [provided, featureMessage("completion.openrc-provided", { script })] as const,
      ),
    ),
  ];
}

function isService(text: string): boolean {
  return /^#!.*\/(?:openrc-run|runscript)\b/.test(text);
}

function providedIn(text: string): readonly string[] {
  return [...text.matchAll(/^[^#\n]*?\bprovide[ \t]+([^\n;#}]+)/gm)].flatMap(([, names = ""]) =>
    names.split(/\s+/).filter((name) => /^[\w.-]+$/.test(name)),
  );
}

/** Variables that are not set yet, and functions that are not there yet. */
function topProposals(
  text: string,
  range: TextRange,
  { snippets }: OpenrcSurroundings,
): readonly Completion[] {
  const rest = text.slice(0, range.start) + text.slice(range.end);
  const has = (pattern: string) => new RegExp(`^[ \\t]*${pattern}`, "m").test(rest);
  const variables = wordsOf("variable")
    .filter(({ name, usage }) => usage !== name && !has(`${name}=`))
    .map((fact) => proposal(fact, range, `${fact.name}=`));
  const functions = wordsOf("function")
    .filter(({ name }) => !has(`(?:function[ \\t]+)?${name}[ \\t]*\\(\\)`))
    .map((fact): Completion => {
      const body = bodyOf(fact.name);
      const place = snippets
        ? body.replaceAll("$RC_SVCNAME", "\\$RC_SVCNAME").replaceAll("$?", "\\$?")
        : body;
      const whole = `${fact.name}() {\n${place.replace("…", snippets ? "$0" : ":")}\n}`;
      return { ...proposal(fact, range, whole), ...(snippets ? { snippet: true as const } : {}) };
    });
  return [...variables, ...functions];
}

/** What stands in a function to begin with. */
function bodyOf(name: string): string {
  switch (name) {
    case "depend":
      return "\tneed …";
    case "start":
      return '\tebegin "Starting $RC_SVCNAME"\n\t…\n\teend $?';
    case "stop":
      return '\tebegin "Stopping $RC_SVCNAME"\n\t…\n\teend $?';
    default:
      return "\t…";
  }
}

function proposal(fact: OpenrcWordFact, range: TextRange, text: string): Completion {
  return {
    kind: "keyword",
    label: fact.name,
    detail: featureMessage(`completion.openrc-${fact.kind}`),
    documentation: { kind: "script-page", page: openrcWordPage(fact) },
    range,
    text,
  };
}

function wordsOf(kind: OpenrcWordFact["kind"]): readonly OpenrcWordFact[] {
  return openrcWords.filter((fact) => fact.kind === kind);
}

/** What a word at an offset means; undefined if it is not a word of OpenRC. */
export function openrcHover(text: string, offset: number, tree: InitTree | undefined): Hover | undefined {
  const word = wordAround(text, offset, /[\w!.-]/);
  if (word.text === "") return undefined;
  const spot = openrcSpotAt(text, word.end);
  if (spot?.kind === "depend-value" && spot.of !== "keyword") return serviceHover(word, tree);
  const fact = factAt(spot, word.text, text.slice(word.end));
  return fact && { parts: [{ kind: "script-page", page: openrcWordPage(fact) }], range: spot?.word ?? word };
}

function factAt(spot: OpenrcSpot | undefined, name: string, behind: string): OpenrcWordFact | undefined {
  // A variable may be used anywhere in the shell part.
  if (spot === undefined) return findOpenrcWord(name, ["variable"]);
  if (spot.kind === "depend-word") return findOpenrcWord(name, ["depend"]);
  if (spot.kind === "depend-value") return findOpenrcWord(name, ["keyword"]);
  return findOpenrcWord(name, /^[ \t]*\(/.test(behind) ? ["function"] : ["variable"]);
}

function serviceHover(
  range: TextRange & { readonly text: string },
  tree: InitTree | undefined,
): Hover | undefined {
  const name = range.text.replace(/^!/, "");
  if (tree === undefined || !/^[\w.-]+$/.test(name)) return undefined;
  const services = tree.scripts.filter(({ text }) => isService(text));
  const own = services.filter((script) => script.name === name);
  const providers = services.filter(({ text }) => providedIn(text).includes(name));
  const scripts = [...own, ...providers].map(({ path }) => ({ code: path }));
  const summary =
    scripts.length === 0
      ? featureMessage("hover.no-provider")
      : featureMessage("hover.provided-by", { scripts: listOf(scripts, "comma") });
  const page = { title: featureMessage("hover.service", { name }), summary, lines: [] };
  return { parts: [{ kind: "script-page", page }], range };
}
