import { afterEach, expect, test } from "vitest";
import { commands } from "./protocol.ts";
import { testEnvironment } from "./testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

const uri = "file:///etc/inittab";

async function start(): Promise<{ readonly announced: unknown; readonly execute: Execute }> {
  const server = peerInProcess(testEnvironment, { capabilities: modernClient });
  peer = server;
  const { capabilities } = (await server.initialize()) as {
    readonly capabilities: { readonly executeCommandProvider: { readonly commands: unknown } };
  };
  await server.open(uri, "id:2:initdefault:\nl2:2:wait:/etc/rc 2\n");
  const execute: Execute = (command, ...args) =>
    server.connection.sendRequest("workspace/executeCommand", { command, arguments: args });
  return { announced: capabilities.executeCommandProvider.commands, execute };
}

type Execute = (command: string, ...args: readonly unknown[]) => Promise<unknown>;

test("every command of the protocol is announced, and answers about an open file", async () => {
  const { announced, execute } = await start();
  expect(announced).toEqual(Object.values(commands));
  const question = { uri, from: "2", to: "3", format: "md", level: "2", dialect: "nonsense" };
  const answers: string[] = [];
  for (const command of Object.values(commands)) {
    const answer = await execute(command, question);
    answers.push(`${command}: ${Array.isArray(answer) ? "list" : answer === null ? "null" : typeof answer}`);
  }
  expect(answers).toMatchInlineSnapshot(`
    [
      "inittab.simulate: object",
      "inittab.listRunlevels: list",
      "inittab.compareLevels: object",
      "inittab.renderSimulation: string",
      "inittab.followRc: null",
      "inittab.writeDialect: boolean",
    ]
  `);
  expect(peer?.errors).toEqual([]);
});

test("what is no command, or is asked about no inittab, is answered by null", async () => {
  const { execute } = await start();
  for (const name of ["", "inittab.nothing", "constructor", "toString", "__proto__", "inittab.showOutput"])
    expect(await execute(name, { uri })).toBeNull();
  await peer?.open("file:///etc/init.d/x", "#!/bin/sh\n", 1, "shellscript");
  for (const command of Object.values(commands))
    for (const args of [[], [null], [7], [{ uri: "file:///gone" }], [{ uri: "file:///etc/init.d/x" }]])
      expect(await execute(command, ...args)).toBeNull();
  expect(peer?.errors).toEqual([]);
});
