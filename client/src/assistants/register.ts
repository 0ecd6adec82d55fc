// Offers the tools to the assistants of VS Code, as far as this VS Code has them: as tools of language models since 1.95,
// and as a server for the Model Context Protocol since 1.101. The types that we build with are older than both, so that
// each name is looked for first.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isObject } from "../is-object.ts";
import type { McpServer } from "./mcp-server.ts";
import { toolFacts, toolNames } from "./tool-facts.ts";
import { type AssistantHost, askTool } from "./tools.ts";

/** Starts the server for the Model Context Protocol, where there is a Node to run it. */
export type ServeMcp = (host: AssistantHost, version: string) => Promise<McpServer>;

/** The id of the provider in the manifest. */
const providerId = "inittab.mcp";

/** Registers what there is; the server starts with the first question. */
export function registerAssistants(
  context: vscode.ExtensionContext,
  client: () => Promise<BaseLanguageClient | undefined>,
  serveMcp: ServeMcp | undefined,
): vscode.Disposable {
  const host = assistantHost(client);
  const registered = [registerTools(host)];
  if (serveMcp !== undefined) {
    const manifest: unknown = context.extension.packageJSON;
    const version = isObject(manifest) ? String(manifest["version"]) : "";
    registered.push(registerProvider(() => serveMcp(host, version), version));
  }
  return vscode.Disposable.from(...registered);
}

function assistantHost(client: () => Promise<BaseLanguageClient | undefined>): AssistantHost {
  return {
    open: async (path) => {
      const uri = await uriOf(path);
      if (uri === undefined) return undefined;
      return (await vscode.workspace.openTextDocument(uri)).uri.toString();
    },
    folder: async (path) => (await uriOf(path, vscode.FileType.Directory))?.toString(),
    saved: async (path) => {
      const uri = await uriOf(path);
      return uri && new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    },
    ask: async <Answer>(method: string, params: object): Promise<Answer> => {
      const running = await client();
      if (running === undefined) throw new Error("the language server does not run");
      return running.sendRequest<Answer>(method, params);
    },
  };
}

/** The address of a file below a folder of the workspace, or of one of its folders; undefined for any other path. */
async function uriOf(
  path: string,
  type: vscode.FileType = vscode.FileType.File,
): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isAbsolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
  for (const { uri: folder } of folders) {
    const uri = isAbsolute
      ? folder.with({ path: vscode.Uri.file(path).path })
      : vscode.Uri.joinPath(folder, path);
    if (vscode.workspace.getWorkspaceFolder(uri) === undefined) continue;
    try {
      if (((await vscode.workspace.fs.stat(uri)).type & type) !== 0) return uri;
    } catch {
      // It may be in another folder.
    }
  }
  return undefined;
}

const nothing = new vscode.Disposable(() => {});

function registerTools(host: AssistantHost): vscode.Disposable {
  const result: unknown = Reflect.get(vscode, "LanguageModelToolResult");
  const part: unknown = Reflect.get(vscode, "LanguageModelTextPart");
  if (typeof result !== "function" || typeof part !== "function") return nothing;
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      disposableOf(
        callMember(vscode.lm, "registerTool", toolFacts[name].name, {
          invoke: async ({ input }: { readonly input: unknown }) => {
            const { text, isError } = await askTool(name, input, host);
            if (isError) throw new Error(text);
            return Reflect.construct(result, [[Reflect.construct(part, [text])]]);
          },
        }),
      ),
    ),
  );
}

/** The server starts when it is first wanted, and ends with the window. */
function registerProvider(serve: () => Promise<McpServer>, version: string): vscode.Disposable {
  const definition: unknown = Reflect.get(vscode, "McpHttpServerDefinition");
  if (typeof definition !== "function") return nothing;
  let running: Promise<McpServer> | undefined;
  const define = ({ url, headers }: Pick<McpServer, "url" | "headers">): unknown =>
    Reflect.construct(definition, ["Inittab", vscode.Uri.parse(url), headers, version]);
  const registered = callMember(vscode.lm, "registerMcpServerDefinitionProvider", providerId, {
    // The list needs no server that runs; the editor resolves the definition again before it starts one.
    provideMcpServerDefinitions: () => [define({ url: "http://127.0.0.1/mcp", headers: {} })],
    resolveMcpServerDefinition: async () => {
      running ??= serve();
      return define(await running);
    },
  });
  return vscode.Disposable.from(disposableOf(registered), {
    dispose: () => void running?.then(({ close }) => close()),
  });
}

/**
 * Calls a function that this VS Code may not have; undefined where it has none, or refuses: 1.100 has the provider of
 * servers under its last name, but looks for another contribution. Without assistants all else has to work.
 */
function callMember(of: object, name: string, ...args: readonly unknown[]): unknown {
  const member: unknown = Reflect.get(of, name);
  if (typeof member !== "function") return undefined;
  try {
    return Reflect.apply(member, of, args);
  } catch {
    return undefined;
  }
}

function disposableOf(value: unknown): vscode.Disposable {
  return value instanceof vscode.Disposable
    ? value
    : isObject(value) && typeof value["dispose"] === "function"
      ? new vscode.Disposable(() => callMember(value, "dispose"))
      : nothing;
}
