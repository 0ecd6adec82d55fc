// What axe finds on the pages: names, roles, contrast, order. In both colour schemes, and as wide as a phone.

import { source as axe } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { onSite, sideOf, write } from "./scene.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * In the frame of the simulation, the page of the editor's view: a part of a page has no heading of the first rank, and
 * buttons that show an abbreviation, such as `1 s`, are called by what they do.
 */
const notInFrames: ReadonlySet<string> = new Set(["page-has-heading-one", "label-content-name-mismatch"]);

/** What is wrong, as `rule: element: why`. Frames are looked at one by one; one that is not shown is empty. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame.url() === "about:blank") continue;
    // The debugger's evaluation is not under the policy of the page.
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate<{ readonly violations: readonly Violation[] }>(
      "axe.run({ iframes: false })",
    );
    const counted = violations.filter(({ id }) => frame === page.mainFrame() || !notInFrames.has(id));
    for (const { id, nodes } of counted)
      for (const { target, failureSummary } of nodes)
        found.push(`${id}: ${target.join(" ")}: ${failureSummary}`);
  }
  return found;
}

const phone = { width: 360, height: 740 };
const manners = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["as wide as a phone", { colorScheme: "light", viewport: phone }],
] as const;

onSite("the accessibility of the site", (site) => {
  test.each(manners)("the pages to read, %s", async (_, options) => {
    const { page } = await site.visit(options);
    for (const path of [
      "",
      "docs/",
      "docs/simulation.html",
      "rules/",
      "rules/duplicate-id.html",
      "manual/",
    ]) {
      await page.goto(site.address + path);
      expect(await violationsIn(page), path).toEqual([]);
    }
  });

  test.each(manners)("the playground with each of its tabs, %s", async (_, options) => {
    const { page } = await site.visit(options);
    await page.goto(`${site.address}playground/`);
    const side = sideOf(page);
    await write(page, side, "id:2:initdefault:\nx:2:wiat:/bin/x\n1:2:respawn:/sbin/getty 38400 tty1\n");
    await side.findings.filter({ hasText: "unknown-action" }).waitFor();
    expect(await violationsIn(page), "findings").toEqual([]);
    await page.getByRole("tab", { name: "Simulation" }).click();
    await page.frameLocator("iframe").getByText("getty 38400 tty1").first().waitFor();
    expect(await violationsIn(page), "simulation").toEqual([]);
    await page.getByRole("tab", { name: "Every way" }).click();
    await page.getByRole("button", { name: "Look at every way" }).click();
    await page.getByText("every way was looked at.").waitFor();
    expect(await violationsIn(page), "every way").toEqual([]);
    await page.getByRole("tab", { name: "Explain" }).click();
    await page.getByRole("button", { name: "Side by side" }).click();
    await sideOf(page, 2).editor.waitFor();
    expect(await violationsIn(page), "explain").toEqual([]);
  });

  test("nothing is wider than a phone", async () => {
    const { page } = await site.visit({ viewport: phone });
    for (const path of ["", "docs/simulation.html", "rules/", "manual/field.id.html", "playground/"]) {
      await page.goto(site.address + path);
      if (path === "playground/") await sideOf(page).editor.waitFor();
      const wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(wide), path).toBe(0);
    }
  });
});
