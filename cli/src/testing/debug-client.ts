// The debugger of the command line as an editor starts it, with the client that adapters of VS Code are tested with.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DebugClient } from "@vscode/debugadapter-testsupport";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { packageFolder } from "./program.ts";
import { writeTree } from "./write-tree.ts";

/** A system as Red Hat has it. Its boot is over after two seconds. */
const debuggedSystem = `
etc/inittab
  id:2:initdefault:
  si::sysinit:/etc/init.d/rcS
  l2:2:wait:/etc/rc.d/rc 2
  bad line
  1:2:respawn:/sbin/getty 38400 tty1
  ca:12345:ctrlaltdel:/bin/ca
  pf::powerfail:/bin/pf
  l3:3:wait:/etc/rc.d/rc 3
etc/init.d -> rc.d/init.d
etc/rc.d/rc
  #!/bin/bash
  # check_runlevel() /var/lock/subsys
etc/rc.d/init.d/net
  #!/bin/sh
  case "$1" in
    start)
      touch /var/lock/subsys/net
      ;;
    stop)
      rm -f /var/lock/subsys/net
      ;;
  esac
etc/rc.d/init.d/odd 644
  #!/bin/sh
etc/rc.d/rc2.d/S10net -> ../init.d/net
etc/rc.d/rc2.d/S20odd -> ../init.d/odd
etc/rc.d/rc3.d/K10net -> ../init.d/net
`;

/** A client of a debugger that has been launched, and the system that is debugged. */
export interface Debugging {
  readonly client: DebugClient;
  /** The path of a file of the system. */
  readonly at: (path: string) => string;
  /** Sends a request, and waits until the debugger stands somewhere: why, and where. */
  readonly stopsAfter: (request: (client: DebugClient) => Promise<unknown>) => Promise<string>;
  /** The frames, the innermost first: the name, the file and the line. */
  readonly stack: () => Promise<string>;
  /** Everything that was put out so far. */
  readonly output: () => string;
}

/** What a test asks for. */
export interface DebugRequest {
  readonly system?: string;
  readonly launch?: object;
  /** Sets breakpoints before the boot begins. */
  readonly configure?: (debugging: Debugging) => Promise<unknown>;
}

/** Starts the program, launches the boot, does the work, and ends all. */
export async function debugged(
  { system = debuggedSystem, launch = {}, configure = async () => {} }: DebugRequest,
  work: (debugging: Debugging) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "inittab-debug-"));
  writeTree(folder, system);
  const client = new DebugClient(join(packageFolder, "bin/inittab.js"), "debug", "inittab");
  client.defaultTimeout = 20_000;
  const said: string[] = [];
  client.on("output", ({ body }: DebugProtocol.OutputEvent) => said.push(body.output));
  const stack = async () => {
    const { body } = await client.stackTraceRequest({ threadId: 1 });
    return body.stackFrames
      .map(({ name, source, line }) => `${name} @${source?.name ?? "-"}:${line}`)
      .join("\n");
  };
  const stopsAfter = async (request: (client: DebugClient) => Promise<unknown>) => {
    const [event] = await Promise.all([client.waitForEvent("stopped"), request(client)]);
    const { reason }: DebugProtocol.StoppedEvent["body"] = event.body;
    const [top = ""] = (await stack()).split("\n");
    return `${reason}: ${top}`;
  };
  const at = (path: string) => join(folder, path);
  const debugging: Debugging = { client, at, stopsAfter, stack, output: () => said.join("") };
  try {
    await client.start();
    const launched = client.launch({ program: at("etc/inittab"), ...launch });
    await Promise.all([client.waitForEvent("initialized"), launched]);
    await configure(debugging);
    await stopsAfter(() => client.configurationDoneRequest());
    await work(debugging);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const thread = { threadId: 1 };

/** Goes on until the debugger stops or ends: why, and where. */
export async function goOn({ client, stopsAfter }: Debugging): Promise<string> {
  const ended = client.waitForEvent("terminated").then(() => "the end");
  return Promise.race([stopsAfter(() => client.continueRequest(thread)), ended]);
}

/** Where it stops, one after the other, until it stops for no breakpoint or ends. */
export async function stops(it: Debugging): Promise<string> {
  const all: string[] = [];
  for (let count = 0; count < 20; count++) {
    all.push(await goOn(it));
    if (/^(?:pause|the end)/.test(all.at(-1) ?? "")) break;
  }
  return all.join("\n");
}

/** The values of a scope by name. */
export async function scope({ client }: Debugging, name: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await client.scopesRequest({ frameId: 1 });
  const found = body.scopes.find((each) => each.name === name);
  const { variablesReference = 0 } = found ?? {};
  const { body: values } = await client.variablesRequest({ variablesReference });
  return Object.fromEntries(values.variables.map((each) => [each.name, each.value]));
}

/** What an expression is. */
export async function evaluated(
  { client }: Debugging,
  expression: string,
  context: "watch" | "repl" | "hover" | "clipboard" = "watch",
): Promise<string> {
  const { body } = await client.evaluateRequest({ expression, context });
  return body.result;
}

/** What a refused request says. */
export function refusal(request: Promise<unknown>): Promise<string> {
  return request.then(String, (error: Error) => error.message);
}

/** Sets breakpoints in a file before the boot begins: whether each can be met, and why not. */
export function inFile(
  path: string,
  ...breakpoints: readonly object[]
): (debugging: Debugging) => Promise<readonly string[]> {
  return async ({ client, at }) => {
    const asked = breakpoints.map((breakpoint) => ({ line: 1, ...breakpoint }));
    const { body } = await client.setBreakpointsRequest({ source: { path: at(path) }, breakpoints: asked });
    return body.breakpoints.map(({ verified, line, message = "" }) =>
      `${line} ${verified} ${message}`.trim(),
    );
  };
}
