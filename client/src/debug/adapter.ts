// The debug adapter of VS Code: it knows nothing of debugging, but hands each message on to the language server, where
// the debugger is. So a boot can be debugged on the desktop and in the browser alike.

import { type DebugQuestion, requests } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isObject } from "../is-object.ts";

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
    void this.#ask(message);
  }

  async #ask(message: vscode.DebugProtocolMessage): Promise<void> {
    const question: DebugQuestion = { session: this.#session, message };
    try {
      const client = await this.#client();
      if (client?.isRunning() !== true)
        throw new Error(vscode.l10n.t("The language server does not answer."));
      const answers = await client.sendRequest<readonly object[]>(requests.debug, question);
      for (const answer of answers) this.#sending.fire(answer);
    } catch (error) {
      this.#refuse(message, error instanceof Error ? error.message : String(error));
    }
  }

  /** A request that is not answered would leave VS Code waiting. */
  #refuse(message: object, why: string): void {
    const { seq, command }: Readonly<Record<string, unknown>> = isObject(message) ? message : {};
    this.#sending.fire({ type: "response", seq: 0, request_seq: seq, command, success: false, message: why });
  }

  dispose(): void {
    this.#sending.dispose();
  }
}
