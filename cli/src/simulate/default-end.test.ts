import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { packageFolder, runInittab } from "../testing/program.ts";

const inittab = "id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n";

/** When a run ends in which something happens at a time and no end is given, at both doors; seconds. */
async function endsOf(at: number): Promise<{ readonly commandLine: number; readonly server: number }> {
  const args = ["simulate", "--dialect", "sysvinit", "--at", `${at} signal HUP`, "inittab"];
  const { stdout } = await runInittab(args, { files: { inittab } });
  const [, end = ""] = /^At ([\d.]+) s init is/m.exec(stdout) ?? [];
  const answer = await simulated({ text: inittab, scenario: { events: [{ at, signal: "HUP" }] } });
  expect(answer.scenario?.until).toBe(answer.timeline?.until);
  return { commandLine: Number(end), server: answer.timeline?.until ?? 0 };
}

/** What of an answer is looked at. */
interface SimulationAnswer {
  readonly scenario?: { readonly until: number };
  readonly timeline?: { readonly until: number };
}

/** Asks the language server as an editor does. */
async function simulated(question: object): Promise<SimulationAnswer> {
  const child = spawn(process.execPath, [join(packageFolder, "bin/inittab.js"), "lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const answer = await connection.sendRequest<SimulationAnswer>("workspace/executeCommand", {
    command: "inittab.simulate",
    arguments: [question],
  });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  await ended;
  connection.dispose();
  return answer;
}

test("a scenario that names no end has the same one on the command line and in the server", async () => {
  expect(await endsOf(20)).toEqual({ commandLine: 60, server: 60 });
  expect(await endsOf(58)).toEqual({ commandLine: 88, server: 88 });
});
