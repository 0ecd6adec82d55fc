// The kind of documents that inittabs are. What they answer to requests is loaded with the first one.

import { inittabPath, namesProgram, readRootFor, type TreeListing } from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import type { Roots } from "../documents/roots.ts";
import { InittabDocument } from "./document.ts";
import type { InittabHost } from "./host.ts";
import type { LastClosed } from "./last-closed.ts";
import { loadGrammar } from "./syntax-tree.ts";

/** Inittabs: every document that no other kind has claimed before. */
export function inittabKind(host: InittabHost): DocumentKind {
  const grammar = loadOnce(() => loadGrammar(host.wasm));
  let closed: LastClosed | undefined;
  const keep = async (document: InittabDocument) => {
    try {
      closed ??= new (await import("./last-closed.ts")).LastClosed(host.later);
      closed.keep(document);
    } catch {
      // It is read anew when it is opened again.
    }
  };
  return {
    claims: () => true,
    open: (opened, settings) => {
      const { uri, languageId, version, text } = opened;
      const document =
        closed?.open(opened, settings) ?? new InittabDocument(uri, languageId, version, text, settings);
      return {
        document,
        keep: () => void keep(document),
        handlers: {
          judge: async () => {
            for (;;) {
              const { state } = document;
              const openrc = asksForRunlevels(document) ? (await host.systemOf(uri))?.openrc : undefined;
              const root = await rootAround(document, host.roots);
              // What was read is about another text: what that names may not have been looked at.
              if (document.state !== state) continue;
              document.learn({ openrc, root });
              return { name: document.state, findings: document.findings() };
            }
          },
          requests: loadOnce(async () =>
            (await import("./answers.ts")).inittabAnswers(document, host, grammar),
          ),
        },
      };
    },
  };
}

/** No table in use is as long; a longer one need not be searched at each change. */
const longestSearched = 2000;

/** What matters of the root whose `etc/inittab` a document is; undefined for any other. */
async function rootAround(
  { uri, lineCount, scan }: InittabDocument,
  roots: Roots,
): Promise<TreeListing | undefined> {
  if (lineCount > longestSearched || !uri.endsWith(inittabPath)) return undefined;
  const root = uri.slice(0, -inittabPath.length);
  return (await roots.read(root, uri, (look) => readRootFor(scan, look))).listing;
}

function asksForRunlevels({ lineCount, scan }: InittabDocument): boolean {
  return lineCount <= longestSearched && namesProgram(scan.text, "openrc");
}
