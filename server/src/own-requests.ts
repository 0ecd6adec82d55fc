// The requests that only this server answers; docs/editors.md has them.

import { type Connection, RequestType } from "vscode-languageserver";
import type { Asked } from "./asked.ts";
import type { Parts } from "./parts.ts";
import {
  type AssistantAnswer,
  type AssistantQuestion,
  type DebugQuestion,
  type FamilyStatus,
  type ReloadAnswer,
  type ReloadQuestion,
  requests,
  type Status,
  type StatusQuestion,
  type WaysAnswer,
  type WaysQuestion,
} from "./protocol.ts";
import type { Session } from "./session.ts";

/** Answers them. */
export function answerOwnRequests(
  connection: Connection,
  { guard }: Session,
  { about, assistant, debug }: Pick<Asked, "about"> & Pick<Parts, "assistant" | "debug">,
): void {
  const status = about("status", null);
  connection.onRequest(statusRequest, (params, token) => status({ textDocument: params }, token));
  const family = about("family", null);
  connection.onRequest(familyRequest, (params, token) => family({ textDocument: params }, token));
  connection.onRequest(debugRequest, ({ session: name, message }, token) =>
    guard.answer("debug", noMessages, token, () => debug(name, message)),
  );
  connection.onRequest(assistantRequest, (params, token) =>
    guard.answer("assistant", null, token, (wanted) =>
      assistant(params, () => !wanted.isCancellationRequested),
    ),
  );
  const verify = about("verify", null);
  connection.onRequest(verifyRequest, ({ uri, picture = false }, token) =>
    verify({ textDocument: { uri }, picture }, token),
  );
  const reload = about("reload", null);
  connection.onRequest(reloadRequest, ({ uri, before }, token) =>
    reload({ textDocument: { uri }, before }, token),
  );
}

const statusRequest = new RequestType<StatusQuestion, Status | null, void>(requests.status);
const familyRequest = new RequestType<StatusQuestion, FamilyStatus | null, void>(requests.family);
const debugRequest = new RequestType<DebugQuestion, readonly object[], void>(requests.debug);
const assistantRequest = new RequestType<AssistantQuestion, AssistantAnswer | null, void>(requests.assistant);
const noMessages: readonly object[] = [];
const verifyRequest = new RequestType<WaysQuestion, WaysAnswer | null, void>(requests.verify);
const reloadRequest = new RequestType<ReloadQuestion, ReloadAnswer | null, void>(requests.reload);
