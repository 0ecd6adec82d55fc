// The one table of what a recipe of OpenEmbedded says to its class update-rc.d: the variables, and the words that the
// program of that name takes. Source: spec/embedded.md, sections 2.5 and 2.6.

/** A variable of the class, or a word of the program. */
export interface RecipeWordFact {
  readonly kind: "variable" | "word";
  readonly name: string;
  readonly usage: string;
  readonly meaning: string;
  readonly source: string;
}

const ofClass = "the class update-rc.d of openembedded-core, August 2026";
const observed = "observed: update-rc.d 0.8 of OpenEmbedded";

/** All of them. */
export const recipeWords: readonly RecipeWordFact[] = [
  {
    kind: "variable",
    name: "INITSCRIPT_NAME",
    usage: 'INITSCRIPT_NAME = "script"',
    meaning:
      "The name of the script in /etc/init.d. A recipe that inherits update-rc.d must set it, or set `INITSCRIPT_PACKAGES` and a name for each package.",
    source: ofClass,
  },
  {
    kind: "variable",
    name: "INITSCRIPT_PARAMS",
    usage: 'INITSCRIPT_PARAMS = "start 20 2 3 4 5 . stop 80 0 1 6 ."',
    meaning:
      "The words after the name when update-rc.d is called after the installation. Default: `defaults`.",
    source: ofClass,
  },
  {
    kind: "variable",
    name: "INITSCRIPT_PACKAGES",
    usage: 'INITSCRIPT_PACKAGES = "PACKAGE..."',
    meaning:
      "The packages for which update-rc.d is called; the name and the words for each are set in variables that end in a colon and the package's name. Default: the main package.",
    source: ofClass,
  },
  {
    kind: "word",
    name: "defaults",
    usage: "defaults [NN [KK]]",
    meaning:
      "Start links in runlevels 2, 3, 4 and 5 and stop links in 0, 1 and 6, with the number 20 or the given ones. A leading zero makes a number octal.",
    source: observed,
  },
  {
    kind: "word",
    name: "start",
    usage: "start NN LEVEL... .",
    meaning: "Start links with this number in each of the runlevels, up to a separate dot.",
    source: observed,
  },
  {
    kind: "word",
    name: "stop",
    usage: "stop NN LEVEL... .",
    meaning: "Stop links with this number in each of the runlevels, up to a separate dot.",
    source: observed,
  },
];
