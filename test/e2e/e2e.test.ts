// The packed extension in a real VS Code, as a person meets it.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Editor, editions } from "../../scripts/vscode/editor.ts";
import { startSession } from "../../scripts/vscode/session.ts";
import { type Host, launchBrowser, newPage, packedExtension, prepareStage } from "./stage.ts";
import { startWebHost } from "./web-host.ts";
import { patience, type Workbench, waitUntil, workbenchIn } from "./workbench.ts";

const edition = process.env["E2E_EDITION"] === "newest" ? editions.newest : editions.oldest;
const stage = await prepareStage(edition);
const title = `VS Code ${edition.vscode}`;
if (stage.kind === "missing") console.log(`skipped: ${title}, because ${stage.because}`);

interface HostKind {
  readonly name: string;
  readonly start: (editor: Editor, vsix: string) => Promise<Host>;
  /** Where the pictures for the documentation go, if this run makes them. */
  readonly pictures?: string | undefined;
}

const hosts: readonly HostKind[] = [
  {
    name: "desktop host, the server a process",
    start: (editor, vsix) => startSession({ editor, vsix, port: 8200 }),
    pictures: process.env["SCREENSHOTS"],
  },
  { name: "web host, the server a worker", start: startWebHost },
];

describe.skipIf(stage.kind === "missing").each(hosts)(
  stage.kind === "ready" ? `${title}, $name` : `${title}, $name (skipped, because ${stage.because})`,
  { timeout: 3 * patience },
  ({ name, start, pictures }) => {
    let host: Host;
    let browser: Browser;
    let workbench: Workbench;

    beforeAll(async () => {
      if (stage.kind === "missing") return;
      const vsix = packedExtension();
      host = await start(stage.editor, vsix);
      browser = await launchBrowser(stage.chromium);
      workbench = workbenchIn(await newPage(browser));
      await workbench.open(host.address("broken/etc/inittab"));
    }, 5 * patience);

    afterEach(async (context) => {
      if (context.task.result?.state !== "fail") return;
      await screenshot("out/e2e", `failed-${context.task.name.replaceAll(/\W+/g, "-")}`);
    });

    afterAll(async () => {
      await browser?.close();
      await host?.stop();
    }, patience);

    test("mistakes are shown in the Problems view", async () => {
      await workbench.showProblems();
      const row = workbench.problems.filter({ hasText: "repeats the id" });
      await row.waitFor();
      expect(await row.getAttribute("aria-label")).toMatch(/^Error: .*`l3` repeats the id of line 10/);
    });

    test("the name of a rule leads to its page", async () => {
      const row = workbench.problems.filter({ hasText: "repeats the id" });
      const link = row.locator("a", { hasText: "duplicate-id" });
      await waitUntil("the page is open", async () => {
        await link.click({ timeout: 5000 });
        await workbench.page.locator(".tab.active", { hasText: "Manual" }).waitFor({ timeout: 5000 });
        return true;
      });
      // The bare web host has no preview of Markdown, and shows the text of the page.
      if (name.startsWith("web")) expect((await workbench.lines())[0]).toBe("# duplicate-id");
      else {
        const page = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
        const heading = page.getByRole("heading", { name: /duplicate-id/ });
        await heading.first().waitFor();
      }
      await workbench.command("View: Close Editor");
    });

    test("a quick fix takes a mistake away", async () => {
      await workbench.moveTo(13, 1);
      await picture("diagnostics");
      await workbench.quickFix("Rename to `l5`");
      await workbench.problems.filter({ hasText: "repeats the id" }).waitFor({ state: "detached" });
      expect(await workbench.lines()).toContain("l5:5:wait:/etc/init.d/rc 5");
      await workbench.revert();
      await workbench.problems.filter({ hasText: "repeats the id" }).waitFor();
    });

    test("an action is completed", async () => {
      await workbench.open(host.address("debian/etc/inittab"));
      await workbench.showProblems();
      await workbench.moveTo(6, 6);
      await workbench.page.keyboard.press("Control+Shift+ArrowRight");
      await workbench.page.keyboard.type("resp");
      const labels = await workbench.complete();
      expect(labels[0]).toBe("respawn");
      await picture("completion");
      await workbench.page.keyboard.press("Tab");
      await waitUntil("the action is in the line", async () =>
        (await workbench.lines()).includes("id:2:respawn:"),
      );
      await workbench.revert();
    });

    test("a hover explains the record", async () => {
      await workbench.moveTo(40, 8);
      expect(await workbench.hover()).toContain("respawn");
      await picture("hover");
    });

    test("the language status tells the dialect, and changes it", async () => {
      await waitUntil("the dialect and the runlevel are shown", async () =>
        (await workbench.languageStatus()).includes("sysvinit 3.14, runlevel 2"),
      );
      // Outside the braces too, so that it is seen without a click: the status bar names the init.
      await workbench.page.locator(".statusbar-item", { hasText: "sysvinit 3.14" }).first().waitFor();
      await workbench.followLanguageStatus("Change");
      await picture("language-status");
      await workbench.pick("busybox");
      await workbench.pick("For all inittabs");
      await waitUntil("the status says so", async () =>
        /BusyBox init.*by your settings/.test(await workbench.languageStatus()),
      );
      await waitUntil("the diagnostics are those of BusyBox", async () =>
        (await workbench.problems.allTextContents()).some((text) => text.includes("BusyBox")),
      );
    });

    async function screenshot(folder: string, name: string): Promise<void> {
      mkdirSync(folder, { recursive: true });
      await workbench.page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    }

    async function picture(name: string): Promise<void> {
      if (pictures !== undefined) await screenshot(pictures, name);
    }
  },
);
