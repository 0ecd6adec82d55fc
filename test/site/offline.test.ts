// The site without a network, once the playground was open.

import { expect, test } from "vitest";
import { onSite, sideOf, write } from "./scene.ts";

onSite("the site without a network", (site) => {
  test("the playground goes on, with the parser of the shell, and so do the pages that were looked at", async () => {
    const { page } = await site.visit();
    await page.goto(`${site.address}rules/duplicate-id.html`);
    // The worker of a first visit takes over when it has kept what the playground needs.
    await page.evaluate("navigator.serviceWorker.ready");
    await expect.poll(() => page.evaluate("navigator.serviceWorker.controller !== null")).toBe(true);
    await page.reload();
    await page.goto(`${site.address}playground/`);
    for (const file of ["wasm/tree-sitter-bash.wasm", "systems/debian.json", "images/simulation.png"])
      await expect.poll(() => page.evaluate(`caches.match("../${file}").then(Boolean)`)).toBe(true);
    await site.goOffline();

    await page.reload();
    const side = sideOf(page);
    await write(page, side, "id:2:initdefault:\nl2:2:wiat:/etc/init.d/rc 2\n");
    await side.findings.filter({ hasText: "unknown-action" }).waitFor();
    await page.getByRole("tab", { name: "Simulation" }).click();
    await page.frameLocator("iframe").getByText("initdefault").first().waitFor();
    await page.getByRole("tab", { name: "Findings" }).click();
    await page.getByLabel("Example").selectOption({ label: "Debian: /etc/init.d/nginx" });
    await page.getByRole("heading", { name: "File 1: /etc/init.d/nginx" }).waitFor();
    await write(page, side, "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\nif true\n");
    await side.findings.filter({ hasText: "lsb-keyword-missing" }).first().waitFor();

    await page.goto(`${site.address}rules/duplicate-id.html`);
    await page.getByRole("heading", { name: "duplicate-id", level: 1 }).waitFor();
    await page.goto(site.address);
    await page.getByRole("link", { name: "Try it in the browser" }).click();
    await sideOf(page).editor.waitFor();
  });
});
