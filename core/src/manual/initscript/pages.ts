// What is told about a word of an init script, as Markdown: the tables of facts in sentences.

import type { ChkconfigTagFact } from "../../initscript/facts/chkconfig-tags.ts";
import type { FacilityFact } from "../../initscript/facts/facilities.ts";
import { type HelperFact, helperLibraries } from "../../initscript/facts/helper-functions.ts";
import type { KeywordNeed, LsbKeywordFact } from "../../initscript/facts/lsb-keywords.ts";
import {
  actionExits,
  type ExitStatusFact,
  type ScriptActionFact,
  statusExits,
} from "../../initscript/facts/script-actions.ts";

/** The page of an LSB keyword: what it means, and which tool wants it. */
export function lsbKeywordPage(fact: LsbKeywordFact): string {
  const needs: readonly (readonly [string, KeywordNeed])[] = [
    ["insserv", fact.insserv],
    ["lintian", fact.lintian],
    ["rpmlint", fact.rpmlint],
    ["chkconfig", fact.chkconfig],
  ];
  return page(`${fact.keyword}: LSB header`, fact.meaning, [
    needs.map(([tool, need]) => `${tool}: ${need}`).join(" · "),
    ...(fact.mayBeEmpty ? ["The value may be empty."] : []),
    ...(fact.standard ? [] : ["An extension, not part of the standard."]),
    source(fact.source),
  ]);
}

/** The page of a system facility, such as `$network`. */
export function facilityPage(fact: FacilityFact): string {
  const origins: Readonly<Record<FacilityFact["origin"], string>> = {
    lsb: "A facility of the standard.",
    insserv: "Built into insserv, not part of the standard.",
    debian: "Defined by some packages' configuration, not part of the standard.",
    withdrawn: "No longer a facility of any system.",
  };
  const members =
    fact.members.length === 0
      ? []
      : [
          `On Debian 12 it stands for ${fact.members.map((name) => `\`${name}\``).join(", ")}; what begins with \`+\` need not exist.`,
        ];
  return page(`${fact.name}: system facility`, fact.meaning, [
    origins[fact.origin],
    ...members,
    source(fact.source),
  ]);
}

/** The page of a chkconfig tag. */
export function chkconfigTagPage(fact: ChkconfigTagFact): string {
  return page(`${fact.tag}: chkconfig header`, fact.meaning, [
    `Value: ${fact.value}.`,
    fact.read ? "chkconfig reads it." : "chkconfig does not read it.",
    source(fact.source),
  ]);
}

/** The page of a function of one of the libraries. */
export function helperPage(fact: HelperFact): string {
  return page(`${fact.name}: function of ${helperLibraries[fact.library]}`, fact.meaning, [
    `\`${fact.usage}\``,
    `Returns ${fact.returns}`,
    source(fact.source),
  ]);
}

/** The page of an argument that a script understands. */
export function scriptActionPage(fact: ScriptActionFact): string {
  return page(`${fact.name}: argument of an init script`, fact.meaning, [
    fact.required ? "The standard asks for it." : "The standard leaves it to the script.",
    source(fact.source),
  ]);
}

/** The page of an exit status of an action, such as `status`; undefined for a number that no process can end with. */
export function exitStatusPage(status: number, action: string): string | undefined {
  const table: readonly ExitStatusFact[] = action === "status" ? statusExits : actionExits;
  const fact = table.find(({ from, to }) => from <= status && status <= to);
  if (fact === undefined) return undefined;
  const of = action === "status" ? "of `status`" : `of ${action === "" ? "an action" : `\`${action}\``}`;
  return page(`Exit status ${status} ${of}`, `${capital(fact.meaning)}.`, [
    source("LSB Core, Init Script Actions"),
  ]);
}

/** The page of a lock file of Red Hat's scripts, where a script called `script` speaks of it. */
export function lockFilePage(lock: string, script: string): string {
  const own = lock === script || lock === `${script}.init`;
  return page(
    `Lock file /var/lock/subsys/${lock}`,
    "Red Hat's rc takes it for the sign that the service is up.",
    [
      "Where it is, rc does not call the script with `start`; where it is not, rc does not call it with `stop`, so the service is just killed at the end.",
      ...(script === ""
        ? []
        : own
          ? ["The name is that of this script, which is the one that rc looks for."]
          : [`Rc looks for \`${script}\`, the name of this script, and does not know this file.`]),
      source("observed: rc of Red Hat 5 to EL 6"),
    ],
  );
}

function page(title: string, summary: string, lines: readonly string[]): string {
  return [`**${title}**`, summary, ...lines].join("\n\n");
}

function source(text: string): string {
  return `*${text}*`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
