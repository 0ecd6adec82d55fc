// `$((…))`: the numbers are those of C's intmax_t. POSIX, Shell Command Language, 2.6.4.

import type { ArithmeticBehaviour } from "../behaviour.ts";
import type { ArithmeticFault } from "../words.ts";

/** The variables of the expression. */
export interface ArithmeticScope {
  readonly behaviour: ArithmeticBehaviour;
  /** The value of a variable; a shell may refuse one that is not set. */
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
}

/** The value of an expression, or what is wrong with it. */
export type Computed =
  | { readonly kind: "value"; readonly value: bigint }
  | { readonly kind: "error"; readonly fault: ArithmeticFault };

/** Computes an expression in which nothing is left to expand. */
export function compute(text: string, scope: ArithmeticScope, depth = 0): Computed {
  const reader: ExpressionReader = { text, at: 0, scope, active: true, depth };
  try {
    skipBlanks(reader);
    if (reader.at >= text.length && scope.behaviour.mayBeEmpty) return { kind: "value", value: 0n };
    const value = comma(reader);
    skipBlanks(reader);
    return reader.at < text.length
      ? { kind: "error", fault: { kind: "expecting", what: "EOF" } }
      : { kind: "value", value };
  } catch (error) {
    if (error instanceof Mistake) return { kind: "error", fault: error.fault };
    throw error;
  }
}

interface ExpressionReader {
  readonly text: string;
  readonly scope: ArithmeticScope;
  depth: number;
  at: number;
  /** Whether what is read has an effect: one side of `&&`, `||` and `?:` has none. */
  active: boolean;
}

class Mistake {
  readonly fault: ArithmeticFault;
  constructor(fault: ArithmeticFault) {
    this.fault = fault;
  }
}

/** Nesting of parentheses and of variables in variables. */
const deepest = 100;

function skipBlanks(reader: ExpressionReader): void {
  while (" \t\n".includes(reader.text.charAt(reader.at)) && reader.at < reader.text.length) reader.at++;
}

/** Whether a variable follows the two characters here. */
function stepsName({ text, at, scope }: ExpressionReader): boolean {
  return scope.behaviour.increments && /^[ \t\n]*[A-Za-z_]/.test(text.slice(at + 2, at + 50));
}

/** Reads one of these operators; longer ones stand first. */
function takeOperator(reader: ExpressionReader, operators: readonly string[]): string | undefined {
  skipBlanks(reader);
  // Where no variable stands beside them, `++` and `--` are two signs.
  const sign = /^(?:\+\+|--)/.exec(reader.text.slice(reader.at, reader.at + 2))?.[0].charAt(0);
  if (
    sign !== undefined &&
    operators.includes(sign) &&
    (!operators.includes(sign + sign) || !stepsName(reader))
  ) {
    reader.at++;
    return sign;
  }
  const { increments, power } = reader.scope.behaviour;
  const found = allOperators.find(
    (operator) =>
      reader.text.startsWith(operator, reader.at) &&
      (increments || (operator !== "++" && operator !== "--")) &&
      (power || operator !== "**"),
  );
  if (found === undefined || !operators.includes(found)) return undefined;
  reader.at += found.length;
  return found;
}

const allOperators =
  "<<= >>= ** ++ -- += -= *= /= %= &= ^= |= << >> <= >= == != && || + - * / % < > = & ^ | ! ~ ? : ( ) ,".split(
    " ",
  );

function comma(reader: ExpressionReader): bigint {
  let value = assignment(reader);
  while (reader.scope.behaviour.comma && takeOperator(reader, [","]) !== undefined)
    value = assignment(reader);
  return value;
}

const assignments = ["=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="];

function assignment(reader: ExpressionReader): bigint {
  skipBlanks(reader);
  const start = reader.at;
  const name = takeName(reader);
  if (name !== undefined) {
    const operator = takeOperator(reader, assignments);
    if (operator !== undefined) {
      const right = assignment(reader);
      const value =
        operator === "=" ? right : apply(reader, operator.slice(0, -1), numberOf(reader, name), right);
      store(reader, name, value);
      return value;
    }
  }
  reader.at = start;
  return conditional(reader);
}

function takeName(reader: ExpressionReader): string | undefined {
  skipBlanks(reader);
  const name = /^[A-Za-z_]\w*/.exec(reader.text.slice(reader.at, reader.at + 200))?.[0];
  if (name !== undefined) reader.at += name.length;
  return name;
}

function conditional(reader: ExpressionReader): bigint {
  const test = binary(reader, 0);
  if (takeOperator(reader, ["?"]) === undefined) return test;
  const yes = quietly(reader, test === 0n, () => comma(reader));
  if (takeOperator(reader, [":"]) === undefined) throw new Mistake({ kind: "expecting", what: "':'" });
  const no = quietly(reader, test !== 0n, () => conditional(reader));
  return test === 0n ? no : yes;
}

function quietly(reader: ExpressionReader, quiet: boolean, read: () => bigint): bigint {
  const { active } = reader;
  reader.active = active && !quiet;
  const value = read();
  reader.active = active;
  return value;
}

/** From the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

function binary(reader: ExpressionReader, level: number): bigint {
  const operators = levels[level];
  if (operators === undefined) return power(reader);
  let left = binary(reader, level + 1);
  for (
    let operator = takeOperator(reader, operators);
    operator !== undefined;
    operator = takeOperator(reader, operators)
  ) {
    const decided = (operator === "&&" && left === 0n) || (operator === "||" && left !== 0n);
    const right = quietly(reader, decided, () => binary(reader, level + 1));
    left = apply(reader, operator, left, right);
  }
  return left;
}

function power(reader: ExpressionReader): bigint {
  const base = unary(reader);
  if (!reader.scope.behaviour.power || takeOperator(reader, ["**"]) === undefined) return base;
  const exponent = power(reader);
  if (exponent < 0n) throw new Mistake({ kind: "exponent" });
  let value = 1n;
  // The numbers wrap around, so that higher powers come to the same.
  for (let count = exponent % 64n; count > 0n; count--) value = BigInt.asIntN(64, value * base);
  return value;
}

function unary(reader: ExpressionReader): bigint {
  if (reader.depth >= deepest) throw new Mistake({ kind: "recursion" });
  reader.depth++;
  const value = prefixed(reader);
  reader.depth--;
  return value;
}

function prefixed(reader: ExpressionReader): bigint {
  const operator = takeOperator(reader, ["++", "--", "!", "~", "+", "-"]);
  switch (operator) {
    case undefined:
      return primary(reader);
    case "++":
    case "--": {
      const name = takeName(reader);
      if (name === undefined) throw new Mistake({ kind: "expecting", what: "primary" });
      const value = apply(reader, operator.charAt(0), numberOf(reader, name), 1n);
      store(reader, name, value);
      return value;
    }
    case "!":
      return unary(reader) === 0n ? 1n : 0n;
    case "~":
      return ~unary(reader);
    case "-":
      return BigInt.asIntN(64, -unary(reader));
    default:
      return unary(reader);
  }
}

function primary(reader: ExpressionReader): bigint {
  if (takeOperator(reader, ["("]) !== undefined) {
    const value = comma(reader);
    if (takeOperator(reader, [")"]) === undefined) throw new Mistake({ kind: "expecting", what: "')'" });
    return value;
  }
  const name = takeName(reader);
  if (name === undefined) return number(reader);
  const value = numberOf(reader, name);
  const step = takeOperator(reader, ["++", "--"]);
  if (step !== undefined) store(reader, name, apply(reader, step.charAt(0), value, 1n));
  return value;
}

function number(reader: ExpressionReader): bigint {
  skipBlanks(reader);
  const rest = reader.text.slice(reader.at);
  const based = reader.scope.behaviour.bases ? /^(\d+)#([0-9A-Za-z@_]+)/.exec(rest) : null;
  const digits = based?.[0] ?? /^(?:0[xX][0-9A-Fa-f]+|\d+)/.exec(rest)?.[0];
  if (digits === undefined) throw new Mistake({ kind: "expecting", what: "primary" });
  const value = based === null ? literal(digits) : inBase(based[2] ?? "", Number(based[1]));
  // `09` ends after the zero, and a name cannot begin there.
  if (value === undefined || /^\w/.test(rest.slice(digits.length)))
    throw new Mistake({ kind: "expecting", what: "EOF" });
  reader.at += digits.length;
  return value;
}

/** A number as C writes it; undefined where a digit does not belong to its base. */
function literal(digits: string): bigint | undefined {
  if (/^0\d+$/.test(digits)) return /^[0-7]+$/.test(digits) ? saturated(BigInt(`0o${digits}`)) : undefined;
  return saturated(BigInt(digits));
}

const greatest = 2n ** 63n - 1n;

function saturated(value: bigint): bigint {
  return value > greatest ? greatest : value < -greatest - 1n ? -greatest - 1n : value;
}

function inBase(digits: string, base: number): bigint | undefined {
  if (base < 2 || base > 64) return undefined;
  let value = 0n;
  for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
    const worth = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_".indexOf(digit);
    if (worth >= base) return undefined;
    value = value * BigInt(base) + BigInt(worth);
  }
  return BigInt.asIntN(64, value);
}

function numberOf(reader: ExpressionReader, name: string): bigint {
  if (!reader.active && !reader.scope.behaviour.looksAlways) return 0n;
  const value = reader.scope.get(name)?.trim() ?? "";
  if (value === "") return 0n;
  const plain = /^([+-]?)(0[xX][0-9A-Fa-f]+|\d+)$/.exec(value);
  const found = plain === null ? undefined : literal(plain[2] ?? "");
  if (found !== undefined) return plain?.[1] === "-" ? -found : found;
  if (!reader.scope.behaviour.nested) throw new Mistake({ kind: "number", text: value });
  if (reader.depth >= deepest) throw new Mistake({ kind: "recursion" });
  const inner = compute(value, reader.scope, reader.depth + 1);
  if (inner.kind === "error") throw new Mistake(inner.fault);
  return inner.value;
}

function store(reader: ExpressionReader, name: string, value: bigint): void {
  if (reader.active) reader.scope.set(name, value.toString());
}

function apply(reader: ExpressionReader, operator: string, left: bigint, right: bigint): bigint {
  const truth = (holds: boolean) => (holds ? 1n : 0n);
  switch (operator) {
    case "||":
      return truth(left !== 0n || right !== 0n);
    case "&&":
      return truth(left !== 0n && right !== 0n);
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "&":
      return left & right;
    case "==":
      return truth(left === right);
    case "!=":
      return truth(left !== right);
    case "<":
      return truth(left < right);
    case "<=":
      return truth(left <= right);
    case ">":
      return truth(left > right);
    case ">=":
      return truth(left >= right);
    case "<<":
      return BigInt.asIntN(64, left << (right & 63n));
    case ">>":
      return left >> (right & 63n);
    case "+":
      return BigInt.asIntN(64, left + right);
    case "-":
      return BigInt.asIntN(64, left - right);
    case "*":
      return BigInt.asIntN(64, left * right);
    default:
      return divide(reader, operator, left, right);
  }
}

function divide(reader: ExpressionReader, operator: string, left: bigint, right: bigint): bigint {
  if (right === 0n) {
    if (reader.active) throw new Mistake({ kind: "division" });
    return 0n;
  }
  return BigInt.asIntN(64, operator === "/" ? left / right : left % right);
}
