// One character above U+00FF makes V8 keep every character of a file in two bytes, and read it more slowly. A program has
// a handful of them, all in literals: they become escapes. The files of languages are left alone, they have thousands.

/** The plugin for Rolldown. */
export const plainAscii = {
  name: "plain-ascii",
  generateBundle: (_, files) => {
    for (const file of Object.values(files))
      if (file.type === "chunk" && !file.fileName.startsWith("language-"))
        file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

/** A UTF-16 unit as an escape, which means the same in texts, templates and patterns. */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
