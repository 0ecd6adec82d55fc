// The server as a program of its own: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` says where it listens.

import { createConnection, type Socket } from "node:net";
import { IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import { serverLocalizer } from "../localizer.ts";
import { message } from "../message.ts";
import { nodeEnvironment } from "./environment.ts";
import { prepareV8 } from "./prepare.ts";
import { type OwnProcess, serve, serveStreams } from "./serve.ts";

prepareV8();

const isGiven = (name: string) => process.argv.includes(`--${name}`);

/** The value of an option, after a sign of equality or in the next argument; the last one counts. */
const given = (name: string): string | undefined => {
  const option = `--${name}`;
  const at = process.argv.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  return process.argv[at] === option ? process.argv[at + 1] : process.argv[at]?.slice(option.length + 1);
};

const own: OwnProcess = {
  exit: (code) => process.exit(code),
  tell: (text) => process.stderr.write(`inittab: ${text}\n`),
};

const pipe = given("pipe");
const port = Number(given("socket"));

if (isGiven("node-ipc"))
  serve(new IPCMessageReader(process), new IPCMessageWriter(process), nodeEnvironment, own);
else if (isGiven("stdio")) serveStreams(process.stdin, process.stdout, nodeEnvironment, own);
else if (pipe !== undefined) serveSocket(createConnection(pipe));
else if (Number.isInteger(port) && port > 0 && port < 2 ** 16)
  serveSocket(createConnection(port, "127.0.0.1"));
else {
  own.tell(serverLocalizer().text(message("wire.no-transport")));
  process.exitCode = 1;
}

function serveSocket(socket: Socket): void {
  serveStreams(socket, socket, nodeEnvironment, own);
}
