// The debugger of a boot in VS Code.

import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isObject } from "../is-object.ts";
import { l10n } from "../l10n.ts";
import type { RegisteredSimulation } from "../views/simulation/register.ts";
import { ServerAdapter } from "./adapter.ts";
import { addressOf, configurationProvider } from "./configuration.ts";
import { inlineValues } from "./inline-values.ts";

/** Registers the debugger. `client` starts the server if need be; the views of the run and the debugger follow each other. */
export function registerDebugger(
  client: () => Promise<BaseLanguageClient | undefined>,
  views: Pick<RegisteredSimulation, "showTime" | "onTime">,
): vscode.Disposable {
  /** The debugger follows a view, and the view need not be notified. */
  let isLed = false;
  return vscode.Disposable.from(
    vscode.debug.registerDebugAdapterDescriptorFactory(inittab, {
      createDebugAdapterDescriptor: ({ id }) =>
        new vscode.DebugAdapterInlineImplementation(new ServerAdapter(id, client)),
    }),
    vscode.debug.registerDebugConfigurationProvider(inittab, configurationProvider),
    vscode.debug.registerDebugAdapterTrackerFactory(inittab, {
      createDebugAdapterTracker: (session) => ({
        onDidSendMessage: (message: unknown) => {
          if (!isObject(message) || message["event"] !== "stopped") return;
          if (!isLed) void follow(session, views);
          isLed = false;
        },
      }),
    }),
    views.onTime(({ uri, seconds }) => {
      const session = vscode.debug.activeDebugSession;
      if (session?.type !== inittab || programOf(session)?.toString() !== uri.toString()) return;
      isLed = true;
      void lead(session, seconds).finally(() => {
        isLed = false;
      });
    }),
    vscode.languages.registerInlineValuesProvider({ language: inittab }, inlineValues),
    vscode.commands.registerCommand("inittab.debugBoot", async (uri?: unknown) => {
      const file = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
      if (file === undefined) return;
      const folder = vscode.workspace.getWorkspaceFolder(file);
      const program = addressOf(file);
      const name = l10n.t("Debug the boot");
      await vscode.debug.startDebugging(folder, { type: inittab, request: "launch", name, program });
    }),
  );
}

/** Moves the view to the time at which the debugger stands. */
async function follow(
  session: vscode.DebugSession,
  { showTime }: Pick<RegisteredSimulation, "showTime">,
): Promise<void> {
  const uri = programOf(session);
  const answer = await asked(session, { expression: "time", context: "watch" });
  const seconds = isObject(answer) ? Number(answer["result"]) : Number.NaN;
  if (uri !== undefined && Number.isFinite(seconds)) showTime({ uri, seconds });
}

/** Moves the debugger to a time of the run. */
async function lead(session: vscode.DebugSession, seconds: number): Promise<void> {
  await asked(session, { expression: `goto ${seconds}`, context: "repl" });
}

/** A session that ends in the meantime answers nothing. */
function asked(session: vscode.DebugSession, args: object): Promise<unknown> {
  return Promise.resolve(session.customRequest("evaluate", args)).catch(() => undefined);
}

/** The inittab that a session is about. */
function programOf({ configuration }: vscode.DebugSession): vscode.Uri | undefined {
  const program: unknown = configuration["program"];
  if (typeof program !== "string") return undefined;
  return /^[a-z][\w+.-]+:/i.test(program) ? vscode.Uri.parse(program) : vscode.Uri.file(program);
}
