// An extension that stands for the assistants of other people: it calls our tools through VS Code, as they do, and shows
// what they say.

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/vscode/paths.ts";

/** The files of the extension, by their names. */
export const testerFiles: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    name: "tester",
    publisher: "inittab-test",
    version: "0.0.0",
    license: "MIT",
    engines: { vscode: "^1.91.0" },
    main: "./main.js",
    browser: "./main.js",
    activationEvents: ["*"],
    contributes: { commands: [{ command: "tester.ask", title: "Tester: Ask Tool" }] },
  }),
  "package.nls.json": "{}",
  "README.md": "An assistant for tests.\n",
  "main.js": `
const vscode = require("vscode");
// Before other extensions are there, where there is a Node: what they ask of a network is written down.
if (typeof process === "object" && process.env?.RECORDER) {
  process.env.NODE_OPTIONS = "--require=" + process.env.RECORDER;
  require(process.env.RECORDER);
}
// A board that is reached by sftp: one file, which is in memory.
let board = new TextEncoder().encode("id:2:initdefault:\\n1:2:respawn:/sbin/getty 38400 tty1\\n~~:S:wait:/sbin/sulogin\\n");
const changed = new vscode.EventEmitter();
const files = {
  onDidChangeFile: changed.event,
  watch: () => new vscode.Disposable(() => {}),
  stat: ({ path }) => {
    if (path === "/etc/inittab") return { type: 1, ctime: 0, mtime: Date.now(), size: board.length };
    if (path === "/" || path === "/etc") return { type: 2, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound();
  },
  readDirectory: ({ path }) => (path === "/etc" ? [["inittab", 1]] : [["etc", 2]]),
  readFile: () => board,
  writeFile: (_, content) => { board = content; },
  createDirectory: () => {},
  delete: () => {},
  rename: () => {},
};
const show = async (content) => {
  const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
  await vscode.window.showTextDocument(document, { preview: false });
};
// A line as \`inittab_check {"path":"etc/inittab"}\`; the answer comes in short lines, so that all of it is drawn.
const ask = async (line) => {
  const [, wanted, input] = /^(\\S+) ?(.*)$/.exec(line);
  if (wanted === "edit") {
    const { uri, text } = JSON.parse(input);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    return "saved: " + (await document.save()) + " " + document.getText().length;
  }
  if (wanted === "fetch") return "fetched: " + (await fetch(JSON.parse(input).url)).status;
  const tool = vscode.lm.tools.find(({ name }) => name.endsWith(wanted));
  if (tool === undefined) return "no tool; there are " + vscode.lm.tools.map(({ name }) => name).join(" ");
  const { content } = await vscode.lm.invokeTool(
    tool.name,
    { input: JSON.parse(input), toolInvocationToken: undefined },
    new vscode.CancellationTokenSource().token,
  );
  return tool.name + "\\n" + content.map(({ value }) => value).join("\\n");
};
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("sftp", files),
    vscode.commands.registerCommand("tester.ask", async () => {
      const line = await vscode.window.showInputBox({ prompt: "tool and input" });
      const said = await ask(line ?? "").catch((error) => "error: " + error.message);
      await show("the answer:\\n" + said.replace(/(.{100})/g, "$1\\n").split("\\n").slice(0, 25).join("\\n"));
    }),
  );
};
`,
};

/** Packs the extension into a folder; answers with the path of the file. */
export async function packTester(folder: string): Promise<string> {
  const place = join(folder, "tester");
  mkdirSync(place, { recursive: true });
  for (const [name, text] of Object.entries(testerFiles)) writeFileSync(join(place, name), text);
  const file = join(folder, "tester.vsix");
  const words = [
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--skip-license",
    "--out",
    file,
  ];
  await promisify(execFile)(process.execPath, [root("node_modules/@vscode/vsce/vsce"), ...words], {
    cwd: place,
  });
  return file;
}
