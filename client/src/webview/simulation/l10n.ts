// The words of the page in the language of the user. The extension hands its texts over; what is not among them stays
// English, as in `vscode.l10n`.

import { type Texts, translated } from "../../translated.ts";

/** The texts of the page by the English ones, and the templates of core by their ids. */
export const texts: Texts = readTexts(document.getElementById("simulation")?.dataset["texts"]);

/** Stands in for `vscode.l10n`, which a page does not have. */
export const l10n = {
  /** The text in the user's language, with `{0}` and so on replaced. */
  t: (message: string, ...values: readonly (string | number)[]): string => translated(texts, message, values),
};

function readTexts(text: string | undefined): Texts {
  return text === undefined ? {} : JSON.parse(text);
}
