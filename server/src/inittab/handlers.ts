// The kind of documents that inittabs are. What they answer to requests is loaded with the first one.

import { namesProgram } from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import { InittabDocument } from "./document.ts";
import type { InittabHost } from "./host.ts";
import { loadGrammar } from "./syntax-tree.ts";

/** Inittabs: every document that no other kind has claimed before. */
export function inittabKind(host: InittabHost): DocumentKind {
  const grammar = loadOnce(() => loadGrammar(host.wasm));
  return {
    claims: () => true,
    open: ({ uri, languageId, version, text }, settings) => {
      const document = new InittabDocument(uri, languageId, version, text, settings);
      return {
        document,
        handlers: {
          judge: async () => {
            document.learn(asksForRunlevels(document) ? (await host.systemOf(uri))?.openrc : undefined);
            return { name: document.state, findings: document.findings() };
          },
          requests: loadOnce(async () =>
            (await import("./answers.ts")).inittabAnswers(document, host, grammar),
          ),
        },
      };
    },
  };
}

/** So long is no table that starts OpenRC; a longer one need not be searched at each change. */
const longestSearched = 2000;

function asksForRunlevels({ lineCount, scan }: InittabDocument): boolean {
  return lineCount <= longestSearched && namesProgram(scan.text, "openrc");
}
