// A dialect's, family's or release's name is compared only where it is at home. What differs between them is a field of
// their facts, so that a new one is a new file and no search through the others.

import type { Expression, Node } from "oxc-parser";
import { isProduct, isWithin } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { NameTable, Plan } from "../plan.ts";
import { type Source, type Span, visit } from "../source.ts";

/** Finds comparisons of the listed names: `===`, `switch`, `includes`. */
export function* checkNames(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  for (const table of plan.names) {
    const names = listedNames(
      sources.find(({ path }) => path === table.file),
      table.constant,
    );
    if (names.size === 0) {
      const message = `has no \`${table.constant}\` that lists every ${table.of}; the plan of the house names it`;
      yield { path: table.file, line: 1, subject: table.constant, message };
    }
    for (const source of sources) {
      const { path } = source;
      if (!isProduct(path, plan) || [table.file, ...table.homes].some((home) => isWithin(path, home)))
        continue;
      yield* checkSource(source, table, names);
    }
  }
}

function checkSource(source: Source, table: NameTable, names: ReadonlySet<string>): readonly Finding[] {
  const { path, lineAt, textOf } = source;
  const findings: Finding[] = [];
  const look = (compared: Span, candidates: readonly (Node | null)[]): void => {
    for (const each of candidates) {
      if (each?.type !== "Literal" || typeof each.value !== "string" || !names.has(each.value)) continue;
      if (table.vague[each.value]?.test(textOf(compared)) === false) continue;
      const message = `compares \`${each.value}\`, the name of a ${table.of}: ask for a field of its facts`;
      findings.push({ path, line: lineAt(each.start), subject: each.value, message });
    }
  };
  visit(source.program, {
    BinaryExpression: ({ operator, left, right }) => {
      if (!/^[!=]=/.test(operator)) return;
      look(left, [right]);
      look(right, [left]);
    },
    SwitchStatement: ({ discriminant, cases }) =>
      look(
        discriminant,
        cases.map(({ test }) => test),
      ),
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (!["includes", "indexOf", "has"].includes(callee.property.name)) return;
      look(callee.object, given);
      const [first] = given;
      if (callee.object.type === "ArrayExpression" && first !== undefined)
        look(first, callee.object.elements);
    },
  });
  return findings;
}

/** The keys of the object, or the elements of the array, that a constant of a file is. */
function listedNames(source: Source | undefined, constant: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (source === undefined) return names;
  visit(source.program, {
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "Identifier" || id.name !== constant || init === null) return;
      const value = bare(init);
      if (value.type === "ObjectExpression")
        for (const property of value.properties) {
          if (property.type === "SpreadElement") continue;
          if (property.key.type === "Identifier") names.add(property.key.name);
          if (property.key.type === "Literal") names.add(String(property.key.value));
        }
      if (value.type === "ArrayExpression")
        for (const element of value.elements)
          if (element?.type === "Literal" && typeof element.value === "string") names.add(element.value);
    },
  });
  return names;
}

/** An expression without what only the type checker reads. */
function bare(expression: Expression): Expression {
  return expression.type === "TSAsExpression" || expression.type === "TSSatisfiesExpression"
    ? bare(expression.expression)
    : expression;
}
