// The packed extension in a real VS Code, as a person meets it.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { editions } from "../../scripts/vscode/editor.ts";
import { type Session, startSession } from "../../scripts/vscode/session.ts";
import { launchBrowser, newPage, packedExtension, prepareStage } from "./stage.ts";
import { patience, type Workbench, waitUntil, workbenchIn } from "./workbench.ts";

const edition = process.env["E2E_EDITION"] === "newest" ? editions.newest : editions.oldest;
const stage = await prepareStage(edition);
const title = `VS Code ${edition.vscode}`;
if (stage.kind === "missing") console.log(`skipped: ${title}, because ${stage.because}`);

describe.skipIf(stage.kind === "missing")(
  stage.kind === "ready" ? title : `${title} (skipped, because ${stage.because})`,
  { timeout: 3 * patience },
  () => {
    let session: Session;
    let browser: Browser;
    let workbench: Workbench;

    beforeAll(async () => {
      if (stage.kind === "missing") return;
      const vsix = await packedExtension();
      session = await startSession({ editor: stage.editor, vsix, port: 8200 });
      browser = await launchBrowser(stage.chromium);
      workbench = workbenchIn(await newPage(browser));
      await workbench.open(session.address("broken/etc/inittab"));
    }, 5 * patience);

    afterEach(async (context) => {
      if (context.task.result?.state !== "fail") return;
      await screenshot("out/e2e", `failed-${context.task.name.replaceAll(/\W+/g, "-")}`);
    });

    afterAll(async () => {
      await browser?.close();
      await session?.stop();
    }, patience);

    test("mistakes are shown in the Problems view", async () => {
      await workbench.showProblems();
      const row = workbench.problems.filter({ hasText: "repeats the id" });
      await row.waitFor();
      expect(await row.getAttribute("aria-label")).toMatch(/^Error: .*`l3` repeats the id of line 10/);
      await picture("problems");
    });

    test("a quick fix takes a mistake away", async () => {
      await workbench.moveTo(13, 1);
      await workbench.quickFix("Rename to `l5`");
      await workbench.problems.filter({ hasText: "repeats the id" }).waitFor({ state: "detached" });
      expect(await workbench.lines()).toContain("l5:5:wait:/etc/init.d/rc 5");
      await workbench.revertAndClose();
    });

    test("an action is completed", async () => {
      await workbench.openFile("debian/etc/inittab");
      await workbench.moveTo(6, 6);
      await workbench.page.keyboard.press("Control+Shift+ArrowRight");
      await workbench.page.keyboard.type("resp");
      const labels = await workbench.complete();
      expect(labels[0]).toBe("respawn");
      await picture("completion");
      await workbench.page.keyboard.press("Enter");
      await waitUntil("the action is in the line", async () =>
        (await workbench.lines()).includes("id:2:respawn:"),
      );
      await workbench.revertAndClose();
    });

    test("a hover explains the record", async () => {
      await workbench.openFile("debian/etc/inittab");
      await workbench.moveTo(40, 8);
      expect(await workbench.hover()).toContain("respawn");
      await picture("hover");
    });

    test("the language status tells the dialect, and changes it", async () => {
      expect(await workbench.languageStatus()).toContain("sysvinit 3.14, runlevel 2");
      await picture("language-status");
      await workbench.followLanguageStatus("Change");
      await workbench.pick("busybox");
      await waitUntil("the status says so", async () =>
        (await workbench.languageStatus()).includes("busybox"),
      );
      const settings = readFileSync(join(session.systems, ".vscode/settings.json"), "utf8");
      expect(JSON.parse(settings)).toEqual({ "inittab.dialect": "busybox" });
      await waitUntil("the diagnostics are those of BusyBox", async () =>
        (await workbench.problems.allTextContents()).some((text) => text.includes("BusyBox")),
      );
    });

    async function screenshot(folder: string, name: string): Promise<void> {
      mkdirSync(folder, { recursive: true });
      await workbench.page.screenshot({ path: join(folder, `${name}.png`) });
    }

    /** Takes a picture for the documentation, if this run is made for that. */
    async function picture(name: string): Promise<void> {
      const folder = process.env["SCREENSHOTS"];
      if (folder !== undefined) await screenshot(folder, name);
    }
  },
);
