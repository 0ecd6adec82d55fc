// Programs of a user's own, from a file that has what the setting inittab.programs has.

import { listOf, type OwnPrograms, ownRuns } from "@inittab/core";
import { readInput } from "./input.ts";
import { isObject, readJson } from "./json-text.ts";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";

/** Reads the file, or throws a `UsageError` that says what is wrong with it. */
export async function ownProgramsIn(
  path: string,
  stdin: Parameters<typeof readInput>[1],
): Promise<OwnPrograms> {
  const input = await readInput(path, stdin);
  if ("why" in input) throw new UsageError(message("check.programs.file", { path, why: input.why }));
  const json = readJson(input.text);
  if ("problem" in json)
    throw new UsageError(message("check.programs.file", { path, why: json.problem.message }));
  if (!isObject(json.value)) throw new UsageError(message("check.programs.object", { path }));
  const entries: [string, OwnPrograms[string]][] = [];
  for (const [name, word] of Object.entries(json.value)) {
    const run = ownRuns.find((known) => known === word);
    if (run === undefined)
      throw new UsageError(
        message("check.programs.word", {
          path,
          name,
          value: JSON.stringify(word),
          runs: listOf(ownRuns, "or"),
        }),
      );
    entries.push([name, run]);
  }
  return Object.fromEntries(entries);
}
