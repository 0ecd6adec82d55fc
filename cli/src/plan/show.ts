// A plan as text for a terminal, and as one comment in Markdown.

import {
  escapeMarkdown,
  type Localizer,
  listOf,
  type Message,
  type Plan,
  type PlanHarm,
  type ServiceChange,
  visible,
} from "@inittab/core";
import { reportMessage } from "../verify/message.ts";
import { table } from "../words.ts";
import { message } from "./message.ts";
import { comparisonMessage, type PlanSection, planSections } from "./sections.ts";

/** What a plan is about, and what of it is harmful. */
export interface PlanHead {
  readonly old: string;
  readonly fresh: string;
  readonly harms: readonly PlanHarm[];
  /** The services whose links differ; undefined where one of both is only a table. */
  readonly services?: readonly ServiceChange[] | undefined;
}

/** The plan for a terminal. */
export function* planText(
  plan: Plan,
  { old, fresh, harms, services = [] }: PlanHead,
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
  if (services.length > 0) {
    yield `\n${text(reportMessage("plan.services"))}\n`;
    for (const change of services) yield `  ${text(serviceNote(change))}\n`;
  }
  if (harms.length > 0) yield `\n${text(harmful(harms))}\n`;
}

/** The plan as Markdown. */
export function* planMarkdown(
  plan: Plan,
  { old, fresh, harms, services = [] }: PlanHead,
  localizer: Localizer,
): Iterable<string> {
  const { markdown } = localizer;
  yield `### ${escapeMarkdown(visible(old))} → ${escapeMarkdown(visible(fresh))}\n\n`;
  yield `${markdown(comparisonMessage(plan.comparison))}\n`;
  if (harms.length > 0) yield `\n**${markdown(harmful(harms))}**\n`;
  for (const section of planSections(plan)) yield* markdownSection(section, markdown);
  if (services.length > 0) {
    const notes = services.map(serviceNote);
    yield* markdownSection({ title: reportMessage("plan.services"), rows: [], notes }, markdown);
  }
}

/** What becomes of a service, and of its links. */
function serviceNote({ service, kind, levels }: ServiceChange): Message {
  const changes = levels.map(({ level, one, other }) =>
    reportMessage("plan.link", { level, one: one || "none", other: other || "none" }),
  );
  return reportMessage("plan.service", {
    service: { code: service },
    kind,
    levels: listOf(changes, "comma"),
  });
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
