// What the colours and the marks of the timeline mean.

import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { markNames, markPicture } from "./marks.ts";

/** What only an init that asks first has. */
export const asking: HTMLElement = h(
  "span",
  { class: "asking" },
  h("span", {}, h("i", { class: "swatch asks" }), l10n.t("waits for Enter")),
  h("span", {}, markPicture("enter"), markNames.enter),
);
/** All of it, below the timeline. */
export const legend: HTMLElement = h(
  "div",
  { class: "legend" },
  ...(
    [
      ["waits", l10n.t("init waits for it")],
      ["respawns", l10n.t("kept running")],
      ["once", l10n.t("runs once")],
    ] as const
  ).map(([kind, text]) => h("span", {}, h("i", { class: `swatch ${kind}` }), text)),
  ...(["TERM", "KILL", "failed", "respawn"] as const).map((kind) =>
    h("span", {}, markPicture(kind), markNames[kind]),
  ),
  asking,
  h("span", {}, l10n.t("Durations are assumed unless you set them")),
);
