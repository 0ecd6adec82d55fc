// A test stands beside what it tests, in the same package. What a package tests of another one, it tests through the
// other's public door.

import { isTest } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import type { Source } from "../source.ts";

/** Finds tests, and what tests share, that reach into another package, and tests with nothing of theirs beside them. */
export function* checkTests(sources: readonly Source[], { packages }: Plan): Iterable<Finding> {
  const paths = sources.map(({ path }) => path);
  const packageOf = (path: string): string => packages.find((each) => path.startsWith(each)) ?? "";
  for (const source of sources) {
    const { path, imports } = source;
    if (!isTest(path)) continue;
    const own = packageOf(path);
    for (const { target, line } of imports) {
      if (target === undefined || packageOf(target) === own) continue;
      yield {
        path,
        line,
        subject: target,
        message: `imports \`${target}\` by its path from another package`,
      };
    }
    if (!path.endsWith(".test.ts") || hasSubject(source, own, paths)) continue;
    yield { path, line: 1, subject: path, message: "stands beside nothing that it tests" };
  }
}

/**
 * `name.test.ts` and `name.fuzz.test.ts` test `name.ts`, `name-….ts`, the folder `name/` or the folder `name` that they
 * are in. Others test what stands in their folder, through whatever they import of their package.
 */
function hasSubject({ path, imports }: Source, own: string, paths: readonly string[]): boolean {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const [name = ""] = path.slice(folder.length).split(".");
  const subjects = paths.filter((each) => each.startsWith(folder) && !isTest(each));
  const named = (subject: string): boolean =>
    subject.startsWith(folder + name) && /^[-./]/.test(subject.slice(folder.length + name.length));
  return (
    `/${folder}`.endsWith(`/${name}/`) ||
    subjects.some(named) ||
    (subjects.length > 0 && imports.some(({ target }) => target?.startsWith(own) === true))
  );
}
