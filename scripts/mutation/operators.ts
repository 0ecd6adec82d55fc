// Which expressions can take the place of an expression.

import type { Expression, Node } from "oxc-parser";
import type { Span } from "./mutant.ts";

/** The text of a part of the file. */
type TextOf = (span: Span) => string;

const swapped: ReadonlyMap<string, readonly string[]> = new Map([
  ["===", ["!=="]],
  ["!==", ["==="]],
  ["<", ["<=", ">="]],
  ["<=", ["<", ">"]],
  [">", [">=", "<="]],
  [">=", [">", "<"]],
  ["+", ["-"]],
  ["-", ["+"]],
  ["*", ["/"]],
  ["/", ["*"]],
  ["%", ["*"]],
  ["<<", [">>"]],
  [">>", ["<<"]],
  ["&", ["|"]],
  ["|", ["&"]],
  ["&&", ["||"]],
  ["||", ["&&"]],
  ["??", ["&&"]],
  ["+=", ["-="]],
  ["-=", ["+="]],
  ["*=", ["/="]],
  ["<<=", [">>="]],
  ["|=", ["&="]],
  ["&=", ["|="]],
]);

const swappedMethods: ReadonlyMap<string, string> = new Map([
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["some", "every"],
  ["every", "some"],
  ["toUpperCase", "toLowerCase"],
  ["toLowerCase", "toUpperCase"],
  ["min", "max"],
  ["max", "min"],
  ["trimStart", "trimEnd"],
  ["trimEnd", "trimStart"],
]);

const droppedMethods: ReadonlySet<string> = new Set([
  "trim",
  "slice",
  "filter",
  "sort",
  "toSorted",
  "reverse",
  "toReversed",
  "concat",
]);

/** What can take the place of an expression, whatever stands around it. */
export function replacements(node: Node, textOf: TextOf): readonly string[] {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return withOtherOperator(node, textOf);
    case "UpdateExpression": {
      const operator = node.operator === "++" ? "--" : "++";
      const argument = textOf(node.argument);
      return [node.prefix ? operator + argument : argument + operator];
    }
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "-" ? [textOf(node.argument)] : [];
    case "Literal":
      return otherLiteral(node.value);
    case "TemplateLiteral":
      return ['""'];
    case "ArrayExpression":
      return [node.elements.length > 0 ? "[]" : '["mutated"]'];
    case "ObjectExpression":
      return node.properties.length > 0 ? ["{}"] : [];
    case "ArrowFunctionExpression":
      return node.expression ? ["() => undefined"] : [];
    case "CallExpression":
      return withOtherMethod(node.callee, node.arguments, textOf);
    default:
      return [];
  }
}

function withOtherOperator(
  { operator, left, right }: { readonly operator: string; readonly left: Node; readonly right: Node },
  textOf: TextOf,
): string[] {
  const sides = [bracketed(left, textOf), bracketed(right, textOf)];
  // What is glued to a string cannot be subtracted from it.
  if (operator === "+" && sides.some((side) => /^\(["'`]/.test(side))) return [];
  return (swapped.get(operator) ?? []).map((other) => sides.join(` ${other} `));
}

function otherLiteral(value: unknown): string[] {
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "number") return [String(value + 1)];
  if (typeof value === "string") return [value === "" ? '"mutated"' : '""'];
  return [];
}

function withOtherMethod(callee: Expression, args: readonly Span[], textOf: TextOf): string[] {
  if (callee.type !== "MemberExpression" || callee.computed || callee.optional) return [];
  if (callee.property.type !== "Identifier") return [];
  const { name } = callee.property;
  const object = bracketed(callee.object, textOf);
  const other = swappedMethods.get(name);
  if (other !== undefined) return [`${object}.${other}(${args.map(textOf).join(", ")})`];
  return droppedMethods.has(name) ? [object] : [];
}

function bracketed(node: Node, textOf: TextOf): string {
  const text = textOf(node);
  return node.type === "ParenthesizedExpression" || /^[\w.]+$/.test(text) ? text : `(${text})`;
}
