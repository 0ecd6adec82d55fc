// Everything that can happen to a machine, as buttons.

import type { Offer, OfferGroup, Offers } from "@inittab/core";
import { groupName, wordsOf } from "../../views/simulation/offer-words.ts";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { roveOver } from "./roving.ts";
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
  const wait = h("input", {
    type: "number",
    class: "wait",
    "aria-label": l10n.t("Seconds between TERM and KILL (telinit -t)"),
    title: l10n.t("Seconds between TERM and KILL (telinit -t)"),
    placeholder: "-t",
    min: 0,
    max: 1000,
  });
  const edits = h(
    "button",
    {
      type: "button",
      title: l10n.t("Edits of the file take effect on the running machine, instead of from the boot on"),
      onclick: () => actions.takeEdits(edits.getAttribute("aria-pressed") !== "true"),
    },
    l10n.t("Edits happen now"),
  );
  const element = h("div", {
    class: "happenings",
    role: "toolbar",
    "aria-label": l10n.t("What happens to the machine"),
  });
  const makeOneStop = roveOver(element);
  let offered = "";
  return {
    element,
    draw: ({ model, answer: { offers } }) => {
      edits.setAttribute("aria-pressed", String(model.booted !== undefined));
      const wanted = JSON.stringify(offers);
      // A button that is drawn anew loses the focus.
      if (offers !== null && wanted !== offered) {
        boot.placeholder = bootExample(offers);
        element.replaceChildren(...groupsOf(offers, { boot, wait, edits }, actions));
        makeOneStop();
      }
      offered = wanted;
      if (document.activeElement !== boot) boot.value = (model.scenario.bootArgs ?? []).join(" ");
    },
  };
}

function bootExample({ bootWords }: Offers): string {
  const [one = "", other] = bootWords;
  return other === undefined ? l10n.t("e.g. {0}", one) : l10n.t("e.g. {0} or {1}", one, other);
}

/** The buttons are those of the init that is simulated. */
function groupsOf(
  { groups, waitTime }: Offers,
  { boot, wait, edits }: Fields,
  actions: Actions,
): readonly HTMLElement[] {
  /** How long telinit waits is a part of the event. */
  const happen = (offer: Offer) => {
    const isWaiting = offer.name === "telinit" && waitTime !== undefined && wait.value !== "";
    actions.happen(isWaiting ? { ...offer.happening, [waitTime]: Number(wait.value) } : offer.happening);
  };
  return [
    group(l10n.t("Kernel arguments"), boot),
    ...groups.map((offered) =>
      offerGroup(offered, happen, offered.name === "telinit" && waitTime !== undefined ? [wait] : []),
    ),
    group(l10n.t("File"), edits),
    group(
      l10n.t("Wait"),
      button("1 s", l10n.t("1 second passes"), () => actions.pass(1)),
      button("10 s", l10n.t("10 seconds pass"), () => actions.pass(10)),
      button("1 min", l10n.t("1 minute passes"), () => actions.pass(60)),
    ),
  ];
}

/** What is not a button of an offer. */
interface Fields {
  readonly boot: HTMLElement;
  readonly wait: HTMLInputElement;
  readonly edits: HTMLElement;
}

/** Buttons that differ in a detail alone, such as levels, stand in a row. */
function offerGroup(
  offered: OfferGroup,
  happen: (offer: Offer) => void,
  fields: readonly HTMLElement[],
): HTMLElement {
  const buttons = offered.offers.map((offer) => {
    const words = wordsOf(offer, l10n);
    return button(words.button, words.title, () => happen(offer));
  });
  const isRow = offered.offers.every(({ detail }) => detail !== undefined);
  const row = isRow ? [h("div", { class: "joined" }, ...buttons)] : buttons;
  return group(groupName(offered, l10n), ...row, ...fields);
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
