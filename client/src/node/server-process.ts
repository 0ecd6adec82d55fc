// The language server as a process of its own, which talks over the channel that Node has for it.

import { type ChildProcess, fork } from "node:child_process";
import type { ServerChannel } from "../language-client.ts";

/** What is asked of a log. */
interface Log {
  readonly info: (text: string) => void;
  readonly error: (text: string) => void;
}

/** How long a server may take to end once it was asked to, in milliseconds. */
const patience = 2000;

/** What a server is given. */
interface Surroundings {
  /** Gets what the server prints, and how it ends. */
  readonly log: Log;
  /** The folder where it keeps compiled code for its next start. */
  readonly codeCache: string;
}

/** Starts the server in this file. */
export function startServerProcess(file: string, { log, codeCache }: Surroundings): ServerChannel {
  const words = ["--node-ipc", `--clientProcessId=${process.pid}`, `--code-cache=${codeCache}`];
  const server = fork(file, words, {
    // The arguments of the editor, such as a port for a debugger, are not those of the server.
    execArgv: [],
    // The program that runs extensions may be the editor's own, and is told to be Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" },
    silent: true,
  });
  server.stdout?.setEncoding("utf8").on("data", (text) => log.info(String(text).trimEnd()));
  server.stderr?.setEncoding("utf8").on("data", (text) => log.error(String(text).trimEnd()));
  server.on("exit", (code, signal) => {
    if (code === 0) log.info("Server process exited successfully.");
    else log.error(`Server process exited with ${signal === null ? `code ${code}` : `signal ${signal}`}.`);
  });
  return {
    send: (message) => send(server, message),
    onMessage: (taker) => {
      server.on("message", taker);
      return { dispose: () => server.off("message", taker) };
    },
    onError: (taker) => server.on("error", taker),
    onEnd: (taker) => server.on("close", taker),
    end: () => {
      const late = setTimeout(() => server.kill(), patience);
      server.once("close", () => clearTimeout(late));
    },
  };
}

function send(server: ChildProcess, message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    server.send(message, (error) => (error === null ? resolve() : reject(error)));
  });
}
