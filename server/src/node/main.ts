// The server as a program of its own: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` says where it listens.

import { createConnection } from "vscode-languageserver/node";
import { startServer } from "../server.ts";
import { nodeEnvironment } from "./environment.ts";

startServer(createConnection(), nodeEnvironment);
