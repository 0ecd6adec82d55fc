// Records what starts of the program compile, for the Node that runs this: `node bin/record-code-cache.js`. Each kind of
// start is a process of its own, which does the work and then writes down the code that V8 has made for it.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import v8 from "node:v8";
import type { Script } from "node:vm";
import { compileParts, scriptOf } from "@inittab/host/code-cache/compile";
import { cacheName, packed } from "@inittab/host/code-cache/file";
import { notedFlags } from "@inittab/host/v8-flags";
import { cacheFolder } from "./load.ts";

const inittab = `# /etc/inittab
id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l2:2:wait:/etc/init.d/rc 2
ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now
1:2345:respawn:/sbin/getty --noclear 38400 tty1
2:23:respawn:/sbin/getty 38400 tty1
`;

const script = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          svc
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs $syslog
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: A service
### END INIT INFO
set -e
. /lib/lsb/init-functions
DAEMON=/usr/sbin/svc
PIDFILE=/run/svc.pid
test -x "$DAEMON" || exit 0
start() {
  log_daemon_msg "Starting" svc
  start-stop-daemon --start --quiet --pidfile "$PIDFILE" --exec "$DAEMON" -- $OPTIONS || return 1
  log_end_msg $?
}
case "$1" in
  start) start ;;
  stop) start-stop-daemon --stop --quiet --pidfile "$PIDFILE" ;;
  restart | force-reload) "$0" stop; sleep 1; start ;;
  status) status_of_proc -p "$PIDFILE" "$DAEMON" svc && exit 0 || exit $? ;;
  *) echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2; exit 2 ;;
esac
`;

/** What an editor says to the server until it has its first findings; the last one is a request. */
const opening = [
  {
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  },
  { method: "initialized", params: {} },
  {
    method: "textDocument/didOpen",
    params: {
      textDocument: { uri: "file:///etc/inittab", languageId: "inittab", version: 1, text: inittab },
    },
  },
  {
    id: 2,
    method: "textDocument/diagnostic",
    params: { textDocument: { uri: "file:///etc/inittab" } },
  },
];

/** Does all the work. What is there already is of an earlier program or Node, so it goes first. */
async function recordAll(): Promise<void> {
  rmSync(cacheFolder, { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), "inittab-code-cache-"));
  try {
    writeFileSync(join(folder, "inittab"), inittab);
    mkdirSync(join(folder, "init.d"));
    writeFileSync(join(folder, "init.d/svc"), script, { mode: 0o755 });
    // What both have in common is compiled for both first: a later process leaves alone what there is.
    for (const names of [["inittab", "init.d/svc"], ["inittab"]])
      await ended(startRecording(["check", ...names.map((name) => join(folder, name))]));
    await talk(startRecording(["lsp", "--stdio"]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function startRecording(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [__filename, ...args], {
    env: { ...process.env, [asked]: "1", NODE_OPTIONS: "", LANG: "C", LC_ALL: "C", LANGUAGE: "" },
    stdio: ["pipe", "pipe", "inherit"],
  });
}

/** Opens a file in a server, and ends it when it has answered. */
async function talk(server: ChildProcess): Promise<void> {
  const say = (message: object) => server.stdin?.write(framed(message));
  for (const message of opening) say(message);
  const rest = [
    { after: 2, message: { id: 3, method: "shutdown" } },
    { after: 3, message: { method: "exit" } },
  ];
  let said = "";
  for await (const piece of server.stdout?.setEncoding("utf8") ?? []) {
    said += piece;
    if (said.includes(`"id":${rest[0]?.after},`)) say(rest.shift()?.message ?? {});
  }
  await ended(server);
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const code: unknown = child.exitCode ?? (await once(child, "close"))[0];
  if (code !== 0) throw new Error(`no code is recorded: ${child.spawnargs.join(" ")} ended with ${code}`);
}

function framed(message: object): string {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Set in the processes that do the work. */
const asked = "INITTAB_RECORDS_CODE";

/** A part of the program, with the flags of V8 that were set when it was compiled. */
interface Recorded {
  readonly path: string;
  readonly text: string;
  readonly script: Script;
  readonly flags: readonly string[];
}

/**
 * Runs the program and writes its code when it ends. V8 stamps code with the flags that are set at that moment, so the
 * flags that the program asks for are set only then, one after the other, and each part is written under its own.
 */
function recordThis(): void {
  const set = v8.setFlagsFromString;
  v8.setFlagsFromString = () => {};
  // Meanwhile no code is forgotten, and the grammar of the shell is not compiled again.
  const meanwhile = ["flush-bytecode", "wasm-tier-up", "wasm-dynamic-tiering"];
  for (const flag of meanwhile) set(`--no-${flag}`);
  const all: Recorded[] = [];
  compileParts(__dirname, (wrapped, path, text) => {
    const part = { path, text, script: scriptOf(wrapped, path, text), flags: notedFlags() };
    all.push(part);
    return part.script;
  });
  process.on("exit", () => {
    for (const flag of meanwhile) set(`--${flag}`);
    mkdirSync(cacheFolder, { recursive: true });
    for (const { path, text, script, flags } of all) {
      for (const flag of flags) set(flag);
      const file = join(cacheFolder, cacheName(path, flags));
      if (!existsSync(file)) writeFileSync(file, packed(script.createCachedData(), Buffer.from(text)));
    }
  });
  createRequire(__filename)("./inittab.js");
}

if (process.env[asked] === undefined) void recordAll();
else recordThis();
