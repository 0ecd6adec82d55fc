// How long a process runs, set on its lane: by dragging the end of its bar, or by typing seconds while the lane is chosen.

import type { ProcessSettings } from "@inittab/core";
import type { SimulationLane } from "@inittab/server/protocol";
import { h } from "./dom.ts";
import { type Scale, xOf } from "./drawing.ts";
import { l10n } from "./l10n.ts";
import type { Actions, View } from "./view.ts";

/** The longest that a process can be told to run, in seconds. */
const longest = 1e9;

/** The settings of a lane's process with another time to run; undefined: as long as usual. */
export function withDuration(
  settings: ProcessSettings | undefined,
  seconds: number | undefined,
): ProcessSettings | null {
  const { runs: _, ...rest } = settings ?? {};
  if (seconds !== undefined) return { ...rest, runs: Math.min(Math.max(seconds, 0), longest) };
  return Object.keys(rest).length === 0 ? null : rest;
}

/** Whole tenths of a second where these can be told apart on the screen, else whole seconds. */
export function roundedDuration(seconds: number, secondsPerPixel: number): number {
  const steps = secondsPerPixel < 0.5 ? 10 : 1;
  return Math.max(0, Math.round(seconds * steps) / steps);
}

/** The seconds that were typed: undefined for an empty field, null for anything that is not a time. */
export function readDuration(typed: string): number | undefined | null {
  const text = typed.trim().replace(",", ".").replace(/\s*s$/, "");
  if (text === "") return undefined;
  return /^(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** Gives the process of a lane another time to run. */
function setDuration(view: View, lane: SimulationLane, actions: Actions, seconds: number | undefined): void {
  if (lane.dropped !== null) return;
  actions.behave(lane.key, withDuration(view.model.scenario.processes?.[lane.key], seconds));
}

/** The end of a bar that is being dragged. */
export interface DraggedEnd {
  readonly view: View;
  readonly lane: SimulationLane;
  readonly grip: Element;
  readonly actions: Actions;
  readonly scale: Scale;
  /** The time at the mouse. */
  readonly timeOf: (event: MouseEvent) => number;
}

/** Follows the mouse until it is released; what is set then is what the bar has shown. */
export function dragEnd({ view, lane, grip, actions, scale, timeOf }: DraggedEnd): void {
  const start = Number(grip.getAttribute("data-start"));
  const bar = grip.previousElementSibling;
  const left = Number(bar?.getAttribute("x"));
  let seconds: number | undefined;
  const move = (event: MouseEvent) => {
    seconds = roundedDuration(timeOf(event) - start, (scale.to - scale.from) / scale.width);
    bar?.setAttribute("width", String(Math.max(xOf(scale, start + seconds) - left, 2)));
  };
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener("pointermove", move, { signal });
  // The system has taken the pointer away, for a gesture of its own.
  window.addEventListener("pointercancel", () => over.abort(), { signal });
  window.addEventListener(
    "pointerup",
    () => {
      over.abort();
      // The click that follows does not count: it would move the cursor through time.
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      if (seconds !== undefined) setDuration(view, lane, actions, seconds);
    },
    { signal },
  );
}

function swallow(event: Event): void {
  event.stopPropagation();
}

/** The lane for which seconds are typed. */
export interface TypedLane {
  readonly view: View;
  readonly lane: SimulationLane;
  readonly actions: Actions;
  /** What scrolls with the lanes, and what has the keyboard again at the end. */
  readonly place: HTMLElement;
  readonly rows: HTMLElement;
  /** Where the lane is, in pixels from the top of the place. */
  readonly top: number;
}

/** Shows a field over a lane with what was typed first. Enter takes it, Escape and going elsewhere do not. */
export function typeDuration({ view, lane, actions, place, rows, top }: TypedLane, typed: string): void {
  const field = h("input", {
    type: "text",
    class: "typed",
    inputmode: "decimal",
    "aria-label": l10n.t("Seconds that it runs"),
    title: l10n.t("Seconds that it runs"),
    value: typed,
  });
  const close = () => {
    field.removeEventListener("blur", close);
    field.remove();
  };
  field.addEventListener("blur", close);
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter" && key !== "Escape") return;
    const seconds = readDuration(field.value);
    if (key === "Enter" && seconds === null) {
      field.setAttribute("aria-invalid", "true");
      return;
    }
    close();
    rows.focus();
    if (key === "Enter" && seconds !== null) setDuration(view, lane, actions, seconds);
  });
  field.style.top = `${top}px`;
  place.append(field);
  field.focus();
  field.setSelectionRange(typed.length, typed.length);
}
