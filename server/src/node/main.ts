// The server as a program of its own: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` says where it listens.

import { createConnection, type Socket } from "node:net";
import { parseArgs } from "node:util";
import { optimizeLater } from "@inittab/host/compilers";
import { keepHeapSmall } from "@inittab/host/heap";
import { IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import { serverLocalizer } from "../localizer.ts";
import { message } from "../message.ts";
import { nodeEnvironment } from "./environment.ts";
import { type OwnProcess, serve, serveStreams } from "./serve.ts";

keepHeapSmall();
// The rules are many and each is a little warm: compiled again early, they take some megabytes.
optimizeLater();

const { values } = parseArgs({
  strict: false,
  options: {
    stdio: { type: "boolean" },
    "node-ipc": { type: "boolean" },
    socket: { type: "string" },
    pipe: { type: "string" },
  },
});

const own: OwnProcess = {
  exit: (code) => process.exit(code),
  tell: (text) => process.stderr.write(`inittab: ${text}\n`),
};

const port = typeof values.socket === "string" ? Number(values.socket) : 0;

if (values["node-ipc"] === true)
  serve(new IPCMessageReader(process), new IPCMessageWriter(process), nodeEnvironment, own);
else if (values.stdio === true) serveStreams(process.stdin, process.stdout, nodeEnvironment, own);
else if (typeof values.pipe === "string") serveSocket(createConnection(values.pipe));
else if (Number.isInteger(port) && port > 0 && port < 2 ** 16)
  serveSocket(createConnection(port, "127.0.0.1"));
else {
  own.tell(serverLocalizer().text(message("wire.no-transport")));
  process.exitCode = 1;
}

function serveSocket(socket: Socket): void {
  serveStreams(socket, socket, nodeEnvironment, own);
}
