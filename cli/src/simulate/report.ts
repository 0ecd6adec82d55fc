// A simulated run in the formats of `inittab simulate`.

import {
  jsonText,
  type Localizer,
  rcCalls,
  type SimulatedRun,
  type Simulation,
  type StoryKind,
  serviceHistory,
  shortened,
  simulationMarkdown,
  storyWithScripts,
  storyWithServices,
  timelineSvg,
  traceWithScripts,
  visible,
  wordVisit,
} from "@inittab/core";
import { message } from "../message.ts";
import { table } from "../words.ts";
import type { Scripts } from "./rc-scripts.ts";
import { timelineLines } from "./timeline-text.ts";

/** What is simulated, and how the report looks. */
export interface ReportRequest {
  readonly simulation: Simulation;
  /** Names the run: the file and the init. */
  readonly title: string;
  /** Where the scripts of rc are to be listed. */
  readonly scripts: Scripts | undefined;
  /** The services whose status is told. */
  readonly services: readonly string[];
  /** Words for what is said. */
  readonly localizer: Localizer;
  readonly color: boolean;
  /** In columns. */
  readonly width: number;
}

/** The formats, by the name on the command line. */
export const reports: Readonly<
  Record<"text" | "json" | "svg" | "md", (request: ReportRequest) => Iterable<string>>
> = { text, json, svg, md };

/** Exactly the format of a recorded trace, an event on a line. */
function* json({ simulation, scripts, services: names, localizer }: ReportRequest): Iterable<string> {
  const run = scripts === undefined ? undefined : simulation.run();
  const trace = run?.trace ?? simulation.trace();
  const calls = run === undefined ? [] : rcCalls(run);
  const { events, final, ended, stopped } = trace;
  const head = { ...(trace.scenario !== undefined && { scenario: trace.scenario }), init: trace.init };
  yield `${jsonText(head).slice(0, -1)},\n"events":[`;
  for (const [index, event] of events.entries()) yield `${index === 0 ? "\n" : ",\n"}${jsonText(event)}`;
  const visits = scripts?.follow(calls) ?? [];
  const worded = visits.map((visit) => visit && wordVisit(visit, localizer));
  const { rc } = traceWithScripts({}, calls, worded);
  const services =
    scripts === undefined || names.length === 0
      ? undefined
      : serviceHistory(
          { calls, visits, events: simulation.scenario.events },
          { names, reportOf: scripts.reportOf },
        );
  const tail = jsonText({ final, ended, stopped, rc, services }).slice(1);
  yield `\n],\n${tail}\n`;
}

function* svg({ simulation, title, localizer }: ReportRequest): Iterable<string> {
  yield timelineSvg(simulation.run().timeline, { title, localizer });
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
  const { title, color, width, localizer } = request;
  const paint = (style: keyof typeof colors, words: string) =>
    color && colors[style] !== "" ? `\x1b[${colors[style]}m${words}\x1b[0m` : words;
  const { text: say } = localizer;
  yield `${visible(title)}\n\n`;
  const { story, timeline, reasons, closing, withoutFile } = runOf(request);
  let before = "";
  for (const line of story) {
    const time = line.at.toFixed(2).padStart(9);
    // A time is told once; what is below has the same.
    yield `${time === before ? " ".repeat(9) : paint("faint", time)}  `;
    yield `${"  ".repeat(line.depth)}${paint(line.kind, visible(say(line.message)))}\n`;
    before = time;
  }
  yield "\n";
  for (const line of timelineLines(timeline, width, localizer)) yield `${line}\n`;
  yield `\n${visible(say(closing))}\n`;
  const rows = reasons.map(({ record, message: why }) => [
    `  ${visible(shortened(record.id, 20))}`,
    say(record.path === null ? withoutFile : message("read.at-line", { line: record.line })),
    visible(say(why)),
  ]);
  yield* table(rows);
}

function* md(request: ReportRequest): Iterable<string> {
  const { title, localizer } = request;
  yield simulationMarkdown(runOf(request), { title, localizer });
}

/** The run, its story with the scripts of rc if they are asked for. */
function runOf({ simulation, scripts, services: names }: ReportRequest): SimulatedRun {
  const run = simulation.run();
  if (scripts === undefined) return run;
  const calls = rcCalls(run);
  const visits = scripts.follow(calls);
  const story = storyWithScripts(run.story, calls, visits);
  if (names.length === 0) return { ...run, story };
  const { events } = simulation.scenario;
  const { reportOf } = scripts;
  return { ...run, story: storyWithServices(story, { calls, visits, events }, { names, reportOf }) };
}
