// What an open inittab answers to requests, in the protocol's words.

import { readPlace, readRange, readWants } from "../convert.ts";
import {
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
} from "../convert-answers.ts";
import type { RequestHandlers } from "../documents/handlers.ts";
import type { Hover } from "../features/hover.ts";
import type { InittabDocument } from "./document.ts";
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
import type { InittabHost } from "./host.ts";
import type { Grammar } from "./syntax-tree.ts";

/** The handlers of requests about an inittab. */
export function inittabAnswers(
  document: InittabDocument,
  host: InittabHost,
  grammar: () => Promise<Grammar>,
): RequestHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  const tree = async () => document.syntaxTree(await grammar());
  const links = () => fileLinks(document.scan, document.uri, { look: host.look, folders: host.folders() });
  return {
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
    hover: async ({ position }) => {
      const offset = offsetOf(position);
      const hover = hoverAt(document.scan, offset) ?? (await messageIn(document, offset));
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

/** A message that somebody has put into a comment, with the record of this file that it is about. */
async function messageIn(document: InittabDocument, offset: number): Promise<Hover | undefined> {
  const { messageAround, messageHover } = await import("../features/message-hover.ts");
  const slice = (start: number, end: number) => document.scan.text.slice(start, end);
  return messageHover({ places: document, slice }, offset, messageAround(document), isComment);
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}
