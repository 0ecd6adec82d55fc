// The entry on the desktop and on remote machines: the server is a process of its own.

import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { activateInittab, deactivateInittab } from "../extension.ts";
import { inittab } from "../names.ts";

/** Called by VS Code when an inittab is opened for the first time. */
export function activate(context: ExtensionContext): void {
  activateInittab(context, createClient);
}

/** Called by VS Code when it goes away. */
export function deactivate(): Promise<void> {
  return deactivateInittab();
}

async function createClient(
  context: ExtensionContext,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  // The library is by far the largest part of the extension, so it is evaluated after activation.
  const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
  const server = { module: context.asAbsolutePath("dist/server/node.cjs"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return new LanguageClient(inittab, "Inittab", { run: server, debug }, options);
}
