// The debug adapter of VS Code: it knows nothing of debugging, but hands each message on to the language server, where
// the debugger is. So a boot can be debugged on the desktop and in the browser alike.

import { requests } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../l10n.ts";
import { relay } from "./relay.ts";

/** An adapter for a session; `client` starts the server if need be. */
export class ServerAdapter implements vscode.DebugAdapter {
  readonly #session: string;
  readonly #client: () => Promise<BaseLanguageClient | undefined>;
  readonly #sending: vscode.EventEmitter<vscode.DebugProtocolMessage> = new vscode.EventEmitter();
  readonly onDidSendMessage: vscode.Event<vscode.DebugProtocolMessage> = this.#sending.event;

  constructor(session: string, client: () => Promise<BaseLanguageClient | undefined>) {
    this.#session = session;
    this.#client = client;
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    void relay(message, {
      session: this.#session,
      send: (answer) => this.#sending.fire(answer),
      ask: async (question) => {
        const client = await this.#client();
        if (client?.isRunning() !== true) throw new Error(l10n.t("The language server does not answer."));
        return client.sendRequest<readonly object[]>(requests.debug, question);
      },
    });
  }

  dispose(): void {
    this.#sending.dispose();
  }
}
