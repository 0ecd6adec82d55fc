// Node keeps a program in memory as long as it runs, with two bytes for each character if one of them does not fit into
// one byte. A file that has a few such characters gets escapes for them; one that is full of them, as a language is, would
// grow by that and stays as it is.

/** Escapes a few wide characters; they stand in strings and regular expressions only. */
export const oneByte = {
  name: "one-byte",
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== "chunk") continue;
      const wide = part.code.match(wideCharacters)?.length ?? 0;
      if (wide < mostEscaped) part.code = part.code.replace(wideCharacters, escapeOf);
    }
  },
};

const wideCharacters = /[^\0-\xff]/g;
const mostEscaped = 40;

function escapeOf(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
