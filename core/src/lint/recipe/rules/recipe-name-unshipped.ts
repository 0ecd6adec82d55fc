import { wholeAssignments } from "../../../initscript/openembedded/recipe.ts";
import { listOf } from "../../../text/message.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";

/** A variable of BitBake's, which looks like a place in a template. */
function variable(name: string): string {
  return `$\{${name}}`;
}

function recipe(name: string): string {
  return [
    "inherit update-rc.d",
    `INITSCRIPT_NAME = "${name}"`,
    "do_install() {",
    `    install -m 0755 ${variable("WORKDIR")}/svc.init ${variable("D")}${variable("sysconfdir")}/init.d/svc`,
    "}\n",
  ].join("\n");
}

export const recipeNameUnshipped: RecipeRule = {
  id: "recipe-name-unshipped",
  code: "IT926",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: update-rc.d 0.8 of OpenEmbedded", "spec/embedded.md, section 2.5"],
  docs: {
    what: "`INITSCRIPT_NAME` names none of the scripts that the recipe installs into `init.d`.",
    why: "update-rc.d says `file does not exist` and ends with status 1, which stops the build of the image.\nThe rule applies only if the recipe itself names everything that it puts there.",
    instead: "Write the name under which the script is installed.",
    wrong: [{ text: recipe("svcd"), fixed: recipe("svc") }],
    right: [{ text: recipe("svc") }],
  },
  check: (context) => {
    const { recipe: reading, text } = context;
    const installed = reading.isPart ? undefined : installedIn(text);
    if (installed === undefined || installed.length === 0) return [];
    return wholeAssignments(reading, "INITSCRIPT_NAME").flatMap(({ words }) => {
      const [word, more] = words;
      if (word === undefined || more !== undefined || installed.includes(word.text)) return [];
      const near = nearestName(
        word.text,
        installed.map((name) => ({ name })),
      );
      const names = listOf(
        installed.map((name) => quoted(name)),
        "comma",
      );
      return [
        {
          range: word,
          message: message("recipe-name-unshipped", { installed: names, word: quoted(word.text) }),
          fixes: near === undefined ? [] : [suggestion(message("fix.write", { text: near }), word, near)],
        },
      ];
    });
  },
};

/**
 * The names below init.d that the recipe names as places to install to; undefined where others may come to be there: by
 * the package's own make, with a whole folder, or under a name that BitBake makes.
 */
function installedIn(text: string): readonly string[] | undefined {
  const isWhole = /^do_install[ \t]*\(\)/m.test(text) && !/^do_install[:_](?:append|prepend)/m.test(text);
  if (!isWhole || others.test(text)) return undefined;
  const names = new Set<string>();
  for (const { index, 0: place } of text.matchAll(places)) {
    const line = text.slice(text.lastIndexOf("\n", index) + 1).split("\n", 1)[0] ?? "";
    const name = /^\/([\w.+-]+)(?=["'\s;]|$)/.exec(text.slice(index + place.length))?.[1];
    if (name !== undefined) names.add(name);
    else if (!/^[ \t]*(?:#|(?:install[ \t]+(?:-m[ \t]*\d+[ \t]+)?-d|mkdir)\b)/.test(line)) return undefined;
  }
  return [...names];
}

/** What installs files without naming each. */
const others =
  /\boe_runmake\b|\bmake\b|_do_install\b|\b(?:setup\.py|pip3?|ninja|tar|rsync)\b|\bcp[ \t]+-\w*[rRa]/;

/** Where init scripts are installed to. */
const places = /\$\{D\}["']?(?:(?:\$\{sysconfdir\}|\/etc)\/init\.d|\$\{INIT_D_DIR\})/g;
