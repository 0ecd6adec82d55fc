// What an open shell script answers to requests, in the protocol's words.

import { listOf, type TextRange, treeFileLimit } from "@inittab/core";
import { ErrorCodes, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { readPlace, readRange, readWants, toLocation, toRange } from "../convert.ts";
import {
  toCodeAction,
  toCompletionList,
  toFolds,
  toHighlights,
  toHover,
  toInlayHint,
  toRename,
  toSelectionRange,
  toSignatureHelp,
  toSymbols,
  toTextEdits,
} from "../convert-answers.ts";
import type { RequestHandlers } from "../documents/handlers.ts";
import { familyStatus } from "../features/family-status.ts";
import type { Hover } from "../features/hover.ts";
import { message } from "../message.ts";
import { opensByItself } from "./features/completion.ts";
import { scriptFormatEdits } from "./features/format.ts";
import { settingCompletions, settingHover, settingsFileAt } from "./features/openrc-settings.ts";
import { scriptRefactorings } from "./features/refactor.ts";
import { linkedProviders } from "./features/relations.ts";
import { helperSignature } from "./features/signature.ts";
import { scriptFolds, scriptSelections } from "./features/structure.ts";
import { functionUsesAt, scriptUsesAt } from "./features/uses.ts";
import type { ScriptDocumentHost } from "./host.ts";
import type { ScriptDocument } from "./script-document.ts";
import { serviceAt } from "./script-spots.ts";
import type { ScriptService } from "./service.ts";

/** The handlers of requests about a script. */
export function scriptAnswers(
  document: ScriptDocument,
  service: ScriptService,
  { client, localizer, show, showTopic }: ScriptDocumentHost,
): RequestHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  // Other shell scripts are the business of a shell's own server.
  const outline = async () => (document.isInitScript ? service.outline(document) : undefined);
  const functionAt = async (offset: number) => functionUsesAt(document.text, offset, await outline());
  const format = (range: TextRange) =>
    document.isInitScript ? toTextEdits(document, scriptFormatEdits(document.text, range)) : undefined;
  const settingsFile = settingsFileAt(document.uri);
  const settings = async () => {
    if (settingsFile === undefined || document.text.length > treeFileLimit) return undefined;
    const { tree } = (await service.systemOfInittab(settingsFile.inittab)) ?? {};
    return { text: document.text, service: settingsFile.service, tree };
  };
  return {
    codeAction: async ({ range, context }, isWanted) => {
      const wants = readWants(context);
      const remedies = wants.quickFix
        ? await service.remedies(document, readRange(document, range), isWanted)
        : [];
      const all = wants.fixAll ? await service.fixAll(document, isWanted) : undefined;
      const refactorings =
        wants.refactor && document.isInitScript
          ? scriptRefactorings(document.text, readRange(document, range))
          : [];
      return [...remedies, ...refactorings, ...(all === undefined ? [] : [all])].map((each) =>
        toCodeAction(document, each, localizer()),
      );
    },
    completion: async ({ position, context }) => {
      const options = { snippets: client().snippets, trigger: context?.triggerCharacter };
      const offset = offsetOf(position);
      const around = await settings();
      const found =
        around === undefined
          ? await service.completions(document, offset, options)
          : settingCompletions(around, offset);
      return toCompletionList(document, found, localizer(), {
        isIncomplete: !opensByItself(options),
        resolves: client().resolvesDocumentation,
      });
    },
    definition: async ({ position }) => {
      const offset = offsetOf(position);
      const found = await service.definition(document, offset);
      const uses = found.length === 0 ? await functionAt(offset) : undefined;
      return uses === undefined
        ? found.map(toLocation)
        : [toLocation({ places: document, range: uses.definition })];
    },
    documentHighlight: async ({ position }) =>
      document.isInitScript
        ? toHighlights(document, scriptUsesAt(document.text, offsetOf(position), await outline()))
        : undefined,
    documentSymbol: async () =>
      toSymbols(document, await service.symbols(document), {
        hierarchical: client().nestedSymbols,
        localizer: localizer(),
      }),
    family: async () => {
      const guess = await service.family(document);
      return guess && familyStatus(guess, localizer());
    },
    foldingRange: async () =>
      document.isInitScript ? toFolds(document, scriptFolds(document.text, await outline())) : undefined,
    formatting: () => format({ start: 0, end: document.text.length }),
    hover: async ({ position }) => {
      const offset = offsetOf(position);
      const around = await settings();
      const own = around === undefined ? await service.hover(document, offset) : settingHover(around, offset);
      const hover = own ?? (await messageIn(document, offset));
      return hover && toHover(document, hover, localizer(), showTopic());
    },
    inlayHint: async ({ range }, isWanted) => {
      const { start, end } = readRange(document, range);
      if (document.settings.hints === false) return [];
      const hints = await service.hints(document, isWanted);
      return hints
        .filter(({ offset }) => start <= offset && offset <= end)
        .map((hint) => toInlayHint(document, hint, localizer()));
    },
    prepareRename: async ({ position }) => {
      const range = await service.renameable(document, offsetOf(position));
      return range && toRange(document, range);
    },
    rangeFormatting: ({ range }) => format(readRange(document, range)),
    references: async ({ position, context }) => {
      const withDeclaration = context?.includeDeclaration === true;
      const offset = offsetOf(position);
      const found = await service.references(document, offset, withDeclaration);
      const uses = found.length === 0 ? await functionAt(offset) : undefined;
      if (uses === undefined) return found.map(toLocation);
      const ranges = withDeclaration ? [uses.definition, ...uses.calls] : uses.calls;
      return ranges.map((range) => toLocation({ places: document, range }));
    },
    rename: ({ position, newName }) =>
      renamed(document, offsetOf(position), String(newName), { service, localizer, show }),
    selectionRange: async ({ positions }) => {
      if (!document.isInitScript) return undefined;
      const parts = await outline();
      return positions.map((position) =>
        toSelectionRange(document, scriptSelections(document.text, offsetOf(position), parts)),
      );
    },
    signatureHelp: ({ position }) => {
      const signature = helperSignature(document.text, offsetOf(position));
      return signature && toSignatureHelp(signature, localizer());
    },
  };
}

/** The edits of a rename, or why there is none. What keeps its name all the same is said. */
async function renamed(
  document: ScriptDocument,
  offset: number,
  name: string,
  {
    service,
    localizer,
    show,
  }: Pick<ScriptDocumentHost, "localizer" | "show"> & {
    readonly service: ScriptService;
  },
): Promise<WorkspaceEdit | ResponseError<void> | undefined> {
  const answer = await service.rename(document, offset, name);
  if (answer !== undefined && "id" in answer)
    return new ResponseError<void>(ErrorCodes.InvalidParams, localizer().text(answer));
  if (answer === undefined || answer.length === 0) return answer && toRename(answer, name);
  // A link has the name of the script's file, whatever the script provides.
  const { tree } = (await service.systemAt(document.uri)) ?? {};
  const provided = serviceAt(document.text, offset);
  const scripts = tree === undefined || provided === undefined ? [] : linkedProviders(tree, provided);
  for (const { name: script, links } of scripts)
    show(message("rename.links", { script, links: listOf(links, "comma") }));
  return toRename(answer, name);
}

/** A message that somebody has put into a comment. */
async function messageIn(document: ScriptDocument, offset: number): Promise<Hover | undefined> {
  const { messageHover } = await import("../features/message-hover.ts");
  const { text } = document;
  const isComment = (line: string) => /^\s*#/.test(line);
  const places = { places: document, slice: (start: number, end: number) => text.slice(start, end) };
  return messageHover(places, offset, undefined, isComment);
}
