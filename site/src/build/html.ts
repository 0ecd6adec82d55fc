// HTML that is made of literals of ours and of values that are escaped, so that nothing of a file becomes an element.

import { escapeMarkup } from "@inittab/core";

/** A piece of a page that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What can stand in a piece of a page; text is escaped. */
type Value = string | number | Html | readonly Html[] | undefined | false;

/** A piece of a page: the literal parts are HTML, values are escaped unless they are pieces themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.map((part, index) => part + shown(values[index])).join("") };
}

/** Nothing. */
export const nothing: Html = { html: "" };

function shown(value: Value): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escapeMarkup(String(value));
  return "html" in value ? value.html : value.map((piece) => piece.html).join("\n");
}
