// What the client asks before it renames or makes a file: paths that name a script follow it, and as no edit can make a
// link, the links that lead to it are named.

import { listOf, type Message } from "@inittab/core";
import type { FileCreate, FileRename, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { toRange } from "./convert.ts";
import type { Places } from "./documents/open-document.ts";
import type { InittabFile } from "./hierarchy.ts";
import { linksTo, linksWaitingFor } from "./initscript/features/relations.ts";
import { placesOf } from "./initscript/found-places.ts";
import { scriptIn } from "./initscript/lint-input.ts";
import type { System } from "./initscript/system.ts";
import { message } from "./message.ts";

/** What it needs of the server around it. */
export interface FileOperationsHost {
  /** The system that a script belongs to. */
  readonly systemOf: (uri: string) => Promise<System | undefined>;
  /** The inittab of a system; undefined where there is none. */
  readonly inittabOf: (system: System) => Promise<InittabFile | undefined>;
  /** Tells the user. */
  readonly show: (message: Message) => void;
}

/** Answers before files change. */
export interface FileOperations {
  readonly willRename: (files: readonly FileRename[]) => Promise<WorkspaceEdit | null>;
  readonly willCreate: (files: readonly FileCreate[]) => Promise<null>;
}

/** Makes it. */
export function createFileOperations(host: FileOperationsHost): FileOperations {
  return {
    willRename: async (files) => {
      const changes: Record<string, TextEdit[]> = {};
      for (const { oldUri, newUri } of files) {
        const system = await host.systemOf(oldUri);
        const script = system && scriptIn(system, system.pathOf(oldUri));
        const target = system?.pathOf(newUri);
        if (system === undefined || script === undefined) continue;
        const links = linksTo(system.tree, script).map(({ path }) => path);
        if (links.length > 0)
          host.show(message("file.links-stay", { name: script.name, links: shown(links) }));
        if (target === undefined) continue;
        const renamed = { paths: [`/${script.path}`, `/${script.realPath}`], to: `/${target}` };
        for (const text of await textsOf(system, host)) {
          const edits = mentionsIn(text, renamed);
          if (edits.length > 0) changes[text.places.uri] = [...(changes[text.places.uri] ?? []), ...edits];
        }
      }
      return Object.keys(changes).length === 0 ? null : { changes };
    },
    willCreate: async (files) => {
      for (const { uri } of files) {
        const system = await host.systemOf(uri);
        const path = system?.pathOf(uri);
        const links = system === undefined || path === undefined ? [] : linksWaitingFor(system.tree, path);
        if (links.length === 0) continue;
        const name = path?.split("/").at(-1) ?? "";
        host.show(message("file.links-wait", { name, count: links.length, links: shown(links) }));
      }
      return null;
    },
  };
}

/** More links than a message should have. */
const mostShown = 6;

function shown(links: readonly string[]) {
  const first = links.slice(0, mostShown);
  return listOf(links.length > mostShown ? [...first, "…"] : first, "comma");
}

/** A text in which paths may stand. */
interface NamedText {
  readonly places: Places;
  readonly text: string;
}

/** The inittab and the scripts of a system. */
async function textsOf(system: System, host: FileOperationsHost): Promise<readonly NamedText[]> {
  const inittab = await host.inittabOf(system);
  const scripts = system.tree.scripts.map(({ realPath, text }) => ({
    places: placesOf(system.uriOf(realPath), text),
    text,
  }));
  return inittab === undefined
    ? scripts
    : [{ places: inittab.places, text: inittab.scan.text.toString() }, ...scripts];
}

/** The places where a path stands as a whole, with the other path in its stead. */
function mentionsIn(
  { places, text }: NamedText,
  { paths, to }: { readonly paths: readonly string[]; readonly to: string },
): readonly TextEdit[] {
  return [...new Set(paths)].flatMap((path) => {
    const edits: TextEdit[] = [];
    for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + path.length)) {
      const end = at + path.length;
      if (inPath.test(text.charAt(at - 1)) || inPath.test(text.charAt(end))) continue;
      edits.push({ range: toRange(places, { start: at, end }), newText: to });
    }
    return edits;
  });
}

const inPath = /[\w./-]/;
