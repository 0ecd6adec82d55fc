// Where the levels of a machine stand in a picture: a box for each with what stands still in it, on a circle, and arrows for
// the events that lead from one to another. Pure: the same graph gives the same picture.

import type { Localizer } from "../text/localizer.ts";
import type { Message } from "../text/message.ts";
import type { LevelEdge, LevelGraph, LevelNode } from "./level-graph.ts";
import { message } from "./message.ts";

/** A picture; all measures are in pixels. */
export interface LevelPicture {
  readonly width: number;
  readonly height: number;
  /** In the order of the levels. */
  readonly boxes: readonly LevelBox[];
  readonly arrows: readonly LevelArrow[];
}

/** A level: its left upper corner, its size and what stands in it. */
export interface LevelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nobody can log in there. */
  readonly closed: boolean;
  readonly lines: readonly LevelLine[];
}

/** A line of a box: the name of the level, a process that runs in every state or, faint, in some of them. */
export interface LevelLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: "name" | "faint" | "";
}

/** An arrow from one level to another. */
export interface LevelArrow {
  /** As the attribute `d` of SVG has it. */
  readonly path: string;
  /** Something other than a request begins it. */
  readonly event: boolean;
  /** The events that do it. */
  readonly words: string;
}

/** Heights and widths. */
export const levelSizes = { box: 230, line: 16, padding: 10, margin: 20, title: 34, letter: 7.3 } as const;

const size = levelSizes;

/** So many processes are named in a box. */
const mostLines = 8;

/** Draws a graph of levels, below the space for a title. */
export function levelPicture({ nodes, edges }: LevelGraph, localizer: Localizer): LevelPicture {
  const texts = nodes.map((node) => linesOf(node, localizer));
  const heights = texts.map(({ length }) => length * size.line + 2 * size.padding);
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
  return {
    width: round(width),
    height: round(height),
    boxes: nodes.map((node, index) => box(node, texts[index] ?? [], places[index] ?? centre)),
    arrows: edges.map((edge) => arrow(edge, places, heights)),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type Line = Pick<LevelLine, "text" | "style">;

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

function box({ kind, logins }: LevelNode, lines: readonly Line[], { x, y }: Point): LevelBox {
  const height = lines.length * size.line + 2 * size.padding;
  const left = round(x - size.box / 2);
  const top = round(y - height / 2);
  return {
    ...{ x: left, y: top, width: size.box, height, closed: kind === "level" && logins === 0 },
    lines: lines.map(({ text, style }, index) => ({
      x: left + size.padding,
      y: round(top + size.padding + (index + 1) * size.line - 4),
      ...{ text: cut(text), style },
    })),
  };
}

/** An arrow between the edges of two boxes; both directions of a pair bend away from each other. */
function arrow(
  { from, to, words, isRequested }: LevelEdge,
  places: readonly Point[],
  heights: readonly number[],
): LevelArrow {
  const end = places[to] ?? { x: 0, y: 0 };
  const half = (heights[to] ?? 0) / 2;
  const start = places[from] ?? { x: end.x, y: end.y - half - size.margin };
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const bend = { x: (start.x + end.x) / 2 - dy / 8, y: (start.y + end.y) / 2 + dx / 8 };
  const one = from < 0 ? start : border(start, bend, heights[from] ?? 0);
  const other = from < 0 ? { x: end.x, y: end.y - half } : border(end, bend, 2 * half);
  const path = `M${round(one.x)} ${round(one.y)}Q${round(bend.x)} ${round(bend.y)} ${round(other.x)} ${round(other.y)}`;
  return { path, event: !isRequested, words: words.length === 0 ? "boot" : words.join(", ") };
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
