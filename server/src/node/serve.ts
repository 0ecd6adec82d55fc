// A server at the end of two streams, which ends with them.

import type { Readable, Writable } from "node:stream";
import type { Message } from "@inittab/core";
import {
  createConnection,
  ErrorCodes,
  type MessageReader,
  type MessageWriter,
  ResponseError,
} from "vscode-languageserver/node";
import type { Environment } from "../environment.ts";
import { message } from "../message.ts";
import { startServer } from "../server.ts";
import { refuse } from "../wire/gate.ts";
import { FrameError, type FrameFault, FrameReader, FrameWriter } from "./frames.ts";

/** What a server may do to the process that it is. */
export interface OwnProcess {
  readonly exit: (code: 0 | 1) => void;
  /** Says something where people look for it when there is no client any more. */
  readonly tell: (text: string) => void;
}

/** Serves a client that is at the other end of these streams. */
export function serveStreams(
  input: Readable,
  output: Writable,
  environment: Environment,
  process: OwnProcess,
): void {
  serve(new FrameReader(input), new FrameWriter(output), environment, process);
}

/** Serves a client; the process ends when nothing more can come from it. */
export function serve(
  reader: MessageReader,
  writer: MessageWriter,
  environment: Environment,
  { exit, tell }: OwnProcess,
): void {
  const session = startServer({ reader, writer, connect: createConnection }, environment);
  let lastWord: Promise<void> | undefined;
  const end = async (code: 0 | 1) => {
    if (lastWord !== undefined) await Promise.race([lastWord, after(patience, environment)]);
    exit(code);
  };
  reader.onClose(() => end(session.phase() === "stopped" && lastWord === undefined ? 0 : 1));
  reader.onError((error) => {
    if (!(error instanceof FrameError)) return tell(error.message);
    const { fault } = error;
    const text = session.localizer().text(faults[fault]);
    const told = refuse(writer, null, new ResponseError(ErrorCodes.ParseError, text));
    if (fault === "body") return;
    tell(text);
    lastWord = told;
    if (fault === "header") end(1);
  });
}

/** How long the last answer may take to leave, in milliseconds: there may be no reader any more. */
const patience = 1000;

function after(milliseconds: number, { later }: Environment): Promise<void> {
  return new Promise((resolve) => void later(resolve, milliseconds));
}

const faults: Readonly<Record<FrameFault, Message>> = {
  header: message("wire.header"),
  cut: message("wire.cut"),
  body: message("wire.body"),
};
