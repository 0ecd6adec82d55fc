import { type Finding, mostNesting, readProject, type TextRange, tooDeepAt } from "@inittab/core";
import { firstJsonError, stretchesInJson } from "@inittab/host/json-places";
import { message } from "../message.ts";

/** What is wrong with the text of an `inittab.json`, each at its member. */
export function judgeProject(text: string): readonly Finding[] {
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return [faultAt({ start: deep, end: deep + 1 }, message("project.deep", { most: mostNesting }))];
  const value = parsed(text);
  if (value === undefined) {
    const { offset = 0, length = 1 } = firstJsonError(text) ?? {};
    return [faultAt({ start: offset, end: offset + length }, message("project.no-json"))];
  }
  const { problems } = readProject(value.json);
  if (problems.length === 0) return [];
  const find = stretchesInJson(text);
  return problems
    .map((problem) => faultAt(find(problem.path, problem.about === "name"), problem.message))
    .toSorted((one, other) => one.range.start - other.range.start);
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function faultAt(range: TextRange, what: Finding["message"]): Finding {
  return {
    ...{ rule: "inittab-json", code: "", severity: "error", message: what, range },
    ...{ related: [], fixes: [], unnecessary: false },
  };
}
