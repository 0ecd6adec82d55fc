// What lintian 2.116 takes from the shell part of a script: it reads lines and searches for words, and knows no syntax.

import type { SourceLine } from "../../../initscript/header/lines.ts";
import { toByteString } from "../../../text/bytes.ts";
import type { TextRange } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";

/** The actions whose words lintian looks for. */
export const lintianActions = ["start", "stop", "restart", "force-reload", "status"] as const;

export type LintianAction = (typeof lintianActions)[number];

/** lintian's view of the shell part. */
export interface LintianBody {
  /** Without options, and without `env` before it; a byte string, empty where there is none. */
  readonly interpreter: string;
  readonly templateLines: readonly SourceLine[];
  /** Lines that begin with a dot and a file of /etc/default, and are not between `if [ -f` and `fi`. */
  readonly unguardedDefaults: readonly SourceLine[];
  /** The first mention of `/var/` before a `#`. */
  readonly varUse: TextRange | undefined;
  /** Whose words occur before a `#`. */
  readonly actions: ReadonlySet<LintianAction>;
  /** It reads the LSB functions, or is run by init-d-script. */
  readonly library: boolean;
}

const known = new WeakMap<ScriptContext, LintianBody>();

/** lintian's view of a script's shell part; computed once. */
export function lintianBody(script: ScriptContext): LintianBody {
  const body = known.get(script) ?? readBody(script);
  known.set(script, body);
  return body;
}

/** Names that lintian does not take for scripts, except where a package registers them. */
export function lintianSkips({ name }: ScriptContext): boolean {
  return /^(?:README|skeleton|rc|rcS)$/.test(name);
}

// Perl's classes for bytes: it takes them for Latin-1.
const space = "[\\t-\\r \\x85\\xa0]";
const word = "[\\w\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff]";
const leadingSpace = new RegExp(`^${space}+`);
// Blanks at the end of the line are gone before: env with nothing behind it is the interpreter itself.
const environmentProgram = new RegExp(`^/usr/bin/env${space}+(?!${space}|$)`);
const firstWord = /^[^\t-\r \x85\xa0]+/;
const condition = new RegExp(`(?<!${word})if${space}+`);
const fileTest = new RegExp(`(?:test|\\[)(?:${space}+!)?${space}+-[efr]${space}+`);
const conditionEnd = new RegExp(`(?<!${word})fi(?!${word})`);
const sourcedDefault = new RegExp(`^${space}*\\.${space}+["']?/etc/default/(?:[$/-]|${word})`);

// The same for text that it has decoded.
const wideSpace = "[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const initDScript = new RegExp(
  `^${wideSpace}*#!${wideSpace}*(?:/usr/bin/env)?${wideSpace}*/lib/init/init-d-script`,
);
const comment = new RegExp(`^${wideSpace}*#`);
const sourcedLibrary = new RegExp(
  `(?:\\.|source)${wideSpace}+/lib/(?:lsb/init-functions|init/init-d-script)`,
);

function readBody(script: ScriptContext): LintianBody {
  const { lines, text } = script;
  const { section } = script.lintian();
  const interpreter = interpreterOf(lines[0]?.text ?? "");
  const actions = new Set<LintianAction>(interpreter === "/lib/init/init-d-script" ? lintianActions : []);
  const templateLines: SourceLine[] = [];
  const unguardedDefaults: SourceLine[] = [];
  let varUse: TextRange | undefined;
  let inFileTest = false;
  for (const line of lines) {
    if (section !== undefined && line.number >= section.from && line.number <= section.to) continue;
    const bytes = toByteString(line.text) + (line.end < text.length ? "\n" : "");
    if (/Please remove the "Author" lines|Example initscript/.test(bytes)) templateLines.push(line);
    if (opensFileTest(bytes)) inFileTest = true;
    if (conditionEnd.test(bytes)) inFileTest = false;
    if (!inFileTest && sourcedDefault.test(bytes)) unguardedDefaults.push(line);
    const all = bytes.includes(". /lib/init/init-d-script");
    for (const action of all ? lintianActions : actionWords(line)) actions.add(action);
    varUse ??= varIn(line);
  }
  return { interpreter, templateLines, unguardedDefaults, varUse, actions, library: hasLibrary(script) };
}

function interpreterOf(line: string): string {
  if (!line.startsWith("#!") || line.startsWith("#!#!#!")) return "";
  const call = toByteString(line.slice(2)).replace(leadingSpace, "").replace(environmentProgram, "");
  return firstWord.exec(call)?.[0] ?? "";
}

function opensFileTest(bytes: string): boolean {
  const found = condition.exec(bytes);
  return found !== null && fileTest.test(bytes.slice(found.index + found[0].length));
}

function beforeComment({ text }: SourceLine): string {
  const hash = text.indexOf("#");
  return hash < 0 ? text : text.slice(0, hash);
}

/** The words that a line has before its first `#`, wherever they stand; `restart` is not a `start`. */
function* actionWords(line: SourceLine): Generator<LintianAction> {
  for (const [found] of beforeComment(line).matchAll(/start|stop|restart|force-reload|status/g)) {
    const action = lintianActions.find((each) => each === found);
    if (action !== undefined) yield action;
  }
}

function varIn(line: SourceLine): TextRange | undefined {
  const at = beforeComment(line).indexOf("/var/");
  return at < 0 ? undefined : { start: line.start + at, end: line.start + at + "/var/".length };
}

function hasLibrary({ lines }: ScriptContext): boolean {
  if (initDScript.test(lines[0]?.text ?? "")) return true;
  return lines.some(({ text }) => text.includes("/lib/") && !comment.test(text) && sourcedLibrary.test(text));
}
