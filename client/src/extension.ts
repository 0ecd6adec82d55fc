// What the extension does on the desktop and in the browser alike. It knows VS Code and the language client; what init
// makes of a file it asks the server.

import type { InitializationOptions } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerAssistants, type ServeMcp } from "./assistants/register.ts";
import { registerMessageCommand, showTopicCommand } from "./commands/explain-message.ts";
import { registerExampleCommand } from "./commands/open-example.ts";
import { openLinks } from "./commands/open-link.ts";
import { registerDialectCommand } from "./commands/select-dialect.ts";
import { registerDebugger } from "./debug/register.ts";
import { chosenLanguage, followLanguage, l10n } from "./l10n.ts";
import { answerServer } from "./look.ts";
import { onFirstServedDocument, servedDocuments } from "./served.ts";
import { registerTasks } from "./tasks.ts";
import { showFamily } from "./views/family-status.ts";
import { showStatus } from "./views/language-status.ts";
import { lensesForView, registerSimulation } from "./views/simulation/register.ts";
import { registerTests } from "./views/tests.ts";
import { createHead } from "./views/ways/head.ts";
import { registerWays } from "./views/ways/register.ts";

/** How a client is made; the options for the server are asked for at each start. */
export interface WantedClient extends LanguageClientOptions {
  readonly initializationOptions: () => InitializationOptions;
}

/** Makes a client that is not started yet; the one thing in which Node and a browser differ. */
export type CreateClient = (
  context: vscode.ExtensionContext,
  options: WantedClient,
  output: vscode.LogOutputChannel,
) => Promise<BaseLanguageClient>;

/** The client, once something has asked for it. */
let running: Promise<BaseLanguageClient | undefined> | undefined;

/**
 * Registers everything at once, so that activation waits for nothing. The server starts with the first document that it
 * serves, or with the first command that needs it.
 */
export function activateInittab(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  serveMcp?: ServeMcp,
): void {
  const output = vscode.window.createOutputChannel("Inittab", { log: true });
  let start = () => {};
  const isWanted = new Promise<void>((resolve) => {
    start = resolve;
  });
  const started = isWanted.then(() => {
    running = startClient(context, createClient, output);
    return running;
  });
  const client = () => {
    start();
    return started;
  };
  const restart = async (it: BaseLanguageClient | undefined) => {
    if (it?.isRunning()) await it.stop();
    await it?.start();
  };
  context.subscriptions.push(
    followLanguage(context.extension, async () => {
      if (running !== undefined) await restart(await running);
    }),
  );
  const head = createHead();
  const simulation = registerSimulation(context, client, started, head);
  context.subscriptions.push(
    output,
    head,
    registerDialectCommand(context),
    registerExampleCommand(context),
    openLinks(),
    registerMessageCommand(client),
    showStatus(started),
    showFamily(started),
    simulation.registered,
    registerTests(client),
    registerDebugger(client, simulation),
    registerWays(client, started, head),
    registerAssistants(context, client, serveMcp),
    registerTasks(),
    vscode.commands.registerCommand("inittab.showOutput", () => output.show()),
    vscode.commands.registerCommand("inittab.restartServer", async () => restart(await client())),
    onFirstServedDocument(start),
  );
}

/** Stops the server. */
export async function deactivateInittab(): Promise<void> {
  const client = await running;
  if (client?.needsStop()) await client.stop();
}

function initializationOptions(): InitializationOptions {
  const language = chosenLanguage();
  return {
    look: true,
    showTopic: showTopicCommand,
    ...(language === undefined ? {} : { language }),
  };
}

async function startClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  output: vscode.LogOutputChannel,
): Promise<BaseLanguageClient | undefined> {
  try {
    const options: WantedClient = {
      documentSelector: servedDocuments,
      outputChannel: output,
      initializationOptions,
      markdown: { isTrusted: { enabledCommands: [showTopicCommand] } },
      middleware: {
        provideCodeLenses: async (document, token, next) =>
          lensesForView((await next(document, token)) ?? []),
      },
    };
    const client = await createClient(context, options, output);
    answerServer(client, context.extensionUri);
    await client.start();
    return client;
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const show = l10n.t("Show Output");
    const message = l10n.t("The Inittab language server did not start; only syntax colors are available.");
    const answer = await vscode.window.showErrorMessage(message, show);
    if (answer === show) output.show();
    return undefined;
  }
}
