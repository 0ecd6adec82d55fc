// What rpmlint 2.4 takes from a script: it searches lines for words, and knows no syntax.

import type { SourceLine } from "../../../initscript/header/lines.ts";
import type { ScriptContext } from "../contract.ts";

/** A lock file below /var/lock/subsys that a line mentions. */
interface SubsysUse {
  readonly line: SourceLine;
  /** As written, cut where rpmlint cuts it. */
  readonly name: string;
  /** rpmlint takes it for another name than the script's; `unresolved` where it begins with a variable. */
  readonly verdict: "same" | "other" | "unresolved";
}

/** rpmlint's view of a script's lines. */
export interface RpmlintBody {
  /** Some line has the word before a `#`. */
  readonly status: boolean;
  readonly reload: boolean;
  /** Lines with levels and two numbers. */
  readonly chkconfigLines: readonly { readonly line: SourceLine; readonly levels: string }[];
  /** For each line the first. */
  readonly subsys: readonly SubsysUse[];
}

const known = new WeakMap<ScriptContext, RpmlintBody>();

/** rpmlint's view of a script's lines; computed once. */
export function rpmlintBody(script: ScriptContext): RpmlintBody {
  const body = known.get(script) ?? readBody(script);
  known.set(script, body);
  return body;
}

// Python's \s and \w for text.
const spaces = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const space = `[${spaces}]`;
const wordCharacter = "[\\p{L}\\p{N}_]";
const chkconfigLine = new RegExp(
  `^${space}*#${space}*chkconfig:${space}*([-0-9]+)${space}+[-0-9]+${space}+[-0-9]+`,
);
const lock = new RegExp(`/var/lock/subsys/([^/"';&|${spaces}]+)`);
const variable = new RegExp(`\\$\\{?(${wordCharacter}+)\\}?`, "gu");

function readBody(script: ScriptContext): RpmlintBody {
  let status = false;
  let reload = false;
  const chkconfigLines: { line: SourceLine; levels: string }[] = [];
  const subsys: SubsysUse[] = [];
  const values = new Map<string, string | undefined>();
  for (const { line, text } of script.rpmlint().searched) {
    status ||= /^[^#]*status/.test(text);
    reload ||= /^[^#]*reload/.test(text);
    const levels = text.includes("chkconfig:") ? chkconfigLine.exec(text)?.[1] : undefined;
    if (levels !== undefined) chkconfigLines.push({ line, levels });
    const name = lock.exec(text)?.[1];
    if (name !== undefined) subsys.push({ line, ...judge(name, script, values) });
  }
  return { status, reload, chkconfigLines, subsys };
}

/** A search through the whole text for each variable must have an end. */
const followedAtMost = 200;

type Values = Map<string, string | undefined>;

function judge(name: string, script: ScriptContext, values: Values): Omit<SubsysUse, "line"> {
  if (name === script.name) return { name, verdict: "same" };
  if (name.startsWith("$")) {
    const value = substitute(name, { script, values, depth: 0 });
    return { name, verdict: value === script.name ? "same" : "unresolved" };
  }
  const brace = name.indexOf("}");
  const cut = brace < 0 ? name : name.slice(0, brace);
  return { name: cut, verdict: cut === script.name || cut === "" ? "same" : "other" };
}

interface Following {
  readonly script: ScriptContext;
  readonly values: Values;
  readonly depth: number;
}

/** Follows the last variable of a value, and those after it; what is before it stays as written. */
function substitute(value: string, following: Following): string {
  const last = [...value.matchAll(variable)].at(-1);
  if (last === undefined) return value;
  const [all, name = ""] = last;
  const before = value.slice(0, last.index);
  return before + (assignedValue(name, following) ?? "") + value.slice(last.index + all.length);
}

/** What the first thing that looks like an assignment says. rpmlint never ends where variables follow each other in a circle. */
function assignedValue(name: string, { script, values, depth }: Following): string | undefined {
  if (values.has(name)) return values.get(name);
  if (depth > 50 || values.size > followedAtMost) return undefined;
  const assignment = new RegExp(`(?<!${wordCharacter})${name}${space}*=${space}*([^\\n]+)`, "u");
  const written = assignment.exec(script.text)?.[1];
  const itself = written !== undefined && [...written.matchAll(variable)].at(-1)?.[1] === name;
  const value =
    written === undefined || itself ? undefined : substitute(written, { script, values, depth: depth + 1 });
  values.set(name, value);
  return value;
}
