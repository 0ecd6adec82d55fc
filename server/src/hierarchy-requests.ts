// The requests about hierarchies: what starts before a service and what after it, and which links lead to a script.

import type { CancellationToken, Connection, TextDocumentPositionParams } from "vscode-languageserver";
import { readPlace } from "./convert.ts";
import type { Hierarchies } from "./hierarchy.ts";
import type { Parts } from "./parts.ts";
import type { Session } from "./session.ts";
/** Hierarchies are asked item by item, and their items may be in files that are not open. */
export function answerHierarchies(connection: Connection, { guard }: Session, parts: Parts): void {
  const { workspace, systemParts } = parts;
  const hierarchies = async () => (await systemParts()).hierarchies();
  const prepare =
    (name: string) =>
    ({ textDocument, position }: TextDocumentPositionParams, token: CancellationToken) =>
      guard.answer(name, null, token, async () => {
        const offset = workspace.get(textDocument.uri)?.document.offsetAt(readPlace(position));
        return offset === undefined ? null : await (await hierarchies()).at(textDocument.uri, offset);
      });
  const about =
    <Answer>(name: string, ask: (them: Hierarchies, item: unknown) => Promise<Answer>) =>
    ({ item }: { readonly item: unknown }, token: CancellationToken) =>
      guard.answer<Answer | null>(name, null, token, async () => ask(await hierarchies(), item));
  const { callHierarchy, typeHierarchy } = connection.languages;
  callHierarchy.onPrepare(prepare("prepareCallHierarchy"));
  callHierarchy.onIncomingCalls(about("incomingCalls", (them, item) => them.incoming(item)));
  callHierarchy.onOutgoingCalls(about("outgoingCalls", (them, item) => them.outgoing(item)));
  typeHierarchy.onPrepare(prepare("prepareTypeHierarchy"));
  typeHierarchy.onSupertypes(about("supertypes", (them, item) => them.supertypes(item)));
  typeHierarchy.onSubtypes(about("subtypes", (them, item) => them.subtypes(item)));
}
