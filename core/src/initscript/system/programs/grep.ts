// `grep`.

import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { linesOf, readFiles, spender, usage } from "./lines.ts";
import { type Expression, find, readExpression } from "./regular-expression.ts";

const long = {
  quiet: "q",
  silent: "q",
  "invert-match": "v",
  "ignore-case": "i",
  count: "c",
  "extended-regexp": "E",
  "fixed-strings": "F",
  "only-matching": "o",
  "word-regexp": "w",
  "line-regexp": "x",
  "no-messages": "s",
  regexp: "e",
};

/** `grep`; 1 where no line fits, 2 where something is wrong. */
export function grep(command: "grep" | "egrep" | "fgrep"): (run: ProgramRun) => number {
  return (run) => {
    const given = readArguments(run.args, "qvicEFGowxslnhHare:", long);
    if (given === undefined) return usage(run, command, 2);
    const { options } = given;
    const patterns = given.all.filter(([name]) => name === "e").map(([, value]) => value);
    const texts = patterns.length > 0 ? patterns : given.rest.slice(0, 1);
    const names = patterns.length > 0 ? given.rest : given.rest.slice(1);
    if (texts.length === 0) return usage(run, command, 2);
    const fixed = options.has("F") || command === "fgrep";
    const notation = { extended: options.has("E") || command === "egrep", ignoreCase: options.has("i") };
    const expressions: Expression[] = [];
    for (const text of texts.flatMap((all) => all.split("\n"))) {
      const expression = readExpression(
        fixed ? text.replace(/[.[\]*^$\\]/g, "\\$&") : text,
        fixed ? { ...notation, extended: false } : notation,
      );
      if (expression === undefined) return usage(run, command, 2);
      expressions.push(expression);
    }
    const silent = options.has("s") ? { ...run, err: () => undefined } : run;
    const { files, failed } = readFiles(silent, command, names);
    const prefixes = (files.length > 1 || options.has("H")) && !options.has("h");
    let any = false;
    for (const { name, text } of files) {
      const lines = linesOf(text);
      const fits = lines.map((line) => fittingIn(run, line, expressions, options));
      const count = fits.filter((found) => found !== undefined).length;
      any ||= count > 0;
      if (options.has("q")) continue;
      const prefix = prefixes ? `${name === "-" ? "(standard input)" : name}:` : "";
      if (options.has("l")) run.out(count > 0 ? `${name}\n` : "");
      else if (options.has("c")) run.out(`${prefix}${count}\n`);
      else
        for (const [index, found] of fits.entries()) {
          if (found === undefined) continue;
          const number = options.has("n") ? `${index + 1}:` : "";
          for (const shown of options.has("o") ? found : [lines[index] ?? ""])
            run.out(`${prefix}${number}${shown}\n`);
        }
    }
    if (failed && !(any && options.has("q"))) return 2;
    return any ? 0 : 1;
  };
}

/** The parts of a line that fit; undefined where the line is not wanted. */
function fittingIn(
  run: ProgramRun,
  line: string,
  expressions: readonly Expression[],
  options: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  const parts: string[] = [];
  const spend = spender(run);
  spend(1);
  let fits = false;
  for (const expression of expressions)
    for (let at = 0; at <= line.length; ) {
      const found = find(expression, line, at, spend);
      if (found === undefined) break;
      const whole = found.start === 0 && found.end === line.length;
      const word = !/\w/.test(line.charAt(found.start - 1)) && !/\w/.test(line.charAt(found.end));
      if ((!options.has("x") || whole) && (!options.has("w") || word)) {
        fits = true;
        if (found.end > found.start) parts.push(line.slice(found.start, found.end));
      }
      at = Math.max(found.end, found.start + 1);
    }
  return fits === options.has("v") ? undefined : parts;
}
