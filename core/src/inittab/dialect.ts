// Which init will read this file? The rules are those of spec/dialects.md, section 8: the first that fits decides.

import type { SourceText } from "../text/source-text.ts";
import { actions } from "./actions.ts";

/** The programs that read a file of this name. `unknown`: no claim is made about the file. */
export const dialects = [
  "sysvinit",
  "busybox",
  "procd",
  "toybox",
  "aix",
  "solaris",
  "hp-ux",
  "irix",
  "sco",
  "tru64",
  "system-v",
  "unknown",
] as const;

/** A family of init programs that read the file alike. */
export type Dialect = (typeof dialects)[number];

/** The recognised dialect, and the evidence for it in words that fit behind "because". */
export interface DialectGuess {
  readonly dialect: Dialect;
  readonly because: string;
  /** The guess depends on nothing behind this offset (UTF-16 units). */
  readonly examined: number;
}

/** How many entries are looked at: enough for any real file, and a bound for generated ones. */
const entriesExamined = 300;

const anyAction: ReadonlySet<string> = new Set(actions.map((action) => action.name));

interface Entry {
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
}

interface Sample {
  readonly entries: readonly Entry[];
  /** Lines that are neither blank nor comment nor entry. */
  readonly oddLines: number;
  readonly colonComments: number;
  readonly examined: number;
}

/** Recognises the dialect of a text. Looks at the first 300 entries and never fails; the user may know better. */
export function detectDialect(text: SourceText): DialectGuess {
  const sample = takeSample(text);
  const [dialect, because] = decide(sample);
  return { dialect, because, examined: sample.examined };
}

function decide(sample: Sample): readonly [Dialect, string] {
  const { entries, oddLines } = sample;
  if (entries.length === 0)
    return oddLines === 0
      ? ["sysvinit", "it holds nothing but comments"]
      : ["unknown", "no line has four fields"];
  const strange = oddLines + entries.filter((entry) => !anyAction.has(entry.action.toLowerCase())).length;
  if (strange * 2 > entries.length + oddLines)
    return ["unknown", "most lines have too few fields or an action that no init knows"];

  const has = (...names: readonly string[]) =>
    entries.find((entry) => names.includes(entry.action.toLowerCase()));
  const runs = (pattern: RegExp) => entries.find((entry) => pattern.test(entry.process));

  const procd = has("askconsole", "askconsolelate", "respawnlate");
  if (procd) return ["procd", `it has the action ${procd.action}`];
  if (runs(/\/etc\/init\.d\/rcS\s+S\s+boot|rcS\s+K\s+(shutdown|stop)/)) {
    // OpenWrt had BusyBox init before procd, with the same words.
    const older = has("once", "wait", "ctrlaltdel", "restart");
    if (older) return ["busybox", `it has the action ${older.action}, which procd does not know`];
    return ["procd", "it starts rcS with the words that procd expects"];
  }
  const busybox = has("askfirst", "shutdown", "restart");
  if (busybox) return ["busybox", `it has the action ${busybox.action}`];
  if (entries.filter((entry) => entry.id === "").length * 2 > entries.length)
    return ["busybox", "most ids are empty"];
  if (has("hold") || runs(/srcmstr|rc\.boot|alog -tboot/) || sample.colonComments > 0)
    return ["aix", "it has words or comments of AIX"];
  if (runs(/svc\.startd|autopush|\/usr\/lib\/saf|\/dev\/msglog/))
    return ["solaris", "it starts programs of Solaris"];
  if (runs(/ioinitrc|\/sbin\/bcheckrc/)) return ["hp-ux", "it starts programs of HP-UX"];
  const linux = has("ctrlaltdel", "kbrequest", "powerokwait", "powerfailnow");
  if (linux) return ["sysvinit", `it has the action ${linux.action}`];
  if (runs(/LDISC[0-9]|co_9600|dx_9600/)) return ["irix", "it has the line settings of IRIX"];
  if (has("boot", "off") && runs(/\/etc\/(getty|rc|brc|bcheckrc)/) && !runs(/sbin\//))
    return ["system-v", "its programs live in /etc"];
  const leveled = entries.some((entry) => entry.runlevels !== "");
  const sysvAction = has("initdefault", "boot", "bootwait", "powerfail", "powerwait", "off", "ondemand");
  if (!leveled && !sysvAction) return ["busybox", "no entry has runlevels"];
  return ["sysvinit", leveled ? "entries have runlevels" : "it has actions of System V init"];
}

function takeSample(text: SourceText): Sample {
  const entries: Entry[] = [];
  let oddLines = 0;
  let colonComments = 0;
  let at = 0;
  while (at < text.length && entries.length + oddLines < entriesExamined) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    // A line longer than this is no line that somebody wrote; its beginning is evidence enough.
    const line = text.slice(at, Math.min(end, at + 1024)).replace(/\r$/, "");
    at = end + 1;
    if (/^[ \t]*(#|$)/.test(line)) continue;
    const match = /^([^:]*):([^:]*):([^:]*):(.*)$/s.exec(line);
    const [, id = "", runlevels = "", action = "", process = ""] = match ?? [];
    if (match === null) oddLines++;
    else if (id === "" && anyAction.has(process.split(":")[0] ?? "") && !anyAction.has(action))
      colonComments++;
    else entries.push({ id, runlevels, action, process });
  }
  return { entries, oddLines, colonComments, examined: Math.min(at, text.length) };
}
