// Places that a template engine or a build fills in. What stands there now is no text of the script.

import type { TextRange } from "../../text/range.ts";

/** ERB and its kin, Jinja and Mustache, Autoconf, and their doubled forms. */
const pattern =
  /<%[^\n]*?%>|\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|@@[A-Za-z_][\w.-]*@@|%%[A-Za-z_][\w.-]*%%|@[A-Za-z_]\w*@/g;

/** Every placeholder of a script. */
export function placeholdersIn(text: string): readonly TextRange[] {
  if (!/[<{]%|\{\{|@|%%/.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Whether something lies in the way of a placeholder, so that it may become anything. */
export function isFilledIn(placeholders: readonly TextRange[], { start, end }: TextRange): boolean {
  return placeholders.some((place) => place.start < Math.max(end, start + 1) && start < place.end);
}
