// What a recipe of OpenEmbedded says to its class update-rc.d (spec/embedded.md, section 2.6): the variables from which the
// call of the program of that name is made. Everything else in the recipe is left to others.

import type { TextRange } from "../../text/range.ts";
import { inherited } from "./recipe-path.ts";

/** The variables that the class reads. */
export const recipeVariables = ["INITSCRIPT_NAME", "INITSCRIPT_PARAMS", "INITSCRIPT_PACKAGES"] as const;

/** One of them. */
export type RecipeVariable = (typeof recipeVariables)[number];

/** A word of a value. */
export interface RecipeWord extends TextRange {
  readonly text: string;
}

/** An assignment to one of the variables. */
export interface RecipeAssignment {
  readonly variable: RecipeVariable;
  /** What stands after the variable: `${PN}-x` of `INITSCRIPT_NAME:${PN}-x`; empty where nothing does. */
  readonly override: string;
  /** The value is the whole one, not a part that is put to another. */
  readonly isWhole: boolean;
  /** The variable's name. */
  readonly name: TextRange;
  /** What is between the quotes. */
  readonly value: TextRange;
  /** Backslashes at the ends of lines are not part of any word. */
  readonly words: readonly RecipeWord[];
  /** BitBake puts in what the value does not say itself: `${PN}`. */
  readonly hasExpansion: boolean;
}

/** What of a recipe concerns its init script. */
export interface RecipeReading {
  readonly assignments: readonly RecipeAssignment[];
  /** The word `update-rc.d` after `inherit`; undefined where it does not stand there. */
  readonly inherits: TextRange | undefined;
  /** Other files add to it, or it is added to another: what is missing here may be there. */
  readonly isPart: boolean;
}

const assigned =
  /^[ \t]*(?:export[ \t]+)?(INITSCRIPT_(?:NAME|PARAMS|PACKAGES))((?:[:_](?:\$\{[\w-]+\}|[\w.+~${}-])+)*)[ \t]*(\?\?=|\?=|:=|\+=|=\+|\.=|=\.|=)[ \t]*(["'])/gm;

/** Reads a recipe. `path` is its path or address as far as it is known. Never fails. */
export function readRecipe(text: string, path: string = ""): RecipeReading {
  const inherit = inherited.exec(text);
  const word = inherit?.[0].lastIndexOf("update-rc.d") ?? 0;
  const start = (inherit?.index ?? 0) + word;
  return {
    assignments: [...text.matchAll(assigned)].flatMap((match) => assignmentOf(text, match)),
    inherits: inherit === null ? undefined : { start, end: start + "update-rc.d".length },
    isPart: !/\.bb$/.test(path) || /^[ \t]*(?:require|include)(?:_all)?[ \t]/m.test(text),
  };
}

function assignmentOf(text: string, match: RegExpExecArray): readonly RecipeAssignment[] {
  const [whole, found = "", behind = "", operator = "", quote = ""] = match;
  const variable = recipeVariables.find((each) => each === found);
  const valueStart = match.index + whole.length;
  const valueEnd = endOfValue(text, valueStart, quote);
  if (variable === undefined || valueEnd === undefined) return [];
  const name = match.index + whole.indexOf(found);
  const value = text.slice(valueStart, valueEnd);
  const override = behind.slice(1);
  return [
    {
      variable,
      override,
      isWhole:
        /^(?:\?\??|:)?=$/.test(operator) && !/(?:^|[:_])(?:append|prepend|remove)(?:$|[:_])/.test(override),
      name: { start: name, end: name + found.length + behind.length },
      value: { start: valueStart, end: valueEnd },
      words: [...value.matchAll(/(?:[^\s\\]|\\(?!\n))+/g)].map(({ index, 0: word }) => ({
        text: word,
        start: valueStart + index,
        end: valueStart + index + word.length,
      })),
      hasExpansion: value.includes("${"),
    },
  ];
}

/** A value ends at its quote, and goes on in the next line only after a backslash. */
function endOfValue(text: string, start: number, quote: string): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text.charAt(at) === quote) return at;
    if (text.charAt(at) === "\n" && text.charAt(at - 1) !== "\\") return undefined;
  }
  return undefined;
}

/** The assignments whose value is all that the variable has; one to which something is added elsewhere is not. */
export function wholeAssignments(
  { assignments }: RecipeReading,
  variable: RecipeVariable,
): readonly RecipeAssignment[] {
  const own = assignments.filter((each) => each.variable === variable);
  return own.every(({ isWhole }) => isWhole) ? own.filter(({ hasExpansion }) => !hasExpansion) : [];
}
