// The parts of the server, put together: which kinds of documents there are, what they share, and what is done with them.

import type { Connection } from "vscode-languageserver";
import { createCommands, type ExecuteCommand } from "./commands.ts";
import { createDiagnostics, type Diagnostics } from "./diagnostics.ts";
import type { DocumentKind } from "./documents/kind.ts";
import { Workspace } from "./documents/workspace.ts";
import { scriptKind } from "./initscript/handlers.ts";
import { ScriptDocument } from "./initscript/script-document.ts";
import { ScriptService } from "./initscript/service.ts";
import { Systems } from "./initscript/system.ts";
import { InittabDocument } from "./inittab/document.ts";
import { inittabKind } from "./inittab/handlers.ts";
import { inittab } from "./protocol.ts";
import type { Session } from "./session.ts";

/** What stands behind the messages of a connection. */
export interface Parts {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
  readonly systems: Systems;
  readonly scripts: ScriptService;
  readonly execute: ExecuteCommand;
}

/** Makes the parts for a connection. */
export function createParts(connection: Connection, session: Session): Parts {
  const { client, folders, guard, later, localizer, look, wasm } = session;
  const documentAt = (uri: string) => workspace.get(uri)?.document;
  const settled = (uri: string) => workspace.settled(uri);
  const systems = new Systems(session.look, (uri) => {
    const document = documentAt(uri);
    return document instanceof ScriptDocument ? document.text : undefined;
  });
  const scripts = new ScriptService({ systems, wasm });
  // A document is of the first kind that claims it, so what claims all stands last.
  const kinds: readonly DocumentKind[] = [
    scriptKind({ client, localizer, service: scripts }),
    inittabKind({ client, localizer, wasm, look, folders }),
  ];
  const diagnostics = createDiagnostics({ connection, client, guard, later, localizer, settled });
  const workspace = new Workspace(kinds, {
    askSettings: session.askSettings,
    warn: session.warn,
    later,
    onText: diagnostics.edited,
    onSettings: diagnostics.outdated,
    onClose: diagnostics.closed,
  });
  const execute = createCommands({
    scripts,
    localizer,
    show: session.show,
    applyEdit: session.applyEdit,
    inittabAt: async (uri) => {
      await settled(uri);
      const document = documentAt(uri);
      return document instanceof InittabDocument ? document : undefined;
    },
    draft: (text) => new InittabDocument("", inittab, 0, text, workspace.commonSettings),
  });
  return { workspace, diagnostics, systems, scripts, execute };
}
