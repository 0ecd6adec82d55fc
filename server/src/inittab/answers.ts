// What an open inittab answers to requests, in the protocol's words.

import { familyOfTree } from "@inittab/core";
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { readPlace, readRange, readWants, toLocation, toRange } from "../convert.ts";
import {
  toCodeAction,
  toCodeLens,
  toCompletionList,
  toFolds,
  toHighlights,
  toHover,
  toLinks,
  toRename,
  toSelectionRange,
  toSignatureHelp,
  toSymbolList,
  toTextEdits,
  toTopOf,
} from "../convert-answers.ts";
import type { RequestHandlers } from "../documents/handlers.ts";
import type { Found } from "../features/answers.ts";
import { familyStatus } from "../features/family-status.ts";
import type { Hover } from "../features/hover.ts";
import type { InittabDocument } from "./document.ts";
import { inittabRemedies } from "./features/code-actions.ts";
import { codeLenses } from "./features/code-lens.ts";
import { completions } from "./features/completion.ts";
import { pathCompletions } from "./features/completion-paths.ts";
import { folds } from "./features/folding.ts";
import { formatEdits } from "./features/format.ts";
import { hoverAt } from "./features/hover.ts";
import { createLinks } from "./features/links.ts";
import { selectionRanges } from "./features/selection.ts";
import { signatureAt } from "./features/signature.ts";
import { statusOf } from "./features/status.ts";
import { recordSymbols } from "./features/symbols.ts";
import { renameableAt, type Uses, usesAt, whyNotNamed } from "./features/uses.ts";
import type { InittabHost } from "./host.ts";
import { createOutline } from "./outline.ts";
import type { Grammar } from "./syntax-tree.ts";
import { createTokens } from "./tokens.ts";

/** The handlers of requests about an inittab. */
export function inittabAnswers(
  document: InittabDocument,
  host: InittabHost,
  grammar: () => Promise<Grammar>,
): RequestHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  const tree = async () => document.syntaxTree(await grammar());
  const tokens = createTokens(document);
  const around = () => ({ look: host.look, folders: host.folders() });
  const outline = createOutline(document, host.localizer);
  const linksOf = createLinks(host.later);
  /** Where the files beside the table name the same entry. */
  const beside = async (uses: Uses | undefined): Promise<readonly Found[]> => {
    if (uses?.kind !== "id") return [];
    const { usesInScenarios } = await import("./features/scenario-uses.ts");
    return usesInScenarios(document.uri, uses.name, host.look);
  };
  return {
    codeAction: ({ range, context }) =>
      inittabRemedies(document, readRange(document, range), readWants(context)).map((remedy) =>
        toCodeAction(document, remedy, host.localizer()),
      ),
    codeLens: () =>
      codeLenses(document.scan, document.settings.lenses).map((lens) =>
        toCodeLens(document, lens, host.localizer()),
      ),
    completion: async ({ position, context }) => {
      const options = { snippets: host.client().snippets, trigger: context?.triggerCharacter };
      const offset = offsetOf(position);
      const found = completions(document.scan, offset, options);
      const paths = await pathCompletions(document.scan, offset, document.uri, around());
      return toCompletionList(document, [...found, ...paths], host.localizer(), {
        resolves: host.client().resolvesDocumentation,
      });
    },
    definition: async ({ position }) => {
      const offset = offsetOf(position);
      const links = await createLinks()(document.scan, document.uri, around());
      const under = links.filter(({ range }) => range.start <= offset && offset <= range.end);
      return under.map(({ target }) => toTopOf(target));
    },
    documentHighlight: ({ position }) =>
      toHighlights(document, usesAt(document.scan, offsetOf(position))?.ranges ?? []),
    documentLink: async () => toLinks(document, await linksOf(document.scan, document.uri, around())),
    documentSymbol: () =>
      host.client().nestedSymbols
        ? outline()
        : toSymbolList(document, recordSymbols(document.scan), host.localizer()),
    foldingRange: () => toFolds(document, folds(document.scan)),
    formatting: () =>
      toTextEdits(document, formatEdits(document.scan, { start: 0, end: document.scan.text.length })),
    hover: async ({ position }) => {
      const offset = offsetOf(position);
      const own = hoverAt(document.scan, offset);
      const hover =
        own === undefined ? await messageIn(document, offset) : await withScript(own, offset, document, host);
      return hover && toHover(document, hover, host.localizer(), host.showTopic());
    },
    prepareRename: ({ position }) => {
      const uses = renameableAt(document.scan, offsetOf(position));
      return uses && toRange(document, uses.here);
    },
    rangeFormatting: ({ range }) =>
      toTextEdits(document, formatEdits(document.scan, readRange(document, range))),
    references: async ({ position }) => {
      const uses = usesAt(document.scan, offsetOf(position));
      const own = uses?.ranges ?? [];
      return [...own.map((range) => ({ places: document, range })), ...(await beside(uses))].map(toLocation);
    },
    rename: async ({ position, newName }) => {
      const { scan } = document;
      const name = String(newName);
      const uses = renameableAt(scan, offsetOf(position));
      const problem = uses && whyNotNamed(scan, uses, name);
      if (problem !== undefined)
        return new ResponseError<void>(ErrorCodes.InvalidParams, host.localizer().text(problem));
      return (
        uses &&
        toRename(
          [...uses.ranges.map((range) => ({ places: document, range })), ...(await beside(uses))],
          name,
        )
      );
    },
    signatureHelp: ({ position }) => {
      const signature = signatureAt(document.scan, offsetOf(position));
      return signature && toSignatureHelp(signature, host.localizer());
    },
    selectionRange: async ({ positions }) => {
      const whole = await tree();
      return positions.map((position) =>
        toSelectionRange(document, selectionRanges(whole, offsetOf(position))),
      );
    },
    "semanticTokens/full": tokens.whole,
    "semanticTokens/full/delta": ({ previousResultId }) => tokens.since(previousResultId),
    "semanticTokens/range": ({ range }) => tokens.within(readRange(document, range)),
    family: async () => {
      const tree = await host.systemOf(document.uri);
      const guess = tree && familyOfTree(tree);
      return guess && familyStatus(guess, host.localizer());
    },
    reload: async ({ before }) => (await import("./features/ways.ts")).whatReloads(document, before),
    verify: async ({ picture = false }, isWanted) => {
      const { verifyWays } = await import("./features/ways.ts");
      return verifyWays(document, { localizer: host.localizer(), picture, pause: host.pause, isWanted });
    },
    status: () => statusOf(document.scan, host.localizer()),
  };
}

/** The page of the script that the process names, instead of that of the field. */
async function withScript(
  hover: Hover,
  offset: number,
  document: InittabDocument,
  host: InittabHost,
): Promise<Hover> {
  const isOfField = hover.parts.some((part) => part.kind === "topic" && part.topic.kind === "field");
  if (!isOfField) return hover;
  const { scriptPage, scriptPathAt } = await import("../features/script-page.ts");
  const script = scriptPathAt(document.scan.text, offset);
  const tree = script && (await host.systemOf(document.uri));
  const page = script && tree && scriptPage(script.name, tree);
  if (script === undefined || page === undefined) return hover;
  const others = hover.parts.filter((part) => part.kind !== "topic");
  return { parts: [...others, { kind: "script-page", page }], range: script.range };
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
