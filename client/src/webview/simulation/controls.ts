// The upper part of the page: playing, and everything that can happen to a machine.

import { describeSeconds, type Offers } from "@inittab/core";
import { groupName, wordsOf } from "../../views/simulation/offer-words.ts";
import { h, iconButton } from "./dom.ts";
import { l10n } from "./l10n.ts";
import type { Actions, View } from "./view.ts";
import { describeEvent, describeLevel } from "./words.ts";

/** The controls in the page. */
export interface Controls {
  readonly elements: readonly HTMLElement[];
  readonly draw: (view: View, window: { readonly from: number; readonly to: number }) => void;
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

export function createControls(actions: Actions): Controls {
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
  const transport = h(
    "div",
    { class: "transport", role: "toolbar", "aria-label": l10n.t("Playback") },
    iconButton(l10n.t("To the Boot"), icons.first, () => actions.moveTo(0)),
    iconButton(l10n.t("Step Back"), icons.back, () => actions.step(-1)),
    play,
    iconButton(l10n.t("Step"), icons.step, () => actions.step(1)),
    clock,
    level,
    doing,
  );

  const boot = h("input", {
    type: "text",
    class: "boot",
    "aria-label": l10n.t("Boot arguments"),
    spellcheck: "false",
    size: 14,
    onchange: () => actions.boot(boot.value.split(/\s+/).filter((word) => word !== "")),
  });
  const button = (name: string, title: string, onclick: () => void) =>
    h("button", { type: "button", title, "aria-label": title, onclick }, name);
  const group = (name: string, ...children: readonly (HTMLElement | string)[]) =>
    h(
      "div",
      { class: "group", role: "group", "aria-label": name },
      h("span", { class: "name", "aria-hidden": "true" }, name),
      ...children,
    );
  const happenings = h("div", { class: "happenings" });
  /** The buttons are those of the init that is simulated. */
  const drawOffers = ({ groups, bootWords }: Offers) => {
    const [one = "", other] = bootWords;
    boot.placeholder =
      other === undefined ? l10n.t("such as {0}", one) : l10n.t("such as {0} or {1}", one, other);
    happenings.replaceChildren(
      group(l10n.t("Boot"), boot),
      ...groups.map((offered) => {
        const buttons = offered.offers.map((offer) => {
          const words = wordsOf(offer, l10n);
          return button(words.button, words.title, () => actions.happen(offer.happening));
        });
        const isRow = offered.offers.every(({ detail }) => detail !== undefined);
        return group(
          groupName(offered, l10n),
          ...(isRow ? [h("div", { class: "joined" }, ...buttons)] : buttons),
        );
      }),
      group(
        l10n.t("Wait"),
        button("1 s", l10n.t("1 second passes"), () => actions.pass(1)),
        button("10 s", l10n.t("10 seconds pass"), () => actions.pass(10)),
        button("1 min", l10n.t("1 minute passes"), () => actions.pass(60)),
      ),
    );
  };
  let offered = "";
  const chips = h("ul", { class: "chips", "aria-label": l10n.t("Events") });

  const moveCursor = (at: number) => {
    clock.textContent = describeSeconds(Math.round(at * 100) / 100);
    if (document.activeElement !== slider || Number(slider.value) !== at) slider.value = String(at);
  };
  return {
    elements: [transport, slider, happenings, chips],
    moveCursor,
    draw: ({ model, moment, cursor, answer, whole }, window) => {
      const { offers } = answer;
      const wanted = JSON.stringify(offers);
      // A button that is drawn anew loses the focus.
      if (offers !== null && wanted !== offered) drawOffers(offers);
      offered = wanted;
      const isPlaying = actions.isPlaying();
      const name = isPlaying ? l10n.t("Pause") : l10n.t("Play");
      play.title = name;
      play.setAttribute("aria-label", name);
      play.querySelector("path")?.setAttribute("d", isPlaying ? icons.pause : icons.play);
      slider.min = String(window.from);
      slider.max = String(window.to);
      slider.setAttribute(
        "aria-valuetext",
        `${describeSeconds(cursor)}, ${describeLevel(moment, whole.timeline)}`,
      );
      moveCursor(cursor);
      level.textContent = describeLevel(moment, whole.timeline);
      doing.textContent = `init ${moment.doing}`.replace(/^init the /, "the ");
      if (document.activeElement !== boot) boot.value = (model.scenario.bootArgs ?? []).join(" ");
      const { events = [] } = model.scenario;
      const items = [
        ...events.slice(0, mostChips).map((event, index) => {
          const text = `${describeSeconds(event.at)}: ${describeEvent(event, offers)}`;
          const goTo = h(
            "button",
            {
              type: "button",
              class: "chip",
              title: l10n.t("Go to this time"),
              onclick: () => actions.moveTo(event.at),
            },
            text,
          );
          const remove = h(
            "button",
            {
              type: "button",
              class: "remove",
              "aria-label": l10n.t("Take back {0}", text),
              title: l10n.t("Take back"),
              onclick: () => actions.takeBack(index),
            },
            "×",
          );
          return h("li", {}, goTo, remove);
        }),
      ];
      if (events.length > mostChips)
        items.push(h("li", {}, l10n.t("and {0} more", events.length - mostChips)));
      if (events.length > 0)
        items.push(
          h(
            "li",
            {},
            h("button", { type: "button", class: "link", onclick: actions.clear }, l10n.t("Take all back")),
          ),
        );
      chips.replaceChildren(...items);
    },
  };
}

/** A scenario file may have any number of events; so many can be taken back one by one. */
const mostChips = 50;
