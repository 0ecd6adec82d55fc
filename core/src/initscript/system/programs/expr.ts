// `expr`.

import type { ProgramRun } from "../contract.ts";
import { spender } from "./lines.ts";
import { find, readExpression } from "./regular-expression.ts";

/** `expr`: 1 where the value is 0 or empty, 2 where there is none. */
export function expr(run: ProgramRun): number {
  const reader: Reader = { run, words: run.args, at: 0 };
  const value = either(reader);
  if (value === undefined || reader.at < run.args.length) {
    run.err("expr: syntax error\n");
    return 2;
  }
  run.out(`${value}\n`);
  return isNothing(value) ? 1 : 0;
}

interface Reader {
  readonly run: ProgramRun;
  readonly words: readonly string[];
  at: number;
}

const isNothing = (value: string) => value === "" || /^-?0+$/.test(value);

function takes(reader: Reader, operators: readonly string[]): string | undefined {
  const word = reader.words[reader.at];
  if (word === undefined || !operators.includes(word)) return undefined;
  reader.at++;
  return word;
}

function either(reader: Reader): string | undefined {
  let left = both(reader);
  while (left !== undefined && takes(reader, ["|"]) !== undefined) {
    const right = both(reader);
    if (right === undefined) return undefined;
    left = isNothing(left) ? (isNothing(right) ? "0" : right) : left;
  }
  return left;
}

function both(reader: Reader): string | undefined {
  let left = comparison(reader);
  while (left !== undefined && takes(reader, ["&"]) !== undefined) {
    const right = comparison(reader);
    if (right === undefined) return undefined;
    left = isNothing(left) || isNothing(right) ? "0" : left;
  }
  return left;
}

function comparison(reader: Reader): string | undefined {
  let left = sum(reader);
  while (left !== undefined) {
    const operator = takes(reader, ["=", "==", "!=", "<", "<=", ">", ">="]);
    if (operator === undefined) return left;
    const right = sum(reader);
    if (right === undefined) return undefined;
    left = compare(left, operator, right) ? "1" : "0";
  }
  return left;
}

function compare(left: string, operator: string, right: string): boolean {
  const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right);
  const [first, second] = numbers ? [BigInt(left), BigInt(right)] : [left, right];
  switch (operator) {
    case "=":
    case "==":
      return first === second;
    case "!=":
      return first !== second;
    case "<":
      return first < second;
    case "<=":
      return first <= second;
    case ">":
      return first > second;
    default:
      return first >= second;
  }
}

function sum(reader: Reader): string | undefined {
  return calculation(reader, ["+", "-"], (inner) => calculation(inner, ["*", "/", "%"], matching));
}

function calculation(
  reader: Reader,
  operators: readonly string[],
  operand: (reader: Reader) => string | undefined,
): string | undefined {
  let left = operand(reader);
  while (left !== undefined) {
    const operator = takes(reader, operators);
    if (operator === undefined) return left;
    const right = operand(reader);
    if (right === undefined || !/^-?\d+$/.test(left) || !/^-?\d+$/.test(right)) return undefined;
    const [first, second] = [BigInt(left), BigInt(right)];
    if ("/%".includes(operator) && second === 0n) return undefined;
    left = String(
      operator === "+"
        ? first + second
        : operator === "-"
          ? first - second
          : operator === "*"
            ? first * second
            : operator === "/"
              ? first / second
              : first % second,
    );
  }
  return left;
}

function matching(reader: Reader): string | undefined {
  let left = single(reader);
  while (left !== undefined && takes(reader, [":"]) !== undefined) {
    const pattern = single(reader);
    left = pattern === undefined ? undefined : match(reader.run, left, pattern);
  }
  return left;
}

/** The first group, or how many characters fit; the pattern begins where the text does. */
function match(run: ProgramRun, text: string, pattern: string): string | undefined {
  const expression = readExpression(`^${pattern}`, { extended: false, ignoreCase: false });
  if (expression === undefined) return undefined;
  const found = find(expression, text, 0, spender(run));
  if (expression.groups > 0) return found?.groups[1] ?? "";
  return String(found === undefined ? 0 : found.end);
}

function single(reader: Reader): string | undefined {
  const word = reader.words[reader.at++];
  const next = reader.words[reader.at];
  if (word === "(") {
    const value = either(reader);
    return takes(reader, [")"]) === undefined ? undefined : value;
  }
  if (word === "length" && next !== undefined) {
    reader.at++;
    return String(next.length);
  }
  if (word === "match" && next !== undefined) {
    reader.at += 2;
    return match(reader.run, next, reader.words[reader.at - 1] ?? "");
  }
  if (word === "substr" && next !== undefined) {
    reader.at += 3;
    const [from, count] = [Number(reader.words[reader.at - 2]), Number(reader.words[reader.at - 1])];
    return from > 0 && count > 0 ? next.slice(from - 1, from - 1 + count) : "";
  }
  return word;
}
