// A VS Code that serves the example systems with the extension installed, until it is stopped.

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Editor } from "./editor.ts";
import { root } from "./paths.ts";

/** What to serve. */
export interface SessionOptions {
  readonly editor: Editor;
  readonly vsix: string;
  /** Further extensions. */
  readonly more?: readonly string[];
  /** The port to begin with; the next free one is taken. */
  readonly port: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Variables of the environment besides the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the start early. */
  readonly signal?: AbortSignal;
}

/** A VS Code that listens. */
export interface Session {
  /** A copy of the example systems, which may be edited. */
  readonly systems: string;
  readonly port: number;
  /** The address that opens the example systems and one of their files, named from there. */
  readonly address: (file: string) => string;
  /** The address that opens another folder of this machine, and a file in it. */
  readonly addressIn: (folder: string, file: string) => string;
  /** The extensions that are installed, as `name@version`. */
  readonly extensions: () => Promise<readonly string[]>;
  /** Resolves when the editor has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends all its processes and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Settings for an editor that shows the extension and little else. */
export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Dark Modern",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
} as const;

/** Installs the extension and starts the editor; resolves when it listens. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { editor } = options;
  const folder = mkdtempSync(join(tmpdir(), "inittab-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const systems = join(folder, "systems");
  const words = [serverMain(editor), ...folderOptions(folder)];
  try {
    cpSync(root("test-fixtures/systems"), systems, { recursive: true, verbatimSymlinks: true });
    const user = join(folder, "user-data/User");
    mkdirSync(user, { recursive: true });
    const settings = { ...quietSettings, ...options.settings };
    writeFileSync(join(user, "settings.json"), JSON.stringify(settings, null, 2));
    for (const vsix of [options.vsix, ...(options.more ?? [])]) await installExtension(editor, vsix, folder);

    const { server, port } = await launch(options, words);
    const ended = server.exitCode === null ? once(server, "exit").then(() => {}) : Promise.resolve();
    const kill = () => signalGroup(server, "SIGKILL");
    process.once("exit", kill);
    return {
      systems,
      port,
      address: (file) => addressOf(port, systems, file),
      addressIn: (place, file) => addressOf(port, place, file),
      extensions: async () => {
        const list = await run(editor, [...words, "--list-extensions", "--show-versions"]);
        return list.split("\n").filter((line) => /^\S+@\S+$/.test(line));
      },
      ended,
      stop: async () => {
        signalGroup(server, "SIGTERM");
        const patience = setTimeout(kill, 3000);
        await ended;
        clearTimeout(patience);
        // The server has ended; what it started may still be at it.
        kill();
        process.off("exit", kill);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Installs the extension below a folder of our own, where the editor unpacks it into `extensions`. */
export async function installExtension(editor: Editor, vsix: string, folder: string): Promise<void> {
  await run(editor, [serverMain(editor), ...folderOptions(folder), "--install-extension", vsix]);
}

function serverMain(editor: Editor): string {
  return join(editor.folder, "out/server-main.js");
}

/** Everything that the editor writes lies below one folder. */
function folderOptions(folder: string): readonly string[] {
  const at = (name: string) => join(folder, name);
  return [
    "--extensions-dir",
    at("extensions"),
    "--server-data-dir",
    at("server-data"),
    "--user-data-dir",
    at("user-data"),
  ];
}

/** A server that listens, and where. */
interface Listening {
  readonly server: ChildProcess;
  readonly port: number;
}

async function launch(options: SessionOptions, words: readonly string[]): Promise<Listening> {
  for (let port = options.port; port < options.port + 50; port++) {
    if (!(await isFree(port))) continue;
    const server = spawn(options.editor.node, [followParent, ...words, ...serverOptions(port)], {
      env: { ...environment(), ...options.env },
      // A group of its own, so that one signal reaches the extension host and the language server as well.
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      if (await listens(server, port, options.signal)) return { server, port };
    } catch (error) {
      signalGroup(server, "SIGKILL");
      throw error;
    }
    // Somebody took the port after we had looked.
    signalGroup(server, "SIGKILL");
  }
  throw new Error(`no port from ${options.port} to ${options.port + 49} is free`);
}

function serverOptions(port: number): readonly string[] {
  return [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--without-connection-token",
    "--accept-server-license-terms",
    "--telemetry-level",
    "off",
    "--disable-workspace-trust",
    "--disable-getting-started-override",
    "--disable-update-check",
    // Newer releases run tests only with this; all accept it.
    "--enable-smoke-test-driver",
  ];
}

/** Makes a process of Node, and those that it forks, end when the process that started it is gone. */
const followParent = `--import=data:text/javascript,${encodeURIComponent(
  "const parent = process.ppid; setInterval(() => { if (process.ppid !== parent) process.exit(); }, 1000).unref();",
)}`;

/** The environment of the editor: no gallery to ask, and nothing of an editor or npm that we may run in. */
function environment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS$|ELECTRON_)/.test(name)),
  );
  return { ...env, EXTENSIONS_GALLERY: "{}" };
}

async function run(editor: Editor, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(editor.node, [...words], { env: environment() });
  return stdout;
}

/** True when the server listens, false when its port is taken; anything else is an error. */
function listens(server: ChildProcess, port: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      // Both streams are read to the end of the process, or it would block when the pipes are full.
      output = (output + chunk.toString()).slice(-5000);
      if (output.includes(`listening on ${port}`)) resolve(true);
      if (output.includes("EADDRINUSE")) resolve(false);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`VS Code ended with code ${code}:\n${output}`)));
    signal?.addEventListener("abort", () => reject(new Error("interrupted")));
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left.
  }
}

function addressOf(port: number, systems: string, file: string): string {
  const path = join(systems, file);
  const payload = JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${port}${path}`]]);
  return `http://127.0.0.1:${port}/?folder=${systems}&payload=${encodeURIComponent(payload)}`;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
