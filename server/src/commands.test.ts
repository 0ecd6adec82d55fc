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
      "inittab.serviceStates: null",
      "inittab.writeDialect: boolean",
      "inittab.explainMessage: null",
      "inittab.explainTopic: null",
      "inittab.runTests: null",
      "inittab.makeExecutable: null",
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
    for (const args of [[], [null], [{ uri: "file:///gone" }], [{ uri: "file:///etc/init.d/x" }]])
      expect(await execute(command, ...args)).toBeNull();
  expect(peer?.errors).toEqual([]);
});

test("an argument that is none of its command's is refused, and says which member is wrong", async () => {
  const { execute } = await start();
  const refused = (command: string, ...args: readonly unknown[]) =>
    execute(command, ...args).then(
      (answer) => `answered ${JSON.stringify(answer)}`,
      (error: { readonly code: number; readonly message: string }) => `${error.code} ${error.message}`,
    );
  for (const command of Object.values(commands)) {
    expect(await refused(command, 7)).toBe("-32602 arguments[0] must be an object");
    expect(await refused(command, [{ uri }])).toBe("-32602 arguments[0] must be an object");
    for (const bad of [7, {}, "/etc/inittab", ""])
      expect(await refused(command, { uri: bad })).toBe(
        "-32602 arguments[0].uri must be a URI such as file:///etc/inittab",
      );
    expect(await refused(command, { text: 7 })).toBe("-32602 arguments[0].text must be a string");
  }
  const wrong: readonly (readonly [string, object])[] = [
    [commands.simulate, { uri, scenario: [] }],
    [commands.simulate, { uri, level: 3 }],
    [commands.simulate, { uri, at: "soon" }],
    [commands.simulate, { uri, show: 1 }],
    [commands.simulate, { uri, only: {} }],
    [commands.compareLevels, { uri, from: 2 }],
    [commands.renderSimulation, { uri, format: 7 }],
    [commands.followRc, { uri, level: "3", before: [{ level: "3", previous: "N" }, { level: 3 }] }],
    [commands.writeDialect, { uri, dialect: true }],
    [commands.writeDialect, { uri, dialect: "aix", onlyIfNamed: "no" }],
  ];
  expect(
    await Promise.all(wrong.map(([command, question]) => refused(command, question))),
  ).toMatchInlineSnapshot(`
    [
      "-32602 arguments[0].scenario must be an object",
      "-32602 arguments[0].level must be a string",
      "-32602 arguments[0].at must be a number",
      "-32602 arguments[0].show must be true or false",
      "-32602 arguments[0].only must be a string",
      "-32602 arguments[0].from must be a string",
      "-32602 arguments[0].format must be a string",
      "-32602 arguments[0].before[1].level must be a string",
      "-32602 arguments[0].dialect must be a string",
      "-32602 arguments[0].onlyIfNamed must be true or false",
    ]
  `);
  expect(peer?.errors).toEqual([]);
});
