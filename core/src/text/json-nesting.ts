// How deeply the brackets of a JSON text are nested. Parsers and printers of JSON go down by calling themselves, so a text
// of nothing but brackets takes the stack from them; it is looked at before any of them is asked.

/** So many brackets may stand in each other. No format of ours needs a tenth of it. */
export const mostNesting = 100;

/** The offset of the first bracket that is nested too deeply; undefined where there is none. The text may be anything. */
export function tooDeepAt(json: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === "\\") at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") {
      depth++;
      if (depth > mostNesting) return at;
    } else if (character === "]" || character === "}") depth--;
  }
  return undefined;
}
