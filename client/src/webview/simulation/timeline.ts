// The timeline: a lane for each record, of which only those in sight are in the page.

import { describeSeconds, levelName, type RecordManner, type RecordReason, ticksOf } from "@inittab/core";
import { laneKey } from "../../views/simulation/lane-key.ts";
import { h, iconButton, svg } from "./dom.ts";
import {
  barsOf,
  fittingEnd,
  type MarkKind,
  marksOf,
  type Scale,
  timeAt,
  waitingWidth,
  xOf,
} from "./drawing.ts";
import { l10n } from "./l10n.ts";
import { chosenRow, describeScript, describeVisit, type Row, rowsOf } from "./scripts.ts";
import type { Actions, View } from "./view.ts";
import { describeLane, stateOf } from "./words.ts";

/** The height of a lane and of the axis, in pixels; the style sheet has the same. */
const laneHeight = 24;
const axisHeight = 44;

const icons = {
  zoomIn:
    "M7 2a5 5 0 1 0 3 9l3.3 3.3 1-1L11 10A5 5 0 0 0 7 2zm0 1.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2zM6.4 5v1.4H5v1.2h1.4V9h1.2V7.6H9V6.4H7.6V5z",
  zoomOut:
    "M7 2a5 5 0 1 0 3 9l3.3 3.3 1-1L11 10A5 5 0 0 0 7 2zm0 1.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2zM5 6.4v1.2h4V6.4z",
  fit: "M2 2h4v1.4H4.4L7 6 6 7 3.4 4.4V6H2zm12 0v4h-1.4V4.4L10 7 9 6l2.6-2.6H10V2zM2 14v-4h1.4v1.6L6 9l1 1-2.6 2.6H6V14zm12 0h-4v-1.4h1.6L9 10l1-1 2.6 2.6V10H14z",
  filter: "M2 3h12v1.5L9.5 9v5l-3-1.6V9L2 4.5z",
} as const;

/** The timeline in the page. */
export interface Timeline {
  readonly element: HTMLElement;
  readonly draw: (view: View) => void;
  /** The cursor alone has moved. */
  readonly moveCursor: (at: number) => void;
  /** The part of time that is shown. */
  readonly window: () => { readonly from: number; readonly to: number };
}

export function createTimeline(actions: Actions): Timeline {
  const levels = svg("svg", { class: "levels", "aria-hidden": "true" });
  const filter = iconButton(l10n.t("Only What Runs"), icons.filter, actions.filter);
  const corner = h(
    "div",
    { class: "corner", role: "toolbar", "aria-label": l10n.t("Timeline") },
    iconButton(l10n.t("Zoom In"), icons.zoomIn, () => actions.zoom(1.6)),
    iconButton(l10n.t("Zoom Out"), icons.zoomOut, () => actions.zoom(0.625)),
    iconButton(l10n.t("Show All"), icons.fit, () => actions.zoom(null)),
    filter,
  );
  const axis = h("div", { class: "axis" }, corner, levels);
  const rows = h("div", { class: "rows", role: "tree", "aria-label": l10n.t("Records"), tabindex: 0 });
  const cursor = h("div", { class: "cursor" });
  const scroller = h("div", { class: "timeline" }, axis, rows, cursor);
  let view: View | undefined;
  let scale: Scale = { from: 0, to: 1, width: 1 };
  let drawn = { first: -1, last: -1 };

  const place = (event: MouseEvent) => {
    const box = levels.getBoundingClientRect();
    return Math.max(0, timeAt(scale, Math.min(Math.max(event.clientX - box.left, 0), box.width)));
  };
  const scrub = (event: PointerEvent) => {
    actions.moveTo(place(event));
    const move = (later: PointerEvent) => actions.moveTo(place(later));
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", () => window.removeEventListener("pointermove", move), {
      once: true,
    });
    event.preventDefault();
  };
  levels.addEventListener("pointerdown", scrub);
  rows.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : rows;
    const key = target.closest("[data-lane]")?.getAttribute("data-lane");
    const script = target.closest("[data-script]")?.getAttribute("data-script");
    if (key && target.closest(".twisty") !== null) {
      actions.open(key, target.closest('[aria-expanded="true"]') === null);
      return;
    }
    if (key && script) {
      actions.selectScript(key, Number(script), true);
      return;
    }
    if (target.closest(".track") !== null) actions.moveTo(place(event));
    if (key !== null && key !== undefined) actions.select(key, target.closest(".track") === null);
  });
  rows.addEventListener("keydown", (event) => {
    if (view === undefined) return;
    const all = rowsOf(view);
    const at = chosenRow(all, view);
    if (openOrClose(all[at], event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = all[Math.max(moves[event.key] ?? at, 0)];
    if (moves[event.key] === undefined && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (next?.kind === "lane") actions.select(next.key, true);
    // On the way along the scripts the editor stays where it is.
    else if (next !== undefined) actions.selectScript(next.key, next.index, event.key === "Enter");
  });
  /** As in any tree: an arrow that has nothing to open or to close is left to the whole page. */
  const openOrClose = (row: Row | undefined, key: string): boolean => {
    if (row?.kind === "script" && key === "ArrowLeft") actions.select(row.key, false);
    else if (row?.kind === "lane" && row.isOpen === false && key === "ArrowRight")
      actions.open(row.key, true);
    else if (row?.kind === "lane" && row.isOpen === true && key === "ArrowLeft") actions.open(row.key, false);
    else return false;
    return true;
  };
  scroller.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      actions.zoom(event.deltaY < 0 ? 1.25 : 0.8);
    },
    { passive: false },
  );

  const moveCursor = (at: number) => {
    const x = xOf(scale, at);
    cursor.hidden = x < -1 || x > scale.width + 1;
    // It reaches over all lanes, also over those out of sight.
    cursor.style.height = `${axisHeight + rows.offsetHeight}px`;
    cursor.style.left = `${levels.getBoundingClientRect().left - scroller.getBoundingClientRect().left + x}px`;
  };

  const drawAxis = (now: View) => {
    const { timeline } = now.whole;
    const end = timeline.until;
    const parts: SVGElement[] = [];
    for (const [index, { level, start, end: over }] of timeline.levels.entries()) {
      const x = Math.max(0, xOf(scale, start));
      const width = Math.min(scale.width, xOf(scale, over ?? end)) - x;
      if (width <= 0) continue;
      const name = levelName(level);
      const title = svg("title", {}, `${name}: ${describeSeconds(start)} – ${describeSeconds(over ?? end)}`);
      parts.push(
        svg("rect", { class: `level l${index % 2}`, x, y: 0, width, height: 20 }, title),
        ...(width > name.length * 7 + 6 ? [svg("text", { x: x + 5, y: 14, class: "level-name" }, name)] : []),
      );
    }
    const width = scale.to - scale.from;
    for (const tick of ticksOf(width, scale.width)) {
      // Ticks are on whole steps, wherever the window begins.
      const x = xOf(scale, scale.from + tick);
      parts.push(svg("line", { class: "tick", x1: x, x2: x, y1: 22, y2: axisHeight }));
      if (x < scale.width - 30)
        parts.push(
          svg("text", { class: "tick-name", x: x + 3, y: 36 }, describeSeconds(round(scale.from + tick))),
        );
    }
    for (const event of now.answer.scenario?.events ?? []) {
      const x = xOf(scale, event.at);
      if (x >= 0 && x <= scale.width) parts.push(svg("path", { class: "event", d: `M${x - 4} 20h8l-4 6z` }));
    }
    levels.replaceChildren(...parts);
  };

  const drawRows = (now: View, force: boolean) => {
    const all = rowsOf(now);
    const chosen = chosenRow(all, now);
    const lanes = all.filter(({ kind }) => kind === "lane").length;
    const top = Math.max(0, scroller.scrollTop - axisHeight);
    const first = Math.max(0, Math.floor(top / laneHeight) - 4);
    const last = Math.min(all.length, Math.ceil((top + scroller.clientHeight) / laneHeight) + 4);
    if (!force && first === drawn.first && last === drawn.last) return;
    drawn = { first, last };
    rows.style.height = `${all.length * laneHeight}px`;
    const reasons = new Map(now.moment.reasons.map((reason) => [laneKey(reason.record), reason]));
    let lanesBefore = all.slice(0, first).filter(({ kind }) => kind === "lane").length;
    const shown = all.slice(first, last).map((each, offset) => {
      const index = first + offset;
      const isChosen = index === chosen;
      if (each.kind === "lane") lanesBefore++;
      const row =
        each.kind === "lane"
          ? drawLane(now, each, {
              isChosen,
              position: lanesBefore,
              size: lanes,
              reason: reasons.get(each.key),
            })
          : drawScript(each, isChosen);
      row.id = `lane-${index}`;
      row.style.top = `${index * laneHeight}px`;
      return row;
    });
    rows.replaceChildren(...shown);
    if (chosen >= first && chosen < last) rows.setAttribute("aria-activedescendant", `lane-${chosen}`);
    else rows.removeAttribute("aria-activedescendant");
  };

  const drawLane = (
    now: View,
    { lane, key, isOpen, visit }: Extract<Row, { kind: "lane" }>,
    {
      isChosen,
      position,
      size,
      reason,
    }: {
      readonly isChosen: boolean;
      readonly position: number;
      readonly size: number;
      readonly reason: RecordReason | undefined;
    },
  ): HTMLElement => {
    const lives = now.lives.get(key) ?? [];
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
        { class: "label" },
        visit === undefined
          ? now.whole.rcCalls.length > 0 && h("span", { class: "no-twisty" })
          : h("span", { class: "twisty", title: describeVisit(visit) }),
        h("span", { class: "dot" }),
        h("b", {}, lane.record.id),
        h("span", { class: "process" }, lane.process || lane.action),
      ),
      drawTrack(lives, now.signals.get(key) ?? [], scale, lane.manner),
    );
  };

  const windowOf = (now: View) =>
    now.zoom ?? { from: 0, to: fittingEnd(now.whole.moments, now.whole.timeline.until, now.cursor) };
  const draw = (now: View) => {
    const isNewlyChosen = now.selected !== view?.selected || now.script !== view?.script;
    view = now;
    scale = { ...windowOf(now), width: Math.max(levels.clientWidth, 1) };
    filter.setAttribute("aria-pressed", String(now.onlyRunning));
    drawAxis(now);
    if (isNewlyChosen && now.selected !== null) {
      const index = chosenRow(rowsOf(now), now);
      const top = index * laneHeight;
      const room = scroller.clientHeight - axisHeight - laneHeight;
      if (index >= 0 && (top < scroller.scrollTop || top > scroller.scrollTop + room))
        scroller.scrollTop = Math.max(0, top - room / 2);
    }
    drawRows(now, true);
    moveCursor(now.cursor);
  };
  scroller.addEventListener("scroll", () => view && drawRows(view, false));
  new ResizeObserver(() => view && draw(view)).observe(scroller);
  return { element: scroller, draw, moveCursor, window: () => ({ from: scale.from, to: scale.to }) };
}

/** A script that rc runs or passes over. */
function drawScript(
  { key, index, count, step }: Extract<Row, { kind: "script" }>,
  isChosen: boolean,
): HTMLElement {
  const words = describeScript(step);
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
  lives: Parameters<typeof barsOf>[0],
  signals: Parameters<typeof marksOf>[1],
  scale: Scale,
  manner: RecordManner,
): SVGElement {
  const middle = laneHeight / 2;
  const bars = barsOf(lives, scale).flatMap((bar) => {
    const { x, width, count, life, end } = bar;
    const span = `${describeSeconds(life.start)} – ${end === null ? l10n.t("runs on") : describeSeconds(end)}`;
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
    return [
      ...(asking > 0 ? [part("asks", x, asking, l10n.t("waits for Enter"))] : []),
      ...(width > asking
        ? [part(manner, x + asking, width - asking, count > 1 ? l10n.t("{0} times, {1}", count, span) : span)]
        : []),
    ];
  });
  const marks = marksOf(lives, signals, scale).map(({ kind: what, x, at }) =>
    svg(
      "path",
      { class: `mark ${what}`, d: markShapes[what](x, middle) },
      svg("title", {}, `${markNames[what]}, ${describeSeconds(at)}`),
    ),
  );
  return svg("svg", { class: "track", "aria-hidden": "true" }, ...bars, ...marks);
}

/** What a mark means. */
export const markNames: Readonly<Record<MarkKind, string>> = {
  TERM: "TERM",
  KILL: "KILL",
  failed: l10n.t("exit code other than 0"),
  respawn: l10n.t("started again"),
  enter: l10n.t("Enter is pressed"),
};

const markShapes: Readonly<Record<MarkKind, (x: number, y: number) => string>> = {
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

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
