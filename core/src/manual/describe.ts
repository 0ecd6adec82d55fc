// What this record does, in a few plain sentences: the part of a hover that no page of the manual can give.

import type { Action } from "../inittab/actions.ts";
import { dialectFacts, lookUpAction } from "../inittab/dialect.ts";
import { defaultLevelOf, findRunlevel, isLevel } from "../inittab/runlevels.ts";
import { listOf, type Message } from "../text/message.ts";
import { describeByTerminal } from "./describe-by-terminal.ts";
import { commandSentences } from "./describe-command.ts";
import { findTopic } from "./find.ts";
import { message } from "./message.ts";
import type { DescribeContext, RecordFields } from "./record-context.ts";
import { callsOf, everyDigit, placesOf, type RunlevelSet, runlevelSet } from "./runlevel-words.ts";
import { topicPart } from "./topic.ts";

/**
 * What init does with this record: one to five sentences as plain text without Markdown, the most important first. None
 * if only the dialect's page explains it.
 */
export function recordSentences(record: RecordFields, context: DescribeContext): readonly Message[] {
  const { described } = dialectFacts[context.dialect];
  if (described === "nothing") return [message("record.unknown-dialect")];
  const action = lookUpAction(record.action, context.dialect);
  if (action === undefined) return [message("record.unknown-action", { action: quoted(record.action) })];
  switch (described) {
    case "levels":
      return describeByLevels(record, action, context);
    case "terminal":
      return describeByTerminal(record, context.dialect);
    case "manual":
      return describeByTopic(record, action, context);
  }
}

function describeByLevels(
  record: RecordFields,
  action: Action,
  context: DescribeContext,
): readonly Message[] {
  if (action.name === "initdefault") return describeDefault(record, context);
  const stored = storedRunlevels(record, action);
  const set = runlevelSet(stored);
  if (action.name === "off")
    return [message("record.off"), ...(set.levels.includes("S") ? [message("record.off-single")] : [])];
  const when = action.runlevels === "ignored" ? atBoot(action, record) : inLevels(action, set);
  if (when === undefined) return [message("record.no-level")];
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
function atBoot(action: Action, record: RecordFields): readonly Message[] {
  const isWritten = !["", "#", "*"].includes(record.runlevels);
  return [
    message("record.at-boot", {
      when: action.name === "sysinit" ? "sysinit" : "boot",
      waits: action.waits,
      ignored: isWritten,
    }),
    ...(action.name === "boot" ? [message("record.boot-goes-on")] : []),
  ];
}

function inLevels(action: Action, set: RunlevelSet): readonly Message[] | undefined {
  const calls = callsOf(set);
  const places = placesOf(set, "or");
  if (places.length + calls.length === 0) return undefined;
  if (action.trigger === "power" || action.trigger === "keyboard") return onEvent(action, set, places);
  if (action.respawns) {
    const where = [
      ...(places.length === 0
        ? []
        : [message("record.in-levels", { levels: listOf(placesOf(set, "and"), "and") })]),
      ...(calls.length === 0 ? [] : [message("record.from-call", { calls: listOf(calls, "or") })]),
    ];
    return [message("record.kept-running", { where: listOf(where, "and") })];
  }
  const when = [
    ...(places.length === 0 ? [] : [message("record.on-entering", { levels: listOf(places, "or") })]),
    ...(calls.length === 0 ? [] : [message("record.on-call", { calls: listOf(calls, "or") })]),
  ];
  return [
    message("record.started-once", { when: listOf(when, "and"), waits: action.waits }),
    // Observed: level-once-shared, level-single-shared-once.
    ...(set.levels.length > 1 ? [message("record.not-again")] : []),
  ];
}

/** The actions that no level starts. Observed: signal-int, signal-winch, signal-pwr-letters. */
function onEvent(action: Action, set: RunlevelSet, places: readonly Message[]): readonly Message[] {
  const everywhere = [...everyDigit, "S"].every((level) => set.levels.includes(level));
  const where = everywhere
    ? message("record.any-runlevel")
    : message("record.in-levels", { levels: listOf(places, "or") });
  const calls = callsOf(set);
  return [
    ...(places.length === 0
      ? []
      : [message("record.on-event", { event: action.name, where, waits: action.waits })]),
    // Observed: signal-int-other-level, signal-pwr-other-level.
    ...(places.length === 0 || everywhere ? [] : [message("record.event-remembered")]),
    ...(calls.length === 0 ? [] : [message("record.event-by-call", { calls: listOf(calls, "or") })]),
  ];
}

function deadCharacters(action: Action, set: RunlevelSet): readonly Message[] {
  if (action.runlevels === "ignored" || set.never.length === 0) return [];
  const characters = listOf(set.never.map(quoted), "and");
  return [message("record.dead-characters", { characters, count: set.never.length })];
}

/** Observed: boot-initdefault-highest, -letter-beats-digit, -empty, -first, -invalid. */
function describeDefault(record: RecordFields, context: DescribeContext): readonly Message[] {
  const ignored = record.process === "" ? [] : [message("record.process-ignored")];
  const { earlierInitdefault: line } = context;
  if (line !== undefined) return [message("record.second-default", { line }), ...ignored];
  const stored = record.runlevels === "" ? everyDigit : record.runlevels;
  const characters = [...new Set(stored)];
  const level = defaultLevelOf(stored);
  if (!isLevel(level))
    return [
      message("record.default-asks", { level: quoted(level), several: characters.length > 1 }),
      ...ignored,
    ];
  const place =
    level === "S" ? message("record.default-single") : message("record.default-runlevel", { level });
  const purpose = findRunlevel(level)?.purpose ?? "";
  return [
    message("record.default-enters", { place, among: amongOthers(stored, characters) }),
    ...("016".includes(level) ? [message("record.default-convention", { level, purpose })] : []),
    ...ignored,
  ];
}

/** Among which characters the default runlevel is the highest; empty where it is the only one. */
function amongOthers(stored: string, characters: readonly string[]): Message | "" {
  if (stored === everyDigit) return message("record.default-of-empty");
  if (characters.length < 2) return "";
  return message("record.default-of-several", { characters: listOf(characters.map(quotedIfOdd), "and") });
}

/** For the dialects of which only the manual is known. */
function describeByTopic(record: RecordFields, action: Action, context: DescribeContext): readonly Message[] {
  const topic = findTopic(action.name, context.dialect, ["action"]);
  const ignored = dialectFacts[context.dialect].levels === "";
  const levels =
    record.runlevels === ""
      ? []
      : [
          ignored
            ? message("record.runlevels-ignored")
            : message("record.its-runlevels", {
                count: record.runlevels.length,
                levels: listOf([...record.runlevels], "and"),
              }),
        ];
  return [
    ...(topic === undefined
      ? []
      : [message("record.summary", { summary: { ...topicPart(topic, "summary"), plain: true } })]),
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
