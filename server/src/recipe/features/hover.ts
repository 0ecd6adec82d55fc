// What a word of a recipe means to the class update-rc.d, and which links its call makes.

import {
  findTopic,
  listOf,
  type RecipeAssignment,
  readRecipe,
  recipeLinks,
  recipeWordPage,
  recipeWords,
  type TextRange,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import type { Hover, HoverPart } from "../../features/hover.ts";

/** The words about an offset; undefined where there is nothing to say. */
export function recipeHoverAt(text: string, uri: string, offset: number): Hover | undefined {
  const { assignments } = readRecipe(text, uri);
  const touches = ({ start, end }: TextRange) => start <= offset && offset <= end;
  const named = assignments.find(({ name }) => touches(name));
  if (named !== undefined)
    return { parts: [wordPart(named.variable), ...linksPart(assignments, named)], range: named.name };
  const inside = assignments.find(
    ({ variable, value }) => variable === "INITSCRIPT_PARAMS" && touches(value),
  );
  const word = inside?.words.find(touches);
  if (inside === undefined || word === undefined) return undefined;
  const own = partOf(word.text);
  const parts = [...(own === undefined ? [] : [own]), ...linksPart(assignments, inside)];
  return parts.length === 0 ? undefined : { parts, range: word };
}

function wordPart(name: string): HoverPart {
  const fact = recipeWords.find((each) => each.name === name);
  return fact === undefined
    ? { kind: "paragraphs", paragraphs: [] }
    : { kind: "script-page", page: recipeWordPage(fact) };
}

function partOf(word: string): HoverPart | undefined {
  if (recipeWords.some(({ kind, name }) => kind === "word" && name === word)) return wordPart(word);
  const topic = /^[0-6S]$/.test(word) ? findTopic(word, "sysvinit") : undefined;
  return topic && { kind: "topic", topic, dialect: "sysvinit" };
}

/** The links that the words of a call make. */
function linksPart(
  assignments: readonly RecipeAssignment[],
  { variable, override, isWhole, hasExpansion, words }: RecipeAssignment,
): readonly HoverPart[] {
  if (variable !== "INITSCRIPT_PARAMS" || !isWhole || hasExpansion) return [];
  const named = assignments.filter((each) => each.variable === "INITSCRIPT_NAME");
  const own = named.find((each) => each.override === override) ?? named[0];
  const [name] = own === undefined || own.hasExpansion ? [] : own.words;
  const links = recipeLinks(
    name?.text ?? "NAME",
    words.map((each) => each.text),
  );
  const said =
    links === undefined
      ? featureMessage("hover.recipe-refused")
      : links.length === 0
        ? featureMessage("hover.recipe-no-links")
        : featureMessage("hover.recipe-links", {
            links: listOf(
              links.map(({ name: link, levels }) =>
                featureMessage("hover.recipe-link", { link, levels: levels.join(" ") }),
              ),
              "comma",
            ),
          });
  return [{ kind: "paragraphs", paragraphs: [[said]] }];
}
