// The notation of the protocol's snippets.

/** A place to fill in, with what stands there before; places with the same number get the same text. */
export function gap(place: number, proposal: string): string {
  return `\${${place}:${proposal}}`;
}

/** A place with a choice; the first value stands there before. */
export function choice(place: number, values: readonly string[]): string {
  return `\${${place}|${values.join(",")}|}`;
}

/** Where the cursor is left in the end. */
export const lastStop = "$0";

/** The text that is there when nothing is filled in. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll(lastStop, "");
}
