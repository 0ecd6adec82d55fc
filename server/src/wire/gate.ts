// Stands before all handlers: a message reaches them only when its turn has come in the life of the connection, and when
// its parameters are what they are declared to be. So no handler and no part of the library has to think of anything else.

import type { Localizer } from "@inittab/core";
import {
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageStrategy,
  type MessageWriter,
  type RequestMessage,
  ResponseError,
} from "vscode-languageserver";
import { type Phase, refusalIn } from "../guard.ts";
import { message } from "../message.ts";
import { notificationShapes, requestShapes } from "./params.ts";
import { isTooDeep, misfitOf, type Shape } from "./shapes.ts";

/** What the gate needs from the server. */
export interface GateHost {
  readonly phase: () => Phase;
  readonly localizer: () => Localizer;
  readonly warn: (text: string) => void;
  /** Where refusals go. */
  readonly writer: Pick<MessageWriter, "write">;
}

/** Makes the gate: it lets a message through, or answers in the place of the handler. */
export function createGate(host: GateHost): MessageStrategy {
  return {
    handleMessage: (given, next) => {
      // What arrives has the shape of a message only if it is one.
      const received: unknown = given;
      if (Message.isRequest(given)) {
        const refusal = refusalOf(given, host);
        return refusal === undefined ? next(given) : refuse(host.writer, given.id, refusal);
      }
      if (Message.isNotification(given)) {
        const { method, params } = given;
        const problem = problemOf(params, notificationShapes.get(method), host);
        if (problem === undefined) return next(given);
        return host.warn(`${method}: ${problem}`);
      }
      if (Message.isResponse(given)) return next(given);
      const problem = host.localizer().text(message("wire.no-message"));
      return refuse(host.writer, idOf(received), new ResponseError(ErrorCodes.InvalidRequest, problem));
    },
  };
}

/** Answers an error in place of a handler; `id` is null where there is no request that it could be about. */
export async function refuse(
  writer: Pick<MessageWriter, "write">,
  id: RequestMessage["id"],
  refusal: ResponseError<void>,
): Promise<void> {
  const answer = { jsonrpc: "2.0", id, error: refusal.toJson() };
  // A client that is gone need not be told.
  await writer.write(answer).catch(() => {});
}

/** A reader that leaves out what the library cannot even queue, such as a cancellation that names no request. */
export function carefulReader(reader: MessageReader): MessageReader {
  const { onError, onClose, onPartialMessage } = reader;
  return {
    ...{ onError, onClose, onPartialMessage },
    listen: (callback) =>
      reader.listen((given) => {
        try {
          callback(given);
        } catch {
          // There is no request to answer: what can be answered is queued.
        }
      }),
    dispose: () => reader.dispose(),
  };
}

function refusalOf({ method, params }: RequestMessage, host: GateHost): ResponseError<void> | undefined {
  const phase = host.phase();
  const isFirst = method === "initialize" && phase === "starting";
  const untimely = isFirst ? undefined : refusalIn(phase);
  if (untimely !== undefined) return untimely;
  if (method === "initialize" && !isFirst) {
    const again = host.localizer().text(message("wire.initialized"));
    return new ResponseError(ErrorCodes.InvalidRequest, again);
  }
  const problem = problemOf(params, requestShapes.get(method), host);
  return problem === undefined ? undefined : new ResponseError(ErrorCodes.InvalidParams, problem);
}

function problemOf(params: unknown, shape: Shape | undefined, { localizer }: GateHost): string | undefined {
  if (isTooDeep(params)) return localizer().text(message("wire.deep"));
  const misfit = shape && misfitOf(params, shape);
  return misfit === undefined ? undefined : localizer().words(misfit);
}

function idOf(received: unknown): RequestMessage["id"] {
  const id: unknown =
    typeof received === "object" && received !== null && "id" in received ? received.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}
