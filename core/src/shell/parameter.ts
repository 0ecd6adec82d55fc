// The beginning of `${…}`: a name, and what is done with its value.

import type { ShellFacts } from "./shells.ts";
import { peek, type Source } from "./source.ts";

/** What stands in front of the word of a parameter expansion. */
export interface Parameter {
  readonly name: string;
  /**
   * `plain`: there is only a name; `trims`: a pattern follows, in which quotes count even between double quotes.
   */
  readonly kind: "plain" | "trims" | "other";
  /** As in the tree; empty where there is only a name. */
  readonly operator: string;
}

/** The parameters that are single characters. */
export const specialParameters = "!#$*-?@";

/** Reads from after `${` to the word of the expansion; a plain expansion is read with its closing brace. */
export function readParameter(source: Source, facts: ShellFacts): Parameter {
  const name = readName(source);
  if (name !== "") return readOperator(source, name, facts);
  const first = peek(source);
  if (first === "" || first === "}") return { name: "", kind: "other", operator: "" };
  // Where no character is swallowed, another expansion may begin at once.
  const expands =
    first === "$" && !facts.swallowsInBraces && /[{('"[]/.test(source.text.charAt(source.at + 1));
  const isSpecial = specialParameters.includes(first) && !expands;
  if (isSpecial || facts.swallowsInBraces) source.at++;
  if (first === "#") return readLength(source, facts);
  return isSpecial ? readOperator(source, first, facts) : { name: "", kind: "other", operator: "" };
}

/** A name or a number; empty where there is none. */
export function readName(source: Source): string {
  const first = peek(source);
  const goesOn = /[A-Za-z_]/.test(first) ? /[A-Za-z0-9_]/ : /[0-9]/;
  let name = "";
  for (let next = first; goesOn.test(next); next = peek(source)) {
    name += next;
    source.at++;
  }
  return name;
}

/** `${#name}` is a length, `${#}` and `${#:-word}` are about `#`. */
function readLength(source: Source, facts: ShellFacts): Parameter {
  const name = readName(source);
  if (name !== "") return { name, kind: "other", operator: "length" };
  const second = peek(source);
  const before = source.at;
  if (second !== "") source.at++;
  const isRead = facts.swallowsInBraces || specialParameters.includes(second);
  const isLength = second !== "}" && isRead && peek(source) === "}";
  if (isLength) return { name: second, kind: "other", operator: "length" };
  source.at = before;
  return readOperator(source, "#", facts);
}

function readOperator(source: Source, name: string, facts: ShellFacts): Parameter {
  const operator = peek(source);
  if (operator === "") return { name, kind: "other", operator };
  if (operator === "}") {
    source.at++;
    return { name, kind: "plain", operator: "" };
  }
  const trims = operator === "%" || operator === "#" || (operator === "/" && facts.substrings);
  if (trims) {
    source.at++;
    const isDoubled = peek(source) === operator;
    if (isDoubled) source.at++;
    return { name, kind: "trims", operator: isDoubled ? operator + operator : operator };
  }
  if (!":-+?=".includes(operator) && !facts.swallowsInBraces) return { name, kind: "other", operator: "" };
  source.at++;
  if (operator !== ":") return { name, kind: "other", operator };
  const after = peek(source);
  const isOperator = "}-+?=".includes(after) || !facts.substrings;
  const isRead = after !== "" && isOperator && (after !== "}" || facts.swallowsInBraces);
  if (isRead) source.at++;
  return { name, kind: "other", operator: isRead ? operator + after : operator };
}
