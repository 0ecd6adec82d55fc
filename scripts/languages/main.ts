// Checks the languages, prints what is to be translated, and begins a new language.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Fault, faultsOf } from "./check.ts";
import { type EnglishText, englishTexts } from "./english.ts";
import { filesOf, languagesFolder, languageTags, sameIn } from "./folders.mjs";
import { mustBeComplete, mustBeWeeded } from "./modes.ts";
import { placedWeeds } from "./places.ts";

const help = `node scripts/languages.mjs check              what is wrong with the languages
node scripts/languages.mjs english [FILTER]   the English texts whose id contains FILTER, as JSON
node scripts/languages.mjs missing TAG [FILTER]   those of them that TAG does not have
node scripts/languages.mjs weeds [FILTER]     phrases in our English that should not be there, by id or file
node scripts/languages.mjs new TAG            begins the folder of a language
`;

function main([command, ...args]: readonly string[]): 0 | 1 | 2 {
  const english = englishTexts();
  switch (command) {
    case "check":
      return check(english);
    case "english":
      return print(english, args[0]);
    case "missing": {
      const [tag = "", filter] = args;
      const lacking = new Set(missing(faultsIn(tag, english)).map(({ id }) => id));
      return print(
        english.filter(({ id }) => lacking.has(id)),
        filter,
      );
    }
    case "weeds":
      for (const { place, phrase, instead } of placedWeeds())
        if (place.includes(args[0] ?? "")) console.log(`${place}: ${phrase} (${instead})`);
      return 0;
    case "new":
      return begin(args[0] ?? "");
    default:
      process.stderr.write(help);
      return command === "--help" ? 0 : 2;
  }
}

function faultsIn(tag: string, english: readonly EnglishText[]): readonly Fault[] {
  return faultsOf({ tag, files: filesOf(tag), same: sameIn(tag) }, english);
}

function missing(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ kind }) => kind === "missing");
}

function check(english: readonly EnglishText[]): 0 | 1 {
  let fails = false;
  for (const tag of languageTags()) {
    const faults = faultsIn(tag, english);
    const lacking = missing(faults).length;
    for (const { kind, file, id, why } of faults) {
      if (kind === "missing" && !mustBeComplete) continue;
      console.error(`${relative(process.cwd(), join(languagesFolder, tag, file ?? ""))}: ${id}: ${why}`);
      fails = true;
    }
    if (lacking > 0) console.error(`languages: ${tag} lacks ${lacking} of ${english.length} texts`);
  }
  const found = placedWeeds();
  if (found.length > 0)
    console.error(
      `languages: ${found.length} phrases to weed out; node scripts/languages.mjs weeds lists them`,
    );
  return fails || (mustBeWeeded && found.length > 0) ? 1 : 0;
}

function print(english: readonly EnglishText[], filter = ""): 0 {
  const wanted = english.filter(({ id }) => id.includes(filter)).map((text) => [text.id, text.english]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(wanted), null, 2)}\n`);
  return 0;
}

/** Makes the folder with a file to begin with; the check tells what is missing from then on. */
function begin(tag: string): 0 | 2 {
  const folder = join(languagesFolder, tag);
  if (!isTag(tag) || existsSync(folder)) {
    console.error(
      `${tag}: ${isTag(tag) ? "is there already" : "is no tag of a language such as fr or pt-BR"}`,
    );
    return 2;
  }
  mkdirSync(folder);
  writeFileSync(join(folder, "texts.json"), "{}\n");
  console.log(
    `${relative(process.cwd(), folder)} is there; node scripts/languages.mjs missing ${tag} prints its texts.`,
  );
  return 0;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

process.exitCode = main(process.argv.slice(2));
