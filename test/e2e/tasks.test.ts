// The tasks of the extension, in a real VS Code: a browser has no terminal to run them in.

import { test } from "vitest";
import { root } from "../../scripts/vscode/paths.ts";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

const program = root("cli/bin/inittab.js");
const tasks = {
  version: "2.0.0",
  tasks: [
    { type: "inittab", command: "check", paths: ["broken"], program },
    { type: "inittab", command: "verify", paths: ["debian"], program },
  ],
};

await inEveryHost(
  "tasks",
  {
    port: 8600,
    hosts: ["desktop"],
    // A terminal that is drawn as elements, and not on a canvas, can be read.
    settings: { "terminal.integrated.gpuAcceleration": "off", "remote.autoForwardPorts": false },
    files: { ".vscode/tasks.json": JSON.stringify(tasks) },
  },
  (scene) => {
    /** Runs a task as the palette offers it. Whatever takes the keyboard meanwhile closes the list. */
    const run = (name: string) =>
      waitUntil(`${name} is run`, async () => {
        const { command, page } = scene.workbench;
        await command("Tasks: Run Task");
        const row = page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
        await row.click({ timeout: 8000 });
        return true;
      });

    test("what the command line finds becomes problems of files that are not open", async () => {
      const { workbench } = scene;
      await workbench.open(scene.address("debian/etc/inittab"));
      await run("inittab: check");
      const said = workbench.page.locator(".terminal-wrapper", { hasText: "1 file checked: 5 errors" });
      await said.first().waitFor({ state: "attached" });
      await waitUntil("the problems are shown", async () => {
        await workbench.showProblems();
        const file = workbench.page.locator(".markers-panel .monaco-list-row", { hasText: "broken/etc" });
        await file.first().waitFor({ timeout: 5000 });
        return true;
      });
    });

    test("verify says what it has found in the terminal", async () => {
      const { page } = scene.workbench;
      await run("inittab: verify");
      await scene.workbench.command("View: Toggle Terminal");
      const said = page.locator(".terminal-wrapper", { hasText: "every way was looked at" });
      await said.first().waitFor({ state: "attached" });
    });
  },
);
