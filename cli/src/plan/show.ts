// A plan as text for a terminal, and as one comment in Markdown.

import {
  escapeMarkdown,
  type Localizer,
  listOf,
  type Message,
  type Plan,
  type PlanHarm,
  visible,
} from "@inittab/core";
import { table } from "../words.ts";
import { message } from "./message.ts";
import { comparisonMessage, type PlanSection, planSections } from "./sections.ts";

/** What a plan is about, and what of it is harmful. */
export interface PlanHead {
  readonly old: string;
  readonly fresh: string;
  readonly harms: readonly PlanHarm[];
}

/** The plan for a terminal. */
export function* planText(
  plan: Plan,
  { old, fresh, harms }: PlanHead,
  { text }: Localizer,
): Iterable<string> {
  yield `${visible(old)} -> ${visible(fresh)}\n`;
  yield `  ${text(comparisonMessage(plan.comparison))}\n`;
  for (const { title, rows, notes } of planSections(plan)) {
    yield `\n${text(title)}\n`;
    const cells = rows.map(({ what, line, process }) => [
      text(what),
      line === undefined ? "" : text(line),
      visible(process),
    ]);
    for (const row of table(cells)) yield `  ${row.trimEnd()}\n`;
    for (const note of notes) yield `  ${text(note)}\n`;
  }
  if (harms.length > 0) yield `\n${text(harmful(harms))}\n`;
}

/** The plan as Markdown. */
export function* planMarkdown(
  plan: Plan,
  { old, fresh, harms }: PlanHead,
  localizer: Localizer,
): Iterable<string> {
  const markdown = (said: Message) => escapeMarkdown(localizer.text(said));
  yield `### ${escapeMarkdown(visible(old))} → ${escapeMarkdown(visible(fresh))}\n\n`;
  yield `${markdown(comparisonMessage(plan.comparison))}\n`;
  if (harms.length > 0) yield `\n**${markdown(harmful(harms))}**\n`;
  for (const section of planSections(plan)) yield* markdownSection(section, markdown);
}

function* markdownSection(
  { title, rows, notes }: PlanSection,
  markdown: (said: Message) => string,
): Iterable<string> {
  yield `\n#### ${markdown(title)}\n`;
  if (rows.length > 0) {
    const names = [message("plan.column-what"), message("plan.column-line"), message("plan.column-process")];
    yield `\n| ${names.map(markdown).join(" | ")} |\n| --- | --- | --- |\n`;
    for (const { what, line, process } of rows)
      yield `| ${markdown(what)} | ${line === undefined ? "" : markdown(line)} | ${cell(process)} |\n`;
  }
  if (notes.length > 0) yield "\n";
  for (const note of notes) yield `- ${markdown(note)}\n`;
}

/** A process in a cell: nothing in it ends the cell or the line. */
function cell(process: string): string {
  return escapeMarkdown(visible(process));
}

function harmful(harms: readonly PlanHarm[]): Message {
  return message("plan.harms", { harms: listOf(harms, "comma") });
}
