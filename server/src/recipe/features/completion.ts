// Proposals in a recipe: the variables of the class update-rc.d, and in their values what the program takes.

import {
  findTopic,
  type RecipeAssignment,
  readRecipe,
  recipeWordPage,
  recipeWords,
  type TextRange,
  topicPart,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import {
  type Completion,
  type CompletionOptions,
  documented,
  goingOnUnlessWhole,
} from "../../features/completion-item.ts";

/** The proposals at an offset. */
export function recipeCompletions(
  text: string,
  offset: number,
  options: CompletionOptions,
): readonly Completion[] {
  return goingOnUnlessWhole(proposalsAt(text, offset, options), text, offset);
}

function proposalsAt(text: string, offset: number, options: CompletionOptions): readonly Completion[] {
  const { assignments } = readRecipe(text);
  const inside = assignments.find(({ value }) => value.start <= offset && offset <= value.end);
  if (inside !== undefined) return valueProposals(text, offset, inside);
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = text.slice(lineStart, offset);
  // In the first column: the functions of a recipe are indented.
  if (!/^I[A-Z_]*$/.test(typed)) return [];
  const isTaken = (name: string) =>
    assignments.some(({ variable, override }) => variable === name && override === "");
  const range = { start: lineStart, end: offset };
  return recipeWords
    .filter(({ kind, name }) => kind === "variable" && !isTaken(name))
    .map((fact) => ({
      kind: "keyword" as const,
      label: fact.name,
      detail: featureMessage("completion.recipe-variable"),
      documentation: { kind: "script-page" as const, page: recipeWordPage(fact) },
      range,
      text: options.snippets ? `${fact.name} = "$0"` : `${fact.name} = "`,
      ...(options.snippets ? { snippet: true as const } : {}),
    }));
}

function valueProposals(
  text: string,
  offset: number,
  { variable, words }: RecipeAssignment,
): readonly Completion[] {
  const word = words.find(({ start, end }) => start <= offset && offset <= end);
  const range = word === undefined ? { start: offset, end: offset } : { start: word.start, end: word.end };
  const before = words.filter(({ end }) => end < range.start).map((each) => each.text);
  if (variable === "INITSCRIPT_NAME")
    return before.length > 0
      ? []
      : [...installedNames(text)].map((name) => ({
          kind: "service" as const,
          label: name,
          detail: featureMessage("completion.recipe-installed"),
          range,
          text: name,
        }));
  return variable === "INITSCRIPT_PARAMS" ? paramProposals(before, range) : [];
}

/** The names that the recipe puts below init.d. */
function installedNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\/init\.d\/([\w.+-]+)/g)].map(([, name = ""]) => name));
}

function paramProposals(before: readonly string[], range: TextRange): readonly Completion[] {
  const part = (value: string): Completion => ({
    ...{
      kind: "argument",
      label: value,
      detail: featureMessage("completion.recipe-params"),
      range,
      text: value,
    },
  });
  const [command] = before;
  if (command === undefined)
    return ["defaults", "defaults 20", "start 20 2 3 4 5 . stop 80 0 1 6 .", "start 20 S ."].map(part);
  if (command !== "start" && command !== "stop") return [];
  const begun = before.slice(before.lastIndexOf(".") + 1);
  if (begun.length === 0) return ["start 20 2 3 4 5 .", "stop 80 0 1 6 ."].map(part);
  // First comes the number.
  if (begun.length === 1) return [];
  const levels = ["2", "3", "4", "5", "0", "1", "6", "S"].filter((level) => !begun.slice(2).includes(level));
  return [
    ...levels.map((level): Completion => {
      const topic = findTopic(level, "sysvinit");
      return {
        ...{ kind: "runlevels", label: level, range, text: level },
        detail: topic === undefined ? "" : topicPart(topic, "summary"),
        ...documented(topic, "sysvinit"),
      };
    }),
    ...(begun.length > 2
      ? [
          {
            ...{ kind: "argument" as const, label: ".", range, text: "." },
            detail: featureMessage("completion.recipe-dot"),
          },
        ]
      : []),
  ];
}
