// What init takes from a file as a whole: which lines become records, in which order, and what it says of the others.

import { fromByteString, toByteString } from "../text/bytes.ts";
import { past } from "../text/past.ts";
import { findAction } from "./actions.ts";
import { dialectFacts } from "./dialect.ts";
import { type FieldName, fieldRange, type InittabLine } from "./line.ts";
import {
  inittabPath,
  noInittabDMessage,
  noInittabMessage,
  type Rejection,
  readingMessage,
  rejectionMessage,
  rejectionWords,
} from "./messages.ts";
import { fieldTextAt, type InittabScan, lineTextAt, type ReadOptions, scanInittab } from "./scan.ts";
import { readSysvinitPiece } from "./sysvinit-line.ts";
import { replaceTwins } from "./terminal.ts";
import { behaviourOf, lineLimit, repeatableId, type SysvinitBehaviour } from "./versions.ts";

/** A record as init keeps it in its list. */
export interface InittabRecord {
  readonly id: string;
  /** As stored: an empty field is filled, boot actions have `#` or `*`. */
  readonly runlevels: string;
  /** The action's lower-case name. */
  readonly action: string;
  readonly process: string;
  /** The file that holds the record; undefined for the record that init adds on its own. */
  readonly path: string | undefined;
  /** Init's count of lines, from 1; for a record of /etc/inittab also its index in the scan, plus one. */
  readonly line: number;
}

/** A line that init drops. */
export interface DroppedLine {
  readonly path: string;
  /** Init's count of lines, from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: Rejection;
  /** What init logs, word for word; empty where it says nothing. */
  readonly message: string;
  /** The same without the place that stands in front of it. */
  readonly words: string;
  /** For a duplicate id: the line of the record that has it. */
  readonly firstLine: number | undefined;
}

/** A record of a dialect without unique ids that a later record has taken the place of. */
export interface ReplacedRecord {
  readonly record: InittabRecord;
  /** The later record, whose action and place in the order count. */
  readonly by: InittabRecord;
}

/** What init makes of a file. */
export interface InittabReading {
  readonly scan: InittabScan;
  /** In init's own order. */
  readonly records: readonly InittabRecord[];
  readonly dropped: readonly DroppedLine[];
  /** In the order of the file; only BusyBox and toybox replace records. */
  readonly replaced: readonly ReplacedRecord[];
  /** Everything init logs while it reads, in order. */
  readonly messages: readonly string[];
  /** What init reads of the files of /etc/inittab.d, with the newlines; comments too. */
  readonly tabLines: readonly string[];
}

/** The options of a scan, and the files around the inittab. */
export interface ReadingOptions extends ReadOptions {
  /**
   * The files of /etc/inittab.d in directory order, or null where there is no such directory.
   * Default: an empty directory. Only releases since 2.97 look at it.
   */
  readonly inittabD?: readonly TabFile[] | null;
}

/** A file of /etc/inittab.d. */
export interface TabFile {
  /** The name below /etc/inittab.d. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file as init does, by dialect and release; undefined stands for a missing file. Never fails.
 * Source: spec/sysvinit.md, section 2; observed: sysvinit 2.88, 3.06, 3.14.
 */
export function readInittab(text: string | undefined, options: ReadingOptions = {}): InittabReading {
  const scan = scanInittab(text ?? "", text === undefined ? { dialect: "sysvinit", ...options } : options);
  return readScan(scan, {
    missing: text === undefined,
    inittabD: options.inittabD ?? [],
    ...directoryOf(options),
  });
}

/** The same for a file that is cut into lines already. */
export function readScan(
  scan: InittabScan,
  around: { readonly missing?: boolean; readonly inittabD?: readonly TabFile[] | null } = {},
): InittabReading {
  const behaviour = behaviourOf(scan.version);
  const { keeps, tellsOfBadLines } = dialectFacts[scan.dialect];
  const unique = keeps === "unique-ids";
  const list: List = {
    ...{ records: [], dropped: [], messages: [], tabLines: [] },
    ...{ byId: new Map(), unique, behaviour },
  };
  if (unique && around.missing === true) list.messages.push(noInittabMessage);
  if (unique && behaviour.readsInittabD && around.inittabD === null) list.messages.push(noInittabDMessage);

  let number = 0;
  for (let index = 0; index < scan.lines.length; index++) {
    const line = scan.lines[index];
    if (line === undefined) continue;
    number += line.count;
    if (line.kind === "record" || (line.kind === "rejected" && tellsOfBadLines === true))
      take(list, line, {
        path: inittabPath,
        number,
        action: () => fieldTextAt(scan, index, "action"),
        process: () => fieldTextAt(scan, index, "process"),
        text: () => lineTextAt(scan, index),
      });
  }
  if (unique) {
    if (!list.records.some((record) => record.runlevels.includes("S"))) {
      number++;
      list.records.push({ ...impliedSingleUserRecord, line: number });
    }
    if (behaviour.readsInittabD) readTabFiles(list, around.inittabD ?? [], number);
  }
  const { kept, replaced } =
    keeps === "no-twins"
      ? replaceTwins(list.records)
      : { kept: unique ? inInitsOrder(list.records) : list.records, replaced: [] };
  const { dropped, messages, tabLines } = list;
  return { scan, records: kept, dropped, replaced, messages, tabLines };
}

/** What sysvinit adds when no record names `S`. Observed: sulogin-entry-added; suppressed: power-empty-rlevel-hides-sulogin. */
export const impliedSingleUserRecord: Omit<InittabRecord, "line"> = {
  id: repeatableId,
  runlevels: "S",
  action: "wait",
  process: "/sbin/sulogin",
  path: undefined,
};

interface List {
  readonly records: InittabRecord[];
  readonly dropped: DroppedLine[];
  readonly messages: string[];
  readonly tabLines: string[];
  readonly byId: Map<string, number>;
  /** Whether a second record with the same id is dropped. */
  readonly unique: boolean;
  readonly behaviour: SysvinitBehaviour;
}

/** The reasons whose message names the action. */
const namesAction: ReadonlySet<Rejection> = new Set(["unknown-action", "unknown-handler"]);

function directoryOf(options: ReadingOptions): { readonly inittabD?: null } {
  return options.inittabD === null ? { inittabD: null } : {};
}

/** Where a line stands and what it says, asked only where it is needed. */
interface Source {
  readonly path: string;
  readonly number: number;
  readonly action: () => string;
  readonly process: () => string;
  readonly text: () => string;
}

function take(list: List, line: InittabLine, source: Source): void {
  if (line.rejection !== undefined) {
    const word = namesAction.has(line.rejection) ? source.action() : "";
    drop(list, source, line.rejection, word, undefined);
    return;
  }
  const { id, runlevels, action } = line;
  const firstLine = list.unique && id !== repeatableId ? list.byId.get(id) : undefined;
  if (firstLine !== undefined) {
    drop(list, source, "duplicate-id", id, firstLine);
    return;
  }
  if (list.unique) list.byId.set(id, source.number);
  list.records.push({
    id,
    runlevels,
    action,
    process: source.process(),
    path: source.path,
    line: source.number,
  });
}

function drop(
  list: List,
  source: Source,
  reason: Rejection,
  detail: string,
  firstLine: number | undefined,
): void {
  const { path, number: line } = source;
  const message = rejectionMessage(reason, line, detail, list.behaviour);
  if (message !== "") list.messages.push(message);
  const words = rejectionWords(reason, line, detail, list.behaviour);
  list.dropped.push({ path, line, text: source.text(), reason, message, words, firstLine });
}

/** Observed: order-power-first. Among themselves both kinds keep the order of the file. */
function inInitsOrder(records: readonly InittabRecord[]): readonly InittabRecord[] {
  const isPower = (record: InittabRecord) => findAction(record.action)?.powerType === true;
  return records.filter(isPower).concat(records.filter((record) => !isPower(record)));
}

/** Only the first line that is neither blank nor comment counts. Observed: the inittabd-* cases. */
function readTabFiles(list: List, files: readonly TabFile[], after: number): void {
  let number = after;
  for (const file of files) {
    if (file.name.length < 5 || !file.name.endsWith(".tab")) continue;
    const path = `/etc/inittab.d/${file.name}`;
    list.messages.push(readingMessage(path));
    const entry = firstPiece(toByteString(file.text), list.behaviour, list.tabLines);
    if (entry === undefined) continue;
    number++;
    if (entry.isComment) continue;
    const line = readSysvinitPiece(entry.bytes, list.behaviour, entry.cut);
    const field = (name: FieldName) => {
      const range = fieldRange(line, name);
      return range === undefined ? "" : fromByteString(entry.bytes.slice(range.start, range.end));
    };
    take(list, line, {
      path,
      number,
      action: () => field("action"),
      process: () => field("process"),
      text: () => fromByteString(entry.bytes),
    });
  }
}

interface Piece {
  readonly bytes: string;
  /** 3.14 remembers that a comment in front was too long. */
  readonly cut: boolean;
  /** A file of comments only still counts a line before 3.14. */
  readonly isComment: boolean;
}

/** `read` gets each piece up to that one. */
function firstPiece(bytes: string, behaviour: SysvinitBehaviour, read: string[]): Piece | undefined {
  let cut = false;
  let last = "";
  for (let at = 0, next = 0; at < bytes.length; at = past(at, next)) {
    const newline = bytes.indexOf("\n", at);
    const lineEnd = newline < 0 ? bytes.length : newline + 1;
    const piece = bytes.slice(at, Math.min(lineEnd, at + lineLimit));
    const seen = piece.split("\0", 1)[0] ?? "";
    read.push(fromByteString(seen));
    if (/^[ \t]*$/.test(seen)) return undefined;
    if (!/^[ \t]*[#\n]/.test(seen)) return { bytes: piece, cut, isComment: false };
    last = seen;
    next = at + piece.length;
    if (behaviour.longLines === "dropped" && !seen.endsWith("\n")) {
      cut = true;
      next = skipLine(bytes, next);
    }
  }
  return last !== "" && behaviour.longLines === "pieces" ? { bytes: last, cut, isComment: true } : undefined;
}

function skipLine(bytes: string, from: number): number {
  const newline = bytes.indexOf("\n", from);
  return newline < 0 ? bytes.length : newline + 1;
}
