// The entry on the desktop and on remote machines: the server is a process of its own.

import type { ExtensionContext } from "vscode";
import { activateInittab, deactivateInittab } from "../extension.ts";

/** Called by VS Code when an inittab is opened for the first time. */
export function activate(context: ExtensionContext): void {
  activateInittab(
    context,
    async (...wanted) => {
      const { createLanguageClient } = await import("./language-client.ts");
      return createLanguageClient(...wanted);
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
