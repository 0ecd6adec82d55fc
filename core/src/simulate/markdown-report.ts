// A simulated run as a report in Markdown: what happened, and how every record fared.

import type { InitState } from "./machine/state.ts";
import { runSimulation } from "./run.ts";
import type { Scenario } from "./scenario.ts";
import type { SimulationEnd, SimulationOptions } from "./simulate.ts";
import { type StoryLine, tellStory } from "./story.ts";
import { explainRecords } from "./why.ts";

/** How a report looks. */
export interface ReportOptions {
  /** Names the run: the file and the init. */
  readonly title: string;
  /** Replaces what cannot be shown, such as control characters. Default: the replacement character for each. */
  readonly visible?: (text: string) => string;
}

/** A run as two tables in Markdown, one of what happens and one of the records. Pure. */
export function simulationMarkdown(
  scenario: Scenario,
  options: SimulationOptions,
  { title, visible = withoutControls }: ReportOptions,
): string {
  const cell = (text: string) => visible(text).replace(/[\\`*_#<>[\]|]/g, "\\$&");
  const { lines, end } = wholeStory(scenario, options);
  const parts = [`# ${cell(title)}\n\n| Time (s) | What happens |\n| ---: | --- |\n`];
  let before = "";
  for (const { at, depth, text } of lines) {
    const time = at.toFixed(2);
    parts.push(`| ${time === before ? "" : time} | ${depth === 0 ? cell(text) : `↳ ${cell(text)}`} |\n`);
    before = time;
  }
  const { timeline, state } = runSimulation(scenario, options);
  parts.push(
    `\n${visible(describeEnd(state, end, timeline.until))}\n\n| Id | Line | Starts | Ran for (s) | At the end |\n| --- | ---: | ---: | ---: | --- |\n`,
  );
  for (const { record, text: why } of explainRecords(state)) {
    const lives = timeline.intervals.filter(
      ({ record: own }) => own.id === record.id && own.line === record.line && own.path === record.path,
    );
    const ran = lives.reduce((sum, { start, end: over }) => sum + (over ?? timeline.until) - start, 0);
    const line = record.path === null ? "added" : String(record.line);
    const numbers = lives.length === 0 ? " |  " : `${lives.length} | ${ran.toFixed(2)}`;
    parts.push(`| ${cell(shortened(record.id, 20))} | ${line} | ${numbers} | ${cell(why)} |\n`);
  }
  return parts.join("");
}

/** The whole story at once: what comes behind it needs its end. */
export function wholeStory(
  scenario: Scenario,
  options: SimulationOptions,
): { readonly lines: readonly StoryLine[]; readonly end: SimulationEnd } {
  const lines: StoryLine[] = [];
  const story = tellStory(scenario, options);
  for (let next = story.next(); ; next = story.next()) {
    if (next.done === true) return { lines, end: next.value };
    lines.push(next.value);
  }
}

/** How the run came to its end, in a sentence that a table of the records follows. */
export function describeEnd(state: InitState, end: SimulationEnd, until: number): string {
  const when = `At ${until.toFixed(2)} s`;
  if (end.ended !== undefined)
    return `${when} the machine goes down (${end.ended.how}); init's records then:`;
  const level = /^[#*]$/.test(state.level) ? "in the boot phase" : `in runlevel ${state.level}`;
  return `${when} init is ${level}; its records then:`;
}

/** The text, or its beginning where it is longer. */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "\ufffd");
}
