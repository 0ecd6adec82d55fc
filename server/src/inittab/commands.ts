// Commands about an inittab that change it. Any question will do; what makes no sense changes nothing.

import type { WorkspaceEdit } from "vscode-languageserver";
import { toWorkspaceEdit } from "../convert-answers.ts";
import type { Eventually } from "../documents/handlers.ts";
import { type CommandName, type Commands, commands } from "../protocol.ts";
import type { Wanted } from "../slices.ts";
import type { InittabDocument } from "./document.ts";
import { dialectChange } from "./features/dialect-comment.ts";

/** Handlers of commands about an inittab, by the names of the commands; null once nobody wants the answer. */
export type InittabCommands<Name extends CommandName> = {
  readonly [Each in Name]: (
    document: InittabDocument,
    question: Readonly<Record<string, unknown>>,
    isWanted: Wanted,
  ) => Eventually<Commands[Each]["answer"] | null>;
};

/** What the commands need of the server around them. */
export interface EditHost {
  /** Whether the client has made the edit. */
  readonly applyEdit: (edit: WorkspaceEdit) => Promise<boolean>;
}

/** The commands that change the file. */
export function editCommands({ applyEdit }: EditHost): InittabCommands<typeof commands.writeDialect> {
  return {
    [commands.writeDialect]: (document, { dialect, onlyIfNamed }) => {
      const change = dialectChange(document.scan, dialect, onlyIfNamed === true);
      return typeof change === "boolean" ? change : applyEdit(toWorkspaceEdit(document, change));
    },
  };
}
