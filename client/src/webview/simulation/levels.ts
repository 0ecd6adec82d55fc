// The levels in which the machine can rest, and the ways between them, as a picture: each level is a button that plays the
// shortest way there.

import type { LevelPicture } from "@inittab/core";
import { h, svg } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { roveOver } from "./roving.ts";
import type { Actions, View } from "./view.ts";

/** The picture, or what is said while there is none. */
export function levelButtons({ levels }: View, { playLevel }: Actions): readonly Node[] {
  if (levels === undefined || levels === null) {
    const text =
      levels === null
        ? l10n.t("The ways of this file are not searched.")
        : l10n.t("Looking at every way that the machine can go");
    return [h("p", { class: "empty" }, text)];
  }
  const about = l10n.t("Choose a runlevel to play the shortest way there");
  const { width, height } = levels;
  const picture = svg(
    "svg",
    {
      class: "map",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "toolbar",
      "aria-label": about,
    },
    head(),
    ...levels.arrows.map(arrow),
    ...levels.boxes.map((box, index) => level(box, () => playLevel(index))),
  );
  roveOver(picture)();
  return [h("p", {}, about), picture];
}

function head(): Node {
  const marker = svg(
    "marker",
    {
      ...{ id: "head", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7 },
      orient: "auto",
    },
    svg("path", { class: "tip", d: "M0 0L8 4L0 8z" }),
  );
  return svg("defs", {}, marker);
}

function arrow({ path, event, words }: LevelPicture["arrows"][number]): Node {
  const title = svg("title", {}, words);
  return svg("path", { class: event ? "way other" : "way", "marker-end": "url(#head)", d: path }, title);
}

const classOf = { name: "bold", faint: "dim", "": undefined } as const;

function level(
  { x, y, width, height, closed, lines }: LevelPicture["boxes"][number],
  play: () => void,
): Node {
  const [name, extent] = lines.map(({ text }) => text);
  return svg(
    "g",
    {
      class: closed ? "place closed" : "place",
      role: "button",
      "aria-label": [name, extent].filter((text) => text !== undefined).join(", "),
      onclick: play,
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        // Elsewhere in the page the space bar plays.
        event.stopPropagation();
        play();
      },
    },
    svg("rect", { x, y, width, height, rx: 6 }),
    ...lines.map(({ x: left, y: line, text, style }) =>
      svg("text", { x: left, y: line, class: classOf[style] }, text),
    ),
  );
}
