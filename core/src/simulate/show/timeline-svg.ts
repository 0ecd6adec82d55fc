// The timeline as a picture: one row for each record that ran, bars on a common axis, the levels of init above. The text
// is built by hand; it needs nothing to be shown, and follows a dark background where the viewer has one.

import type { Localizer } from "../../text/localizer.ts";
import type { Message, MessageValue } from "../../text/message.ts";
import { escapeMarkup } from "../../text/safe-text.ts";
import { nameOfRecord } from "../run/record-key.ts";
import type { ProcessInterval, Timeline } from "../run/timeline.ts";
import { message } from "./message.ts";
import { describeSeconds, idWidthOf, levelName, measureName, ticksOf } from "./time.ts";

/** How the picture is made. */
export interface TimelineSvgOptions {
  readonly localizer: Localizer;
  /** Stands above the picture and names it for readers that do not see it. */
  readonly title?: string;
  /** The width of the whole picture. Default 900. */
  readonly width?: number;
}

/** Heights and widths, in pixels. */
const size = { row: 22, bar: 14, axis: 26, level: 22, title: 30, margin: 12, letter: 7.3 } as const;

/** The longest label, in characters. */
const labelLimit = 34;

/** So many rows are drawn; a picture with more would be no picture. */
const mostRows = 400;

const style = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#24292f}
.title{font:600 14px system-ui,sans-serif}.faint{fill:#6e7781}.grid{stroke:#d0d7de;stroke-width:1}
.level{fill:#eaeef2}.level.odd{fill:#d8dee4}.bar{fill:#2f81f7}.bar.short{fill:#54aeff}.bar.asks{fill:#eac54f}.terminated{fill:#bc4c00}.killed{fill:#cf222e}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#8d96a0}.grid{stroke:#30363d}
.level{fill:#21262d}.level.odd{fill:#2d333b}.bar{fill:#388bfd}.bar.short{fill:#79c0ff}.bar.asks{fill:#9e6a03}.terminated{fill:#f0883e}.killed{fill:#f85149}}`;

/** A timeline as SVG. Pure: the same timeline gives the same text. */
export function timelineSvg(timeline: Timeline, options: TimelineSvgOptions): string {
  const { text, words } = options.localizer;
  const rows = rowsOf(timeline);
  const shown = rows.slice(0, mostRows);
  const labelWidth = Math.ceil(Math.max(6, ...shown.map(({ label }) => label.length)) * size.letter);
  const width = Math.max(options.width ?? 900, labelWidth + 200);
  const left = size.margin + labelWidth + 10;
  const right = width - size.margin;
  const top = size.margin + (options.title === undefined ? 0 : size.title);
  const first = top + size.level + 6;
  const bottom = first + shown.length * size.row;
  const height = bottom + size.axis + (rows.length > shown.length ? size.row : 0);
  const until = Math.max(timeline.until, 0.001);
  const x = (seconds: number) => round(left + (Math.min(seconds, until) / until) * (right - left));

  const parts: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeMarkup(options.title ?? text(message("show.title")))}</title>`,
    `<style>${style}</style>`,
  ];
  if (options.title !== undefined)
    parts.push(textAt(size.margin, size.margin + 14, options.title, ` class="title"`));
  for (const tick of ticksOf(until, right - left)) {
    parts.push(`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${first - 4}" y2="${bottom + 4}"/>`);
    const name = words(describeSeconds(tick));
    parts.push(textAt(x(tick), bottom + 18, name, ` class="faint" text-anchor="middle"`));
  }
  const measure = text(measureName(timeline.measure));
  parts.push(textAt(size.margin, top + 15, measure, ` class="faint"`));
  for (const [index, { level, start, end }] of timeline.levels.entries()) {
    const from = x(start);
    const to = x(end ?? until);
    if (to <= from) continue;
    const name = words(levelName(level));
    const about = text(describeStay(name, start, end ?? until));
    parts.push(
      `<rect class="level${index % 2 === 0 ? "" : " odd"}" x="${from}" y="${top}" width="${round(to - from)}" height="${size.level - 2}"><title>${escapeMarkup(about)}</title></rect>`,
    );
    if (name.length * size.letter + 6 < to - from) parts.push(textAt(round(from + 4), top + 15, name));
  }
  for (const [index, { label, intervals }] of shown.entries()) {
    const y = first + index * size.row;
    parts.push(textAt(size.margin, y + 15, label));
    const titleOf = (lives: Lives) => text(describeLives(lives, until));
    parts.push(...bars(intervals, { y: y + (size.row - size.bar) / 2, x, until, titleOf }));
  }
  if (rows.length > shown.length) {
    const more = text(message("show.more", { count: rows.length - shown.length }));
    parts.push(textAt(size.margin, bottom + 40, more, ` class="faint"`));
  }
  return `${parts.join("\n")}\n</svg>\n`;
}

/** Lives of one record's process, one after the other. */
type Lives = readonly [ProcessInterval, ...ProcessInterval[]];

/** A record with the lives of its process. */
interface Row {
  readonly label: string;
  readonly intervals: Lives;
}

function rowsOf({ intervals }: Timeline): readonly Row[] {
  const idWidth = idWidthOf(intervals);
  const byRecord = new Map<string, [ProcessInterval, ...ProcessInterval[]]>();
  for (const interval of intervals) {
    const key = nameOfRecord(interval.record);
    const known = byRecord.get(key);
    if (known === undefined) byRecord.set(key, [interval]);
    else known.push(interval);
  }
  return [...byRecord.values()].map((lives) => {
    const [{ record, process }] = lives;
    const label = `${record.id.padEnd(idWidth)} ${process}`;
    return {
      label: label.length > labelLimit ? `${label.slice(0, labelLimit - 1)}…` : label,
      intervals: lives,
    };
  });
}

/** How the bars of a row are drawn. */
interface BarPlace {
  readonly y: number;
  /** Where a time is. */
  readonly x: (seconds: number) => number;
  /** The end of the run, in seconds. */
  readonly until: number;
  /** What is said of lives that are one bar. */
  readonly titleOf: (lives: Lives) => string;
}

function bars(intervals: readonly ProcessInterval[], place: BarPlace): readonly string[] {
  const { y, x, until, titleOf } = place;
  return groupsOf(intervals, place).flatMap((group) => {
    const [begin] = group;
    const last = group.at(-1) ?? begin;
    const from = x(begin.start);
    const length = Math.max(round(x(last.end ?? until) - from), 1.5);
    const title = escapeMarkup(titleOf(group));
    if (group.length === 1 && begin.enter !== undefined) return askingBar(begin, place, title);
    const bar = `<rect class="bar${length < 4 ? " short" : ""}" x="${from}" y="${y}" width="${length}" height="${size.bar}" rx="2"><title>${title}</title></rect>`;
    return last.how === "killed" || last.how === "terminated"
      ? [
          bar,
          `<rect class="${last.how}" x="${round(from + length - 1.5)}" y="${y}" width="3" height="${size.bar}"/>`,
        ]
      : [bar];
  });
}

/** Lives that fall into one pixel are drawn as one bar. */
function groupsOf(
  intervals: readonly ProcessInterval[],
  { x, until }: Pick<BarPlace, "x" | "until">,
): readonly Lives[] {
  const widthOf = ({ start, end }: ProcessInterval) => x(end ?? until) - x(start);
  const groups: [ProcessInterval, ...ProcessInterval[]][] = [];
  let previous: ProcessInterval | undefined;
  for (const next of intervals) {
    const isNear =
      previous !== undefined &&
      x(next.start) - x(previous.end ?? until) < 0.5 &&
      Math.min(widthOf(previous), widthOf(next)) <= 2;
    if (isNear) groups.at(-1)?.push(next);
    else groups.push([next]);
    previous = next;
  }
  return groups;
}

/** A process that waits for Enter first: what comes before Enter has a colour of its own. */
function askingBar(life: ProcessInterval, { y, x, until }: BarPlace, title: string): readonly string[] {
  const [from, to] = [x(life.start), x(life.end ?? until)];
  const middle = life.enter == null ? to : x(life.enter);
  const part = (kind: string, begin: number, end: number) =>
    end <= begin
      ? []
      : [
          `<rect class="bar ${kind}" x="${begin}" y="${y}" width="${Math.max(round(end - begin), 1.5)}" height="${size.bar}" rx="2"><title>${title}</title></rect>`,
        ];
  const mark =
    life.how === "killed" || life.how === "terminated"
      ? [`<rect class="${life.how}" x="${round(to - 1.5)}" y="${y}" width="3" height="${size.bar}"/>`]
      : [];
  return [...part("asks", from, middle), ...part("runs", middle, to), ...mark];
}

function describeStay(level: string, start: number, end: number): Message {
  return message("show.level", { level, start: describeSeconds(start), end: describeSeconds(end) });
}

function describeLives(lives: Lives, until: number): Message {
  const [begin] = lives;
  const { record, process } = begin;
  const what =
    lives.length === 1
      ? describeLife(begin)
      : message("show.lives", {
          count: lives.length,
          start: describeSeconds(begin.start),
          end: describeSeconds(lives.at(-1)?.end ?? until),
        });
  return message("show.life", { id: record.id, process, what });
}

function describeLife({ start, end, how, code, enter }: ProcessInterval): Message {
  const begin = { start: describeSeconds(start), asked: describeAsking(enter) };
  return how === "running"
    ? message("show.runs-on", begin)
    : message("show.ends", { ...begin, end: describeSeconds(end ?? start), how, code: String(code) });
}

function describeAsking(enter: number | null | undefined): MessageValue {
  if (enter === undefined) return "";
  return enter === null
    ? message("show.waits")
    : message("show.waits-until", { enter: describeSeconds(enter) });
}

function textAt(x: number, y: number, text: string, attributes = ""): string {
  return `<text x="${x}" y="${y}"${attributes} xml:space="preserve">${escapeMarkup(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
