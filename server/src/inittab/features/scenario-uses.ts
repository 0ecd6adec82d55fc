// The places where the files beside a table name an entry by its id: scenarios, tests and policies.

import { type TextRange, type TreeNode, tooDeepAt } from "@inittab/core";
import { stringsInJson } from "@inittab/host/json-places";
import { URI, Utils } from "vscode-uri";
import { LineIndex } from "../../documents/line-index.ts";
import type { Found } from "../../features/answers.ts";

/** More files than anybody has beside a table. */
const mostFiles = 100;

const fileName = /\.inittab-(scenario|test|policy)\.json$/;

/** Looks for an id in the files of the folder of a table. */
export async function usesInScenarios(
  table: string,
  id: string,
  look: (uri: string, text: boolean) => Promise<TreeNode>,
): Promise<readonly Found[]> {
  // An id that JSON writes in another way is left to its author.
  if (JSON.stringify(id) !== `"${id}"`) return [];
  const folder = table.replace(/\/[^/]*$/, "");
  const node = await look(folder, false);
  const names = node.kind === "folder" ? node.names.filter((name) => fileName.test(name)) : [];
  const found: Found[] = [];
  for (const name of names.slice(0, mostFiles)) {
    const uri = `${folder}/${encodeURIComponent(name)}`;
    const file = await look(uri, true);
    if (file.kind !== "file" || file.flaw !== undefined || tooDeepAt(file.text) !== undefined) continue;
    const isTest = fileName.exec(name)?.[1] === "test";
    const index = new LineIndex(file.text);
    const places = { uri, offsetAt: index.offsetAt.bind(index), placeAt: index.placeAt.bind(index) };
    // Tests name their table, or mean the one called inittab; a scenario has a text of its own, or none.
    const isOurs = (path = "inittab") => !isTest || isSame(uri, path, table);
    for (const range of usesIn(file.text, id, isOurs)) found.push({ places, range });
  }
  return found;
}

/** `isOurs`: whether what a file has as its table, if anything, stands for this one. */
function usesIn(
  text: string,
  id: string,
  isOurs: (path: string | undefined) => boolean,
): readonly TextRange[] {
  const strings = stringsInJson(text);
  const named = strings.find(({ path, isName }) => !isName && path.length === 1 && path[0] === "inittab");
  if (!isOurs(named?.value)) return [];
  return strings.flatMap(({ value, isName, path, start, end }): readonly TextRange[] => {
    if (!isName && path.length === 1 && path[0] === "inittab") return idsInTable(text, { start, end }, id);
    const holder = isName ? path.at(-2) : path.findLast((step) => typeof step === "string");
    const holders = isName ? membersById : typeof path.at(-1) === "number" ? listsOfIds : idsOf;
    return value === id && holders.has(String(holder)) ? [{ start, end }] : [];
  });
}

/** The objects whose members have ids as names, the members whose values are ids, and those that are lists of ids. */
const membersById: ReadonlySet<string> = new Set(["processes", "durations"]);
const idsOf: ReadonlySet<string> = new Set(["kill", "runs", "stopped"]);
const listsOfIds: ReadonlySet<string> = new Set(["before", "neverTogether", "stopsBefore"]);

/** A scenario may have the text of a table, in which a line begins after the quote or after `\n`. */
function idsInTable(text: string, { start, end }: TextRange, id: string): readonly TextRange[] {
  const found: TextRange[] = [];
  const written = text.slice(start, end);
  for (let at = written.indexOf(`${id}:`); at >= 0; at = written.indexOf(`${id}:`, at + 1))
    if (/(?:^|(?:^|[^\\])\\n)[ ]*$/.test(written.slice(0, at)))
      found.push({ start: start + at, end: start + at + id.length });
  return found;
}

function isSame(file: string, path: string, table: string): boolean {
  return Utils.joinPath(URI.parse(file), "..", path).toString() === URI.parse(table).toString();
}
