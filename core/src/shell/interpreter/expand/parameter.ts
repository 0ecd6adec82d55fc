// `${…}` with an operator. POSIX, Shell Command Language, 2.6.2.

import { byteLength } from "../../../text/bytes.ts";
import type { ParameterExpansion, WordPart } from "../../tree.ts";
import type { Working } from "../contract.ts";
import { assign, expansionStatus, fail, notFollowed, type ShellState, spend } from "../state.ts";
import { readPattern, replaced, trimmed } from "./pattern.ts";
import { joinedPattern, joinedText, type Piece } from "./split.ts";
import { argumentsOf, valueOfParameter } from "./value.ts";

/** What this needs of the expansion of words. */
export interface WordExpander {
  readonly parts: (
    shell: ShellState,
    parts: readonly WordPart[],
    use: { readonly quoted: boolean; readonly tilde: "word" | "none"; readonly inner?: boolean },
  ) => Working<readonly Piece[]>;
  readonly arithmetic: (shell: ShellState, text: string) => string;
}

/** The pieces that the expansion stands for. */
export function* expandParameter(
  shell: ShellState,
  { name, operator, word }: ParameterExpansion,
  quoted: boolean,
  expander: WordExpander,
): Working<readonly Piece[]> {
  const { behaviour } = shell;
  const result = (text: string): readonly Piece[] => [{ kind: "text", text, quoted, split: !quoted }];
  if (name === "" || (operator === "length" && word.length > 0)) return badSubstitution(shell);
  const value = valueOfParameter(shell, name);
  const isList = name === "@" || name === "*";
  const own = () => (isList ? argumentsOf(shell, name, quoted) : result(value ?? ""));
  const missing = value === undefined || (operator.startsWith(":") && value === "");
  const inner = { quoted, tilde: quoted ? "none" : "word", inner: true } as const;
  switch (operator) {
    case "-":
    case ":-":
      return missing ? yield* expander.parts(shell, word, inner) : own();
    case "+":
    case ":+":
      return missing ? result("") : yield* expander.parts(shell, word, inner);
    case "=":
    case ":=": {
      if (!missing) return own();
      if (!/^[A-Za-z_]/.test(name)) return fail(shell, `${name}: bad variable name`, expansionStatus(shell));
      const text = joinedText(yield* expander.parts(shell, word, { ...inner, inner: false }));
      assign(shell, name, text);
      return result(text);
    }
    case "?":
    case ":?": {
      if (!missing) return own();
      const text = joinedText(yield* expander.parts(shell, word, { quoted: true, tilde: "none" }));
      const usual = operator === "?" ? "parameter not set" : "parameter not set or null";
      return fail(shell, `${name}: ${text === "" ? usual : text}`, expansionStatus(shell));
    }
  }
  if (value === undefined && !isList && shell.options.has("nounset"))
    return fail(shell, behaviour.words.unset(name), expansionStatus(shell));
  if (operator === "length")
    return result(
      String(isList && !behaviour.lengthOfArguments ? shell.positional.length : byteLength(value ?? "")),
    );
  const changed = yield* changedValue(shell, value ?? "", operator, word, expander);
  return changed === undefined ? badSubstitution(shell) : result(changed);
}

function* changedValue(
  shell: ShellState,
  value: string,
  operator: string,
  word: readonly WordPart[],
  expander: WordExpander,
): Working<string | undefined> {
  spend(shell, Math.floor(value.length / 100));
  switch (operator) {
    case "%":
    case "%%":
    case "#":
    case "##": {
      const pattern = joinedPattern(yield* expander.parts(shell, word, { quoted: false, tilde: "word" }));
      return trimmed(value, readPattern(pattern), operator);
    }
    case "/":
    case "//": {
      if (!shell.behaviour.facts.substrings) return undefined;
      const pattern = joinedPattern(yield* expander.parts(shell, word, { quoted: false, tilde: "none" }));
      const [, from = "", by = ""] = /^((?:[^/\\]|\\.)*)\/?(.*)$/s.exec(pattern) ?? [];
      if (/^[#%]/.test(from)) return notFollowed(`\${x/${from.charAt(0)}`);
      return replaced(value, readPattern(from), by.replace(/\\(.)/gs, "$1"), operator === "//");
    }
    case ":":
      if (!shell.behaviour.facts.substrings) return undefined;
      return substring(
        shell,
        value,
        joinedText(yield* expander.parts(shell, word, { quoted: true, tilde: "none" })),
        expander,
      );
    default:
      return undefined;
  }
}

function substring(shell: ShellState, value: string, range: string, expander: WordExpander): string {
  const [from = "", count] = range.split(":");
  const start = Number(expander.arithmetic(shell, from));
  const begin = start < 0 ? value.length + start : start;
  if (begin < 0) return "";
  if (count === undefined) return value.slice(begin);
  const length = Number(expander.arithmetic(shell, count));
  return value.slice(begin, length < 0 ? value.length + length : begin + length);
}

function badSubstitution(shell: ShellState): never {
  // Where a shell swallows what it does not know, it says so now; another one may know more than is known here.
  if (!shell.behaviour.facts.swallowsInBraces) return notFollowed("${");
  return fail(shell, shell.behaviour.words.badSubstitution, expansionStatus(shell));
}
