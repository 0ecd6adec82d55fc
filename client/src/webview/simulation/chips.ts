// What was done to the machine so far: a chip for each event, by which it can be found and taken back.

import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { roveOver } from "./roving.ts";
import { describeSeconds } from "./time.ts";
import type { Actions, View } from "./view.ts";
import { describeEvent } from "./words.ts";

/** The list of chips. */
export interface Chips {
  readonly element: HTMLElement;
  readonly draw: (view: View) => void;
}

/** A scenario file may have any number of events; so many can be taken back one by one. */
const mostChips = 50;

export function createChips(actions: Actions): Chips {
  const element = h("ul", { class: "chips", "aria-label": l10n.t("Events") });
  const makeOneStop = roveOver(element);
  return {
    element,
    draw: ({ model: { scenario }, answer: { offers } }) => {
      const { events = [] } = scenario;
      const items = events.slice(0, mostChips).map((event, index) => {
        const text = `${describeSeconds(event.at)}: ${describeEvent(event, offers)}`;
        return chip(text, { goTo: () => actions.moveTo(event.at), takeBack: () => actions.takeBack(index) });
      });
      if (events.length > mostChips)
        items.push(h("li", {}, l10n.t("and {0} more", events.length - mostChips)));
      if (events.length > 0) items.push(takeAllBack(actions));
      element.replaceChildren(...items);
      makeOneStop();
    },
  };
}

function chip(
  text: string,
  { goTo, takeBack }: { readonly goTo: () => void; readonly takeBack: () => void },
): HTMLLIElement {
  return h(
    "li",
    {},
    h("button", { type: "button", class: "chip", title: l10n.t("Go to this time"), onclick: goTo }, text),
    h(
      "button",
      {
        type: "button",
        class: "remove",
        "aria-label": l10n.t("Remove {0}", text),
        title: l10n.t("Remove"),
        onclick: takeBack,
      },
      "×",
    ),
  );
}

function takeAllBack({ clear }: Actions): HTMLLIElement {
  return h("li", {}, h("button", { type: "button", class: "link", onclick: clear }, l10n.t("Reset")));
}
