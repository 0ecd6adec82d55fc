// The table command -> handler of `workspace/executeCommand`. Every command is about an inittab.

import { isObject } from "./environment.ts";
import { type EditHost, editCommands, type InittabCommands } from "./inittab/commands.ts";
import type { InittabDocument } from "./inittab/document.ts";
import type { CommandName } from "./protocol.ts";
import { type SimulationHost, simulationCommands } from "./simulate/commands.ts";

/** What the commands need of the server around them. */
export interface CommandHost extends EditHost, SimulationHost {
  /** The open inittab at an address, once its settings are known. */
  readonly inittabAt: (uri: string) => Promise<InittabDocument | undefined>;
  /** An inittab of this text that nobody has open. */
  readonly draft: (text: string) => InittabDocument;
}

/** Executes a command on the inittab that its first argument names; null where there is no such command or inittab. */
export type ExecuteCommand = (command: string, args: unknown) => Promise<unknown>;

/** Makes the table. */
export function createCommands(host: CommandHost): ExecuteCommand {
  const handlers: InittabCommands<CommandName> = { ...simulationCommands(host), ...editCommands(host) };
  const table = new Map(Object.entries(handlers));
  return async (command, args) => {
    const [argument]: readonly unknown[] = Array.isArray(args) ? args : [];
    const question = isObject(argument) ? argument : {};
    const { uri, text } = question;
    const open = typeof uri === "string" ? await host.inittabAt(uri) : undefined;
    const document = typeof text === "string" ? host.draft(text) : open;
    return document === undefined ? null : ((await table.get(command)?.(document, question)) ?? null);
  };
}
