// The tools of assistants as VS Code calls them, and links that hold a text.

import { writeFragment } from "@inittab/client/playground/fragment";
import { openAddress } from "@inittab/client/playground/state";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { editions } from "../../scripts/vscode/editor.ts";
import { inEveryHost } from "./scene.ts";
import { edition } from "./stage.ts";
import { waitUntil } from "./workbench.ts";

const path = "debian/etc/inittab";

await inEveryHost(
  "assistants",
  { port: 8560, tester: true, watched: true, settings: { "chat.disableAIFeatures": false } },
  (scene) => {
    /** What a tool says, called by another extension. */
    const ask = async (tool: string, input: object): Promise<string> => {
      const { workbench } = scene;
      const { page } = workbench;
      await workbench.command("Tester: Ask Tool");
      const box = page.locator(".quick-input-widget input.input");
      await page.locator(".quick-input-widget", { hasText: "tool and input" }).waitFor();
      await box.fill(`${tool} ${JSON.stringify(input)}`);
      await page.keyboard.press("Enter");
      let said = "";
      await waitUntil(`${tool} has answered`, async () => {
        said = (await workbench.lines()).join("\n");
        return said.startsWith("the answer:\n");
      });
      await workbench.command("View: Revert and Close Editor");
      await page.locator(".tab", { hasText: /^Untitled/ }).waitFor({ state: "detached" });
      return said.replace("the answer:\n", "").replaceAll(/(?<=^.{100})\n/gm, "");
    };

    test("a tool sees what is typed and not saved", async () => {
      const { workbench } = scene;
      await workbench.open(scene.address(path));
      // The server may have been started before the tester watched what the network is asked.
      await workbench.command("Inittab: Restart Language Server");
      await workbench.moveTo(1, 1);
      await workbench.page.keyboard.type("zz:2:respwan:/bin/zz");
      await workbench.page.keyboard.press("Escape");
      await workbench.page.keyboard.press("Enter");
      await workbench.page.locator(".tab.active.dirty").waitFor();
      const said = await ask("inittab_check", { path });
      expect(said).toMatch(/^inittab_check\n/);
      expect(said).toContain('"line":1,"column":6,"severity":"error","rule":"unknown-action"');
    });

    test("the others answer as well", async () => {
      expect(await ask("inittab_simulate", { path, level: "1" })).toContain("/etc/init.d/rc 1");
      expect(await ask("inittab_explain", { what: "respawn" })).toContain("Keeps the process running");
      expect(await ask("inittab_verify", { path })).toContain('"exhausted":true');
      // The line that is not saved is one that init drops, so that nothing changes.
      expect(await ask("inittab_plan", { path })).toContain('"level":"2"');
      expect(await ask("inittab_rc", { root: "debian", to: ["2"] })).toContain(
        '"root":"debian","flavor":"deb12"',
      );
    });

    test("an edit is proposed of the text in the editor", async () => {
      const edit = { path, firstLine: 1, lastLine: 1, text: "" };
      const said = await ask("inittab_propose-edit", edit);
      expect(said).toContain('"removed":"zz:2:respwan:/bin/zz\\n","added":""');
    });

    test("scripts are ordered by the header that is typed and not saved", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      const order = { folder: "debian/etc/init.d", tool: "insserv" };
      await workbench.open(scene.address("debian/etc/init.d/cron"));
      const line = (await workbench.lines()).findIndex((text) => text.includes("Required-Start:")) + 1;
      await workbench.moveTo(line, 1);
      await page.keyboard.press("End");
      await page.keyboard.type(" nowhere-at-all");
      await page.keyboard.press("Escape");
      await page.locator(".tab.active.dirty").waitFor();
      await waitUntil("the order lacks what was typed", async () =>
        (await ask("inittab_order", order)).includes("nowhere-at-all"),
      );
    });

    // VS Code 1.100 has not the provider of servers, and in a browser nothing can listen.
    if (scene.kind === "desktop" && edition !== editions.oldest)
      test("the server for the Model Context Protocol sees the same text", async () => {
        const { workbench } = scene;
        await workbench.command("MCP: List Servers");
        await workbench.pick("Inittab");
        await workbench.pick("Start Server");
        let said = "";
        await waitUntil("the tools of the server are there", async () => {
          said = await ask("inittab_inittab_check", { path });
          return !said.startsWith("no tool");
        });
        expect(said).toContain('"line":1,"column":6,"severity":"error","rule":"unknown-action"');
      });

    test("a save of a running machine's inittab that can lock everybody out says so, and is done", async () => {
      const { page } = scene.workbench;
      const edit = (text: string) => ask("edit", { uri: "sftp://board/etc/inittab", text });
      const notice = page.locator(".notifications-center .notification-list-item", {
        hasText: "/etc/inittab of a running machine",
      });
      const login = "1:2:respawn:/sbin/getty 38400 tty1\n";
      const healthy = `id:2:initdefault:\n${login}~~:S:wait:/sbin/sulogin\n`;
      expect(await edit(healthy.replace(login, ""))).toContain("saved: true 42");
      // Newer releases show no notice by itself while the input box is being left.
      await waitUntil("the notice is there", async () => {
        await scene.workbench.command("Notifications: Show Notifications");
        return (await notice.count()) === 1;
      });
      await notice.getByRole("button", { name: "Do Not Warn" }).click();
      await notice.waitFor({ state: "detached" });
      expect(await edit(healthy)).toContain("saved: true");
      // Nor does it come again, although the next save locks everybody out as well: it would have been there before the
      // server has judged the ways of another machine.
      expect(await edit(healthy.replace(login, ""))).toContain("saved: true 42");
      expect(await ask("inittab_verify", { path: "buildroot-busybox/etc/inittab" })).toContain(
        '"exhausted":true',
      );
      await scene.workbench.command("Notifications: Show Notifications");
      await page.locator(".notifications-center").waitFor();
      expect(await notice.count()).toBe(0);
    });

    test("a path out of the workspace is refused", async () => {
      expect(await ask("inittab_check", { path: "../../../etc/passwd" })).toContain(
        "error: ../../../etc/passwd is not a file of the workspace",
      );
    });

    test("a link opens the files that it holds, unsaved and side by side", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      const text = "id:3:initdefault:\n1:3:respwan:/sbin/getty 38400 tty1\n";
      const files = [
        { path: "etc/inittab", text, settings: {} },
        { path: "etc/init.d/x", text: "#!/bin/sh\necho from a link\n", settings: {} },
      ];
      const link = `${openAddress}#${await writeFragment({ files, tab: "findings" })}`;
      await follow(link, page.locator(".tab", { hasText: "Untitled-2" }));
      await waitUntil("both are there", async () => {
        const shown = (await page.locator(".view-line").allTextContents())
          .join("\n")
          .replaceAll("\u00a0", " ");
        return shown.includes("1:3:respwan:/sbin/getty") && shown.includes("echo from a link");
      });
      await workbench.showProblems();
      await page.locator(".markers-panel", { hasText: "respwan" }).waitFor();
    });

    test("one that holds none is told of, and opens nothing", async () => {
      const { page } = scene.workbench;
      const before = await page.locator(".tab").count();
      const told = "The link holds no text that Inittab can read.";
      await follow(
        `${openAddress}#1nonsense`,
        page.locator(".notification-toast, .monaco-alert", { hasText: told }),
      );
      expect(await page.locator(".tab").count()).toBe(before);
    });

    test("nothing is asked of a network", async () => {
      // What the other extension asks shows that it would be seen.
      const url = "https://tester.example/";
      expect(await ask("fetch", { url })).toContain("error: ");
      await waitUntil("the question is seen", async () => scene.asked().includes("tester.example"));
      const isWatched = (what: string) => what.startsWith("watched: ");
      expect(scene.asked().filter((what) => !isWatched(what) && what !== "tester.example")).toEqual([]);
      if (scene.kind === "desktop")
        expect(scene.asked().filter(isWatched).join("\n")).toMatch(/inittab.*\/dist\/server\/server\.js$/m);
    });

    /** Follows a link, as the system hands it over, says yes where VS Code asks, and waits for what comes of it. */
    async function follow(address: string, what: Locator): Promise<void> {
      const { workbench } = scene;
      const { page } = workbench;
      await workbench.command("Developer: Open URL");
      await page.locator(".quick-input-widget input.input").fill(address);
      await page.keyboard.press("Enter");
      const yes = page.locator(".monaco-dialog-box").getByRole("button", { name: "Open", exact: true });
      // A notification may be read out only, where others are shown.
      await yes.or(what).first().waitFor({ state: "attached" });
      if ((await yes.count()) > 0) await yes.click();
      await what.first().waitFor({ state: "attached" });
    }
  },
);
