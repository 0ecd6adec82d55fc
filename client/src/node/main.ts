// The entry on the desktop and on remote machines: the server is a process of its own.

import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { activateInittab, deactivateInittab } from "../extension.ts";
import { startServerProcess } from "./server-process.ts";

/** Called by VS Code when an inittab is opened for the first time. */
export function activate(context: ExtensionContext): void {
  activateInittab(
    context,
    async (context, options, output) => {
      const { languageClient } = await import("../browser/main.ts");
      const { clientOf } = await languageClient();
      return clientOf(
        async () =>
          startServerProcess(context.asAbsolutePath("dist/server/server.js"), {
            log: output,
            codeCache: join(context.globalStorageUri.fsPath, "code-cache"),
          }),
        options,
      );
    },
    async (...wanted) => {
      const { serveMcp } = await import("./mcp-server.ts");
      return serveMcp(...wanted);
    },
  );
}

/** Called by VS Code when it goes away. */
export function deactivate(): Promise<void> {
  return deactivateInittab();
}
