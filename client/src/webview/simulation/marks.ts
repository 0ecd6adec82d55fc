// The marks on a lane for what happened to its process, and what each of them means.

import { svg } from "./dom.ts";
import type { MarkKind } from "./drawing.ts";
import { l10n } from "./l10n.ts";

/** What a mark means. */
export const markNames: Readonly<Record<MarkKind, string>> = {
  TERM: "TERM",
  KILL: "KILL",
  failed: l10n.t("exit code other than 0"),
  respawn: l10n.t("started again"),
  enter: l10n.t("Enter is pressed"),
};

/** The path of a mark around a place. */
export const markShapes: Readonly<Record<MarkKind, (x: number, y: number) => string>> = {
  TERM: (x, y) => `M${x - 4} ${y - 7}h8l-4 7z`,
  KILL: (x, y) => `M${x - 4} ${y - 4}l8 8m0-8l-8 8`,
  failed: (x, y) => `M${x} ${y - 4}l4 4-4 4-4-4z`,
  respawn: (x, y) => `M${x} ${y - 8}v16`,
  enter: (x, y) => `M${x + 4} ${y - 5}v5h-6v-3l-4 4 4 4v-3h8v-7z`,
};

/** A small picture of a mark, for the legend. */
export function markPicture(kind: MarkKind): SVGElement {
  return svg(
    "svg",
    { class: "sample", viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { class: `mark ${kind}`, d: markShapes[kind](8, 8) }),
  );
}
