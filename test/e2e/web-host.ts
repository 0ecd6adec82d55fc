// VS Code without any server: the same build, served as files, with the extension in the web extension host. The
// example systems are a file system in memory, so nothing of Node is at hand for the extension.

import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, relative, sep } from "node:path";
import type { Editor } from "../../scripts/vscode/editor.ts";
import { root } from "../../scripts/vscode/paths.ts";
import { installExtension, quietSettings } from "../../scripts/vscode/session.ts";
import type { Host } from "./stage.ts";
import { testerFiles } from "./tester.ts";

/** What the host has besides the workbench and the example systems. */
export interface WebHostOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly tester?: boolean;
}

/** Serves the workbench; resolves when it listens. */
export async function startWebHost(
  editor: Editor,
  vsix: string,
  { files = {}, settings = {}, tester = false }: WebHostOptions = {},
): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "inittab-web-"));
  // The editor unpacks the extension as it would anywhere.
  await installExtension(editor, vsix, folder);
  const extensions = join(folder, "extensions");
  const [name = ""] = readdirSync(extensions).filter((entry) => entry.startsWith("inittab."));
  const folders: Readonly<Record<string, string>> = {
    vscode: editor.folder,
    extension: join(extensions, name),
  };
  const more = Object.entries(files).map(([path, text]) => [`/${path}`, text] as const);
  const { texts, links } = systemFiles();
  const stored = JSON.stringify({ texts: { ...texts, ...Object.fromEntries(more) }, links });

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [first = "", ...rest] = pathname.slice(1).split("/").map(decodeURIComponent);
    const under = folders[first];
    if (pathname === "/") send(response, "index.html", page(request.headers.host ?? "", settings, tester));
    else if (first === "tester" && testerFiles[rest.join("/")] !== undefined)
      send(response, pathname, testerFiles[rest.join("/")] ?? "");
    else if (pathname === "/systems.json") send(response, pathname, stored);
    else if (pathname === "/systems/package.json") send(response, pathname, JSON.stringify(systemsManifest));
    else if (pathname === "/systems/package.nls.json") send(response, pathname, "{}");
    else if (pathname === "/systems/main.js") send(response, pathname, systemsProvider);
    else if (under === undefined) response.writeHead(404).end();
    else sendFile(response, join(under, normalize(`/${rest.join("/")}`)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (file) => {
      const payload = JSON.stringify([["openFile", `systems:/${file}`]]);
      return `http://127.0.0.1:${port}/?folder=systems:/&payload=${encodeURIComponent(payload)}`;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The page, as the editor's own server would write it, but without the address of a server. */
function page(authority: string, settings: Readonly<Record<string, unknown>>, tester: boolean): string {
  const at = (path: string) => ({ scheme: "http", authority, path });
  const builtin = ["theme-defaults", "shellscript"].map((name) => at(`/vscode/extensions/${name}`));
  const configuration = {
    additionalBuiltinExtensions: [
      ...builtin,
      at("/systems"),
      at("/extension"),
      ...(tester ? [at("/tester")] : []),
    ],
    configurationDefaults: { ...quietSettings, ...settings },
    userDataPath: "/data",
    // The frames of webviews come from here too, and not from the vendor's servers.
    webviewEndpoint: `http://${authority}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
  };
  const quoted = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${quoted}">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head>
<body></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + "/vscode/out/";</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

function send(response: ServerResponse, name: string, content: string | Buffer): void {
  response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.end(content);
}

function sendFile(response: ServerResponse, path: string): void {
  try {
    const content = readFileSync(path);
    send(response, path, path.endsWith("/workbench/workbench.js") ? untied(content.toString()) : content);
  } catch {
    response.writeHead(404).end();
  }
}

/** The workbench of this build expects a server in two places; here there is none. */
function untied(workbench: string): string {
  const replacements = [
    [/remoteAuthority:location\.host/, "remoteAuthority:void 0"],
    [/\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)/, '.with({scheme:"vscode-userdata"}),"User")'],
  ] as const;
  let text = workbench;
  for (const [pattern, replacement] of replacements) {
    if (!pattern.test(text)) throw new Error(`the workbench has no ${pattern}`);
    text = text.replace(pattern, replacement);
  }
  return text;
}

/** The files of the example systems, by their paths. */
interface SystemFiles {
  readonly texts: Readonly<Record<string, string>>;
  /** Where the symbolic links lead. */
  readonly links: Readonly<Record<string, string>>;
}

function systemFiles(): SystemFiles {
  const systems = realpathSync(root("test-fixtures/systems"));
  const at = (path: string) => `/${relative(systems, path)}`;
  const entries = readdirSync(systems, { recursive: true, withFileTypes: true });
  const paths = (which: readonly (typeof entries)[number][]) =>
    which.map((entry) => join(entry.parentPath, entry.name));
  return {
    texts: Object.fromEntries(
      paths(entries.filter((entry) => entry.isFile())).map((path) => [at(path), readFileSync(path, "utf8")]),
    ),
    links: Object.fromEntries(
      paths(entries.filter((entry) => entry.isSymbolicLink())).map((path) => [
        at(path),
        at(targetOf(systems, path)),
      ]),
    ),
  };
}

/** Where a link of a system leads. An absolute one means the root of its system, as it would on the machine. */
function targetOf(systems: string, path: string): string {
  const target = readlinkSync(path);
  const [system = ""] = relative(systems, path).split(sep);
  return target.startsWith("/") ? join(systems, system, target) : realpathSync(path);
}

const systemsManifest = {
  name: "systems",
  publisher: "inittab-test",
  version: "0.0.0",
  engines: { vscode: "^1.91.0" },
  browser: "./main.js",
  activationEvents: ["onFileSystem:systems"],
};

/** An extension that offers the systems as files in memory. As any provider it follows links and only says that it did. */
const systemsProvider = `
const vscode = require("vscode");
exports.activate = async (context) => {
  const stored = await fetch(vscode.Uri.joinPath(context.extensionUri, "../systems.json").toString(true));
  const { texts, links } = await stored.json();
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const changed = new vscode.EventEmitter();
  const real = (path) => {
    const link = Object.keys(links).find((link) => path === link || path.startsWith(link + "/"));
    return link === undefined ? path : real(links[link] + path.slice(link.length));
  };
  const below = (path) => {
    const prefix = path.endsWith("/") ? path : real(path) + "/";
    const all = [...files.keys(), ...Object.keys(links)];
    return all.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  };
  const typeOf = (path) => {
    const kind = files.has(real(path)) ? vscode.FileType.File : vscode.FileType.Directory;
    return path in links ? kind | vscode.FileType.SymbolicLink : kind;
  };
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      const file = files.get(real(uri.path));
      const type = typeOf(uri.path);
      if (file) return { type, ctime: 0, mtime: file.mtime ?? 0, size: file.length };
      if (uri.path === "/" || below(uri.path).length > 0) return { type, ctime: 0, mtime: 0, size: 0 };
      throw missing(uri);
    },
    readDirectory(uri) {
      const names = new Set(below(uri.path).map((path) => path.split("/")[0]));
      const folder = uri.path === "/" ? "/" : real(uri.path) + "/";
      return [...names].map((name) => [name, typeOf(folder + name)]);
    },
    readFile(uri) {
      const file = files.get(real(uri.path));
      if (!file) throw missing(uri);
      return file;
    },
    writeFile(uri, content) {
      const path = real(uri.path);
      const type = files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(path, Object.assign(content, { mtime: Date.now() }));
      changed.fire([{ type, uri }]);
    },
    createDirectory() {},
    delete(uri) { files.delete(uri.path); },
    rename() { throw vscode.FileSystemError.NoPermissions(); },
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("systems", provider));
};
`;
