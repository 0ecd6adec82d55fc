// Whole records for an empty line, and what may stand in a silencing comment.

import {
  type Dialect,
  dialectFacts,
  dialects,
  dialectTitle,
  type InittabScan,
  inittabRules,
  rulePart,
  type TextRange,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import {
  type Completion,
  type CompletionOptions,
  documented,
  lineRange,
} from "../../features/completion-item.ts";
import { idProposals, namesTerminal } from "./completion-ids.ts";
import { forTerminal } from "./completion-process.ts";
import { knownActions } from "./known-actions.ts";
import { type ManualLine, manualLines } from "./manual-lines.ts";
import { choice, gap } from "./snippet.ts";
import { tableCompletions } from "./tables.ts";

/**
 * The records of the manual whose ids are free. A client that knows snippets gets one to fill in as well, and in a file
 * that is empty whole tables.
 */
export function recordCompletions(
  scan: InittabScan,
  range: TextRange,
  options: CompletionOptions,
): readonly Completion[] {
  const { dialect } = scan;
  const free = new Set(idProposals(scan, undefined).map(({ id }) => id));
  const ready = manualLines(dialect).flatMap((line) => {
    const text = namesTerminal(dialect) || free.has(line.id) ? line.text : withFreeId(line, free);
    return text === undefined ? [] : [{ line, text }];
  });
  const records = ready.map(
    ({ line, text }): Completion => ({
      kind: "record",
      label: text,
      detail: line.about,
      ...documented(line.topic, dialect),
      range,
      text,
    }),
  );
  if (!options.snippets) return records;
  const whole = isBlank(scan) ? tableCompletions(scan, range) : [];
  return [recordSnippet(dialect, [...free], range), ...whole, ...records];
}

/** Whether there is nothing in the file yet but blanks and line ends. */
function isBlank({ text }: InittabScan): boolean {
  return text.length <= longestBlank && text.slice(0, text.length).trim() === "";
}

/** A file with more than that has something in it. */
const longestBlank = 1000;

/** A login on the next terminal where the manual's own one is taken; undefined for lines of which there is one. */
function withFreeId(line: ManualLine, free: ReadonlySet<string>): string | undefined {
  const prefix = /^(S?)\d$/.exec(line.id)?.[1];
  if (prefix === undefined || !/\btty/.test(line.process)) return undefined;
  const id = [...free].find((candidate) => new RegExp(`^${prefix}\\d$`).test(candidate));
  return id && [id, line.runlevels, line.action, forTerminal(line.process, id)].join(":");
}

function recordSnippet(dialect: Dialect, ids: readonly string[], range: TextRange): Completion {
  const { levels } = dialectFacts[dialect];
  const actions = knownActions(dialect).map(({ name }) => name);
  const fields = namesTerminal(dialect)
    ? [gap(1, ""), "", choice(2, actions), gap(3, "process")]
    : [
        gap(1, ids[0] ?? "id"),
        gap(2, [..."2345"].filter((level) => levels.includes(level)).join("")),
        choice(3, actions),
        gap(4, "process"),
      ];
  return {
    kind: "record",
    label: namesTerminal(dialect) ? "id::action:process" : "id:runlevels:action:process",
    detail: featureMessage("completion.new-record"),
    range,
    text: fields.join(":"),
    snippet: true,
  };
}

/** In a comment to this checker: the dialects, or in one that silences the rules that could speak here. */
export function commentCompletions(scan: InittabScan, offset: number): readonly Completion[] {
  const range = lineRange(scan, offset);
  const before = scan.text.slice(range.start, offset);
  const named = /^[ \t]*[#:][ \t]*inittab:[ \t]*dialect=([\w-]*)$/.exec(before)?.[1];
  if (named !== undefined)
    return dialects.map((dialect) => ({
      kind: "rule",
      label: dialect,
      detail: dialectTitle(dialect),
      range: { start: offset - named.length, end: offset },
      text: dialect,
    }));
  const typed = /^[ \t]*#[ \t]*inittab-disable-(?:next-line|file)[ \t](?:.*[\s,])?([^\s,]*)$/.exec(
    before,
  )?.[1];
  if (typed === undefined) return [];
  return inittabRules
    .filter((rule) => rule.dialects.includes(scan.dialect))
    .map((rule) => ({
      kind: "rule",
      label: rule.id,
      detail: rulePart(rule, "what"),
      range: { start: offset - typed.length, end: offset },
      text: rule.id,
    }));
}
