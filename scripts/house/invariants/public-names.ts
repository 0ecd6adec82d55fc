// What core offers is a list of names, room by room. That each of them has a user, knip sees to.

import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import type { Source } from "../source.ts";

/** Finds stars in the index, names that are made there, and rooms that are left and entered again. */
export function* checkPublicNames(sources: readonly Source[], { index }: Plan): Iterable<Finding> {
  const source = sources.find(({ path }) => path === index);
  if (source === undefined) return;
  const { path, program, lineAt } = source;
  const entered = new Set<string>();
  let room: string | undefined;
  for (const statement of program.body) {
    const at = { path, line: lineAt(statement.start) };
    if (statement.type !== "ExportNamedDeclaration" || !statement.source) {
      const subject = source.textOf(statement);
      yield {
        ...at,
        subject,
        message: `\`${subject}\`: the index lists the names of other files, one by one`,
      };
      continue;
    }
    const [, next = ""] = statement.source.value.split("/");
    if (next !== room && entered.has(next))
      yield { ...at, subject: next, message: `the names of \`${next}\` stand in two places` };
    room = next;
    entered.add(next);
  }
}
