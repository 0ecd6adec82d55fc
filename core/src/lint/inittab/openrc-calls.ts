// What a table has OpenRC do: which record calls it with which runlevel, and when.

import { bootCallOf, namesProgram } from "../../initscript/tree/boot-call.ts";
import { type Dialect, dialectFacts } from "../../inittab/dialect.ts";
import { findProgram } from "../../programs/find.ts";
import type { ProgramKind } from "../../programs/program.ts";
import type { FileContext } from "./contract.ts";

/** The inits whose tables start OpenRC (spec/openrc.md, section 1). */
export const openrcDialects: readonly Dialect[] = ["sysvinit", "busybox"];

/** A record that calls openrc with a runlevel. */
export interface OpenrcRecord {
  readonly index: number;
  readonly level: string;
  /** When it runs at boot: a later one waits for all earlier ones. Undefined: at another time. */
  readonly rank: number | undefined;
  /** It runs when the machine goes down. */
  readonly isDown: boolean;
}

/** What a table has OpenRC do. */
export interface OpenrcTable {
  /** In the order of their running at boot, and then of the file. */
  readonly records: readonly OpenrcRecord[];
  /** The runlevels that some process enters, however it does it. */
  readonly entered: ReadonlySet<string>;
  /** A program at boot, or on the way down, that may do anything, also call OpenRC. */
  readonly unknownAtBoot: boolean;
  readonly unknownDown: boolean;
}

/** Beyond so many records it is no machine's table; nobody waits for an answer about them. */
const patience = 2000;

const known = new WeakMap<FileContext, OpenrcTable | undefined>();

/** What the table has OpenRC do; undefined where it does not call it. Computed once for a file. */
export function openrcTable(file: FileContext): OpenrcTable | undefined {
  if (known.has(file)) return known.get(file);
  const speaks = file.recordCount <= patience && namesProgram(file.scan.text, "openrc");
  const table = speaks ? readTable(file) : undefined;
  known.set(file, table);
  return table;
}

function readTable(file: FileContext): OpenrcTable | undefined {
  const records: OpenrcRecord[] = [];
  const entered = new Set<string>();
  let [unknownAtBoot, unknownDown] = [false, false];
  for (const action of actions)
    for (const index of file.linesOf(action)) {
      const process = file.field(index, "process");
      const levels = file.scan.lines[index]?.runlevels ?? "";
      const rank = rankOf(file.scan.dialect, action, levels);
      const isDown = action === "shutdown" || (rank === undefined && /^[06]+$/.test(levels));
      for (const [, word = ""] of process.matchAll(/\b(?:open)?rc\b[^;&|]*?\b([a-z]{2,})\b/g))
        entered.add(word);
      const level = levelOf(process);
      if (level !== undefined) records.push({ index, level, rank, isDown });
      else if (!isHarmless(process)) {
        unknownAtBoot ||= rank !== undefined && rank < normalRank;
        unknownDown ||= isDown;
      }
    }
  if (records.length === 0) return undefined;
  const last = normalRank + 1;
  records.sort((one, other) => (one.rank ?? last) - (other.rank ?? last) || one.index - other.index);
  return { records, entered, unknownAtBoot, unknownDown };
}

/** The actions whose processes run at boot, in a level, or on the way down. */
const actions = ["sysinit", "boot", "bootwait", "wait", "once", "respawn", "shutdown"] as const;

/** The rank of the records of a level, which come after those of the boot itself. */
const normalRank = 2;

/** BusyBox runs all sysinit entries before all wait entries, and these before the others; sysvinit knows levels. */
function rankOf(dialect: Dialect, action: string, levels: string): number | undefined {
  if (action === "sysinit") return 0;
  if (action === "boot" || action === "bootwait") return 1;
  if (action === "shutdown") return undefined;
  if (dialectFacts[dialect].levels === "") return action === "wait" ? 1 : normalRank;
  return /[2-5]/.test(levels) ? normalRank : undefined;
}

/**
 * The runlevel that a process enters; undefined where it calls no openrc, or with anything but one word. What it did when
 * it was still called rc was not recorded.
 */
function levelOf(process: string): string | undefined {
  const call = namesProgram(process, "openrc") ? bootCallOf(process) : undefined;
  return call?.program === "rc" || call === undefined || !/^[\w.-]+$/.test(call.level)
    ? undefined
    : call.level;
}

/** Programs that start no service of OpenRC. */
const harmless: ReadonlySet<ProgramKind> = new Set(["getty", "login", "power", "daemon"]);

function isHarmless(process: string): boolean {
  if (/[;&|`$(]/.test(process)) return false;
  const [path = ""] = process
    .replace(/^[+@-]+/, "")
    .trim()
    .split(/\s+/);
  const known = findProgram(path);
  if (known === undefined) return false;
  return harmless.has(known.kind) || (known.kind === "tool" && known.run.kind === "ends");
}
