// What is said of a word of an init script, as Markdown: the tables of facts in sentences.

import type { ChkconfigTagFact } from "../../initscript/facts/chkconfig-tags.ts";
import type { FacilityFact } from "../../initscript/facts/facilities.ts";
import { type HelperFact, helperLibraries } from "../../initscript/facts/helper-functions.ts";
import type { LsbKeywordFact } from "../../initscript/facts/lsb-keywords.ts";
import type { OpenrcWordFact } from "../../initscript/facts/openrc-words.ts";
import type { RecipeWordFact } from "../../initscript/facts/recipe-words.ts";
import {
  actionExits,
  type ExitStatusFact,
  type ScriptActionFact,
  statusExits,
} from "../../initscript/facts/script-actions.ts";
import { aboutProgram } from "../../programs/about.ts";
import type { Program } from "../../programs/program.ts";
import type { Localizer } from "../../text/localizer.ts";
import { type Code, listOf, type Message, type Prose, proseIn } from "../../text/message.ts";
import { escapeMarkdown } from "../../text/safe-text.ts";
import { aboutOf, runSentences } from "../describe-program.ts";
import { message } from "../message.ts";

/** A page before it is worded: a title, a summary, and lines below them. */
export interface ScriptPage {
  readonly title: Message;
  readonly summary: Message | Prose;
  readonly lines: readonly PageLine[];
}

/** A line of a page; a `source` is set in italics, and `code` as it is. */
export type PageLine = Message | Code | { readonly source: string };

/** A page as Markdown. */
export function scriptPageMarkdown({ title, summary, lines }: ScriptPage, localizer: Localizer): string {
  const { markdown } = localizer;
  const worded = lines.map((line) =>
    "source" in line ? `*${escapeMarkdown(line.source)}*` : markdown(line),
  );
  return [`**${markdown(title)}**`, markdown(summary), ...worded].join("\n\n");
}

/** What a fact says in a sentence or two, ready to be translated. */
function meaning(id: string, english: string): Prose {
  return { prose: `${id}.meaning`, english };
}

/** The page of an LSB keyword: what it means, and which tool wants it. */
export function lsbKeywordPage(fact: LsbKeywordFact): ScriptPage {
  return {
    title: message("page.lsb-keyword", { keyword: fact.keyword }),
    summary: meaning(`lsb.${fact.keyword}`, fact.meaning),
    lines: [
      message("page.lsb-needs", {
        insserv: message("page.lsb-need", { need: fact.insserv }),
        lintian: message("page.lsb-need", { need: fact.lintian }),
        rpmlint: message("page.lsb-need", { need: fact.rpmlint }),
        chkconfig: message("page.lsb-need", { need: fact.chkconfig }),
      }),
      ...(fact.mayBeEmpty ? [message("page.lsb-may-be-empty")] : []),
      ...(fact.standard ? [] : [message("page.lsb-extension")]),
      { source: fact.source },
    ],
  };
}

/** The page of a system facility, such as `$network`. */
export function facilityPage(fact: FacilityFact): ScriptPage {
  const members = listOf(
    fact.members.map((code) => ({ code })),
    "comma",
  );
  return {
    title: message("page.facility", { facility: fact.name }),
    summary: facilityMeaning(fact),
    lines: [
      message("page.facility-origin", { origin: fact.origin }),
      ...(fact.members.length === 0 ? [] : [message("page.facility-members", { members })]),
      { source: fact.source },
    ],
  };
}

/** What a facility stands for. */
export function facilityMeaning(fact: FacilityFact): Prose {
  return meaning(`facility.${fact.name}`, fact.meaning);
}

/** The page of a chkconfig tag. */
export function chkconfigTagPage(fact: ChkconfigTagFact): ScriptPage {
  return {
    title: message("page.tag", { tag: fact.tag }),
    summary: chkconfigTagMeaning(fact),
    lines: [
      message("page.tag-value", { value: chkconfigTagValue(fact) }),
      message("page.tag-read", { read: fact.read }),
      { source: fact.source },
    ],
  };
}

/** What the value of a chkconfig tag is made of. */
export function chkconfigTagValue(fact: ChkconfigTagFact): Prose {
  return { prose: `chkconfig.${fact.tag}.value`, english: fact.value };
}

/** What a chkconfig tag says. */
function chkconfigTagMeaning(fact: ChkconfigTagFact): Prose {
  return meaning(`chkconfig.${fact.tag}`, fact.meaning);
}

/** The page of a function of one of the libraries. */
export function helperPage(fact: HelperFact): ScriptPage {
  const id = `helper.${fact.library}.${fact.name}`;
  const returns: Prose = { prose: `${id}.returns`, english: fact.returns };
  return {
    title: message("page.helper", { name: fact.name, library: helperLibraries[fact.library] }),
    summary: meaning(id, fact.meaning),
    lines: [{ code: fact.usage }, message("page.helper-returns", { returns }), { source: fact.source }],
  };
}

/** The page of a word of an OpenRC service. */
export function openrcWordPage(fact: OpenrcWordFact): ScriptPage {
  const { kind, name, usage, source } = fact;
  return {
    title: message("page.openrc-word", { name, kind }),
    summary: openrcWordMeaning(fact),
    lines: [{ code: usage }, { source }],
  };
}

/** What a word of an OpenRC service does. */
function openrcWordMeaning({ kind, name, meaning: english }: OpenrcWordFact): Prose {
  return meaning(`openrc.${kind}.${name}`, english);
}

/** The page of what a recipe of OpenEmbedded says to its class update-rc.d. */
export function recipeWordPage({ kind, name, usage, meaning: english, source }: RecipeWordFact): ScriptPage {
  return {
    title: message("page.recipe-word", { name, kind }),
    summary: meaning(`recipe.${name}`, english),
    lines: [{ code: usage }, { source }],
  };
}

/** The page of an argument that a script understands. */
export function scriptActionPage(fact: ScriptActionFact): ScriptPage {
  return {
    title: message("page.script-action", { name: fact.name }),
    summary: meaning(`script-action.${fact.name}`, fact.meaning),
    lines: [message("page.script-action-required", { required: fact.required }), { source: fact.source }],
  };
}

/** The page of a program that inittabs and scripts start: what it is for, and what becomes of its process. */
export function programPage(program: Program): ScriptPage {
  const [name = "", ...others] = program.names;
  const names = listOf(
    others.map((code) => ({ code })),
    "and",
  );
  return {
    title: message("page.program", { name }),
    summary: message("programs.about", { name, about: aboutOf(program) }),
    lines: [
      ...runSentences(program),
      ...(others.length === 0 ? [] : [message("page.program-names", { names })]),
      { source: aboutProgram(program).source },
    ],
  };
}

/** The page of an exit status of an action, such as `status`; undefined for a number that no process can end with. */
export function exitStatusPage(status: number, action: string): ScriptPage | undefined {
  const table: readonly ExitStatusFact[] = action === "status" ? statusExits : actionExits;
  const fact = table.find(({ from, to }) => from <= status && status <= to);
  if (fact === undefined) return undefined;
  const id = `exit.${action === "status" ? "status" : "action"}.${fact.from}`;
  return {
    title: message("page.exit-status", { status, action: action === "" ? "none" : { code: action } }),
    summary: meaning(id, fact.meaning),
    lines: [{ source: "LSB Core, Init Script Actions" }],
  };
}

/** Every part of a page that can be translated on its own; the rest are messages. */
export function pageProse({ summary, lines }: ScriptPage): readonly Prose[] {
  return [...proseIn(summary), ...lines.flatMap((line) => ("source" in line ? [] : proseIn(line)))];
}

/** The page of a lock file of Red Hat's scripts, where a script called `script` speaks of it. */
export function lockFilePage(lock: string, script: string): ScriptPage {
  const own = lock === script || lock === `${script}.init`;
  const owner = own ? message("page.lock-own") : message("page.lock-other", { script: { code: script } });
  return {
    title: message("page.lock", { lock }),
    summary: message("page.lock-sign"),
    lines: [
      message("page.lock-calls"),
      ...(script === "" ? [] : [owner]),
      { source: "observed: rc of Red Hat 5 to EL 6" },
    ],
  };
}
