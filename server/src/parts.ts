// The parts of the server, put together: which kinds of documents there are, what they share, and what is done with them.

import { loadOnce } from "@inittab/host/load-once";
import type { Connection } from "vscode-languageserver";
import type { AnswerAssistant } from "./assistants/answers.ts";
import type { ExecuteCommand } from "./commands.ts";
import type { TakeDebugMessage } from "./debug/sessions.ts";
import { createDiagnostics, type Diagnostics } from "./diagnostics.ts";
import type { DocumentKind } from "./documents/kind.ts";
import { Projects } from "./documents/projects.ts";
import { Roots } from "./documents/roots.ts";
import { defaultSettings } from "./documents/settings.ts";
import { Workspace } from "./documents/workspace.ts";
import { scriptKind } from "./initscript/handlers.ts";
import { ScriptDocument } from "./initscript/script-document.ts";
import type { ScriptService } from "./initscript/service.ts";
import type { Systems } from "./initscript/system.ts";
import { InittabDocument } from "./inittab/document.ts";
import { inittabKind } from "./inittab/handlers.ts";
import { message } from "./message.ts";
import { plainKind } from "./plain/handlers.ts";
import { projectKind } from "./project/handlers.ts";
import { inittab } from "./protocol.ts";
import { recipeKind } from "./recipe/handlers.ts";
import type { Session } from "./session.ts";
import type { SystemParts } from "./system-parts.ts";
import type { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** The parts that answer the messages of a connection. */
export interface Parts {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
  /** What is known of init scripts, loaded when it is first asked for. */
  readonly scripts: () => Promise<ScriptService>;
  /** Files have changed on the disk. */
  readonly touched: (uris: readonly string[]) => void;
  readonly execute: ExecuteCommand;
  /** The problems of files that are not open, loaded when they are first asked for. */
  readonly workspaceDiagnostics: () => Promise<WorkspaceDiagnostics>;
  /** What is asked about whole systems, loaded when it is first asked for. */
  readonly systemParts: () => Promise<SystemParts>;
  /** What was said of files that are not open may be wrong now. */
  readonly changed: WorkspaceDiagnostics["changed"];
  readonly debug: TakeDebugMessage;
  /** Answers assistants. */
  readonly assistant: AnswerAssistant;
}

/** Makes the parts for a connection. */
export function createParts(connection: Connection, session: Session): Parts {
  const { client, folders, guard, later, localizer, look, pause, showTopic, wasm, wording } = session;
  const settled = (uri: string) => workspace.settled(uri);
  const roots = new Roots(session.lookHere);
  const projects = new Projects({ look, folders });
  let systems: Systems | undefined;
  const reported = new Set<string>();
  const scripts = loadOnce(async () => {
    const { createScriptService } = await import("./initscript/service.ts");
    const made = createScriptService({
      look: session.look,
      roots,
      wasm,
      pause,
      statedFor: async (uri) => (await projects.settingsFor(uri, defaultSettings)).scripts.stated,
      changesModes: () => session.makeExecutable() !== undefined,
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
    projectKind,
    scriptKind({
      ...{ client, localizer, showTopic, service: scripts },
      show: (text) => void guard.run("showMessage", () => session.show(localizer().text(text))),
    }),
    recipeKind({ client, localizer }),
    plainKind({ localizer }),
    inittabKind({
      ...{ client, localizer, showTopic, wasm, look, folders, later, pause, roots },
      systemOf: async (uri) => (await (await scripts()).systemOfInittab(uri))?.tree,
    }),
  ];
  const diagnostics = createDiagnostics({ connection, client, guard, later, settled, wording });
  const workspace = new Workspace(kinds, {
    askSettings: session.askSettings,
    tellsChanges: () => client().registersConfiguration,
    projects,
    warn: session.warn,
    speak: session.speak,
    later,
    onText: (served) => {
      diagnostics.edited(served);
      // What is said of a script depends on the headers of the others.
      if (served.document instanceof ScriptDocument) changed("files");
    },
    onSettings: (served) => {
      diagnostics.outdated(served);
      changed("settings");
    },
    onClose: (uri) => {
      roots.forgetDocument(uri);
      diagnostics.closed(uri);
      changed("files");
    },
  });
  let others: WorkspaceDiagnostics | undefined;
  const changed: WorkspaceDiagnostics["changed"] = (what) => others?.changed(what);
  const workspaceDiagnostics = loadOnce(async () => {
    const { createWorkspaceDiagnostics } = await import("./workspace-diagnostics.ts");
    others = createWorkspaceDiagnostics({
      ...{ folders, look, pause, wording },
      isOpen: (uri) => workspace.get(uri) !== undefined,
      serve: (uri, text) => workspace.serve({ uri, languageId: languageOf(uri), version: 0, text }),
    });
    return others;
  });
  const debuggers = loadOnce(async () => {
    const { openDebuggers } = await import("./debug/open.ts");
    return openDebuggers({ localizer, look, workspace, scripts });
  });
  const assistants = loadOnce(() => loadAssistants({ session, workspace, scripts, projects }));
  const assistant: AnswerAssistant = async (...asked) => (await assistants())(...asked);
  const commands = loadOnce(() =>
    loadCommands({ session, workspace, scripts, touched: (uris) => touched(uris) }),
  );
  const execute: ExecuteCommand = async (...call) => (await commands())(...call);
  const forget: Systems["forget"] = (uris) => {
    const isInSystem = systems?.forget(uris);
    const isInRoot = roots.forget(uris);
    return (uri) => isInSystem?.(uri) === true || isInRoot(uri);
  };
  const systemParts = loadOnce(async () => {
    const { createSystemParts } = await import("./system-parts.ts");
    return createSystemParts({ workspace, scripts, session });
  });
  /** Files have changed on the disk, so that what was said of these and of others may be wrong. */
  const touched = (uris: readonly string[]) => {
    const isForgotten = forget(uris);
    if (projects.forget(uris)) {
      workspace.projectsChanged();
      changed("settings");
    }
    diagnostics.outdated(workspace.all().filter(({ document }) => isForgotten(document.uri)));
    changed("files");
  };
  const debug: TakeDebugMessage = async (name, given) => (await debuggers())(name, given);
  return {
    workspace,
    diagnostics,
    scripts,
    systemParts,
    touched,
    execute,
    assistant,
    debug,
    workspaceDiagnostics,
    changed,
  };
}

/** What an editor would call a file in one of the usual places. */
function languageOf(uri: string): string {
  return /\/inittab(?:\.d\/[^/]*)?$/.test(uri) ? inittab : "shellscript";
}

async function loadAssistants({
  session: { folders, localizer, look, pause },
  workspace,
  scripts,
  projects,
}: Pick<Parts, "workspace" | "scripts"> & {
  readonly session: Session;
  readonly projects: Projects;
}): Promise<AnswerAssistant> {
  const { createAssistantAnswers } = await import("./assistants/answers.ts");
  const settingsAt = (uri: string) => projects.settingsFor(uri, workspace.commonSettings);
  return createAssistantAnswers({ folders, localizer, look, pause, scripts, settingsAt, workspace });
}

/** The table of commands, whose questions are about open documents. */
async function loadCommands({
  session,
  workspace,
  scripts,
  touched,
}: Pick<Parts, "workspace" | "scripts" | "touched"> & {
  readonly session: Session;
}): Promise<ExecuteCommand> {
  const { createCommands } = await import("./commands.ts");
  const { learnAround } = await import("./inittab/machine.ts");
  const { applyEdit, localizer, look, pause, show } = session;
  const documentAt = (uri: string) => workspace.get(uri)?.document;
  return createCommands({
    ...{ applyEdit, localizer, look, pause, scripts, show },
    inittabAt: async (uri) => {
      await workspace.settled(uri);
      const found = workspace.get(uri);
      if (!(found?.document instanceof InittabDocument)) return undefined;
      await learnAround(found.document, look);
      return found.document;
    },
    makeExecutable: async (uri) => {
      const make = session.makeExecutable();
      if (make === undefined || !(documentAt(uri) instanceof ScriptDocument)) return null;
      const isDone = await make(uri);
      if (isDone) touched([uri]);
      return isDone;
    },
    draft: (text) => new InittabDocument("", inittab, 0, text, workspace.commonSettings),
  });
}
