// Every way that the machine of an inittab can go, in VS Code.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerFindings } from "./findings.ts";
import type { Head } from "./head.ts";
import { registerWaysLenses } from "./lenses.ts";
import { registerSaveNotice } from "./save-notice.ts";
import { watchWays } from "./ways.ts";

/** Registers everything about all ways. `client` starts the server if need be; `started` only reports that it has started. */
export function registerWays(
  client: () => Promise<BaseLanguageClient | undefined>,
  started: Promise<BaseLanguageClient | undefined>,
  head: Head,
): vscode.Disposable {
  const ways = watchWays(started, client);
  return vscode.Disposable.from(
    ways,
    registerWaysLenses(ways, head),
    registerFindings(ways),
    registerSaveNotice(ways),
  );
}
