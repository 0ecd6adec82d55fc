// No code reads a sentence. Sentences are made once, at the edge; who needs to know what one says asks the message's id
// or the kind of the thing. The type checker forbids most of it where a message is data; here is the rest: a string
// that is called a message, a title, a reason, and the result of a function that makes a sentence.

import type { Node } from "oxc-parser";
import { isProduct } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import { type Source, visit } from "../source.ts";

/** The methods of a string that look into it. Those that only show it, such as `padEnd` and `trim`, are harmless. */
const reading: ReadonlySet<string> = new Set(
  (
    "at charAt charCodeAt codePointAt endsWith includes indexOf lastIndexOf localeCompare match matchAll replace " +
    "replaceAll search slice split startsWith substr substring"
  ).split(" "),
);

/** Finds the code that cuts a sentence apart, compares it or looks for something in it. */
export function* checkSentences(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  const { names, namesIn, makers } = plan.sentences;
  for (const source of sources) {
    if (!isProduct(source.path, plan)) continue;
    const local = Object.entries(namesIn).flatMap(([folder, own]) =>
      source.path.startsWith(folder) ? own : [],
    );
    yield* checkSource(source, [...names, ...local], makers);
  }
}

function checkSource(
  source: Source,
  names: readonly string[],
  makers: readonly string[],
): readonly Finding[] {
  const { path, lineAt, textOf } = source;
  const findings: Finding[] = [];
  const report = (node: Node, how: string): void => {
    const subject = textOf(node);
    findings.push({
      path,
      line: lineAt(node.start),
      subject,
      message: `${how} \`${subject}\`, which is a sentence`,
    });
  };
  const isNamed = (node: Node, among: readonly string[]): boolean => {
    const written = textOf(node).replaceAll("?.", ".");
    return among.some((name) => written === name || written.endsWith(`.${name}`));
  };
  const isSentence = (node: Node): boolean => {
    if (node.type === "Identifier" || node.type === "MemberExpression") return isNamed(node, names);
    if (node.type === "CallExpression") return isNamed(node.callee, makers);
    return (
      (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") &&
      isSentence(node.expression)
    );
  };
  visit(source.program, {
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      const method = callee.property.name;
      if (reading.has(method) && isSentence(callee.object)) report(callee.object, `\`${method}\` reads`);
      const [first] = given;
      if ((method === "test" || method === "exec") && first !== undefined && isSentence(first))
        report(first, `\`${method}\` reads`);
    },
    BinaryExpression: ({ operator, left, right }) => {
      for (const [one, other] of [
        [left, right],
        [right, left],
      ] as const)
        if (/^[!=]==?$/.test(operator) && isSentence(one) && isText(other)) report(one, "a comparison reads");
    },
    SwitchStatement: ({ discriminant, cases }) => {
      if (isSentence(discriminant) && cases.some(({ test }) => test !== null && isText(test)))
        report(discriminant, "`switch` reads");
    },
  });
  return findings;
}

/** A literal of several words. A single word is that of a closed kind, and the empty text asks whether there is any. */
function isText(node: Node): boolean {
  return (
    (node.type === "Literal" && typeof node.value === "string" && node.value.includes(" ")) ||
    node.type === "TemplateLiteral"
  );
}
