// Random shell scripts that are safe to run, made by the grammar in random-scripts.json.

import fc from "fast-check";
import grammar from "./random-scripts.json" with { type: "json" };

/** What the scripts find in their folder. */
export const scriptFiles: Readonly<Record<string, string>> = grammar.files;

/** Their arguments. */
export const scriptArguments: readonly string[] = grammar.arguments;

const rules: Readonly<Record<string, readonly string[]>> = grammar.rules;

/** Rules whose texts have others in them that lead back to them; deeper than this there are only simple commands. */
const deepest = 4;

const known = new Map<string, fc.Arbitrary<string>>();

/** Any text of a rule, in so many bodies. */
function textOf(rule: string, depth: number): fc.Arbitrary<string> {
  const name = depth <= 0 ? (simpler[rule] ?? rule) : rule;
  const key = `${name} ${depth}`;
  const made = known.get(key) ?? make(name, depth);
  known.set(key, made);
  return made;
}

/** What stands for a rule where nesting ends. */
const simpler: Readonly<Record<string, string>> = {
  line: "simple",
  compound: "simple",
  substitution: "plain",
};

/** Rules that are one level deeper. */
const deeper: ReadonlySet<string> = new Set(["body", "substitution", "f-lines", "g-lines"]);

/** Calls of these functions would have no end in these rules. */
const forbidden: Readonly<Record<string, readonly string[]>> = { "f-lines": ["f", "g"], "g-lines": ["g"] };

let places = 0;

function make(rule: string, depth: number): fc.Arbitrary<string> {
  const below = deeper.has(rule) ? Math.min(depth - 1, rule.endsWith("-lines") ? 1 : deepest) : depth;
  const alternatives = (rules[rule] ?? []).map((written) => {
    const [, weight = "1", text = ""] = /^(?:(\d+)\* )?(.*)$/s.exec(written) ?? [];
    const pieces = text
      .split(/«([a-z-]+)»/)
      .map((piece, index) => (index % 2 === 0 ? fc.constant(piece) : textOf(piece, below)));
    const arbitrary = fc.tuple(...pieces).map((texts) => {
      const place = String(++places);
      return texts.map((piece, index) => (index % 2 === 0 ? piece.replaceAll("¤", place) : piece)).join("");
    });
    return { weight: Number(weight), arbitrary };
  });
  const all = fc.oneof(...alternatives);
  const functions = forbidden[rule];
  return functions === undefined ? all : all.map((text) => functions.reduce(withoutCalls, text));
}

function withoutCalls(text: string, name: string): string {
  return text.replace(new RegExp(`(^|[^\\w-])${name}(?![\\w/.])`, "gm"), "$1:");
}

/**
 * Scripts. Left out is what dash 0.5.12 does in a way of its own: an expansion behind a quoted `$@` loses an argument that is
 * empty.
 */
export const randomScripts: fc.Arbitrary<string> = textOf("script", deepest).filter(
  (text) => !/\$\{?@[^"]*"\}?\S*[$`]/.test(text),
);
