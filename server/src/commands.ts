// The table command -> handler of `workspace/executeCommand`. Every command is about an inittab, but for messages.

import type { TreeNode } from "@inittab/core";
import { isObject } from "./environment.ts";
import { type EditHost, editCommands, type InittabCommands } from "./inittab/commands.ts";
import type { InittabDocument } from "./inittab/document.ts";
import { type CommandName, commands } from "./protocol.ts";
import { type SimulationHost, simulationCommands } from "./simulate/commands.ts";
import { always, type Wanted } from "./slices.ts";

/** What the commands need of the server around them. */
export interface CommandHost extends EditHost, SimulationHost {
  /** The open inittab at an address, once its settings are known. */
  readonly inittabAt: (uri: string) => Promise<InittabDocument | undefined>;
  /** An inittab of this text that nobody has open. */
  readonly draft: (text: string) => InittabDocument;
  /** What stands at an address. */
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  /** Makes the open init script at an address executable; answers whether it is now, and null where there is none. */
  readonly makeExecutable: (uri: string) => Promise<boolean | null>;
}

/** Executes a command on the inittab that its first argument names; null where there is no such command or inittab. */
export type ExecuteCommand = (command: string, args: unknown, isWanted?: Wanted) => Promise<unknown>;

/** Makes the table. */
export function createCommands(host: CommandHost): ExecuteCommand {
  const handlers: InittabCommands<
    Exclude<
      CommandName,
      | typeof commands.explainMessage
      | typeof commands.explainTopic
      | typeof commands.makeExecutable
      | typeof commands.runTests
    >
  > = {
    ...simulationCommands(host),
    ...editCommands(host),
  };
  const table = new Map(Object.entries(handlers));
  return async (command, args, isWanted = always) => {
    const [argument]: readonly unknown[] = Array.isArray(args) ? args : [];
    const question = isObject(argument) ? argument : {};
    const { uri, text } = question;
    if (command === commands.makeExecutable) return typeof uri === "string" ? host.makeExecutable(uri) : null;
    if (command === commands.explainTopic) {
      const { explainTopic } = await import("./plain/explain-topic.ts");
      return explainTopic(question["topic"], question["dialect"], host.localizer());
    }
    if (command === commands.runTests) {
      const { runTests } = await import("./simulate/run-tests.ts");
      return typeof uri === "string" ? runTests(uri, text, host) : null;
    }
    const open = typeof uri === "string" ? await host.inittabAt(uri) : undefined;
    const document = typeof text === "string" ? host.draft(text) : open;
    if (command === commands.explainMessage) {
      const { message } = question;
      if (typeof message !== "string") return null;
      const { explainMessages } = await import("./plain/explain-messages.ts");
      return explainMessages(message, document, host.localizer());
    }
    return document === undefined
      ? null
      : ((await table.get(command)?.(document, question, isWanted)) ?? null);
  };
}
