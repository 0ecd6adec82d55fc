// Policy files: read, checked, and each mistake told with its line and column.

import {
  type Judgement,
  judgePolicies,
  type PlacedPolicy,
  type Question,
  type ReadOptions,
  readInittab,
  readPolicies,
  type ServiceWays,
} from "@inittab/core";
import { type Input, readInput } from "../input.ts";
import { placesInJson, readJson } from "../json-text.ts";
import type { PlacedProblem } from "../simulate/scenario-file.ts";
import type { Unreadable } from "../unreadable.ts";

/** The policies of a file. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
  readonly policies: readonly PlacedPolicy[];
}

/** Reads a policy file: its policies, or what is wrong with it. */
export async function readPolicyFile(
  path: string,
  stdin: AsyncIterable<Buffer | string>,
): Promise<PolicyFile | Unreadable | { readonly problems: readonly PlacedProblem[] }> {
  const input: Input | Unreadable = await readInput(path, stdin);
  if ("why" in input) return input;
  const { text } = input;
  const json = readJson(text);
  if ("problem" in json) {
    const { place, message } = json.problem;
    return { problems: [{ path: input.path, ...lineOf(place), severity: "error", message }] };
  }
  const reading = readPolicies(json.value);
  if (reading.kind === "policies") return { path: input.path, text, policies: reading.policies };
  const find = placesInJson(text);
  return {
    problems: reading.problems.map(({ path: where, message, severity, about }) => ({
      ...{ path: input.path, ...lineOf(find(where, about === "name")), severity, message },
    })),
  };
}

/** What the policies of files come to for a table. */
export interface Judged {
  readonly questions: readonly Question[];
  readonly findings: Judgement["findings"];
  readonly problems: readonly PlacedProblem[];
}

/** Divides the policies of files by what they name in a table, and in the system around it. */
export function judgeFiles(
  files: readonly PolicyFile[],
  table: { readonly text: string; readonly reading: ReadOptions },
  services: ServiceWays | undefined,
): Judged {
  const { records } = readInittab(table.text, table.reading);
  const judged = files.map((file) => ({ file, judgement: judgePolicies(file.policies, records, services) }));
  return {
    questions: judged.flatMap(({ judgement }) => judgement.questions),
    findings: judged.flatMap(({ judgement }) => judgement.findings),
    problems: judged.flatMap(({ file: { path, text }, judgement: { problems } }) => {
      if (problems.length === 0) return [];
      const find = placesInJson(text);
      return problems.map(({ path: where, message }) => ({
        ...{ path, ...lineOf(find(where, false)), severity: "error" as const, message },
      }));
    }),
  };
}

function lineOf({ line, column }: { readonly line: number; readonly column: number }): {
  readonly line: number;
  readonly column: number;
} {
  return { line, column };
}
