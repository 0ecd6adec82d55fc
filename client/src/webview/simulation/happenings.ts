// Everything that can happen to a machine, as buttons.

import type { OfferGroup, Offers } from "@inittab/core";
import { groupName, wordsOf } from "../../views/simulation/offer-words.ts";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import type { Actions, View } from "./view.ts";

/** The boot arguments and the buttons. */
export interface Happenings {
  readonly element: HTMLElement;
  readonly draw: (view: View) => void;
}

export function createHappenings(actions: Actions): Happenings {
  const boot = h("input", {
    type: "text",
    class: "boot",
    "aria-label": l10n.t("Boot arguments"),
    spellcheck: "false",
    size: 14,
    onchange: () => actions.boot(boot.value.split(/\s+/).filter((word) => word !== "")),
  });
  const element = h("div", { class: "happenings" });
  let offered = "";
  return {
    element,
    draw: ({ model, answer: { offers } }) => {
      const wanted = JSON.stringify(offers);
      // A button that is drawn anew loses the focus.
      if (offers !== null && wanted !== offered) {
        boot.placeholder = bootExample(offers);
        element.replaceChildren(...groupsOf(offers, boot, actions));
      }
      offered = wanted;
      if (document.activeElement !== boot) boot.value = (model.scenario.bootArgs ?? []).join(" ");
    },
  };
}

function bootExample({ bootWords }: Offers): string {
  const [one = "", other] = bootWords;
  return other === undefined ? l10n.t("such as {0}", one) : l10n.t("such as {0} or {1}", one, other);
}

/** The buttons are those of the init that is simulated. */
function groupsOf({ groups }: Offers, boot: HTMLElement, actions: Actions): readonly HTMLElement[] {
  return [
    group(l10n.t("Boot"), boot),
    ...groups.map((offered) => offerGroup(offered, actions)),
    group(
      l10n.t("Wait"),
      button("1 s", l10n.t("1 second passes"), () => actions.pass(1)),
      button("10 s", l10n.t("10 seconds pass"), () => actions.pass(10)),
      button("1 min", l10n.t("1 minute passes"), () => actions.pass(60)),
    ),
  ];
}

/** Buttons that differ in a detail alone, such as levels, stand in a row. */
function offerGroup(offered: OfferGroup, actions: Actions): HTMLElement {
  const buttons = offered.offers.map((offer) => {
    const words = wordsOf(offer, l10n);
    return button(words.button, words.title, () => actions.happen(offer.happening));
  });
  const isRow = offered.offers.every(({ detail }) => detail !== undefined);
  return group(groupName(offered, l10n), ...(isRow ? [h("div", { class: "joined" }, ...buttons)] : buttons));
}

function group(name: string, ...children: readonly HTMLElement[]): HTMLElement {
  return h(
    "div",
    { class: "group", role: "group", "aria-label": name },
    h("span", { class: "name", "aria-hidden": "true" }, name),
    ...children,
  );
}

function button(name: string, title: string, onclick: () => void): HTMLElement {
  return h("button", { type: "button", title, "aria-label": title, onclick }, name);
}
