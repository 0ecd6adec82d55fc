// Init scripts in a real VS Code, as a person meets them.

import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

const header = `### BEGIN INIT INFO
# Provides:          deploy
# Required-Start:    $local_fs
# Required-Stop:     $local_fs
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
`;

/** A shell script that is none of our business, and a script that is not there yet. */
const plain = '#!/bin/sh\ncase "$1" in\n\tstart) touch /var/lock/subsys/other ;;\nesac\n';
const database = `#!/bin/sh\n${header.replace("deploy", "mydb")}# Short-Description: Keep data\n### END INIT INFO\n`;

await inEveryHost(
  "init scripts",
  { port: 8700, files: { "home/deploy.sh": plain, "home/mydb": database } },
  (scene) => {
    const requests: string[] = [];
    /** The servers that were started. */
    const servers = () => (scene.kind === "web" ? requests.filter(isServer) : processes(folderOf(scene)));
    /** Opens or closes a part of the side bar, which keeps what it was before the test. */
    const toggle = (header: Locator, open: boolean): Promise<unknown> =>
      waitUntil(`the part is ${open ? "open" : "closed"}`, async () => {
        if ((await header.getAttribute("aria-expanded")) === String(open)) return true;
        await header.click();
        return false;
      });
    const problem = (text: string | RegExp): Locator => scene.workbench.problems.filter({ hasText: text });
    const line = async (number: number) => (await scene.workbench.lines())[number - 1] ?? "";
    const lineSays = (number: number, text: string) =>
      waitUntil(`line ${number} says ${text}`, async () => (await line(number)).includes(text));
    const activeTab = (name: string | RegExp): Locator =>
      scene.workbench.page.locator(".tab.active", { hasText: name });
    const open = async (file: string) => {
      await scene.workbench.open(scene.address(file));
      await scene.workbench.page.locator(".statusbar-item", { hasText: "Shell Script" }).waitFor();
    };
    /** Puts the cursor behind so many characters of a line, tabs or not. */
    const moveBehind = async (number: number, characters: number) => {
      await scene.workbench.moveTo(number, 1);
      for (let left = characters; left > 0; left--) await scene.workbench.page.keyboard.press("ArrowRight");
    };
    /** The Problems view for one file: others may have been left with changes. */
    const showProblemsOf = async (file: string) => {
      await scene.workbench.showProblems();
      const filter = scene.workbench.page.getByPlaceholder(/^Filter \(e\.g\./);
      // A view that has just been shown may put back what stood in its filter before.
      await waitUntil(`the problems of ${file} alone are shown`, async () => {
        await filter.fill(`**/${file}`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return (await filter.inputValue()) === `**/${file}`;
      });
    };
    const newText = async (text: string) => {
      const { workbench } = scene;
      await workbench.command("File: New Untitled Text File");
      await activeTab("Untitled").waitFor();
      await workbench.focused();
      await workbench.page.keyboard.insertText(text);
      await activeTab("Untitled").and(workbench.page.locator(".dirty")).waitFor();
    };
    const saveAs = async (path: string, text: string) => {
      const { page, command } = scene.workbench;
      await newText(text);
      await command("File: Save As...");
      const name = page.locator(".quick-input-widget input.input");
      await waitUntil("a path is asked for", async () => (await name.inputValue()).startsWith("/"));
      await name.fill(path);
      await waitUntil("the file is saved", async () => {
        await page.keyboard.press("Enter");
        await activeTab(path.slice(path.lastIndexOf("/") + 1)).waitFor({ timeout: 3000 });
        return true;
      });
    };
    const picture = async (name: string) => {
      const folder = process.env["SCREENSHOTS"];
      if (folder !== undefined && scene.kind === "desktop") await scene.screenshot(name, folder);
    };

    test("a shell script that is none of init's gets nothing and starts no server", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      page.context().on("request", (request) => requests.push(request.url()));
      await open("home/deploy.sh");
      // An answer of the extension comes behind what it would have started.
      await waitUntil("the extension answers", async () => {
        await workbench.command("Inittab: Show Output");
        await page.locator(".output-view").waitFor({ timeout: 5000 });
        return true;
      });
      expect(servers()).toEqual([]);
      await workbench.showProblems();
      await page.locator(".markers-panel", { hasText: "No problems have been detected" }).waitFor();
    });

    test("a script that is no file yet is checked as soon as it has a header", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      await workbench.showProblems();
      await newText(`#!/bin/sh\n${header}`);
      await workbench.command("Change Language Mode");
      await page.locator(".quick-input-widget input.input").fill("Shell Script");
      await workbench.pick("Shell Script");
      await problem("the header has no end").waitFor();
      expect(servers()).toHaveLength(1);
      // An empty text is closed without a question.
      await page.keyboard.press("Control+KeyA");
      await page.keyboard.press("Delete");
      await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
      await workbench.command("View: Close Editor");
      await problem("the header has no end").waitFor({ state: "detached" });
    });

    test("a script is shown with the runlevels of its system", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      await workbench.open(scene.address("debian/etc/init.d/ssh"));
      const pane = page.locator(".pane-header", { hasText: "Runlevels" });
      await toggle(pane, true);
      await page.getByRole("treeitem", { name: "Runlevel 2" }).first().waitFor();
      await toggle(pane, false);
    });

    test("the runlevels show what rc calls, and a click opens the script", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      await workbench.open(scene.address("debian/etc/inittab"));
      const row = (text: string) => page.getByRole("treeitem", { name: text });
      const pane = page.locator(".pane-header", { hasText: "Runlevels" });
      const files = page.locator('.pane-header[aria-label^="Explorer Section"]');
      await toggle(files, false);
      // That there is a panel to hide is not sure: it is shown first.
      await workbench.showProblems();
      await workbench.command("View: Hide Panel");
      await toggle(pane, true);
      await row("l2, wait").first().click();
      await page.keyboard.press("ArrowRight");
      await row("S02nginx start").first().waitFor();
      const names = await page.getByRole("treeitem", { name: /^[SK]\d\d/ }).allTextContents();
      expect(names.map((name) => name.trim())).toEqual([
        "S01rsyslog start",
        "S02cron start",
        "S02nginx start",
        "S02ssh start",
      ]);
      await picture("runlevels-rc");
      if (scene.kind === "desktop") {
        const link = join(folderOf(scene), "debian/etc/rc2.d/S05powerfail");
        symlinkSync("../init.d/powerfail", link);
        await row("S05powerfail start").first().waitFor();
      }
      await row("S02ssh start").first().click();
      await activeTab(/^ssh/).waitFor();
      // Not the link: that is not where somebody wants to edit.
      await page.locator(".breadcrumbs-control", { hasText: "init.d" }).waitFor();
      await lineSays(3, "# Provides:          ssh");
      await toggle(files, true);
    });

    test("mistakes in a header are shown and put right", async () => {
      const { workbench } = scene;
      await open("debian/etc/init.d/ssh");
      await workbench.showProblems();
      await lineSays(6, "S02 in 2 3 4 5");
      await lineSays(7, "K01 in 0 1 6");
      await workbench.moveTo(4, 8);
      await workbench.page.keyboard.insertText("X");
      await problem("`RequiXred-Start` is not a keyword").waitFor();
      // Insserv now knows of nothing that has to start before.
      await lineSays(6, "S01 in 2 3 4 5");
      await picture("init-script");
      await workbench.quickFix("Replace with `Required-Start`");
      await problem("is not a keyword").waitFor({ state: "detached" });
      expect(await line(4)).toBe("# Required-Start:    $remote_fs $syslog $network");
    });

    test("keywords and facilities are completed", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      await open("debian/etc/init.d/nginx");
      await workbench.moveTo(4, 49);
      await page.keyboard.type(" $na");
      expect((await workbench.complete())[0]).toBe("$named");
      await page.keyboard.press("Enter");
      await lineSays(4, "$remote_fs $syslog $network $named");
      await page.keyboard.press("Enter");
      await page.keyboard.insertText("# X-St");
      expect(await workbench.complete()).toEqual(["X-Start-Before", "X-Stop-After"]);
      await page.keyboard.press("Enter");
      await lineSays(5, "# X-Start-Before:");
      await workbench.revert();
    });

    test("facilities and helper functions are explained", async () => {
      const { workbench } = scene;
      // The lines of the one that was edited may be others now.
      await open("debian/etc/init.d/rsyslog");
      await workbench.moveTo(4, 24);
      expect(await workbench.hover()).toContain("$remote_fs: system facility");
      await workbench.page.keyboard.press("Escape");
      await moveBehind(23, 6);
      expect(await workbench.hover()).toContain("log_daemon_msg");
      await workbench.page.keyboard.press("Escape");
    });

    test("a script that comes to be on the disk changes what is said of another", async () => {
      const { workbench } = scene;
      await open("debian/etc/init.d/cron");
      await showProblemsOf("cron");
      await workbench.moveTo(4, 46);
      await workbench.page.keyboard.insertText(" mydb");
      await problem("mydb").first().waitFor();
      if (scene.kind === "desktop")
        writeFileSync(join(folderOf(scene), "debian/etc/init.d/mydb"), database, { mode: 0o755 });
      else await saveAs("/debian/etc/init.d/mydb", database);
      await problem("mydb").waitFor({ state: "detached" });
    });

    test("a name leads to the script that provides it", async () => {
      const { workbench } = scene;
      await open("debian/etc/init.d/single");
      await workbench.moveTo(4, 34);
      await waitUntil("the definition is shown", async () => {
        await workbench.page.keyboard.press("F12");
        // Pressed once more, it leads away again.
        await activeTab("killprocs").waitFor({ timeout: 20_000 });
        return true;
      });
      await waitUntil("the name is shown", async () =>
        /Ln 3, Col 22/.test((await workbench.page.locator(".statusbar").textContent()) ?? ""),
      );
    });

    test("a service is renamed in every header", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      const box = page.locator(".rename-box input");
      await page.locator(".tab", { hasText: "killprocs" }).first().click();
      await activeTab("killprocs").waitFor();
      await workbench.moveTo(3, 24);
      await waitUntil("the name can be changed", async () => {
        await page.keyboard.press("F2");
        await box.waitFor({ timeout: 3000 });
        return true;
      });
      await box.fill("endprocs");
      await page.keyboard.press("Enter");
      await lineSays(3, "# Provides:          endprocs");
      await page.locator(".tab", { hasText: "single" }).first().click();
      await activeTab("single").waitFor();
      await lineSays(4, "$local_fs endprocs");
    });

    test("services are found by their names", async () => {
      const { workbench } = scene;
      const { page } = workbench;
      const input = page.locator(".quick-input-widget input.input");
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: "rsyslog" }).first();
      await waitUntil("the service is found", async () => {
        await page.keyboard.press("F1");
        await input.fill("#rsyslog", { timeout: 2000 });
        await row.waitFor({ timeout: 5000 });
        return true;
      });
      await row.click();
      await activeTab("rsyslog").waitFor();
    });

    test("rc on Red Hat would not know a lock of another name", async () => {
      const { workbench } = scene;
      await open("redhat/etc/rc.d/init.d/sshd");
      await showProblemsOf("sshd");
      await lineSays(5, "S55 in 2 3 4 5, K45 in 0 1 6");
      await workbench.moveTo(17, 31);
      await workbench.page.keyboard.insertText("x");
      await waitUntil("the letter is typed", async () =>
        (await workbench.lines()).includes("lockfile=/var/lock/subsys/sshdx"),
      );
      await problem("the lock is called sshdx, but rc looks for sshd").waitFor();
      await moveBehind(26, 35);
      await workbench.quickFix("Rename the lock to sshd throughout");
      await waitUntil("the lock is called so", async () =>
        (await workbench.lines()).includes("lockfile=/var/lock/subsys/sshd"),
      );
      await problem("the lock is called").waitFor({ state: "detached" });
    });
  },
);

/** The folder of the example systems on the disk. */
function folderOf({ address }: { readonly address: (file: string) => string }): string {
  return new URL(address("")).searchParams.get("folder") ?? "";
}

function isServer(url: string): boolean {
  return url.includes("/extension/dist/server/worker.js");
}

/** The processes of the language servers that an editor has started. */
function processes(systems: string): readonly string[] {
  const all = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return all.filter(
    (args) => args.includes(join(systems, "../extensions")) && args.includes("/dist/server/"),
  );
}
