// A simulated run in the formats of `inittab simulate`.

import {
  explainRecords,
  type InitState,
  runSimulation,
  type Scenario,
  type SimulationEnd,
  type SimulationOptions,
  simulate,
  timelineSvg,
} from "@inittab/core";
import { visible } from "../terminal-text.ts";
import { table } from "../words.ts";
import { type StoryKind, type StoryLine, tellStory } from "./story.ts";
import { timelineLines } from "./timeline-text.ts";

/** What is simulated, and how the report looks. */
export interface ReportRequest {
  readonly scenario: Scenario;
  readonly options: SimulationOptions;
  /** Names the run: the file and the init. */
  readonly title: string;
  readonly color: boolean;
  /** In columns. */
  readonly width: number;
}

/** The formats, by the name on the command line. */
export const reports: Readonly<
  Record<"text" | "json" | "svg" | "md", (request: ReportRequest) => Iterable<string>>
> = { text, json, svg, md };

/** Exactly the format of a recorded trace, an event on a line. */
function* json({ scenario, options }: ReportRequest): Iterable<string> {
  const { events, final, ...rest } = simulate(scenario, options);
  const { ended, stopped, ...head } = rest;
  yield `${JSON.stringify(head).slice(0, -1)},\n"events":[`;
  for (const [index, event] of events.entries())
    yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(event)}`;
  const tail = JSON.stringify({ final, ended, stopped }).slice(1);
  yield `\n],\n${tail}\n`;
}

function* svg({ scenario, options, title }: ReportRequest): Iterable<string> {
  yield timelineSvg(runSimulation(scenario, options).timeline, { title });
}

const colors: Readonly<Record<StoryKind | "faint", string>> = {
  outside: "1",
  start: "32",
  end: "",
  killed: "31",
  message: "33",
  note: "36",
  faint: "2",
};

function* text(request: ReportRequest): Iterable<string> {
  const { scenario, options, title, color, width } = request;
  const paint = (style: keyof typeof colors, words: string) =>
    color && colors[style] !== "" ? `\x1b[${colors[style]}m${words}\x1b[0m` : words;
  yield `${visible(title)}\n\n`;
  const { lines, end } = linesOf(scenario, options);
  let before = "";
  for (const line of lines) {
    const time = line.at.toFixed(2).padStart(9);
    // A time is told once; what is below has the same.
    yield `${time === before ? " ".repeat(9) : paint("faint", time)}  `;
    yield `${line.depth === 0 ? "" : "  "}${paint(line.kind, visible(line.text))}\n`;
    before = time;
  }
  const { timeline, state } = runSimulation(scenario, options);
  yield "\n";
  for (const line of timelineLines(timeline, width)) yield `${line}\n`;
  yield `\n${atTheEnd(state, end, timeline.until)}\n`;
  const rows = explainRecords(state).map(({ record, text: why }) => [
    `  ${visible(shortened(record.id, 20))}`,
    record.path === null ? "added" : `line ${record.line}`,
    visible(why),
  ]);
  yield* table(rows);
}

function* md({ scenario, options, title }: ReportRequest): Iterable<string> {
  const { lines, end } = linesOf(scenario, options);
  yield `# ${cell(title)}\n\n| Time (s) | What happens |\n| ---: | --- |\n`;
  let before = "";
  for (const { at, depth, text: words } of lines) {
    const time = at.toFixed(2);
    yield `| ${time === before ? "" : time} | ${depth === 0 ? cell(words) : `↳ ${cell(words)}`} |\n`;
    before = time;
  }
  const { timeline, state } = runSimulation(scenario, options);
  yield `\n${atTheEnd(state, end, timeline.until)}\n\n| Id | Line | Starts | Ran for (s) | At the end |\n| --- | ---: | ---: | ---: | --- |\n`;
  for (const { record, text: why } of explainRecords(state)) {
    const lives = timeline.intervals.filter(
      ({ record: own }) => own.id === record.id && own.line === record.line && own.path === record.path,
    );
    const ran = lives.reduce((sum, { start, end: over }) => sum + (over ?? timeline.until) - start, 0);
    const line = record.path === null ? "added" : String(record.line);
    const numbers = lives.length === 0 ? " |  " : `${lives.length} | ${ran.toFixed(2)}`;
    yield `| ${cell(shortened(record.id, 20))} | ${line} | ${numbers} | ${cell(why)} |\n`;
  }
}

/** The whole story at once: what comes behind it needs its end. */
function linesOf(
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

function atTheEnd(state: InitState, end: SimulationEnd, until: number): string {
  const when = `At ${until.toFixed(2)} s`;
  if (end.ended !== undefined)
    return `${when} the machine goes down (${end.ended.how}); init's records then:`;
  const level = /^[#*]$/.test(state.level) ? "in the boot phase" : `in runlevel ${visible(state.level)}`;
  return `${when} init is ${level}; its records then:`;
}

/** What takes no part in the layout of a table of Markdown. */
function cell(text: string): string {
  return visible(text).replace(/[\\`*_#<>[\]|]/g, "\\$&");
}

function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
