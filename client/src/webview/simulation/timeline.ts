// The timeline: a lane for each record, of which only those in sight are in the page.

import { laneKey } from "../../views/simulation/lane-key.ts";
import { axisParts } from "./axis.ts";
import { h, iconButton, svg } from "./dom.ts";
import { drawLane, drawScript } from "./draw-rows.ts";
import { fittingEnd, openingLane, type Scale, timeAt, xOf } from "./drawing.ts";
import { l10n } from "./l10n.ts";
import { roveOver } from "./roving.ts";
import { chosenRow, type Row, rowsOf } from "./scripts.ts";
import { axisHeight, laneHeight } from "./sizes.ts";
import { clickRow, grabEnd, pressKeyOnRows, scrubOn, zoomOn } from "./timeline-input.ts";
import type { Actions, TimeWindow, View } from "./view.ts";

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
  readonly window: () => TimeWindow;
}

/** What the timeline is made of. */
interface Parts {
  readonly scroller: HTMLElement;
  /** The axis, as wide as the lanes' tracks. */
  readonly levels: SVGElement;
  readonly rows: HTMLElement;
  readonly cursor: HTMLElement;
  readonly filter: HTMLElement;
}

/** The rows from one index up to another. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

export function createTimeline(actions: Actions): Timeline {
  const parts = createParts(actions);
  const { scroller, levels, rows, filter } = parts;
  let view: View | undefined;
  let scale: Scale = { from: 0, to: 1, width: 1 };
  let drawn: Stretch = { first: -1, last: -1 };

  const timeOf = (event: MouseEvent) => timeUnder(event, levels, scale);
  scrubOn(levels, actions, timeOf);
  zoomOn(scroller, actions);
  rows.addEventListener("click", (event) => clickRow(event, actions, timeOf));
  rows.addEventListener("pointerdown", (event) => view && grabEnd(event, { view, actions, scale, timeOf }));
  rows.addEventListener(
    "keydown",
    (event) => view && pressKeyOnRows(event, { view, actions, scroller, rows }),
  );

  const draw = (now: View) => {
    const isFirst = view === undefined;
    const isNewlyChosen = now.selected !== view?.selected || now.script !== view?.script;
    view = now;
    scale = { ...windowOf(now), width: Math.max(levels.clientWidth, 1) };
    filter.setAttribute("aria-pressed", String(now.onlyRunning));
    levels.replaceChildren(...axisParts(now, scale));
    const all = rowsOf(now);
    if (isNewlyChosen && now.selected !== null) scrollTo(chosenRow(all, now), scroller);
    if (isFirst && now.selected === null) {
      // Only what has a height can be scrolled.
      rows.style.height = `${all.length * laneHeight}px`;
      scrollTo(openingLane(all, now.lives), scroller);
    }
    drawn = stretchInSight(scroller, all.length);
    drawRows(rows, now, all, drawn, scale);
    moveCursor(parts, now.cursor, scale);
  };
  scroller.addEventListener("scroll", () => {
    if (view === undefined) return;
    const all = rowsOf(view);
    const { first, last } = stretchInSight(scroller, all.length);
    if (first === drawn.first && last === drawn.last) return;
    drawn = { first, last };
    drawRows(rows, view, all, drawn, scale);
  });
  new ResizeObserver(() => view && draw(view)).observe(scroller);
  return {
    element: scroller,
    draw,
    moveCursor: (at) => moveCursor(parts, at, scale),
    window: () => ({ from: scale.from, to: scale.to }),
  };
}

function createParts(actions: Actions): Parts {
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
  roveOver(corner)();
  const axis = h("div", { class: "axis" }, corner, levels);
  const rows = h("div", { class: "rows", role: "tree", "aria-label": l10n.t("Entries"), tabindex: 0 });
  const cursor = h("div", { class: "cursor" });
  return { scroller: h("div", { class: "timeline" }, axis, rows, cursor), levels, rows, cursor, filter };
}

/** The part of time that a view wants to be shown. */
function windowOf({ zoom, whole, cursor }: View): TimeWindow {
  return zoom ?? { from: 0, to: fittingEnd(whole.moments, whole.timeline.until, cursor) };
}

/** The time at the mouse, which may be anywhere on the page. */
function timeUnder(event: MouseEvent, levels: SVGElement, scale: Scale): number {
  const box = levels.getBoundingClientRect();
  return Math.max(0, timeAt(scale, Math.min(Math.max(event.clientX - box.left, 0), box.width)));
}

function moveCursor({ scroller, levels, rows, cursor }: Parts, at: number, scale: Scale): void {
  const x = xOf(scale, at);
  cursor.hidden = x < -1 || x > scale.width + 1;
  // It reaches over all lanes, also over those out of sight.
  cursor.style.height = `${axisHeight + rows.offsetHeight}px`;
  cursor.style.left = `${levels.getBoundingClientRect().left - scroller.getBoundingClientRect().left + x}px`;
}

/** Brings a row into the middle, if it is out of sight. */
function scrollTo(index: number, scroller: HTMLElement): void {
  const top = index * laneHeight;
  const room = scroller.clientHeight - axisHeight - laneHeight;
  if (index >= 0 && (top < scroller.scrollTop || top > scroller.scrollTop + room))
    scroller.scrollTop = Math.max(0, top - room / 2);
}

/** The rows in sight, and some around them. */
function stretchInSight(scroller: HTMLElement, count: number): Stretch {
  const top = Math.max(0, scroller.scrollTop - axisHeight);
  return {
    first: Math.max(0, Math.floor(top / laneHeight) - 4),
    last: Math.min(count, Math.ceil((top + scroller.clientHeight) / laneHeight) + 4),
  };
}

/** Puts a stretch of all rows into the page, each at its place. */
function drawRows(
  element: HTMLElement,
  view: View,
  all: readonly Row[],
  { first, last }: Stretch,
  scale: Scale,
): void {
  const chosen = chosenRow(all, view);
  const reasons = new Map(view.moment.reasons.map((reason) => [laneKey(reason.record), reason]));
  const size = all.filter(({ kind }) => kind === "lane").length;
  let position = all.slice(0, first).filter(({ kind }) => kind === "lane").length;
  const shown = all.slice(first, last).map((each, offset) => {
    const index = first + offset;
    const isChosen = index === chosen;
    if (each.kind === "lane") position++;
    const row =
      each.kind === "lane"
        ? drawLane(view, each, { isChosen, position, size, reason: reasons.get(each.key) }, scale)
        : drawScript(each, isChosen);
    row.id = `lane-${index}`;
    row.style.top = `${index * laneHeight}px`;
    return row;
  });
  element.style.height = `${all.length * laneHeight}px`;
  element.replaceChildren(...shown);
  if (chosen >= first && chosen < last) element.setAttribute("aria-activedescendant", `lane-${chosen}`);
  else element.removeAttribute("aria-activedescendant");
}
