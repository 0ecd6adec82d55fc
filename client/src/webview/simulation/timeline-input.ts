// What the mouse and the keyboard do on the timeline.

import { type DraggedEnd, dragEnd, type TypedLane, typeDuration } from "./durations.ts";
import { chosenRow, type Row, rowsOf } from "./scripts.ts";
import { axisHeight, laneHeight } from "./sizes.ts";
import type { Actions } from "./view.ts";

/** Dragging over the element moves the cursor; `timeOf` finds the time at the mouse. */
export function scrubOn(element: SVGElement, actions: Actions, timeOf: (event: MouseEvent) => number): void {
  element.addEventListener("pointerdown", (event) => {
    const move = (later: MouseEvent) => actions.moveTo(timeOf(later));
    move(event);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", () => window.removeEventListener("pointermove", move), {
      once: true,
    });
    event.preventDefault();
  });
}

/** A click on a row chooses it, opens or closes it, or moves the cursor, all by where it is. */
export function clickRow(event: MouseEvent, actions: Actions, timeOf: (event: MouseEvent) => number): void {
  if (!(event.target instanceof Element)) return;
  const { target } = event;
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
  const isOnTrack = target.closest(".track") !== null;
  if (isOnTrack) actions.moveTo(timeOf(event));
  if (key !== null && key !== undefined) actions.select(key, !isOnTrack);
}

/** The mouse is pressed on a row: at the end of a bar it changes how long the process runs. */
export function grabEnd(
  event: MouseEvent,
  given: Pick<DraggedEnd, "view" | "actions" | "scale" | "timeOf">,
): void {
  const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
  const key = grip?.closest("[data-lane]")?.getAttribute("data-lane");
  const row = rowsOf(given.view).find((each) => each.kind === "lane" && each.key === key);
  if (grip === null || row?.kind !== "lane") return;
  event.preventDefault();
  dragEnd({ ...given, lane: row.lane, grip });
}

/** The tree that has the keyboard. */
interface RowsWithKeys extends Pick<TypedLane, "view" | "actions" | "rows"> {
  readonly scroller: HTMLElement;
}

/** The keys of a tree. A key that does nothing here is left to the whole page. */
export function pressKeyOnRows(event: KeyboardEvent, { view, actions, rows, scroller }: RowsWithKeys): void {
  const all = rowsOf(view);
  const at = chosenRow(all, view);
  const row = all[at];
  if (
    row?.kind === "lane" &&
    /^[\d.,]$/.test(event.key) &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey
  ) {
    const top = axisHeight + at * laneHeight;
    typeDuration({ view, lane: row.lane, actions, place: scroller, rows, top }, event.key);
  } else if (!openOrClose(row, event.key, actions) && !chooseNext(all, at, event.key, actions)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** As in any tree: an arrow that has nothing to open or to close does nothing. Says whether it did something. */
function openOrClose(row: Row | undefined, key: string, actions: Actions): boolean {
  if (row?.kind === "script" && key === "ArrowLeft") actions.select(row.key, false);
  else if (row?.kind === "lane" && row.isOpen === false && key === "ArrowRight") actions.open(row.key, true);
  else if (row?.kind === "lane" && row.isOpen === true && key === "ArrowLeft") actions.open(row.key, false);
  else return false;
  return true;
}

/** Chooses another row, or the same one again with Enter. Says whether the key is one for that. */
function chooseNext(all: readonly Row[], at: number, key: string, actions: Actions): boolean {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
    Enter: at,
  };
  const wanted = moves[key];
  if (wanted === undefined) return false;
  const next = all[Math.max(wanted, 0)];
  if (next?.kind === "lane") actions.select(next.key, true);
  // On the way along the scripts the editor stays where it is.
  else if (next !== undefined) actions.selectScript(next.key, next.index, key === "Enter");
  return true;
}

/** The wheel zooms with Ctrl held down, and scrolls without. */
export function zoomOn(element: HTMLElement, actions: Actions): void {
  element.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      actions.zoom(event.deltaY < 0 ? 1.25 : 0.8);
    },
    { passive: false },
  );
}
