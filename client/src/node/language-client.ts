// Makes the client of the language server. The library of the protocol is by far the largest part of the extension, so
// that this is a bundle of its own, which is read after activation.

import { inittab } from "@inittab/server/protocol";
import type { ExtensionContext } from "vscode";
import {
  type BaseLanguageClient,
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from "vscode-languageclient/node";

/** A client whose server is a process of its own; not started yet. */
export function createLanguageClient(
  context: ExtensionContext,
  options: LanguageClientOptions,
): BaseLanguageClient {
  const server = { module: context.asAbsolutePath("dist/server/server.js"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return new LanguageClient(inittab, "Inittab", { run: server, debug }, options);
}
