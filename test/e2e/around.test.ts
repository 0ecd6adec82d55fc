// What stands around the editor and the simulation: the walkthrough, other languages than English, high contrast, and use
// without a mouse or without eyes.

import { expect, test } from "vitest";
import { editions } from "../../scripts/vscode/editor.ts";
import { inEveryHost, simulationIn } from "./scene.ts";
import { edition } from "./stage.ts";
import { waitUntil, workbenchIn } from "./workbench.ts";

await inEveryHost("the surroundings", { port: 8500 }, (scene) => {
  test("the walkthrough leads from an example to its simulation", async () => {
    const { workbench, view } = scene;
    const { page } = workbench;
    await workbench.open(scene.address("debian/etc/inittab"));
    await workbench.command("View: Close All Editors");
    // There is no picture where there is no room for it.
    await workbench.command("View: Toggle Primary Side Bar Visibility");
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
    await page.locator(".tab", { hasText: /^(Walkthrough: Inittab|Welcome)/ }).click();
    await steps.first().locator(".codicon.complete").waitFor();
    await steps.nth(1).click();
    await press("Simulate Boot");
    await view.locator('.lane[data-id="l2"]').waitFor();
    await expect.poll(() => view.locator(".title").textContent()).toContain("sysvinit");
  });

  test("the simulation is told apart by roles and names, for those who do not see it", async () => {
    const { workbench, view } = scene;
    await workbench.open(scene.address("debian/etc/inittab"));
    await workbench.command("Inittab: Simulate Boot");
    await view.getByRole("treeitem", { name: /^si, sysinit, .*runs from 0 s to 1 s/ }).waitFor();
    for (const [role, name] of [
      ["toolbar", "Playback"],
      ["slider", "Time since the boot"],
      ["textbox", "Boot arguments"],
      ["group", "telinit"],
      ["group", "Power"],
      ["toolbar", "Timeline"],
      ["tree", "Entries"],
      ["tablist", "Details"],
      ["tab", "Console"],
      ["tabpanel", "Console"],
      ["log", "Console"],
    ] as const)
      expect({ role, name, count: await view.getByRole(role, { name, exact: true }).count() }).toEqual({
        role,
        name,
        count: 1,
      });
    const nameless = await view.locator("body").evaluate((body) =>
      [...body.querySelectorAll("button, input, select, [tabindex='0'], [role]")]
        .filter((element) => {
          const by = element.getAttribute("aria-labelledby");
          const label =
            element.getAttribute("aria-label") ?? (by && body.querySelector(`#${by}`)?.textContent);
          const isQuiet = /^(status|alert|presentation)$/.test(element.getAttribute("role") ?? "");
          return !isQuiet && !(label || element.textContent?.trim());
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  });

  test("the simulation is used with the keyboard alone", async () => {
    const { workbench, view } = scene;
    const { keyboard } = workbench.page;
    const focused = () =>
      view.locator("body").evaluate((body) => {
        const element = body.ownerDocument.activeElement;
        return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      });
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60 && (await focused()) !== name; presses++)
        await keyboard.press("Tab");
      expect(await focused()).toBe(name);
    };
    const clock = () => view.getByLabel("Time", { exact: true }).textContent();
    await waitUntil("the keyboard is in the view", async () => {
      await workbench.command("View: Focus Next Editor Group");
      await keyboard.press("Tab");
      return (await focused()) !== "";
    });
    await tabTo("Restart");
    for (const _ of ["Step Back", "Play", "Step"]) await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect.poll(clock).toBe("1 s");
    // What has happened is said aloud.
    await expect.poll(() => view.getByRole("status").last().textContent()).toMatch(/^1 s: ./);
    // A toolbar is one Tab stop, and the arrows lead from button to button.
    await keyboard.press("ArrowLeft");
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect.poll(clock).toBe("2 s");
    await tabTo("Time since the boot");
    await keyboard.press("Home");
    await expect.poll(clock).toBe("0 s");
    await tabTo("telinit 0");
    for (const _ of ["1", "2", "3"]) await keyboard.press("ArrowRight");
    await keyboard.press("Space");
    await view.getByRole("button", { name: "0 s: telinit 3", exact: true }).waitFor();
    await tabTo("Entries");
    for (const _ of ["id of no lane", "si"]) await keyboard.press("ArrowDown");
    const chosen = view.getByRole("treeitem", { selected: true });
    await chosen.waitFor();
    const records = view.getByRole("tree", { name: "Entries" });
    expect(await records.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
    await tabTo("Console");
    await keyboard.press("ArrowRight");
    await view.getByRole("tabpanel", { name: "Processes" }).waitFor();
  });

  test("high contrast has outlines instead of shades", async () => {
    const { workbench, view } = scene;
    await workbench.command("Preferences: Color Theme");
    await workbench.page.keyboard.type("Dark High Contrast");
    await workbench.pick("Dark High Contrast");
    await view.locator("body.vscode-high-contrast").waitFor();
    const borders = await view.getByRole("button", { name: "telinit 3", exact: true }).evaluate((button) => {
      const style = button.ownerDocument.defaultView?.getComputedStyle(button);
      return `${style?.borderTopStyle} ${style?.borderTopColor}`;
    });
    expect(borders).toMatch(/^solid rgb\(/);
    await scene.screenshot(`high-contrast-${scene.kind}`);
  });

  // The newest desktop takes no other language without a language pack.
  if (scene.kind === "web" || edition === editions.oldest)
    test("a German editor speaks German", async () => {
      const page = await scene.newPage();
      // What a language pack would do; none is to be had here.
      await page.addInitScript(() =>
        Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => "de", set: () => {} }),
      );
      const german = workbenchIn(page);
      await german.open(scene.address("debian/etc/inittab"));
      // Whoever serves an extension to the web translates its manifest.
      await german.command(`Inittab: ${scene.kind === "web" ? "Simulate Boot" : "Systemstart simulieren"}`);
      const view = simulationIn(page);
      await view.getByRole("button", { name: "Schritt vor", exact: true }).waitFor();
      await view.getByRole("treeitem", { name: /^si, sysinit, .*läuft von 0 s bis 1 s/ }).waitFor();
      await page.locator(".tab", { hasText: "Simulation von inittab" }).waitFor();
      await page.close();
    });
});
