// No cast after a validation: what was validated has its type from the validation, or the type checker is deceived.

import { isProduct } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import { type Source, visit } from "../source.ts";

/** Finds `as` and `<Type>` in what is shipped. `as const` asserts nothing. */
export function* checkCasts(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  for (const source of sources) if (isProduct(source.path, plan)) yield* checkSource(source);
}

function checkSource({ path, program, lineAt, textOf }: Source): readonly Finding[] {
  const findings: Finding[] = [];
  visit(program, {
    TSAsExpression: ({ expression, typeAnnotation, start }) => {
      const type = textOf(typeAnnotation);
      // `as unknown` promises nothing; in `as unknown as Type` the outer one is the cast.
      if (type === "const" || type === "unknown") return;
      const subject = `as ${type}`;
      const message = `\`${textOf(expression)} ${subject}\`: give the value its type where it is made or validated`;
      findings.push({ path, line: lineAt(start), subject, message });
    },
    TSTypeAssertion: ({ typeAnnotation, start }) => {
      const subject = `<${textOf(typeAnnotation)}>`;
      findings.push({ path, line: lineAt(start), subject, message: `\`${subject}\` is a cast` });
    },
  });
  return findings;
}
