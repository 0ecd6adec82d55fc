// Gets a VS Code that runs in a browser, from npm alone: the package `code-server` holds VS Code's own server build in
// lib/vscode. Nothing is compiled: two native modules have stand-ins here, and the others are not missed.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "./paths.ts";

/** A release of VS Code that can be had, and what it needs. */
export interface Edition {
  readonly vscode: string;
  /** The version of the npm package that holds it. */
  readonly codeServer: string;
  /** The Node that it needs, if the one at hand will not do. Fetched from npm too. */
  readonly node?: string;
}

/** The releases that are tested. */
export const editions: Readonly<Record<"oldest" | "newest", Edition>> = {
  oldest: { vscode: "1.100.3", codeServer: "4.100.3" },
  newest: { vscode: "1.139.1", codeServer: "4.139.1", node: "24.21.0" },
};

/** A VS Code that is ready to be started. */
export interface Editor {
  readonly folder: string;
  /** The program that runs it. */
  readonly node: string;
}

/** Raised to this when the steps below change, so that an older copy is not taken for a new one. */
const recipe = 2;

/** The folder of an edition in the user's cache, whether it is there or not. */
function editionFolder(edition: Edition): string {
  return join(cacheFolder(), `vscode-${edition.vscode}-${process.platform}-${process.arch}-${recipe}`);
}

/** Whether nothing needs to be fetched. */
export function isFetched(edition: Edition): boolean {
  return existsSync(editionFolder(edition));
}

/**
 * The editor from the cache; fetches it on the first call. Throws where npm or its registry is out of reach, and when
 * the signal says so.
 */
export async function fetchEditor(edition: Edition, signal?: AbortSignal): Promise<Editor> {
  const folder = editionFolder(edition);
  if (!existsSync(folder)) {
    // Made beside its place and moved there when complete: an interrupted run leaves nothing half done.
    const part = `${folder}.${process.pid}.part`;
    try {
      await makeEdition(edition, { folder: part, signal });
      await rename(part, folder);
    } catch (error) {
      // Somebody else may have been faster, which is as good.
      if (!existsSync(folder)) throw error;
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  const node = edition.node === undefined ? process.execPath : join(folder, "node");
  return { folder: join(folder, "vscode"), node };
}

/** The folder in which an editor is made, and what ends it early. */
interface Making {
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

async function makeEdition(edition: Edition, making: Making): Promise<void> {
  const { folder } = making;
  await mkdir(folder, { recursive: true });
  await unpack(making, `code-server@${edition.codeServer}`, "package/lib/vscode", "--exclude=*.map");
  const vscode = join(folder, "vscode");
  await rename(join(folder, "package/lib/vscode"), vscode);
  const flags = ["--omit=dev", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];
  await npm({ ...making, folder: vscode }, "install", ...flags);
  await addStandIns(vscode);
  await addRipgrep(making, vscode);
  // Large, and of no use to us.
  for (const unused of ["@github", "@microsoft/mxc-sdk"])
    await rm(join(vscode, "node_modules", unused), { recursive: true, force: true });
  if (edition.node !== undefined) {
    await unpack(making, `node-${process.platform}-${process.arch}@${edition.node}`, "package/bin/node");
    await rename(join(folder, "package/bin/node"), join(folder, "node"));
  }
  await rm(join(folder, "package"), { recursive: true, force: true });
}

/** Downloads a package of npm and unpacks a part of it. */
async function unpack(making: Making, spec: string, ...words: readonly string[]): Promise<void> {
  const output = await npm(making, "pack", spec, "--loglevel=error");
  const file = output.trim().split("\n").at(-1) ?? "";
  await promisify(execFile)("tar", ["-xzf", file, ...words], { cwd: making.folder, signal: making.signal });
  await rm(join(making.folder, file));
}

/** Runs npm in the folder, as if nobody had called us by npm, and answers with what it prints. */
async function npm({ folder, signal }: Making, ...words: readonly string[]): Promise<string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(name),
    ),
  );
  // npm tells its scripts where it is; this also avoids npm.cmd, which is no program.
  const own = process.env["npm_execpath"];
  const [program, first] = own?.endsWith(".js") === true ? [process.execPath, [own]] : ["npm", []];
  // Its patience with a registry out of reach is more than a minute; ours is some seconds.
  const patience = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const all = [...first, ...words, ...patience];
  const { stdout } = await promisify(execFile)(program, all, { cwd: folder, env, signal });
  return stdout;
}

/**
 * Modules that are native and whose absence would show: log files, which the Output panel reads, a watchdog, and terminals,
 * in which tasks run.
 */
const standIns: Readonly<Record<string, string>> = {
  "@vscode/spdlog": `// Stands in for the native module: log files without rotation.
const fs = require("node:fs");
const path = require("node:path");
const names = ["trace", "debug", "info", "warn", "error", "critical"];
class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 2;
    this.pattern = true;
  }
  write(level, text) {
    if (level < this.level) return;
    const line = this.pattern ? \`\${new Date().toISOString().replace("T", " ").replace("Z", "")} [\${names[level]}] \${text}\\n\` : text;
    try {
      fs.appendFileSync(this.file, line);
    } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.pattern = true; }
  clearFormatters() { this.pattern = false; }
  flush() {}
  drop() {}
}
names.forEach((name, level) => {
  Logger.prototype[name] = function (text) { this.write(level, text); };
});
async function create(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger("file", name, file);
}
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`,
  "node-pty/lib": `// Stands in for the native module: programs run without a terminal, and read and write all the same.
const { spawn } = require("node:child_process");
const { EventEmitter } = require("node:events");
exports.spawn = (file, args, { cwd, env, cols, rows }) => {
  const child = spawn(file, args, { cwd, env });
  const events = new EventEmitter();
  const on = (name) => (listener) => {
    events.on(name, listener);
    return { dispose: () => events.off(name, listener) };
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => events.emit("data", data.toString().replace(/\\r?\\n/g, "\\r\\n")));
  child.on("error", (error) => events.emit("data", error.message));
  child.on("close", (exitCode) => events.emit("exit", { exitCode: exitCode ?? 1 }));
  child.stdin.on("error", () => {});
  const nothing = () => {};
  return {
    ...{ pid: child.pid, process: file, cols, rows, handleFlowControl: false },
    ...{ onData: on("data"), onExit: on("exit"), resize: nothing, clear: nothing, pause: nothing, resume: nothing },
    write: (text) => child.stdin.write(text),
    kill: (signal) => child.kill(signal),
  };
};
`,
  "native-watchdog": watchdog(),
  "@vscode/native-watchdog": watchdog(),
};

function watchdog(): string {
  return `// Stands in for the native module: ends this process when the other one is gone.
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code);
`;
}

async function addStandIns(vscode: string): Promise<void> {
  for (const [name, text] of Object.entries(standIns)) {
    const folder = join(vscode, "node_modules", name);
    if (existsSync(folder)) await writeFile(join(folder, "index.js"), text);
  }
}

/** Search and Quick Open need the program rg, which older releases download. Without it only they find nothing. */
async function addRipgrep(making: Making, vscode: string): Promise<void> {
  const bin = join(vscode, "node_modules/@vscode/ripgrep/bin");
  const name = process.platform === "win32" ? "rg.exe" : "rg";
  if (!existsSync(join(bin, "..")) || existsSync(join(bin, name))) return;
  await mkdir(bin, { recursive: true });
  const path = (process.env["PATH"] ?? "").split(delimiter).map((part) => join(part, name));
  const own = path.find((file) => existsSync(file));
  try {
    if (own === undefined) {
      const spec = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;
      await unpack(making, spec, `package/bin/${name}`);
      await rename(join(making.folder, "package/bin", name), join(bin, name));
    } else await copyFile(own, join(bin, name));
    await chmod(join(bin, name), 0o755);
  } catch {
    // Not worth a failure.
  }
}
