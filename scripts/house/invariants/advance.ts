// No scanner stands still. A loop over a text has its step in its head, where no branch of the body can miss it, and the
// step counts up or is made by `past`, which goes on by one character at least.

import type { DoWhileStatement, Expression, ForStatement, Statement, WhileStatement } from "oxc-parser";
import { isProduct } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import { type Source, visit } from "../source.ts";

/** Finds loops that go on as long as a position is before a length or an end, and might not move it. */
export function* checkAdvance(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  for (const source of sources) if (isProduct(source.path, plan)) yield* checkSource(source);
}

function checkSource({ path, program, lineAt, textOf }: Source): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (loop: ForStatement | WhileStatement | DoWhileStatement, test: Expression): void => {
    const subject = textOf(test);
    const message = `the loop \`${subject}\` might stand still: put its step into its head, \`++\` or \`= past(…)\``;
    findings.push({ path, line: lineAt(loop.start), subject, message });
  };
  visit(program, {
    ForStatement: (loop) => {
      const { test, update } = loop;
      if (test === null || !isOverText(test, textOf)) return;
      if (update === null || !isStep(update, textOf)) report(loop, test);
    },
    WhileStatement: (loop) => {
      if (isOverText(loop.test, textOf) && !isCounting(loop.body)) report(loop, loop.test);
    },
    DoWhileStatement: (loop) => {
      if (isOverText(loop.test, textOf) && !/= past\(/.test(textOf(loop.body))) report(loop, loop.test);
    },
  });
  return findings;
}

/** A comparison such as `at < text.length` or `start < end`, alone or among others. A list that is filled is no text. */
function isOverText(test: Expression, textOf: Source["textOf"]): boolean {
  if (test.type === "LogicalExpression")
    return isOverText(test.left, textOf) || isOverText(test.right, textOf);
  if (test.type !== "BinaryExpression" || (test.operator !== "<" && test.operator !== "<=")) return false;
  return !textOf(test.left).endsWith(".length") && /(?:\.length|\bend|End)$/.test(textOf(test.right));
}

function isStep(update: Expression, textOf: Source["textOf"]): boolean {
  if (update.type === "UpdateExpression") return true;
  if (update.type === "SequenceExpression")
    return update.expressions.some((expression) => isStep(expression, textOf));
  if (update.type !== "AssignmentExpression") return false;
  const by = textOf(update.right);
  return update.operator === "=" ? by.startsWith("past(") : update.operator === "+=" && isUpwards.test(by);
}

/** A number, or a constant that has the name of one. */
const isUpwards = /^[1-9]\d*$|^[a-z]\w*(?:AtOnce|Limit)$/;

/** A body that is nothing but `at++`. */
function isCounting(body: Statement): boolean {
  return body.type === "ExpressionStatement" && body.expression.type === "UpdateExpression";
}
