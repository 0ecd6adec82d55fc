// Requests about open documents, asked of the document's own handlers.

import type { CancellationToken, ResponseError, TextDocumentIdentifier } from "vscode-languageserver";
import {
  type DocumentRequest,
  type DocumentRequests,
  type Eventually,
  handlerOf,
} from "./documents/handlers.ts";
import type { ServedDocument } from "./documents/kind.ts";
import type { Parts } from "./parts.ts";
import type { Session } from "./session.ts";
import type { Wanted } from "./slices.ts";

/** A request's function, as a connection takes it. */
type Answering<Params, Answer> = (
  params: Params,
  token: CancellationToken,
) => Promise<Answer | ResponseError<never>>;

/** Asks open documents. */
export interface Asked {
  /** Asks the open document that a request is about; about any other there is only the fallback. */
  readonly served: <Params extends { readonly textDocument: TextDocumentIdentifier }, Answer, Fallback>(
    name: string,
    fallback: Fallback,
    ask: (served: ServedDocument, params: Params, isWanted: Wanted) => Eventually<Answer | undefined>,
  ) => Answering<Params, Answer | Fallback>;
  /** The same by the document's own handler. */
  readonly about: <Name extends DocumentRequest, Fallback>(
    name: Name,
    fallback: Fallback,
  ) => Answering<DocumentRequests[Name]["params"], DocumentRequests[Name]["answer"] | Fallback>;
}

/** Makes the two ways to ask. */
export function askDocuments({ guard }: Session, { workspace }: Parts): Asked {
  const served: Asked["served"] = (name, fallback, ask) => (params, token) =>
    guard.answer(name, fallback, token, async (wanted) => {
      const { uri } = params.textDocument;
      await workspace.settled(uri);
      const found = workspace.get(uri);
      const isWanted = () => !wanted.isCancellationRequested;
      return (found && (await ask(found, params, isWanted))) ?? fallback;
    });
  return {
    served,
    about: (name, fallback) =>
      served(name, fallback, async ({ handlers }, params, isWanted) =>
        handlerOf(await handlers.requests(), name)?.(params, isWanted),
      ),
  };
}
