// The dependencies of a header as lintian takes them.

import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { ScriptContext } from "../contract.ts";

/** A word after one of the keywords. */
export interface DependencyWord {
  readonly keyword: LsbKeyword;
  readonly word: HeaderWord;
}

/** The keywords of dependencies that lintian looks at. */
const dependencyKeywords: readonly LsbKeyword[] = [
  "Required-Start",
  "Should-Start",
  "Required-Stop",
  "Should-Stop",
];

/** The words after keywords, in their order. */
export function dependencyWords(
  script: ScriptContext,
  keywords: readonly LsbKeyword[] = dependencyKeywords,
): readonly DependencyWord[] {
  const { values } = script.lintian();
  return keywords.flatMap((keyword) => (values.get(keyword)?.words ?? []).map((word) => ({ keyword, word })));
}
