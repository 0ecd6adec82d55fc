// The debugger of a boot, and scenarios as tests, in a real VS Code.

import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

const tests = {
  inittab: "etc/inittab",
  tests: [
    { name: "somebody can log in", expect: [{ login: true }] },
    { name: "the machine goes down at once", expect: [{ down: true }] },
  ],
};

await inEveryHost(
  "debugging a boot",
  { port: 8480, files: { "debian/boot.inittab-test.json": JSON.stringify(tests) } },
  (scene) => {
    /** The line at which the debugger stands, by the yellow arrow beside it. */
    const standsAt = (text: string) =>
      waitUntil(`the debugger stands at ${text}`, async () => {
        const { page, lines } = scene.workbench;
        const arrow = await page.locator(".codicon-debug-stackframe").first().boundingBox({ timeout: 2000 });
        const rows = page.locator(".editor-group-container.active .view-lines .view-line");
        if (arrow === null || (await lines()).length === 0) return false;
        const found = await rows.evaluateAll(
          (all, y) => all.find((row) => Math.abs(row.getBoundingClientRect().y - y) < 3)?.textContent ?? "",
          arrow.y,
        );
        return found.replaceAll("\u00a0", " ").startsWith(text);
      });
    const variables = () =>
      scene.workbench.page.locator(".debug-variables .monaco-list-row").allTextContents();

    test("the boot of an inittab is debugged without a launch.json, and stops at the beginning", async () => {
      const { workbench } = scene;
      await workbench.open(scene.address("debian/etc/inittab"));
      await workbench.command("Inittab: Debug Boot");
      await workbench.page.locator(".debug-toolbar").waitFor();
      // Newer releases show the console only.
      await workbench.command("View: Show Run and Debug");
      await waitUntil("the variables are shown", async () =>
        (await variables()).some((row) => /^init\b/i.test(row)),
      );
    });

    test("a breakpoint on an entry stops when its process is started", async () => {
      const { page, moveTo } = scene.workbench;
      await moveTo(35, 1);
      await waitUntil("the breakpoint is set", async () => {
        await page.keyboard.press("F9");
        await page.locator(".codicon-debug-breakpoint").first().waitFor({ timeout: 3000 });
        return true;
      });
      await page.keyboard.press("F5");
      await standsAt("1:2345:respawn:/sbin/getty --noclear 38400 tty1");
      const frames = scene.workbench.page.locator(".debug-call-stack .monaco-list-row");
      await waitUntil("the frames are shown", async () => (await frames.allTextContents()).length > 1);
      await waitUntil("the variables are those of the start", async () =>
        (await variables()).some((row) => /event.*starts/.test(row)),
      );
      if (scene.kind === "desktop" && process.env["SCREENSHOTS"] !== undefined)
        await scene.screenshot("debugging", process.env["SCREENSHOTS"]);
    });

    test("a step goes to what happens next, and a step back to what was before", async () => {
      await scene.workbench.page.keyboard.press("F10");
      await standsAt("2:23:respawn:/sbin/getty 38400 tty2");
      await scene.workbench.page.locator(".debug-toolbar .codicon-debug-step-back").click();
      await standsAt("1:2345:respawn:/sbin/getty --noclear 38400 tty1");
    });

    test("beside each entry stands whether its process runs", async () => {
      const values = scene.workbench.page.locator(".view-lines").first();
      await waitUntil("the values stand beside the entries", async () => {
        const text = ((await values.textContent()) ?? "").replaceAll("\u00a0", " ");
        return (
          /getty --noclear 38400 tty1.{0,3}records\["1"\] = runs/.test(text) &&
          /= not in runlevel 2/.test(text)
        );
      });
    });

    test("the simulation view goes where the debugger goes, and the debugger where the view goes", async () => {
      const { workbench, view } = scene;
      const { page } = workbench;
      const clock = async () => (await view.locator(".clock").textContent()) ?? "";
      await workbench.command("Inittab: Simulate Boot");
      await expect.poll(clock).toBe("0 s");
      await page.locator(".debug-toolbar .codicon-debug-step-over").click();
      await expect.poll(clock).toBe("2 s");
      await view.getByRole("button", { name: "Restart", exact: true }).click();
      const event = async () => (await variables()).find((row) => /^time\b/.test(row)) ?? "";
      await waitUntil("the debugger stands at the beginning", async () => /0/.test(await event()));
      await workbench.command("View: Close Editor");
    });

    test("the end of the session takes the arrow away", async () => {
      const { page } = scene.workbench;
      await page.keyboard.press("Shift+F5");
      await page.locator(".debug-toolbar").waitFor({ state: "hidden" });
      expect(await page.locator(".codicon-debug-stackframe").count()).toBe(0);
    });

    // A folder of the test's own web host cannot be searched.
    test.runIf(scene.kind === "desktop")("the Testing view runs the scenarios of the workspace", async () => {
      const { workbench } = scene;
      await workbench.page.locator('.activitybar .action-label[aria-label="Testing"]').click();
      const rows = workbench.page.locator(".test-explorer .monaco-list-row");
      const file = rows.filter({ hasText: "boot.inittab-test.json" });
      await file.waitFor();
      await workbench.command("Test: Run All Tests");
      await file.locator(".monaco-tl-twistie").click();
      const labels = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
      await waitUntil("one test has passed and one has failed", async () => {
        const all = (await labels()).join("\n");
        return /somebody can log in.*passed/i.test(all) && /goes down at once.*failed/i.test(all);
      });
    });
  },
);
