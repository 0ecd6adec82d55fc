// Which init will read this file? The rules for its entries are those of spec/dialects.md, section 8: the first that
// fits decides.

import type { Message } from "../text/message.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceText } from "../text/source-text.ts";
import { actions, actionsOf } from "./actions.ts";
import { type Dialect, dialectFacts } from "./dialect.ts";
import { type DialectStatement, parseDialectStatement } from "./dialect-comment.ts";
import { clueOfPath, type PathClue } from "./dialect-path.ts";
import type { DialectFacts } from "./dialects/facts.ts";
import { message } from "./guess-message.ts";

/** Who says which dialect a file is of; each is believed before the next. */
export type DialectSource = "request" | "comment" | "settings" | "content" | "path";

/** A dialect, the source that names it, and the reason, in words that fit after "because". */
export interface DialectGuess {
  readonly dialect: Dialect;
  readonly by: DialectSource;
  readonly because: Message;
  /** The guess depends on nothing after this offset (UTF-16 units); -1 if it does not depend on the text. */
  readonly examined: number;
  /** The entries do not agree: some are those of another init, so the guess may be wrong. */
  readonly doubtful?: true;
  /** Other dialects whose files have the same words, so that the text alone cannot tell them apart. */
  readonly alsoOf?: readonly Dialect[];
}

/** What is known of a file besides its text. */
export interface DialectHints {
  /** Asked for: holds whatever the file says. `auto`: not asked for. */
  readonly dialect?: Dialect | "auto";
  /** Holds unless a comment in the file says otherwise. */
  readonly preset?: DialectPreset;
  /** Where the file is: its folders are a clue where the entries leave doubt. */
  readonly path?: string;
}

/** A dialect that somebody has set for more than one file. */
export interface DialectPreset {
  readonly dialect: Dialect;
  /** Fits after "because": `the setting inittab.dialect says so`. */
  readonly because: Message;
}

/** How many entries and lines are looked at: enough for any real file, and a bound for generated ones. */
const entriesExamined = 300;
const linesExamined = 5000;

const anyAction: ReadonlyMap<string, string> = new Map(actions.map(({ name }) => [name, name]));

interface Entry {
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  /** The action in lower case. */
  readonly word: string;
  readonly process: string;
}

/** A single line, without its newline, and what it is. */
interface SampleLine {
  readonly text: string;
  readonly is: "nothing" | "odd" | "colon-comment" | "entry";
  readonly entry: Entry | undefined;
  /** Somebody has made a comment of it. */
  readonly commented: Entry | undefined;
}

/** What is looked at of a text to recognise its dialect, and what it says of that itself. */
export interface DialectSample {
  readonly lines: readonly SampleLine[];
  readonly entries: readonly Entry[];
  /** Entries that somebody has made comments of; looked at where there are no others. */
  readonly commented: readonly Entry[];
  /** Lines that are neither blank nor comment nor entry. */
  readonly oddLines: number;
  readonly colonComments: number;
  readonly examined: number;
  readonly statements: readonly DialectStatement[];
  /** The one that counts. */
  readonly statement: DialectStatement | undefined;
}

/**
 * Decides for whom a text is written: what was asked for, else what a comment in the file says, else what is set for it,
 * else what its entries and its path look like. Looks at the first 300 entries, and at no more than 5000 lines, and never fails.
 */
export function chooseDialect(text: SourceText, hints: DialectHints = {}): DialectGuess {
  return recognizeDialect(text, hints).guess;
}

/** The same with the sample that it rests on, if one was needed. That of the text before an edit makes it quicker. */
export function recognizeDialect(
  text: SourceText,
  hints: DialectHints,
  before?: DialectSample,
): { readonly guess: DialectGuess; readonly sample: DialectSample | undefined } {
  const { dialect: asked } = hints;
  if (asked !== undefined && asked !== "auto") {
    const because = message("guess.asked-for");
    return { guess: { dialect: asked, by: "request", because, examined: -1 }, sample: undefined };
  }
  const sample = takeSample(text, before);
  return { guess: guessFrom(sample, text, hints), sample };
}

function guessFrom(sample: DialectSample, text: SourceText, hints: DialectHints): DialectGuess {
  const { examined, statement } = sample;
  if (statement?.dialect !== undefined)
    return {
      dialect: statement.dialect,
      by: "comment",
      because: message("guess.comment", { line: lineNumber(text, statement.lineStart) }),
      examined,
    };
  if (hints.preset !== undefined) return { ...hints.preset, by: "settings", examined };
  const verdict = decide(sample);
  const clue = clueIn(hints);
  if (clue !== undefined && clue.dialect !== verdict.dialect && outweighs(clue, verdict, sample))
    return { dialect: clue.dialect, by: "path", because: clue.because, examined };
  const { dialect, because, alsoOf } = verdict;
  const guess = { dialect, by: "content" as const, because, examined, ...(alsoOf && { alsoOf }) };
  return isDoubtful(verdict.dialect, sample) ? { ...guess, doubtful: true } : guess;
}

/** The hints of a document are the same at each key. */
const clueIn = remembered(({ path }: DialectHints) => (path === undefined ? undefined : clueOfPath(path)));

/** Whether an entry has an action that the dialect does not know, and another one does. */
function isDoubtful(dialect: Dialect, { entries }: DialectSample): boolean {
  const own = actionNames(dialectFacts[dialect]);
  return own !== undefined && entries.some(({ word }) => anyAction.has(word) && !own.has(word));
}

/** The names of the actions that a dialect knows; undefined if they are not known. */
const actionNames = remembered(({ actions: column }: DialectFacts): ReadonlySet<string> | undefined =>
  column === undefined ? undefined : new Set(actionsOf(column).map(({ name }) => name)),
);

/**
 * Whether most entries are those of an init with runlevels: levels in their field, or an action that only such an init
 * has. A single word of another init then turns nothing over.
 */
function isMostlyLeveled({ entries }: DialectSample): boolean {
  let [leveled, others] = [0, 0];
  for (const { id, runlevels, word } of entries) {
    if (id !== "" && (/^[0-9Ss]+$/.test(runlevels) || onlyLeveled.has(word))) leveled++;
    // With BusyBox and procd the id is empty or a terminal, and the levels are not written.
    if (runlevels === "" && (id === "" || /^(?:\/dev\/)?(?:tty|console|null|hvc)/.test(id))) others++;
  }
  return leveled >= 2 && leveled > others;
}

/** The actions that no init without runlevels knows. */
const onlyLeveled: ReadonlySet<string> = new Set(
  actions
    .filter(({ dialects }) => !dialects.some((column) => withoutLevels().has(column)))
    .map(({ name }) => name),
);

/** The inits without runlevels, by the words that they know. */
function withoutLevels(): ReadonlySet<string | undefined> {
  return new Set(
    Object.values(dialectFacts)
      .filter(({ levels }) => levels === "")
      .map((facts) => facts.actions),
  );
}

/** Recognises the dialect of a text, and of its path if that is known; the user may know better. */
export function detectDialect(text: SourceText, path?: string): DialectGuess {
  return chooseDialect(text, path === undefined ? {} : { path });
}

/** What the text says of its own dialect: the first statement that names a known one, else the first. */
export function findDialectStatement(text: SourceText): DialectStatement | undefined {
  return takeSample(text).statement;
}

/** Everything that the text says of its own dialect, as far as it is looked at. */
export function dialectStatements(text: SourceText): readonly DialectStatement[] {
  return takeSample(text).statements;
}

/** What the entries look like, and how much that is worth. */
interface Verdict {
  readonly dialect: Dialect;
  readonly because: Message;
  /**
   * `own`: there is something that only this init knows; `look`: no other init fits better; `words`: two inits write
   * these very words; `none`: there is nothing to go by.
   */
  readonly weight: "own" | "look" | "words" | "none";
  /** For `words`: who else writes them. */
  readonly alsoOf?: readonly Dialect[];
}

/** Whether the folders of the path are better evidence. They never are where their init would not know an action. */
function outweighs(clue: PathClue, verdict: Verdict, { entries }: DialectSample): boolean {
  if (verdict.weight === "own") return false;
  if (verdict.weight !== "none" && clue.reach !== "program") return false;
  if (verdict.weight === "words" && verdict.alsoOf?.includes(clue.dialect) !== true) return false;
  const known = actionNames(dialectFacts[clue.dialect]);
  return known !== undefined && entries.every(({ word }) => known.has(word));
}

function decide(sample: DialectSample): Verdict {
  const { entries, oddLines, commented } = sample;
  if (entries.length === 0 && commented.length > 0) {
    const verdict = decide({ ...sample, entries: commented, oddLines: 0, commented: [] });
    return { ...verdict, because: message("guess.commented", { because: verdict.because }), weight: "look" };
  }
  if (entries.length === 0)
    return oddLines === 0
      ? { dialect: "sysvinit", because: message("guess.comments-alone"), weight: "none" }
      : own("unknown", message("guess.no-entry"));
  const strange = oddLines + entries.filter(({ word }) => !anyAction.has(word)).length;
  if (strange * 2 > entries.length + oddLines) return own("unknown", message("guess.strange"));

  const words = new Set(entries.map(({ word }) => word));
  const has = (...names: readonly string[]) =>
    names.some((name) => words.has(name)) ? entries.find(({ word }) => names.includes(word)) : undefined;
  // No pattern begins, ends or goes on across a NUL; one search of all is quicker than one of each.
  const processes = entries.map(({ process }) => process).join("\0");
  const runs = (pattern: RegExp) => pattern.test(processes);

  const isLeveled = isMostlyLeveled(sample);
  const procd = isLeveled ? undefined : has("askconsole", "askconsolelate", "respawnlate");
  if (procd) return own("procd", message("guess.action", { action: procd.action }));
  if (runs(/\/etc\/init\.d\/rcS\s+S\s+boot|rcS\s+K\s+(shutdown|stop)/)) {
    // OpenWrt had BusyBox init before procd, with the same words.
    const older = has("once", "wait", "ctrlaltdel", "restart");
    if (older) return own("busybox", message("guess.not-procd", { action: older.action }));
    return {
      dialect: "procd",
      because: message("guess.rcs"),
      weight: "words",
      alsoOf: ["busybox"],
    };
  }
  const busybox = isLeveled ? undefined : has("askfirst", "shutdown", "restart");
  if (busybox) return own("busybox", message("guess.action", { action: busybox.action }));
  if (entries.filter((entry) => entry.id === "").length * 2 > entries.length)
    return own("busybox", message("guess.empty-ids"));
  const linux = has("ctrlaltdel", "kbrequest", "powerokwait", "powerfailnow");
  if (
    (linux === undefined && has("hold")) ||
    runs(/srcmstr|rc\.boot|alog -tboot/) ||
    sample.colonComments > 0
  )
    return own("aix", message("guess.aix"));
  if (runs(/svc\.startd|autopush|\/usr\/lib\/saf|\/dev\/msglog/))
    return own("solaris", message("guess.programs", { system: "Solaris" }));
  if (runs(/ioinitrc|\/sbin\/bcheckrc/)) return own("hp-ux", message("guess.programs", { system: "HP-UX" }));
  if (linux) return own("sysvinit", message("guess.action", { action: linux.action }));
  if (runs(/LDISC[0-9]|co_9600|dx_9600/)) return own("irix", message("guess.line-settings"));
  const ofOldUnix =
    entries.some(({ process }) => /^\/etc\/(brc|bcheckrc)\b/.test(process)) ||
    (has("boot", "off") !== undefined && runs(/\/etc\/(getty|rc)/));
  if (ofOldUnix && !runs(/sbin\//)) return own("system-v", message("guess.system-v-programs"));
  const leveled = entries.some((entry) => entry.runlevels !== "");
  const sysvAction = has("initdefault", "boot", "bootwait", "powerfail", "powerwait", "off", "ondemand");
  if (!leveled && !sysvAction)
    return { dialect: "busybox", because: message("guess.no-runlevels"), weight: "look" };
  const because = leveled ? message("guess.runlevels") : message("guess.system-v-actions");
  return { dialect: "sysvinit", because, weight: "look" };
}

function own(dialect: Dialect, because: Message): Verdict {
  return { dialect, because, weight: "own" };
}

/** Lines that stand where they stood `before`, as most do after a key, are not taken apart again. */
function takeSample(text: SourceText, before?: DialectSample): DialectSample {
  const lines: SampleLine[] = [];
  const entries: Entry[] = [];
  const commented: Entry[] = [];
  let oddLines = 0;
  let colonComments = 0;
  const statements: DialectStatement[] = [];
  let at = 0;
  for (
    let seen = 0;
    at < text.length && seen < linesExamined && entries.length + oddLines < entriesExamined;
    seen++
  ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    // A line longer than this is no line that somebody wrote; its beginning is evidence enough.
    const whole = text.slice(at, Math.min(end, at + 1024));
    const known = before?.lines[seen];
    const line = known?.text === whole ? known : sampleLine(whole);
    lines.push(line);
    const said = parseDialectStatement(withoutReturn(whole), at, Math.min(end + 1, text.length));
    at = end + 1;
    if (said !== undefined) statements.push(said);
    if (line.commented !== undefined) commented.push(line.commented);
    if (said !== undefined && said.form !== "tail") continue;
    if (line.is === "odd") oddLines++;
    else if (line.is === "colon-comment") colonComments++;
    else if (line.entry !== undefined) entries.push(line.entry);
  }
  // The first that names a known dialect counts.
  const statement = statements.find(({ dialect }) => dialect !== undefined) ?? statements[0];
  return {
    ...{ lines, entries, commented, oddLines, colonComments, statements, statement },
    examined: Math.min(at, text.length),
  };
}

function sampleLine(text: string): SampleLine {
  const line = withoutReturn(text);
  const commented = commentedOut(line);
  if (/^[ \t]*(#|$)/.test(line)) return { text, is: "nothing", entry: undefined, commented };
  const idEnd = line.indexOf(":");
  const levelsEnd = idEnd < 0 ? -1 : line.indexOf(":", idEnd + 1);
  const actionEnd = levelsEnd < 0 ? -1 : line.indexOf(":", levelsEnd + 1);
  if (actionEnd < 0) return { text, is: "odd", entry: undefined, commented };
  const id = line.slice(0, idEnd);
  const runlevels = line.slice(idEnd + 1, levelsEnd);
  const action = line.slice(levelsEnd + 1, actionEnd);
  const process = line.slice(actionEnd + 1);
  if (id === "" && anyAction.has(process.split(":")[0] ?? "") && !anyAction.has(action))
    return { text, is: "colon-comment", entry: undefined, commented };
  return { text, is: "entry", entry: entryOf(id, runlevels, action, process), commented };
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** An entry after a `#`; prose has neither four fields nor an action among them. */
function commentedOut(line: string): Entry | undefined {
  if (!line.startsWith("#")) return undefined;
  const match = /^#+[ \t]*([^:\s]{0,20}):([\dsSabcABC]*):([a-z]+):(\S.*)$/s.exec(line);
  const [, id = "", runlevels = "", action = "", process = ""] = match ?? [];
  return match !== null && anyAction.has(action) ? entryOf(id, runlevels, action, process) : undefined;
}

function entryOf(id: string, runlevels: string, action: string, process: string): Entry {
  const word = action.toLowerCase();
  // The name in the table is the same string for all entries, and so is looked up and compared most quickly.
  return { id, runlevels, action, word: anyAction.get(word) ?? word, process };
}

function lineNumber(text: SourceText, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n", 0); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
