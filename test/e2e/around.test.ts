// What stands around the editor and the simulation: the walkthrough, other languages than English, high contrast, and use
// without a mouse or without eyes.

import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

await inEveryHost("the surroundings", { port: 8500 }, (scene) => {
  test("the walkthrough leads from an example to its simulation", async () => {
    const { workbench, view } = scene;
    const { page } = workbench;
    await workbench.open(scene.address("debian/etc/inittab"));
    await workbench.command("View: Close All Editors");
    const steps = page.locator(".gettingStartedContainer .getting-started-step");
    await waitUntil("the walkthrough is open", async () => {
      await workbench.command("Welcome: Open Walkthrough...");
      await workbench.pick("Get Started with Inittab");
      await steps.first().waitFor({ timeout: 5000 });
      return true;
    });
    const titles = (await steps.locator(".step-title").allTextContents()).filter((text) => text !== "");
    expect(titles).toEqual([
      "Open an inittab",
      "Watch the machine boot",
      "Find what init will not do",
      "Say which init reads it",
    ]);
    await page.frameLocator("iframe.webview.ready").frameLocator("iframe").locator("svg").waitFor();
    await scene.screenshot(`walkthrough-${scene.kind}`);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await press("Open an Example");
    await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
    expect((await workbench.lines()).join("\n")).toContain("id:2:initdefault:");
    await page.locator(".tab", { hasText: "Walkthrough: Inittab" }).click();
    await steps.first().locator(".codicon.complete").waitFor();
    await steps.nth(1).click();
    await press("Simulate Boot");
    await view.locator('.lane[data-id="l2"]').waitFor();
    await expect.poll(() => view.locator(".title").textContent()).toContain("sysvinit");
  });
});
