// Call and type hierarchies over a whole system. Calls: a record runs rc, which starts a script, which others wait for.
// Types: a record, the links that its rc follows, the script behind a link, the header of the script.

import {
  bootCallOf,
  fieldRangeAt,
  fieldTextAt,
  type InitScript,
  type InittabScan,
  readLsbSections,
  type TextRange,
  visible,
} from "@inittab/core";
import * as lsp from "vscode-languageserver";
import { toRange } from "./convert.ts";
import type { Places } from "./documents/open-document.ts";
import { isObject } from "./environment.ts";
import {
  linksOfLevel,
  neededBy,
  needing,
  type ScriptLink,
  startLinks,
} from "./initscript/features/relations.ts";
import { placesOf } from "./initscript/found-places.ts";
import type { System } from "./initscript/system.ts";

/** An inittab, open or not. */
export interface InittabFile {
  readonly places: Places;
  readonly scan: InittabScan;
}

/** What hierarchies need of the server around them. */
export interface HierarchyHost {
  /** The system that a script or an inittab belongs to. */
  readonly systemOf: (uri: string) => Promise<System | undefined>;
  /** The inittab of the system; undefined where there is none. */
  readonly inittabOf: (system: System) => Promise<InittabFile | undefined>;
  /** The words of the kinds of items. */
  readonly words: (kind: "before" | "after" | "runs" | "header", name: string) => string;
}

/** One of the items that both hierarchies are made of; the protocol has the same members for both. */
type Item = lsp.CallHierarchyItem & lsp.TypeHierarchyItem;

/** Answers the requests. */
export interface Hierarchies {
  readonly at: (uri: string, offset: number) => Promise<Item[]>;
  readonly incoming: (item: unknown) => Promise<lsp.CallHierarchyIncomingCall[]>;
  readonly outgoing: (item: unknown) => Promise<lsp.CallHierarchyOutgoingCall[]>;
  readonly supertypes: (item: unknown) => Promise<Item[]>;
  readonly subtypes: (item: unknown) => Promise<Item[]>;
}

/** Makes them. */
export function createHierarchies(host: HierarchyHost): Hierarchies {
  const around = async (item: unknown): Promise<Around | undefined> => {
    const { uri, data } = isObject(item) ? item : {};
    const { kind, index, link } = isObject(data) ? data : {};
    const system = typeof uri === "string" ? await host.systemOf(uri) : undefined;
    if (system === undefined || typeof uri !== "string") return undefined;
    const script = scriptAt(system, uri);
    const inittab = await host.inittabOf(system);
    return { kind, system, script, inittab, index: typeof index === "number" ? index : -1, link };
  };
  return {
    at: async (uri, offset) => {
      const system = await host.systemOf(uri);
      if (system === undefined) return [];
      const script = scriptAt(system, uri);
      if (script !== undefined) return [scriptItem(system, script)];
      const inittab = await host.inittabOf(system);
      if (inittab?.places.uri !== uri) return [];
      return recordsOf(inittab)
        .filter(({ range }) => range.start <= offset && offset <= range.end)
        .map((record) => recordItem(inittab, record));
    },
    incoming: async (item) => {
      const found = await around(item);
      if (found?.script === undefined) return [];
      const { system, script, inittab } = found;
      const levels = new Set(startLinks(system.tree, script).map(({ level }) => level));
      const records =
        inittab === undefined ? [] : recordsOf(inittab).filter(({ level }) => levels.has(level));
      return [
        ...records.flatMap((record) => (inittab === undefined ? [] : [callBy(inittab, record)])),
        ...neededBy(system.tree, script).map((other) => {
          const from = scriptItem(system, other, host.words("before", script.name));
          return { from, fromRanges: [from.selectionRange] };
        }),
      ];
    },
    outgoing: async (item) => {
      const found = await around(item);
      if (found === undefined) return [];
      const { system, script, inittab, index } = found;
      if (script !== undefined) {
        const fromRanges = [scriptItem(system, script).selectionRange];
        return needing(system.tree, script).map((other) => ({
          to: scriptItem(system, other, host.words("after", script.name)),
          fromRanges,
        }));
      }
      const record = inittab && recordsOf(inittab).find((each) => each.index === index);
      if (inittab === undefined || record === undefined) return [];
      return linksOfLevel(system.tree, record.level).map(({ link, script: run }) => ({
        to: scriptItem(system, run, host.words("runs", link.name)),
        fromRanges: [toRange(inittab.places, record.process)],
      }));
    },
    supertypes: async (item) => {
      const found = await around(item);
      if (found?.script === undefined) return [];
      const { system, script, inittab, kind, link } = found;
      if (kind === "header") return [scriptItem(system, script)];
      const links = startLinks(system.tree, script);
      if (kind === "script") return links.map((each) => linkItem(system, script, each));
      const levels = new Set(links.filter(({ path }) => path === link).map(({ level }) => level));
      if (inittab === undefined) return [];
      return recordsOf(inittab)
        .filter(({ level }) => levels.has(level))
        .map((record) => recordItem(inittab, record));
    },
    subtypes: async (item) => {
      const found = await around(item);
      if (found === undefined) return [];
      const { system, script, inittab, kind, index } = found;
      if (script !== undefined && kind === "link") return [scriptItem(system, script)];
      if (script !== undefined) return kind === "script" ? headerItems(system, script, host) : [];
      const record = inittab && recordsOf(inittab).find((each) => each.index === index);
      if (record === undefined) return [];
      return linksOfLevel(system.tree, record.level).map(({ link, script: run }) =>
        linkItem(system, run, link),
      );
    },
  };
}

interface Around {
  readonly kind: unknown;
  readonly system: System;
  readonly script: InitScript | undefined;
  readonly inittab: InittabFile | undefined;
  readonly index: number;
  readonly link: unknown;
}

/** A record that calls rc. */
interface RcRecord {
  readonly index: number;
  readonly id: string;
  readonly level: string;
  readonly range: TextRange;
  readonly process: TextRange;
  readonly words: string;
}

function recordsOf({ scan }: InittabFile): readonly RcRecord[] {
  return scan.lines.flatMap((line, index): readonly RcRecord[] => {
    const process = line.kind === "record" ? fieldRangeAt(scan, index, "process") : undefined;
    const words = process === undefined ? "" : fieldTextAt(scan, index, "process");
    const call = process === undefined ? undefined : bootCallOf(words);
    if (process === undefined || call?.program !== "rc") return [];
    const start = scan.starts[index] ?? 0;
    const range = { start: start + line.start, end: start + line.end };
    return [{ index, id: line.id, level: call.level, range, process, words }];
  });
}

function recordItem({ places }: InittabFile, { index, id, words, range, process }: RcRecord): Item {
  return {
    name: visible(id === "" ? words : id),
    detail: visible(words),
    kind: lsp.SymbolKind.Event,
    uri: places.uri,
    range: toRange(places, range),
    selectionRange: toRange(places, process),
    data: { kind: "record", index },
  };
}

function callBy(inittab: InittabFile, record: RcRecord): lsp.CallHierarchyIncomingCall {
  const from = recordItem(inittab, record);
  return { from, fromRanges: [from.selectionRange] };
}

function scriptItem(system: System, script: InitScript, detail: string = script.path): Item {
  const places = placesOf(system.uriOf(script.path), script.text);
  const whole = { start: 0, end: script.text.length };
  return {
    name: visible(script.name),
    detail: visible(detail),
    kind: lsp.SymbolKind.Module,
    uri: places.uri,
    range: toRange(places, whole),
    selectionRange: toRange(places, nameRange(script) ?? { start: 0, end: 0 }),
    data: { kind: "script" },
  };
}

/** Where the script says what it provides. */
function nameRange({ text }: InitScript): TextRange | undefined {
  const [section] = readLsbSections(text);
  const provides = section?.fields.find(({ fact }) => fact?.value === "names");
  return provides?.words[0];
}

function linkItem(system: System, script: InitScript, { name, path }: ScriptLink): Item {
  return {
    ...scriptItem(system, script, path),
    name: visible(name),
    kind: lsp.SymbolKind.Interface,
    data: { kind: "link", link: path },
  };
}

function headerItems(system: System, script: InitScript, host: HierarchyHost): Item[] {
  const places = placesOf(system.uriOf(script.path), script.text);
  return readLsbSections(script.text).map(({ range, begin }) => ({
    name: host.words("header", script.name),
    detail: visible(script.path),
    kind: lsp.SymbolKind.Namespace,
    uri: places.uri,
    range: toRange(places, range),
    selectionRange: toRange(places, begin.range),
    data: { kind: "header" },
  }));
}

function scriptAt(system: System, uri: string): InitScript | undefined {
  const path = system.pathOf(uri);
  const entries = [...system.tree.folders.values()].flatMap(({ entries: all }) => all);
  const real = entries.find((entry) => entry.path === path)?.realPath ?? path;
  return system.tree.scripts.find((script) => script.path === real || script.realPath === real);
}
