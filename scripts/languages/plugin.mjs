// Puts the folders of languages/ into a program: host/src/languages/catalogues.ts becomes a table of them. A program of
// several files has each language in pieces, which it reads when it first needs a text of them, by the `require` that
// both Node and the worker of the server have. Tests have whole languages.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { filesOf, languagesFolder, languageTags, textsOf } from "./folders.mjs";
import { firstPiece, idsByPiece, placesOf, restPiece } from "./pieces.mjs";

const prefix = "inittab-language:";

/** The plugin of Vite for tests, which import our sources. */
export const wholeLanguages = languages("inittab-whole-languages", () => {
  const tags = languageTags();
  const modules = tags.map((tag) => [tag, () => `export const texts = ${parsed(textsOf(tag))};`]);
  const imports = tags.map((tag, place) => `import { texts as texts${place} } from "${prefix}${tag}";`);
  const entries = tags.map((tag, place) => `${JSON.stringify(tag)}: () => textsIn(texts${place})`);
  return {
    modules: new Map(modules),
    table: `${imports.join("\n")}
const textsIn = (texts) => ({ textOf: (id) => (Object.hasOwn(texts, id) ? texts[id] : undefined) });
export const catalogues = { ${entries.join(", ")} };`,
  };
});

/**
 * The plugin of Rolldown for a program of several files that needs the texts of all pieces but these. The ids of a piece
 * stand once for all languages, because they are a sixth of a package.
 */
export function languagePieces(unneeded) {
  return languages(
    "inittab-language-pieces",
    () => made(unneeded),
    (name) => `${name}.js`,
  );
}

function made(unneeded) {
  const tags = languageTags();
  const all = idsByPiece(tags.flatMap(filesOf));
  const places = `export const places = ${parsed(placesOf(all))};\n`;
  const modules = Object.entries(all)
    .filter(([piece]) => !unneeded.includes(piece))
    .flatMap(([piece, ids]) => [
      [
        `language-ids-${piece}`,
        () => `export const ids = ${listed(ids)};\n${piece === firstPiece ? places : ""}`,
      ],
      ...tags.map((tag) => [
        `language-${tag}-${piece}`,
        () => {
          const texts = textsOf(tag);
          return `export const texts = ${listed(ids.map((id) => texts[id] ?? ""))};\n`;
        },
      ]),
    ]);
  return { modules: new Map(modules), table: tableOfPieces(tags) };
}

function tableOfPieces(tags) {
  const entries = tags.map((tag) => `${JSON.stringify(tag)}: textsIn(${JSON.stringify(tag)})`);
  return `import { textsInPieces } from "./pieces.ts";
const read = (name) => require("./language-" + name + ".js");
const textsIn = (tag) => () =>
  textsInPieces({
    places: read("ids-${firstPiece}").places,
    rest: "${restPiece}",
    load: (piece) => ({ ids: read("ids-" + piece).ids, texts: read(tag + "-" + piece).texts }),
  });
export const catalogues = { ${entries.join(", ")} };`;
}

/** A plugin that answers for the table and for the modules around it, each of which may become a file. */
function languages(name, made, fileName) {
  let now;
  return {
    name,
    buildStart() {
      now = made();
      if (fileName === undefined) return;
      for (const each of now.modules.keys())
        this.emitFile({ type: "chunk", id: `${prefix}${each}`, fileName: fileName(each) });
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (/\/host\/src\/languages\/catalogues\.ts$/.test(id.replaceAll("\\", "/"))) return now.table;
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      for (const tag of languageTags())
        for (const file of readdirSync(join(languagesFolder, tag)))
          this.addWatchFile(join(languagesFolder, tag, file));
      return now.modules.get(id.slice(prefix.length + 1))?.();
    },
  };
}

/** Many texts as code: one long text is read faster than a list, and takes fewer bytes. */
function listed(texts) {
  if (texts.some((text) => text.includes(between)))
    throw new Error("a text has the sign that stands between texts");
  return `${JSON.stringify(texts.join(between))}.split(${JSON.stringify(between)})`;
}

const between = "\x01";

/** A value as code: a long text is read faster than a literal of the language. */
function parsed(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
