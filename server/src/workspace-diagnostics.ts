// Diagnostics of files that are not open: the inittab and the init scripts in their usual places below the folders that
// the client has open. No other folder is looked into.

import type { TreeNode } from "@inittab/core";
import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { diagnosticReport } from "./diagnostics.ts";
import type { ServedDocument } from "./documents/kind.ts";
import type { Session } from "./session.ts";

/** What is needed of the server around it. */
export interface WorkspaceDiagnosticsHost extends Pick<Session, "folders" | "look" | "wording"> {
  /** Whether the client has the file open; then it asks for its diagnostics on its own. */
  readonly isOpen: (uri: string) => boolean;
  /** Serves a text that is not open; undefined: the server has nothing to say about such a file. */
  readonly serve: (uri: string, text: string) => Promise<ServedDocument | undefined>;
  readonly pause: () => Promise<void>;
}

/** A request for the diagnostics of the workspace. */
export interface WorkspacePull {
  /** By address: the name of the diagnostics that the client has. */
  readonly known: ReadonlyMap<string, string>;
  readonly token: CancellationToken;
  readonly progress: Pick<WorkDoneProgressReporter, "begin" | "done" | "report">;
  readonly title: string;
}

/** Answers pulls, and keeps what it has read until something changes. */
export interface WorkspaceDiagnostics {
  readonly pull: (pull: WorkspacePull) => Promise<WorkspaceDiagnosticReport>;
  /** Files, open documents or settings have changed. */
  readonly changed: (what: "files" | "settings") => void;
}

/** No machine has more scripts, and nobody reads so many problems. */
const mostFiles = 500;

/** Single files, and folders whose files are looked at, below a folder that is the root of a system or its `etc`. */
const usualFiles = ["etc/inittab", "inittab"];
const usualFolders = ["etc/inittab.d", "etc/init.d", "etc/rc.d/init.d", "init.d", "rc.d/init.d"];

/** Makes it; nothing is read before the first pull. */
export function createWorkspaceDiagnostics(host: WorkspaceDiagnosticsHost): WorkspaceDiagnostics {
  const kept = new Map<string, { readonly text: string; readonly served: ServedDocument | undefined }>();
  let state = 0;
  let reported = -1;
  let wake: (() => void)[] = [];
  const changed: WorkspaceDiagnostics["changed"] = (what) => {
    if (what === "settings") kept.clear();
    state++;
    for (const each of wake) each();
    wake = [];
  };
  /** A client that asks again and again is answered when there is something new. */
  const somethingNew = (token: CancellationToken) =>
    new Promise<void>((resolve) => {
      wake.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  const servedAt = async (uri: string): Promise<ServedDocument | undefined> => {
    const node = await host.look(uri, true);
    if (node.kind !== "file" || node.flaw !== undefined) return undefined;
    const known = kept.get(uri);
    if (known?.text === node.text) return known.served;
    const served = await host.serve(uri, node.text);
    kept.set(uri, { text: node.text, served });
    return served;
  };
  return {
    changed,
    pull: async ({ known, token, progress, title }) => {
      if (known.size > 0 && reported === state) await somethingNew(token);
      const isWanted = () => !token.isCancellationRequested;
      if (!isWanted()) return { items: [] };
      reported = state;
      const uris = (await usualUris(host)).filter((uri) => !host.isOpen(uri));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      progress.begin(title, 0, undefined, true);
      for (const [index, uri] of uris.entries()) {
        if (!isWanted()) break;
        progress.report((100 * index) / uris.length);
        const served = await servedAt(uri);
        if (served !== undefined) items.push(await reportOf(uri, served, { known, isWanted }));
        await host.pause();
      }
      progress.done();
      // What is gone has no problems any more.
      const gone = [...known.keys()].filter((uri) => !uris.includes(uri) && !host.isOpen(uri));
      return {
        items: [...items, ...gone.map((uri) => ({ kind: "full" as const, uri, version: null, items: [] }))],
      };
    },
  };

  async function reportOf(
    uri: string,
    served: ServedDocument,
    { known, isWanted }: { readonly known: ReadonlyMap<string, string>; readonly isWanted: () => boolean },
  ): Promise<WorkspaceDocumentDiagnosticReport> {
    const asked = { known: known.get(uri), wording: host.wording(), isWanted };
    return { uri, version: null, ...(await diagnosticReport(served, asked)) };
  }
}

/** The addresses of the files in their usual places, each once. */
export async function usualUris({
  folders,
  look,
}: Pick<WorkspaceDiagnosticsHost, "folders" | "look">): Promise<readonly string[]> {
  const uris = new Set<string>();
  for (const root of folders()) {
    for (const path of usualFiles) {
      const uri = `${root}/${path}`;
      if ((await look(uri, false)).kind === "file") uris.add(uri);
    }
    for (const path of usualFolders) {
      const folder = `${root}/${path}`;
      for (const name of namesIn(await look(folder, false))) {
        const uri = `${folder}/${encodeURIComponent(name)}`;
        if (uris.size < mostFiles && (await look(uri, false)).kind === "file") uris.add(uri);
      }
    }
  }
  return [...uris];
}

function namesIn(node: TreeNode): readonly string[] {
  return node.kind === "folder" ? node.names.slice(0, mostFiles) : [];
}
