// What this record does, in a few plain sentences: the part of a hover that no page of the manual can give.

import { type Action, findAction, lookUpSysvinitAction } from "../inittab/actions.ts";
import { actionDialectOf, type Dialect } from "../inittab/dialect.ts";
import type { InittabRecord } from "../inittab/read.ts";
import { defaultLevelOf, findRunlevel, isLevel } from "../inittab/runlevels.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import { describeBusyboxRecord } from "./describe-busybox.ts";
import { commandSentences } from "./describe-command.ts";
import { findTopic } from "./find.ts";
import { everyDigit, listOf, placesOf, type RunlevelSet, runlevelSet } from "./runlevel-words.ts";

/** The four fields of a record, as written or as init stores them. */
export type RecordFields = Pick<InittabRecord, "id" | "runlevels" | "action" | "process">;

/** Who reads the record, and what stands around it. */
export interface DescribeContext {
  readonly dialect: Dialect;
  /** The release, where the dialect is sysvinit. Default: the newest. */
  readonly version?: SysvinitVersion;
  /** Whether a readable /etc/initscript is there. */
  readonly initscript?: boolean;
  /** For a second initdefault record: the line, from 1, of the first, which is the one that counts. */
  readonly earlierInitdefault?: number;
}

/** What init does with this record, as plain text without Markdown: one to five sentences. */
export function describeRecord(record: RecordFields, context: DescribeContext): string {
  return recordSentences(record, context).join(" ");
}

/** The sentences of `describeRecord`, the most important first. */
export function recordSentences(record: RecordFields, context: DescribeContext): readonly string[] {
  const { dialect } = context;
  if (dialect === "unknown")
    return ["It is not known which init reads this file, so nothing is said of the record."];
  const action = knownAction(record.action, dialect);
  if (action === undefined)
    return [`Init drops the record, because ${quoted(record.action)} is no action that it knows.`];
  switch (dialect) {
    case "sysvinit":
      return describeSysvinitRecord(record, action, context);
    case "busybox":
    case "toybox":
      return describeBusyboxRecord(record, dialect);
    default:
      return describeByTopic(record, action, context);
  }
}

function knownAction(word: string, dialect: Dialect): Action | undefined {
  if (dialect === "sysvinit") return lookUpSysvinitAction(word);
  const action = findAction(word);
  const reader = actionDialectOf(dialect);
  return reader !== undefined && action?.dialects.includes(reader) === true ? action : undefined;
}

function describeSysvinitRecord(
  record: RecordFields,
  action: Action,
  context: DescribeContext,
): readonly string[] {
  if (action.name === "initdefault") return describeDefault(record, context);
  const stored = storedRunlevels(record, action);
  const set = runlevelSet(stored);
  if (action.name === "off")
    return [
      "Init ignores the process: it is never started.",
      ...(set.levels.includes("S")
        ? ["Its S keeps init from adding an entry of its own for single-user mode."]
        : []),
    ];
  const when = action.runlevels === "ignored" ? atBoot(action, record) : inLevels(action, set);
  if (when === undefined)
    return ["The process is never started, because the runlevels field names no level that init can be in."];
  return [
    ...when,
    ...deadCharacters(action, set),
    ...commandSentences({ ...record, runlevels: stored }, context, action),
  ];
}

/** What the reader makes of an empty field, so that written and stored records are described alike. */
export function storedRunlevels(record: Pick<RecordFields, "runlevels">, action: Action): string {
  if (record.runlevels !== "") return record.runlevels;
  return action.powerType ? `S${everyDigit}` : everyDigit;
}

/** Observed: sysvinit 3.06 (boot-order-of-phases, rlevel-ignored-actions, boot-boot-process-goes-on). */
function atBoot(action: Action, record: RecordFields): readonly string[] {
  const isWritten = !["", "#", "*"].includes(record.runlevels);
  const when = action.name === "sysinit" ? "before anything else" : "after the sysinit entries";
  const waits = action.waits ? "init waits for it" : "init does not wait";
  const ignored = isWritten ? "; the runlevels field is ignored" : "";
  return [
    `The process is started at boot ${when}; ${waits}${ignored}.`,
    ...(action.name === "boot" ? ["No later change of the runlevel ends it."] : []),
  ];
}

function inLevels(action: Action, set: RunlevelSet): readonly string[] | undefined {
  const places = placesOf(set);
  const calls = set.marks.map((mark) => `telinit ${mark}`);
  if (places.length + calls.length === 0) return undefined;
  if (action.trigger === "power" || action.trigger === "keyboard") return onEvent(action, set, places);
  if (action.respawns) {
    const running = [
      ...(places.length === 0 ? [] : [`in ${listOf(places, "or")}`]),
      ...(calls.length === 0 ? [] : [`from the first ${listOf(calls, "or")} on`]),
    ].join(" and ");
    return [
      `The process is kept running ${running}: init starts it again whenever it ends, and does not wait for it.`,
    ];
  }
  const when = [
    ...(places.length === 0 ? [] : [`on entering ${listOf(places, "or")}`]),
    ...(calls.length === 0 ? [] : [`on ${listOf(calls, "or")}`]),
  ].join(" and ");
  const waits = action.waits ? "init waits for it before it goes on" : "init does not wait";
  return [
    `The process is started once ${when}; ${waits}.`,
    // Observed: level-once-shared, level-single-shared-once.
    ...(set.levels.length > 1
      ? ["A change from one of these levels to another does not start it again."]
      : []),
  ];
}

/** The events behind the actions that no level starts. Observed: signal-int, signal-winch, signal-pwr-letters. */
const events: Readonly<Record<string, string>> = {
  ctrlaltdel: "On Ctrl-Alt-Del (SIGINT)",
  kbrequest: "On the keyboard request (SIGWINCH)",
  powerwait: "When the power fails (SIGPWR)",
  powerfail: "When the power fails (SIGPWR)",
  powerokwait: "When the power is back (SIGPWR with status O)",
  powerfailnow: "When the battery is low (SIGPWR with status L)",
};

function onEvent(action: Action, set: RunlevelSet, places: readonly string[]): readonly string[] {
  const everywhere = [...everyDigit, "S"].every((level) => set.levels.includes(level));
  const where = everywhere ? "in any runlevel" : `in ${listOf(places, "or")}`;
  const waits = action.waits ? "runs the process and waits for it" : "starts the process and does not wait";
  const calls = listOf(
    set.marks.map((mark) => `telinit ${mark}`),
    "or",
  );
  return [
    ...(places.length === 0 ? [] : [`${events[action.name] ?? "On its event"} ${where} init ${waits}.`]),
    // Observed: signal-int-other-level, signal-pwr-other-level.
    ...(places.length === 0 || everywhere
      ? []
      : ["In another level it is remembered, and acted on if the next level is one of these."]),
    ...(calls === ""
      ? []
      : [`A call by ${calls} runs it at once, and from then on its event counts in every ordinary level.`]),
  ];
}

function deadCharacters(action: Action, set: RunlevelSet): readonly string[] {
  if (action.runlevels === "ignored" || set.never.length === 0) return [];
  const verb = set.never.length === 1 ? "matches" : "match";
  return [`In the runlevels field ${listOf(set.never.map(quoted), "and")} ${verb} no level.`];
}

/** Observed: boot-initdefault-highest, -letter-beats-digit, -empty, -first, -invalid. */
function describeDefault(record: RecordFields, context: DescribeContext): readonly string[] {
  const ignored = record.process === "" ? [] : ["The process is ignored."];
  if (context.earlierInitdefault !== undefined)
    return [
      `Init ignores the record, because the initdefault of line ${context.earlierInitdefault} comes first.`,
      ...ignored,
    ];
  const stored = record.runlevels === "" ? everyDigit : record.runlevels;
  const characters = [...new Set(stored)];
  const level = defaultLevelOf(stored);
  if (!isLevel(level)) {
    const which = characters.length > 1 ? ", the character with the highest code," : "";
    return [
      `After boot init asks for a runlevel on the console, because ${quoted(level)}${which} is no level.`,
      ...ignored,
    ];
  }
  const place = level === "S" ? "single-user mode, S" : `runlevel ${level}`;
  const among =
    stored === everyDigit
      ? ", the highest of 0 to 9, which is what an empty field means"
      : characters.length > 1
        ? `, the highest of ${listOf(characters.map(quotedIfOdd), "and")}`
        : "";
  const purpose = "016".includes(level)
    ? [`By convention ${level} means: ${findRunlevel(level)?.purpose}.`]
    : [];
  return [`After boot init enters ${place}${among}.`, ...purpose, ...ignored];
}

/** For the dialects of which only the manual is known. */
function describeByTopic(record: RecordFields, action: Action, context: DescribeContext): readonly string[] {
  const topic = findTopic(action.name, context.dialect, ["action"]);
  const ignored = context.dialect === "procd";
  const levels =
    record.runlevels === ""
      ? []
      : [
          ignored
            ? "The runlevels field is ignored."
            : `Its runlevels are ${listOf([...record.runlevels], "and")}.`,
        ];
  return [
    ...(topic === undefined ? [] : [topic.summary.replaceAll("`", "")]),
    ...levels,
    ...commandSentences(record, context, action),
  ];
}

/** Letters stand as they are, anything else between quotation marks. */
function quotedIfOdd(text: string): string {
  return /^\w+$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text}"`;
}
