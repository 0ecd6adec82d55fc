// The picture of the levels of a machine as SVG. The text is built by hand and follows a dark background.

import type { Localizer } from "../text/localizer.ts";
import { escapeMarkup } from "../text/safe-text.ts";
import type { LevelGraph } from "./level-graph.ts";
import { type LevelArrow, type LevelBox, levelPicture, levelSizes } from "./level-picture.ts";

/** How the picture is made. */
export interface LevelGraphOptions {
  readonly localizer: Localizer;
  /** Stands above the picture and names it for readers that do not see it. */
  readonly title: string;
}

const style = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#24292f}
.title{font:600 14px system-ui,sans-serif}.name{font-weight:600}.faint{fill:#6e7781}.box{fill:#f6f8fa;stroke:#8c959f}
.box.closed{stroke:#cf222e;stroke-width:2}.way{stroke:#afb8c1;fill:none}.way.event{stroke:#2f81f7}.head{fill:#8c959f}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#8d96a0}.box{fill:#21262d;stroke:#6e7681}
.box.closed{stroke:#f85149}.way{stroke:#484f58}.way.event{stroke:#388bfd}.head{fill:#8d96a0}}`;

/** A graph of levels as SVG. Pure: the same graph gives the same text. */
export function levelGraphSvg(graph: LevelGraph, { localizer, title }: LevelGraphOptions): string {
  const { width, height, boxes, arrows } = levelPicture(graph, localizer);
  const dimensions = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${dimensions} role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${style}</style>`,
    `<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>`,
    `<text class="title" x="${levelSizes.margin}" y="22">${escapeMarkup(title)}</text>`,
    ...arrows.map(arrowMarkup),
    ...boxes.map(boxMarkup),
    "</svg>\n",
  ].join("\n");
}

function boxMarkup({ x, y, width, height, closed, lines }: LevelBox): string {
  return [
    `<g><rect class="box${closed ? " closed" : ""}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    ...lines.map(({ x: left, y: line, text, style: name }) => {
      const set = name === "" ? "" : ` class="${name}"`;
      return `<text${set} x="${left}" y="${line}">${escapeMarkup(text)}</text>`;
    }),
    "</g>",
  ].join("\n");
}

function arrowMarkup({ path, event, words }: LevelArrow): string {
  return `<path class="way${event ? " event" : ""}" marker-end="url(#head)" d="${path}"><title>${escapeMarkup(words)}</title></path>`;
}
