// The levels of a machine as a picture: a box for each with what stands still in it, on a circle, and arrows for the
// events that lead from one to another. The text is built by hand and follows a dark background.

import type { Localizer } from "../text/localizer.ts";
import type { Message } from "../text/message.ts";
import { escapeMarkup } from "../text/safe-text.ts";
import type { LevelEdge, LevelGraph, LevelNode } from "./level-graph.ts";
import { message } from "./message.ts";

/** How the picture is made. */
export interface LevelGraphOptions {
  readonly localizer: Localizer;
  /** Stands above the picture and names it for readers that do not see it. */
  readonly title: string;
}

/** Heights and widths, in pixels. */
const size = { box: 230, line: 16, padding: 10, margin: 20, title: 34, letter: 7.3 } as const;

/** So many processes are named in a box. */
const mostLines = 8;

const style = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#24292f}
.title{font:600 14px system-ui,sans-serif}.name{font-weight:600}.faint{fill:#6e7781}.box{fill:#f6f8fa;stroke:#8c959f}
.box.closed{stroke:#cf222e;stroke-width:2}.way{stroke:#afb8c1;fill:none}.way.event{stroke:#2f81f7}.head{fill:#8c959f}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#8d96a0}.box{fill:#21262d;stroke:#6e7681}
.box.closed{stroke:#f85149}.way{stroke:#484f58}.way.event{stroke:#388bfd}.head{fill:#8d96a0}}`;

/** A graph of levels as SVG. Pure: the same graph gives the same text. */
export function levelGraphSvg({ nodes, edges }: LevelGraph, { localizer, title }: LevelGraphOptions): string {
  const boxes = nodes.map((node) => linesOf(node, localizer));
  const heights = boxes.map(({ length }) => length * size.line + 2 * size.padding);
  const tallest = Math.max(0, ...heights);
  // Boxes on the circle must not touch each other.
  const radius = nodes.length < 2 ? 0 : Math.max(tallest, size.box) * Math.max(0.8, nodes.length / 4);
  const width = 2 * radius + size.box + 2 * size.margin;
  const height = 2 * radius + tallest + 2 * size.margin + size.title;
  const centre = { x: width / 2, y: size.title + (height - size.title) / 2 };
  const places = nodes.map((_, index): Point => {
    const angle = (2 * Math.PI * index) / nodes.length - Math.PI / 2;
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
  const dimensions = `viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${dimensions} role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${style}</style>`,
    `<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>`,
    `<text class="title" x="${size.margin}" y="22">${escapeMarkup(title)}</text>`,
    ...edges.map((edge) => arrow(edge, places, heights)),
    ...nodes.map((node, index) => box(node, boxes[index] ?? [], places[index] ?? centre)),
    "</svg>\n",
  ].join("\n");
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly text: string;
  readonly style: "name" | "faint" | "";
}

/** What a level of a graph is called. */
export function levelTitle({ kind, name }: Pick<LevelNode, "kind" | "name">): Message {
  if (kind === "asking") return message("graph.asking");
  return kind === "down"
    ? message("graph.down", { how: name })
    : message("graph.level", { level: name || "none" });
}

/** In how many states the machine can rest there, and in how many of them somebody can log in. */
export function levelExtent({ states, logins }: Pick<LevelNode, "states" | "logins">): Message {
  return message("graph.states", { states, logins });
}

function linesOf(
  { kind, name, states, logins, always, sometimes }: LevelNode,
  localizer: Localizer,
): readonly Line[] {
  const { text } = localizer;
  const title = levelTitle({ kind, name });
  if (kind !== "level") return [{ text: text(title), style: "name" }];
  const extent = levelExtent({ states, logins });
  const processes = [
    ...always.map((process): Line => ({ text: process, style: "" })),
    ...sometimes.map((process): Line => ({ text: `(${process})`, style: "faint" })),
  ];
  const more = processes.length - mostLines;
  return [
    { text: text(title), style: "name" },
    { text: text(extent), style: "faint" },
    ...processes.slice(0, mostLines),
    ...(more > 0 ? [{ text: text(message("graph.more", { count: more })), style: "faint" } as const] : []),
  ];
}

function box({ kind, logins }: LevelNode, lines: readonly Line[], { x, y }: Point): string {
  const height = lines.length * size.line + 2 * size.padding;
  const left = round(x - size.box / 2);
  const top = round(y - height / 2);
  const closed = kind === "level" && logins === 0 ? " closed" : "";
  return [
    `<g><rect class="box${closed}" x="${left}" y="${top}" width="${size.box}" height="${height}" rx="6"/>`,
    ...lines.map(({ text, style: name }, index) => {
      const line = round(top + size.padding + (index + 1) * size.line - 4);
      const set = name === "" ? "" : ` class="${name}"`;
      return `<text${set} x="${left + size.padding}" y="${line}">${escapeMarkup(cut(text))}</text>`;
    }),
    "</g>",
  ].join("\n");
}

/** An arrow between the edges of two boxes; both directions of a pair bend away from each other. */
function arrow(
  { from, to, words, isRequested }: LevelEdge,
  places: readonly Point[],
  heights: readonly number[],
): string {
  const end = places[to] ?? { x: 0, y: 0 };
  const half = (heights[to] ?? 0) / 2;
  const start = places[from] ?? { x: end.x, y: end.y - half - size.margin };
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const bend = { x: (start.x + end.x) / 2 - dy / 8, y: (start.y + end.y) / 2 + dx / 8 };
  const one = from < 0 ? start : border(start, bend, heights[from] ?? 0);
  const other = from < 0 ? { x: end.x, y: end.y - half } : border(end, bend, 2 * half);
  const path = `M${round(one.x)} ${round(one.y)}Q${round(bend.x)} ${round(bend.y)} ${round(other.x)} ${round(other.y)}`;
  const told = words.length === 0 ? "boot" : words.join(", ");
  return `<path class="way${isRequested ? "" : " event"}" marker-end="url(#head)" d="${path}"><title>${escapeMarkup(told)}</title></path>`;
}

/** Where the way from the middle of a box towards a point leaves it. */
function border(middle: Point, towards: Point, height: number): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const share = Math.min(
    dx === 0 ? 1 : size.box / 2 / Math.abs(dx),
    dy === 0 ? 1 : height / 2 / Math.abs(dy),
    1,
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

function cut(text: string): string {
  const most = Math.floor((size.box - 2 * size.padding) / size.letter);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
