// Expressions of conditions, logpoints, watches and hovers: names, members, comparisons. They look at a position and
// change nothing.

import type { Message, Scalar, SeenValue } from "@inittab/core";
import jsep from "jsep";
import { message } from "./message.ts";

/** What an expression is about: the value of a name. */
export type Lookup = (name: string) => SeenValue | undefined;

/** What comes of an expression. */
export type Evaluation =
  | { readonly kind: "value"; readonly value: SeenValue }
  | { readonly kind: "wrong"; readonly why: Message };

/** An expression that was read. */
export type ReadExpression =
  | { readonly kind: "expression"; readonly evaluate: (lookup: Lookup) => Evaluation }
  | { readonly kind: "wrong"; readonly why: Message };

/** Longer ones are not read: they would only wear out the stack. */
const mostCharacters = 1000;

/** Reads an expression once, to be evaluated at many positions. Never throws. */
export function readExpression(text: string): ReadExpression {
  if (text.length > mostCharacters) return wrong(message("expression.too-long"));
  const parsed = parse(text);
  if (typeof parsed === "number") return wrong(message("expression.wrong", { column: parsed + 1 }));
  return { kind: "expression", evaluate: (lookup) => evaluate(parsed, lookup) };
}

/** Evaluates an expression at one position. Never throws. */
export function evaluateText(text: string, lookup: Lookup): Evaluation {
  const read = readExpression(text);
  return read.kind === "wrong" ? read : read.evaluate(lookup);
}

/** Whether a value counts as true. */
export function isTrue({ value, parts }: SeenValue): boolean {
  return value === undefined
    ? (parts?.length ?? 0) > 0
    : value !== false && value !== null && value !== "" && value !== 0;
}

/** The tree of an expression, or where it is wrong. */
function parse(text: string): jsep.Expression | number {
  try {
    const tree = jsep(text);
    // Several expressions, or none, are not one.
    return tree.type === "Compound" ? text.length : tree;
  } catch (error) {
    const index: unknown = typeof error === "object" && error !== null && "index" in error ? error.index : 0;
    return typeof index === "number" ? index : 0;
  }
}

function wrong(why: Message): { readonly kind: "wrong"; readonly why: Message } {
  return { kind: "wrong", why };
}

function scalar(value: Scalar): Evaluation {
  return { kind: "value", value: { name: "", value } };
}

function evaluate(node: unknown, lookup: Lookup): Evaluation {
  const { type, ...parts } = membersOf(node);
  switch (type) {
    case "Literal":
      return isScalar(parts["value"])
        ? scalar(parts["value"])
        : wrong(message("expression.operator", { operator: String(parts["raw"]) }));
    case "Identifier":
      return named(String(parts["name"]), lookup);
    case "MemberExpression":
      return member(parts, lookup);
    case "UnaryExpression":
      return unary(String(parts["operator"]), evaluate(parts["argument"], lookup));
    case "BinaryExpression":
      return binary(String(parts["operator"]), parts, lookup);
    case "ConditionalExpression": {
      const test = evaluate(parts["test"], lookup);
      if (test.kind === "wrong") return test;
      return evaluate(isTrue(test.value) ? parts["consequent"] : parts["alternate"], lookup);
    }
    default:
      return wrong(message("expression.operator", { operator: String(type) }));
  }
}

function membersOf(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null ? { ...node } : {};
}

function isScalar(value: unknown): value is Scalar {
  return (
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  );
}

function named(name: string, lookup: Lookup): Evaluation {
  const value = lookup(name);
  return value === undefined ? wrong(message("expression.unknown", { name })) : { kind: "value", value };
}

function member(parts: Readonly<Record<string, unknown>>, lookup: Lookup): Evaluation {
  const owner = evaluate(parts["object"], lookup);
  if (owner.kind === "wrong") return owner;
  const { name: plain } = membersOf(parts["property"]);
  const key: Evaluation =
    parts["computed"] === true ? evaluate(parts["property"], lookup) : scalar(String(plain));
  if (key.kind === "wrong") return key;
  const name = String(key.value.value);
  const found = owner.value.parts?.find((part) => part.name === name);
  return found === undefined
    ? wrong(message("expression.unknown", { name }))
    : { kind: "value", value: found };
}

function unary(operator: string, of: Evaluation): Evaluation {
  if (of.kind === "wrong") return of;
  if (operator === "!") return scalar(!isTrue(of.value));
  if (operator === "-") return scalar(-Number(of.value.value));
  return operator === "+"
    ? scalar(Number(of.value.value))
    : wrong(message("expression.operator", { operator }));
}

function binary(operator: string, parts: Readonly<Record<string, unknown>>, lookup: Lookup): Evaluation {
  const left = evaluate(parts["left"], lookup);
  if (left.kind === "wrong") return left;
  if (operator === "&&" && !isTrue(left.value)) return left;
  if (operator === "||" && isTrue(left.value)) return left;
  const right = evaluate(parts["right"], lookup);
  if (right.kind === "wrong" || operator === "&&" || operator === "||") return right;
  const [one, other] = [left.value.value ?? null, right.value.value ?? null];
  const known = compared(operator, one, other) ?? calculated(operator, one, other);
  return known === undefined ? wrong(message("expression.operator", { operator })) : scalar(known);
}

/** A level is a text, and people write it as a number: values of two types are the same if they are written alike. */
function compared(operator: string, one: Scalar, other: Scalar): boolean | undefined {
  const isSame = typeof one === typeof other ? one === other : String(one) === String(other);
  switch (operator) {
    case "==":
    case "===":
      return isSame;
    case "!=":
    case "!==":
      return !isSame;
    case "<":
      return Number(one) < Number(other);
    case "<=":
      return Number(one) <= Number(other);
    case ">":
      return Number(one) > Number(other);
    case ">=":
      return Number(one) >= Number(other);
    default:
      return undefined;
  }
}

function calculated(operator: string, one: Scalar, other: Scalar): Scalar | undefined {
  switch (operator) {
    case "+":
      return typeof one === "number" && typeof other === "number" ? one + other : `${one}${other}`;
    case "-":
      return Number(one) - Number(other);
    case "*":
      return Number(one) * Number(other);
    case "/":
      return Number(one) / Number(other);
    case "%":
      return Number(one) % Number(other);
    default:
      return undefined;
  }
}
