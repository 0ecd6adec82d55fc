// What an open inittab answers, in the protocol's words.

import type { Localizer, TreeNode } from "@inittab/core";
import type { WasmReader } from "@inittab/host/wasm";
import type { ClientSupport } from "../client.ts";
import {
  readPlace,
  readRange,
  readWants,
  toCodeAction,
  toCodeLens,
  toCompletionList,
  toFolds,
  toHover,
  toLinks,
  toSelectionRange,
  toSemanticTokens,
  toSymbols,
  toTopOf,
} from "../convert.ts";
import type { DocumentHandlers } from "../documents/handlers.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { InittabDocument } from "./document.ts";
import { inittabRemedies } from "./features/code-actions.ts";
import { codeLenses } from "./features/code-lens.ts";
import { completions } from "./features/completion.ts";
import { folds } from "./features/folding.ts";
import { hoverAt } from "./features/hover.ts";
import { fileLinks } from "./features/links.ts";
import { selectionRanges } from "./features/selection.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { statusOf } from "./features/status.ts";
import { recordSymbols } from "./features/symbols.ts";
import { type Grammar, loadGrammar } from "./syntax-tree.ts";

/** What inittabs need of the server around them. */
export interface InittabHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  readonly wasm: WasmReader;
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  readonly folders: () => readonly string[];
}

/** Inittabs: every document that no other kind has claimed before. */
export function inittabKind(host: InittabHost): DocumentKind {
  let loaded: Promise<Grammar> | undefined;
  const grammar = () => {
    loaded ??= loadGrammar(host.wasm);
    return loaded;
  };
  return {
    claims: () => true,
    open: ({ uri, languageId, version, text }, settings) => {
      const document = new InittabDocument(uri, languageId, version, text, settings);
      return { document, handlers: inittabHandlers(document, host, grammar) };
    },
  };
}

function inittabHandlers(
  document: InittabDocument,
  host: InittabHost,
  grammar: () => Promise<Grammar>,
): DocumentHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  const tree = async () => document.syntaxTree(await grammar());
  const links = () => fileLinks(document.scan, document.uri, { look: host.look, folders: host.folders() });
  return {
    judge: () => ({ name: document.state, findings: document.findings() }),
    codeAction: ({ range, context }) =>
      inittabRemedies(document, readRange(document, range), readWants(context)).map((remedy) =>
        toCodeAction(document, remedy, host.localizer()),
      ),
    codeLens: () => codeLenses(document.scan).map((lens) => toCodeLens(document, lens, host.localizer())),
    completion: ({ position, context }) => {
      const options = { snippets: host.client().snippets, trigger: context?.triggerCharacter };
      const found = completions(document.scan, offsetOf(position), options);
      return toCompletionList(document, found, host.localizer());
    },
    definition: async ({ position }) => {
      const offset = offsetOf(position);
      const under = (await links()).filter(({ range }) => range.start <= offset && offset <= range.end);
      return under.map(({ target }) => toTopOf(target));
    },
    documentLink: async () => toLinks(document, await links()),
    documentSymbol: () =>
      toSymbols(document, recordSymbols(document.scan), {
        hierarchical: host.client().nestedSymbols,
        localizer: host.localizer(),
      }),
    foldingRange: () => toFolds(document, folds(document.scan)),
    hover: ({ position }) => {
      const hover = hoverAt(document.scan, offsetOf(position));
      return hover && toHover(document, hover, host.localizer());
    },
    selectionRange: async ({ positions }) => {
      const whole = await tree();
      return positions.map((position) =>
        toSelectionRange(document, selectionRanges(whole, offsetOf(position))),
      );
    },
    "semanticTokens/full": async () => {
      const range = { start: 0, end: document.scan.text.length };
      return toSemanticTokens(document, semanticTokens(await tree(), range));
    },
    "semanticTokens/range": async ({ range }) =>
      toSemanticTokens(document, semanticTokens(await tree(), readRange(document, range))),
    status: () => statusOf(document.scan, host.localizer()),
  };
}
