// A simulated run as a report in Markdown: what happened, and how every record fared.

import type { Localizer } from "../../text/localizer.ts";
import type { Message } from "../../text/message.ts";
import { escapeMarkdown } from "../../text/safe-text.ts";
import { nameOfRecord } from "../run/record-key.ts";
import type { SimulatedRun } from "../run/simulation.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import { message } from "./message.ts";

/** How a report looks. */
export interface ReportOptions {
  /** Names the run: the file and the init. */
  readonly title: string;
  readonly localizer: Localizer;
}

/** A run as two tables in Markdown, one of what happens and one of the records. Pure. */
export function simulationMarkdown(
  { story, timeline, reasons, closing, withoutFile }: SimulatedRun,
  { title, localizer }: ReportOptions,
): string {
  const { text } = localizer;
  const sentence = (what: Message) => escapeMarkdown(text(what));
  const heads = (...names: readonly Message[]) => `| ${names.map(text).join(" | ")} |\n`;
  const parts = [
    `# ${escapeMarkdown(title)}\n\n${heads(message("show.time"), message("show.happens"))}| ---: | --- |\n`,
  ];
  let before = "";
  for (const { at, depth, message: what } of story) {
    const time = at.toFixed(2);
    parts.push(`| ${time === before ? "" : time} | ${`${"↳ ".repeat(depth)}${sentence(what)}`} |\n`);
    before = time;
  }
  parts.push(`\n${sentence(closing)}\n\n`);
  parts.push(
    heads(
      message("show.id"),
      message("show.line"),
      message("show.starts"),
      message("show.ran-for"),
      message("show.at-end"),
    ),
  );
  parts.push("| --- | ---: | ---: | ---: | --- |\n");
  const livesOf = new Map<string, ProcessInterval[]>();
  for (const life of timeline.intervals) {
    const known = livesOf.get(nameOfRecord(life.record));
    if (known === undefined) livesOf.set(nameOfRecord(life.record), [life]);
    else known.push(life);
  }
  for (const { record, message: why } of reasons) {
    const lives = livesOf.get(nameOfRecord(record)) ?? [];
    const ran = lives.reduce((sum, { start, end: over }) => sum + (over ?? timeline.until) - start, 0);
    const line = record.path === null ? text(withoutFile) : String(record.line);
    const numbers = lives.length === 0 ? " |  " : `${lives.length} | ${ran.toFixed(2)}`;
    parts.push(`| ${escapeMarkdown(shortened(record.id, 20))} | ${line} | ${numbers} | ${sentence(why)} |\n`);
  }
  return parts.join("");
}

/** The text, or its beginning where it is longer. */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
