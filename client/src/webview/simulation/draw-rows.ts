// The rows of the timeline as elements: a lane with the lives of its process, a script that rc runs.

import type { ProcessInterval, RecordManner, SentSignal } from "@inittab/core";
import type { RecordReason } from "@inittab/server/protocol";
import { h, svg } from "./dom.ts";
import { type Bar, barsOf, marksOf, type Scale, waitingWidth } from "./drawing.ts";
import { l10n } from "./l10n.ts";
import { markNames, markShapes } from "./marks.ts";
import { describeScript, describeVisit, type Row } from "./scripts.ts";
import { laneHeight } from "./sizes.ts";
import { describeSeconds } from "./time.ts";
import type { View } from "./view.ts";
import { describeLane, stateOf } from "./words.ts";

/** How a lane stands among the others, and in the machine. */
interface LanePlace {
  readonly isChosen: boolean;
  /** Among the lanes, from 1. */
  readonly position: number;
  /** How many lanes there are. */
  readonly size: number;
  readonly reason: RecordReason | undefined;
}

/** The row of a record. */
export function drawLane(
  { lives: allLives, signals, whole, model }: View,
  { lane, key, isOpen, visit }: Extract<Row, { kind: "lane" }>,
  { isChosen, position, size, reason }: LanePlace,
  scale: Scale,
): HTMLElement {
  const lives = allLives.get(key) ?? [];
  return h(
    "div",
    {
      class: `lane ${stateOf(lane, reason)}`,
      role: "treeitem",
      "data-lane": key,
      "data-id": lane.record.id,
      "aria-level": 1,
      "aria-expanded": isOpen === undefined ? undefined : String(isOpen),
      "aria-selected": String(isChosen),
      "aria-setsize": size,
      "aria-posinset": position,
      "aria-label": describeLane(lane, reason, lives),
      title: reason?.text,
    },
    h(
      "div",
      { class: "label", title: lane.process === "" ? undefined : lane.process },
      visit === undefined
        ? whole.rcCalls.length > 0 && h("span", { class: "no-twisty" })
        : h("span", { class: "twisty", title: describeVisit(visit) }),
      h("span", { class: "dot" }),
      h("b", {}, lane.record.id),
      h("span", { class: "process" }, withoutFolder(lane.process) || lane.action),
    ),
    drawTrack(lives, signals.get(key) ?? [], scale, {
      manner: lane.manner,
      isSet: model.scenario.processes?.[lane.key]?.runs !== undefined,
    }),
  );
}

/** Several lanes often begin with the same folder, and there is little room. */
function withoutFolder(process: string): string {
  return process.replace(/^([-+@]*)\/(?:[^\s/]+\/)+(?=[^\s/])/, "$1");
}

/** The row of a script that rc runs or passes over. */
export function drawScript(
  { program, key, index, count, step }: Extract<Row, { kind: "script" }>,
  isChosen: boolean,
): HTMLElement {
  const words = describeScript(step, program);
  const kind = step === undefined ? "skip" : step.broken ? "broken" : step.kind;
  return h(
    "div",
    {
      class: `lane script ${kind}`,
      role: "treeitem",
      "data-lane": key,
      "data-script": index,
      "aria-level": 2,
      "aria-selected": String(isChosen),
      "aria-setsize": count,
      "aria-posinset": index + 1,
      "aria-label": words,
      title: words,
    },
    h(
      "div",
      { class: "label" },
      h("span", { class: "sign" }),
      h("span", { class: "name" }, step?.name ?? words),
      step?.argument != null && h("span", { class: "argument" }, step.argument),
    ),
    h("span", { class: "remark" }, step?.remark ?? ""),
  );
}

/** The lives of a process as bars, and what happened to it as marks. The words are in the lane's name. */
function drawTrack(
  lives: readonly ProcessInterval[],
  signals: readonly SentSignal[],
  scale: Scale,
  kind: BarKind,
): SVGElement {
  const bars = barsOf(lives, scale).flatMap((bar) => barParts(bar, scale, kind));
  const marks = marksOf(lives, signals, scale).map(({ kind, x, at }) =>
    svg(
      "path",
      { class: `mark ${kind}`, d: markShapes[kind](x, laneHeight / 2) },
      svg("title", {}, `${markNames[kind]}, ${describeSeconds(at)}`),
    ),
  );
  return svg("svg", { class: "track", "aria-hidden": "true" }, ...bars, ...marks);
}

/** What all bars of a lane have in common. */
interface BarKind {
  readonly manner: RecordManner;
  /** Somebody has set how long the process runs; otherwise that is assumed. */
  readonly isSet: boolean;
}

/** A bar has two parts where its process first waits for Enter. */
function barParts(bar: Bar, scale: Scale, { manner, isSet }: BarKind): readonly SVGElement[] {
  const { x, width, count, life, end } = bar;
  const asking = waitingWidth(bar, scale);
  const part = (kind: string, from: number, wide: number, words: string) =>
    svg(
      "rect",
      {
        class: `bar ${kind}${end === null ? " on" : ""}`,
        x: from,
        y: 5,
        width: wide,
        height: laneHeight - 10,
        rx: 2,
      },
      svg("title", {}, words),
    );
  const times = `${describeSeconds(life.start)} – ${end === null ? l10n.t("runs on") : describeSeconds(end)}`;
  const span = life.how === "exit" && !isSet ? l10n.t("{0}, an assumed duration", times) : times;
  const begin = life.enter ?? life.start;
  return [
    ...(asking > 0 ? [part("asks", x, asking, l10n.t("waits for Enter"))] : []),
    ...(width > asking
      ? [part(manner, x + asking, width - asking, count > 1 ? l10n.t("{0} times, {1}", count, span) : span)]
      : []),
    ...(count === 1 && width > asking ? [grip(x + width, begin)] : []),
  ];
}

/** The end of a bar, by which it is made longer or shorter. */
function grip(x: number, start: number): SVGElement {
  return svg(
    "rect",
    { class: "grip", x: x - 4, y: 2, width: 7, height: laneHeight - 4, "data-start": start },
    svg("title", {}, l10n.t("Drag to set how long it runs, or choose the lane and type the seconds")),
  );
}
