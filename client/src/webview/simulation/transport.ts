// Playing: to and fro in time, and where the machine is.

import { h, iconButton } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { roveOver } from "./roving.ts";
import { describeSeconds } from "./time.ts";
import type { Actions, TimeWindow, View } from "./view.ts";
import { describeLevel } from "./words.ts";

/** The toolbar and the slider. */
export interface Transport {
  readonly elements: readonly HTMLElement[];
  readonly draw: (view: View, window: TimeWindow) => void;
  /** The cursor alone has moved. */
  readonly moveCursor: (at: number) => void;
}

const icons = {
  first: "M3 3h1.5v10H3zM13 3v10L5.5 8z",
  back: "M11 3v10L4 8zM12 3h1v10h-1z",
  play: "M4 2.5 13 8l-9 5.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  step: "M5 3v10l7-5zM3 3h1v10H3z",
} as const;

export function createTransport(actions: Actions): Transport {
  const play = iconButton(l10n.t("Play"), icons.play, actions.playOrPause);
  // While it plays it would be read out without end; what happens is said elsewhere.
  const clock = h("output", { class: "clock", "aria-label": l10n.t("Time"), "aria-live": "off" });
  const level = h("span", { class: "badge" });
  const doing = h("span", { class: "doing" });
  const slider = h("input", {
    type: "range",
    class: "scrub",
    "aria-label": l10n.t("Time since the boot"),
    min: 0,
    step: 0.01,
    oninput: () => actions.moveTo(Number(slider.value)),
  });
  const bar = h(
    "div",
    { class: "transport", role: "toolbar", "aria-label": l10n.t("Playback") },
    iconButton(l10n.t("Restart"), icons.first, () => actions.moveTo(0)),
    iconButton(l10n.t("Step Back"), icons.back, () => actions.step(-1)),
    play,
    iconButton(l10n.t("Step"), icons.step, () => actions.step(1)),
    clock,
    level,
    doing,
  );
  roveOver(bar)();
  const moveCursor = (at: number) => {
    clock.textContent = describeSeconds(Math.round(at * 100) / 100);
    if (document.activeElement !== slider || Number(slider.value) !== at) slider.value = String(at);
  };
  return {
    elements: [bar, slider],
    moveCursor,
    draw: ({ moment, cursor, whole }, window) => {
      drawPlay(play, actions.isPlaying());
      const place = describeLevel(moment, whole.timeline);
      slider.min = String(window.from);
      slider.max = String(window.to);
      slider.setAttribute("aria-valuetext", `${describeSeconds(cursor)}, ${place}`);
      moveCursor(cursor);
      level.textContent = place;
      doing.textContent = moment.isDown ? moment.doing : `init ${moment.doing}`;
    },
  };
}

/** The one button that plays and pauses. */
function drawPlay(button: HTMLButtonElement, isPlaying: boolean): void {
  const name = isPlaying ? l10n.t("Pause") : l10n.t("Play");
  button.title = name;
  button.setAttribute("aria-label", name);
  button.querySelector("path")?.setAttribute("d", isPlaying ? icons.pause : icons.play);
}
