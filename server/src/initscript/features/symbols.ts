// The outline of a script, and the services of a system for the search across files.

import type { InitScript, InitTree, LsbSection, ScriptOutline, TextRange } from "@inittab/core";
import { readLsbSections } from "@inittab/core";
import type { OutlineSymbol } from "../../features/answers.ts";
import { message } from "../../message.ts";
import { nameUses, type TreePlace } from "./names.ts";

/** The headers, functions and arms of a script in the order of the text. */
export function scriptSymbols(text: string, outline: ScriptOutline | undefined): readonly OutlineSymbol[] {
  const headers = readLsbSections(text).map(headerSymbol);
  const functions = [...(outline?.functions.values() ?? [])].map(
    (shell): OutlineSymbol => ({
      kind: "function",
      name: shell.name,
      detail: "",
      range: { start: shell.start, end: shell.end },
      selection: shell.nameRange,
      children: [],
    }),
  );
  const arms = outline?.dispatch === "case" ? outline.arms : [];
  const armSymbols = arms.map(
    ({ names, isDefault, range, head }): OutlineSymbol => ({
      kind: "event",
      name: [...names, ...(isDefault ? ["*"] : [])].join("|") || text.slice(head.start, head.end),
      detail: "",
      range,
      selection: head,
      children: [],
    }),
  );
  return [...headers, ...functions, ...armSymbols].toSorted(
    (one, other) => one.range.start - other.range.start,
  );
}

function headerSymbol({ range, begin, fields }: LsbSection): OutlineSymbol {
  return {
    kind: "namespace",
    name: message("symbol.lsb-header"),
    detail: "",
    range,
    selection: begin.range,
    children: fields.map(({ line, keyword, value }) => ({
      kind: "property",
      name: keyword.text,
      detail: value.text,
      range: { start: line.start, end: line.end },
      selection: keyword,
      children: [],
    })),
  };
}

/** A service: a name, and the script that provides it. */
export interface ServiceSymbol {
  readonly name: string;
  readonly place: TreePlace;
  readonly script: string;
}

/** The services whose names have the letters of a query in this order; a script without header counts by its file name. */
export function serviceSymbols(tree: InitTree, query: string): readonly ServiceSymbol[] {
  const provided = nameUses(tree).filter(({ role }) => role === "provides");
  const speaking = new Set(provided.map(({ script }) => script));
  const silent = tree.scripts.filter((script) => !speaking.has(script));
  return [
    ...provided.map(({ script, word }) => symbol(word.text, script, word)),
    ...silent.map((script) => symbol(script.name, script, { start: 0, end: 0 })),
  ].filter(({ name }) => hasLetters(name.toLowerCase(), query.toLowerCase()));
}

function symbol(name: string, { path, text, name: script }: InitScript, range: TextRange): ServiceSymbol {
  return { name, script, place: { path, text, start: range.start, end: range.end } };
}

function hasLetters(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    const found = name.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
