// The entry in the browser: the server is a worker, and gets the bytes that it cannot find by itself.

import type { InitializationOptions } from "@inittab/server/protocol";
import { type ExtensionContext, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { activateInittab, deactivateInittab, type WantedClient } from "../extension.ts";

/** Called by VS Code when an inittab is opened for the first time. */
export function activate(context: ExtensionContext): void {
  activateInittab(context, createClient);
}

/** Called by VS Code when it goes away. */
export function deactivate(): Promise<void> {
  return deactivateInittab();
}

/** What makes a client; the entry for Node takes it from here. */
export function languageClient(): Promise<typeof import("../language-client.ts")> {
  return import("../language-client.ts");
}

const wasmFiles = ["web-tree-sitter.wasm", "tree-sitter-inittab.wasm"] as const;

async function createClient(context: ExtensionContext, options: WantedClient): Promise<BaseLanguageClient> {
  const { clientOfWorker } = await languageClient();
  const file = (name: string) => Uri.joinPath(context.extensionUri, "dist", name);
  const wasm = await Promise.all(
    wasmFiles.map(async (name) => [name, await workspace.fs.readFile(file(name))] as const),
  );
  let worker: Worker | undefined;
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  // The client would take a worker too, but not the kind that VS Code makes here in the place of the browser's.
  const server = async () => {
    end();
    worker = new Worker(file("server/worker.js").toString(true));
    return worker;
  };
  return clientOfWorker(server, {
    ...options,
    initializationOptions: (): InitializationOptions => ({
      ...options.initializationOptions(),
      program: `${file("server").toString(true)}/`,
      // The grammar of the shell is large, and most people open an inittab only.
      wasm: { ...Object.fromEntries(wasm), "tree-sitter-bash.wasm": "ask" },
    }),
  });
}
