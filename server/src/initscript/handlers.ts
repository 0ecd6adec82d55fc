// What an open shell script answers, in the protocol's words.

import type { Localizer } from "@inittab/core";
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ClientSupport } from "../client.ts";
import {
  readPlace,
  readRange,
  readWants,
  toCodeAction,
  toCompletionList,
  toHover,
  toInlayHint,
  toLocation,
  toRange,
  toRename,
  toSymbols,
} from "../convert.ts";
import type { DocumentHandlers } from "../documents/handlers.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { opensByItself } from "./features/completion.ts";
import { isShellScript, ScriptDocument } from "./script-document.ts";
import type { ScriptService } from "./service.ts";

/** What scripts need of the server around them. */
export interface ScriptDocumentHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  readonly service: ScriptService;
}

/** Shell scripts, of which each can become an init script by its header. */
export function scriptKind(host: ScriptDocumentHost): DocumentKind {
  return {
    claims: ({ uri, languageId, text }) => isShellScript(uri, languageId, text),
    open: ({ uri, version, text }, settings) => {
      const document = new ScriptDocument(uri, version, text, settings);
      return { document, handlers: scriptHandlers(document, host) };
    },
  };
}

function scriptHandlers(
  document: ScriptDocument,
  { client, localizer, service }: ScriptDocumentHost,
): DocumentHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  return {
    judge: () => service.judge(document),
    codeAction: async ({ range, context }) => {
      const wants = readWants(context);
      const remedies = wants.quickFix ? await service.remedies(document, readRange(document, range)) : [];
      const all = wants.fixAll ? await service.fixAll(document) : undefined;
      return [...remedies, ...(all === undefined ? [] : [all])].map((each) =>
        toCodeAction(document, each, localizer()),
      );
    },
    completion: async ({ position, context }) => {
      const options = { snippets: client().snippets, trigger: context?.triggerCharacter };
      const found = await service.completions(document, offsetOf(position), options);
      return toCompletionList(document, found, localizer(), { isIncomplete: !opensByItself(options) });
    },
    definition: async ({ position }) =>
      (await service.definition(document, offsetOf(position))).map(toLocation),
    documentSymbol: async () =>
      toSymbols(document, await service.symbols(document), {
        hierarchical: client().nestedSymbols,
        localizer: localizer(),
      }),
    hover: async ({ position }) => {
      const hover = await service.hover(document, offsetOf(position));
      return hover && toHover(document, hover, localizer());
    },
    inlayHint: async ({ range }) => {
      const { start, end } = readRange(document, range);
      const hints = await service.hints(document);
      return hints
        .filter(({ offset }) => start <= offset && offset <= end)
        .map((hint) => toInlayHint(document, hint, localizer()));
    },
    prepareRename: async ({ position }) => {
      const range = await service.renameable(document, offsetOf(position));
      return range && toRange(document, range);
    },
    references: async ({ position, context }) => {
      const withDeclaration = context?.includeDeclaration === true;
      return (await service.references(document, offsetOf(position), withDeclaration)).map(toLocation);
    },
    rename: async ({ position, newName }) => {
      const name = String(newName);
      const answer = await service.rename(document, offsetOf(position), name);
      if (answer !== undefined && "id" in answer)
        return new ResponseError<void>(ErrorCodes.InvalidParams, localizer().text(answer));
      return answer && toRename(answer, name);
    },
  };
}
