// What stands outside the brackets of the pseudo-language `qps-ploc`, where every text of a catalogue is in ⟦…⟧.

/** The text without what stands in brackets, however deep. Throws where they do not belong together. */
export function outsideBrackets(text: string): string {
  let outside = "";
  let depth = 0;
  for (const character of text) {
    if (character === "⟧" && --depth < 0) throw new Error(`a closing bracket too many in: ${text}`);
    else if (character === "⟦") depth++;
    else if (depth === 0 && character !== "⟧") outside += character;
  }
  if (depth > 0) throw new Error(`a bracket that is not closed in: ${text}`);
  return outside;
}

/** The words outside the brackets that are in none of the given texts: those of a file, names, arguments. */
export function wordsOutside(text: string, given: readonly string[] = []): readonly string[] {
  const known = new Set(given.flatMap(wordsIn));
  return wordsIn(outsideBrackets(text)).filter((word) => !known.has(word));
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}
