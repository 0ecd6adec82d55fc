// What the editor offers and says in /etc/conf.d/NAME: what the service of that name reads, and what OpenRC adds to its
// depend().

import {
  findOpenrcWord,
  type InitScript,
  type InitTree,
  type Message,
  type OpenrcWordFact,
  openrcWordPage,
  openrcWords,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import { type Completion, goingOnUnlessWhole } from "../../features/completion-item.ts";
import type { Hover } from "../../features/hover.ts";
import { wordAround } from "../header-spot.ts";
import { serviceNames } from "./openrc.ts";

/** The service whose settings a file has, by its address, and the inittab of its system; undefined for any other file. */
export function settingsFileAt(
  uri: string,
): { readonly service: string; readonly inittab: string } | undefined {
  const [, etc, service] = /^(.*\/etc)\/conf\.d\/([^/]+)$/.exec(uri) ?? [];
  return service === undefined ? undefined : { service, inittab: `${etc}/inittab` };
}

/** The settings of a service. */
export interface ServiceSettings {
  readonly text: string;
  readonly service: string;
  /** The system around them; undefined: it is not known. */
  readonly tree: InitTree | undefined;
}

/** The proposals at an offset. */
export function settingCompletions(settings: ServiceSettings, offset: number): readonly Completion[] {
  return goingOnUnlessWhole(proposalsAt(settings, offset), settings.text, offset);
}

function proposalsAt({ text, service, tree }: ServiceSettings, offset: number): readonly Completion[] {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/^\w*$/.test(before)) return nameProposals(text, offset, scriptOf(service, tree));
  const word = /^rc_(\w+)=["']?(?:[^"'#]*[ !])?[^\s"'#!]*$/.exec(before)?.[1];
  if (word === undefined || !namesServices.has(word)) return [];
  const { start, end } = wordAround(text, offset, /[\w.-]/);
  return serviceNames(tree)
    .filter(([name]) => name !== service)
    .map(([name, detail]) => ({ kind: "service", label: name, detail, range: { start, end }, text: name }));
}

const namesServices: ReadonlySet<string> = new Set(["need", "use", "want", "after", "before", "provide"]);

function nameProposals(text: string, offset: number, script: InitScript | undefined): readonly Completion[] {
  const { start, end } = wordAround(text, offset, /\w/);
  const rest = text.slice(0, start) + text.slice(end);
  const isSet = (name: string) => new RegExp(`^[ \\t]*${name}=`, "m").test(rest);
  const range = { start, end };
  const own = [...variablesOf(script)]
    .filter(([name]) => !isSet(name))
    .map(([name, value]): Completion => {
      const detail = featureMessage("completion.openrc-read", { script: script?.path ?? "" });
      return { kind: "keyword", label: name, detail, range, text: `${name}="${value}"` };
    });
  const known = openrcWords
    .filter(({ kind, name }) => kind === "setting" || (kind === "variable" && mayBeSet(name, script)))
    .filter(({ name }) => !isSet(name))
    .map((fact): Completion => {
      const documentation = { kind: "script-page", page: openrcWordPage(fact) } as const;
      const detail = detailOf(fact);
      return { kind: "keyword", label: fact.name, detail, documentation, range, text: `${fact.name}=""` };
    });
  const names = new Set(own.map(({ text: whole }) => whole.replace(/=.*/s, "")));
  return [...own, ...known.filter(({ text: whole }) => !names.has(whole.replace(/=.*/s, "")))];
}

function detailOf({ kind }: OpenrcWordFact): Message {
  return featureMessage(kind === "setting" ? "completion.openrc-setting" : "completion.openrc-variable");
}

/** What OpenRC sets itself, and what the script gives a value whatever was set before, is of no use here. */
function mayBeSet(name: string, script: InitScript | undefined): boolean {
  return !name.startsWith("RC_") && !isGiven(name, script);
}

function isGiven(name: string, script: InitScript | undefined): boolean {
  return new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}=(?!.*\\$\\{?${name}\\b)`, "m").test(
    script?.text ?? "",
  );
}

/** The variables that a script reads and does not set itself, with the values that it takes instead. */
function variablesOf(script: InitScript | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const text = (script?.text ?? "").replace(/(?:^|\s)#.*/g, "");
  for (const [, whole = "", braced, usual] of text.matchAll(/\$(\{?)([A-Za-z_]\w*)(?::?[=-]([^}]*))?/g)) {
    const name = braced ?? "";
    if (isGiven(name, script) || ofTheShell.test(name)) continue;
    if (new RegExp(`\\b(?:for|read|local)[ \\t](?:.*[ \\t])?${name}\\b`).test(text)) continue;
    const value = whole === "{" ? (usual ?? "").replace(/^"|"$/g, "") : "";
    if (!found.has(name) || found.get(name) === "") found.set(name, /["$`\\]/.test(value) ? "" : value);
  }
  return found;
}

/** Variables that nobody sets for one service. */
const ofTheShell = /^(?:RC_|SVCNAME$|EINFO_|IFS$|PATH$|HOME$|PWD$|USER$|LANG$|LC_|HOSTNAME$|OPTARG$|OPTIND$)/;

/** What a variable under the cursor means to the service. */
export function settingHover({ text, service, tree }: ServiceSettings, offset: number): Hover | undefined {
  const word = wordAround(text, offset, /\w/);
  const { start, end } = word;
  if (word.text === "" || text[end] !== "=") return undefined;
  const fact = findOpenrcWord(word.text, ["setting", "variable"]);
  if (fact !== undefined)
    return { parts: [{ kind: "script-page", page: openrcWordPage(fact) }], range: { start, end } };
  const script = scriptOf(service, tree);
  const value = variablesOf(script).get(word.text);
  if (script === undefined || value === undefined) return undefined;
  const page = {
    title: featureMessage("hover.openrc-read", { name: word.text, script: { code: script.path } }),
    summary: featureMessage("hover.openrc-usual", { value: value === "" ? "none" : { code: value } }),
    lines: [],
  };
  return { parts: [{ kind: "script-page", page }], range: { start, end } };
}

/** `net.eth0` is `net.lo`'s script by a link, and `net` is read for both. */
function scriptOf(service: string, tree: InitTree | undefined): InitScript | undefined {
  const scripts = tree?.scripts ?? [];
  return (
    scripts.find(({ name }) => name === service) ?? scripts.find(({ name }) => name.split(".")[0] === service)
  );
}
