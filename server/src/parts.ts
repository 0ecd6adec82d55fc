// The parts of the server, put together: which kinds of documents there are, what they share, and what is done with them.

import { loadOnce } from "@inittab/host/load-once";
import type { Connection } from "vscode-languageserver";
import type { ExecuteCommand } from "./commands.ts";
import { createDiagnostics, type Diagnostics } from "./diagnostics.ts";
import type { DocumentKind } from "./documents/kind.ts";
import { Roots } from "./documents/roots.ts";
import { Workspace } from "./documents/workspace.ts";
import { scriptKind } from "./initscript/handlers.ts";
import { ScriptDocument } from "./initscript/script-document.ts";
import type { ScriptService } from "./initscript/service.ts";
import type { Systems } from "./initscript/system.ts";
import { InittabDocument } from "./inittab/document.ts";
import { inittabKind } from "./inittab/handlers.ts";
import { message } from "./message.ts";
import { plainKind } from "./plain/handlers.ts";
import { inittab } from "./protocol.ts";
import { recipeKind } from "./recipe/handlers.ts";
import type { Session } from "./session.ts";

/** What stands behind the messages of a connection. */
export interface Parts {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
  /** What is known of init scripts, loaded when it is first asked for. */
  readonly scripts: () => Promise<ScriptService>;
  /** Files have changed: tells which documents this may be about, if anything was known of them. */
  readonly forget: Systems["forget"];
  readonly execute: ExecuteCommand;
}

/** Makes the parts for a connection. */
export function createParts(connection: Connection, session: Session): Parts {
  const { client, folders, guard, later, localizer, look, pause, wasm } = session;
  const documentAt = (uri: string) => workspace.get(uri)?.document;
  const settled = (uri: string) => workspace.settled(uri);
  const roots = new Roots(session.lookHere);
  let systems: Systems | undefined;
  const reported = new Set<string>();
  const scripts = loadOnce(async () => {
    const { createScriptService } = await import("./initscript/service.ts");
    const made = createScriptService({
      look: session.look,
      roots,
      wasm,
      pause,
      report: (uri, what) => {
        const text = localizer().text(message("left-out", { uri, what }));
        if (!reported.has(text)) session.warn(text);
        reported.add(text);
      },
      openTexts: function* () {
        for (const { document } of workspace.all())
          if (document instanceof ScriptDocument) yield [document.uri, document.text];
      },
    });
    systems = made.systems;
    return made.service;
  });
  // A document is of the first kind that claims it, so what claims all stands last.
  const kinds: readonly DocumentKind[] = [
    scriptKind({ client, localizer, service: scripts }),
    recipeKind({ client, localizer }),
    plainKind({ localizer }),
    inittabKind({
      ...{ client, localizer, wasm, look, folders, pause, roots },
      systemOf: async (uri) => (await (await scripts()).systemOfInittab(uri))?.tree,
    }),
  ];
  const diagnostics = createDiagnostics({ connection, client, guard, later, localizer, settled });
  const workspace = new Workspace(kinds, {
    askSettings: session.askSettings,
    warn: session.warn,
    later,
    onText: diagnostics.edited,
    onSettings: diagnostics.outdated,
    onClose: (uri) => {
      roots.forgetDocument(uri);
      diagnostics.closed(uri);
    },
  });
  const commands = loadOnce(async () => {
    const { createCommands } = await import("./commands.ts");
    return createCommands({
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
  });
  const execute: ExecuteCommand = async (command, args) => (await commands())(command, args);
  const forget: Systems["forget"] = (uris) => {
    const isInSystem = systems?.forget(uris);
    const isInRoot = roots.forget(uris);
    return (uri) => isInSystem?.(uri) === true || isInRoot(uri);
  };
  return { workspace, diagnostics, scripts, forget, execute };
}
