import type { Offer } from "@inittab/core";
import { wordsOf } from "../../views/simulation/offer-words.ts";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import type { Actions } from "./view.ts";

/** A button in the row of what something can be done to. */
export function offerButton(row: string, offer: Offer, actions: Actions): HTMLButtonElement {
  const { button, title } = wordsOf(offer, l10n);
  return h(
    "button",
    {
      type: "button",
      title,
      "aria-label": `${row}: ${title}`,
      onclick: () => actions.happen(offer.happening),
    },
    // The row says the terminal.
    offer.name === "enter" ? "Enter" : button,
  );
}
