// The server's eyes: it asks what stands at an address, and VS Code's file systems answer, also those of virtual
// workspaces and of the browser.

import { treeFileLimit } from "@inittab/core";
import { type LookAnswer, type LookQuestion, requests, type WasmQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Answers the server's questions about files, and hands over the shipped files that it does not need at once. */
export function answerServer(client: BaseLanguageClient, extension: vscode.Uri): void {
  client.onRequest<LookAnswer, never>(requests.look, ({ uri, text }: LookQuestion) =>
    lookAt(vscode.Uri.parse(uri), text),
  );
  client.onRequest(requests.wasm, async ({ name }: WasmQuestion) => {
    if (!/^[\w-]+\.wasm$/.test(name)) return null;
    return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist", name));
  });
}

/** VS Code follows links and does not say where they lead. */
async function lookAt(uri: vscode.Uri, text: boolean): Promise<LookAnswer> {
  const { fs } = vscode.workspace;
  try {
    const { type, size } = await fs.stat(uri);
    const followed = (type & vscode.FileType.SymbolicLink) !== 0;
    if ((type & vscode.FileType.Directory) !== 0) {
      const entries = await fs.readDirectory(uri);
      return { kind: "folder", names: entries.map(([name]) => name).sort(), followed };
    }
    if ((type & vscode.FileType.File) === 0) return { kind: followed ? "missing" : "other" };
    if (!text) return { kind: "file", text: "", followed };
    if (size > treeFileLimit) return { kind: "file", text: "", flaw: "cut", followed };
    const bytes = await fs.readFile(uri);
    const flaw = bytes.includes(0) ? "binary" : undefined;
    return { kind: "file", text: decoded(bytes), flaw, followed };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : "";
    if (code === "FileNotFound" || code === "FileNotADirectory") return { kind: "missing" };
    return { kind: "unreadable", why: code === "NoPermissions" ? "denied" : String(error) };
  }
}

/** Scripts that are not in UTF-8 are old, and then mostly in Latin-1. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}
