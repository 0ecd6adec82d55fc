// The playground as a visitor uses it: typing, fixes, words, the simulation, every way, two files, the link.

import { readFileSync } from "node:fs";
import { readFragment } from "@inittab/client/playground/fragment";
import { expect, test } from "vitest";
import { root } from "../../scripts/vscode/paths.ts";
import { onSite, sideOf, write } from "./scene.ts";

onSite("the playground", (site) => {
  const open = async (fragment = "") => {
    const { page } = await site.visit();
    await page.goto(`${site.address}playground/${fragment}`);
    const side = sideOf(page);
    await expect.poll(() => side.status.textContent()).toContain("because");
    return { page, side };
  };

  test("what is wrong is found while it is typed, and a fix mends it", async () => {
    const { page, side } = await open();
    await write(page, side, "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n");
    await page.keyboard.type("l2:2:wiat:/etc/init.d/rc 2");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    const found = side.findings.filter({ hasText: "unknown-action" });
    await found.waitFor();
    expect(await found.textContent()).toContain("line 3");
    await found.getByRole("button", { name: /wait/ }).first().click();
    await expect.poll(side.text).toContain("l2:2:wait:/etc/init.d/rc 2");
    await expect.poll(() => found.count()).toBe(0);
  });

  test("the rule of a finding has a page", async () => {
    const { page, side } = await open();
    await write(page, side, "id:2:initdefault:\nx:2:wiat:/bin/x\n");
    await side.findings.getByRole("link", { name: "Rule unknown-action" }).click();
    await page.getByRole("heading", { name: "unknown-action", level: 1 }).waitFor();
  });

  test("the word under the cursor is completed", async () => {
    const { page, side } = await open();
    await write(page, side, "id:2:initdefault:\n");
    await page.keyboard.type("1:2:resp");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "respawn" }).first().click();
    await expect.poll(side.text).toContain("1:2:respawn");
  });

  test("a field tells on hover what it means", async () => {
    const { page, side } = await open();
    await side.editor.locator(".token-keyword", { hasText: "initdefault" }).hover();
    const hover = page.locator(".cm-lsp-hover-tooltip");
    await hover.waitFor();
    expect(await hover.locator("h3").first().textContent()).toContain("initdefault");
  });

  test("the address for VS Code holds what is in the editor", async () => {
    const { page, side } = await open();
    const table = "id:2:initdefault:\nx:2:once:/bin/x\n";
    await write(page, side, table);
    await page.locator("summary", { hasText: "Open in VS Code" }).click();
    const link = page.getByRole("link", { name: "Open the text in VS Code on this machine" });
    await expect.poll(() => link.getAttribute("href")).toContain("#");
    const { protocol, host, pathname, hash } = new URL((await link.getAttribute("href")) ?? "");
    const { publisher, name } = JSON.parse(readFileSync(root("package.json"), "utf8"));
    expect([protocol, host, pathname]).toEqual(["vscode:", `${publisher}.${name}`, "/open"]);
    const state = await readFragment(hash.slice(1));
    expect(state?.files.map(({ path, text }) => [path, text])).toEqual([["etc/inittab", table]]);
  });

  test("the cursor is explained without a pointer, and so is a message of init", async () => {
    const { page, side } = await open();
    await write(page, side, "id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\n");
    await page.getByRole("tab", { name: "Explain" }).click();
    await side.editor.press("Control+Home");
    const panel = page.getByRole("tabpanel", { name: "Explain" });
    await expect.poll(() => panel.textContent()).toContain("Field id");
    await panel.getByRole("textbox").fill('INIT: Id "1" respawning too fast: disabled for 5 minutes');
    await panel.getByRole("button", { name: "Explain the message" }).click();
    await expect.poll(() => panel.getByRole("status").textContent()).toMatch(/respawn/i);
  });

  test("the boot is simulated beside its text, and Ctrl-Alt-Del does what the table says", async () => {
    const { page, side } = await open();
    await write(
      page,
      side,
      "id:3:initdefault:\nca::ctrlaltdel:/sbin/shutdown -r now\n1:3:respawn:/sbin/getty 38400 tty1\n",
    );
    await page.getByRole("tab", { name: "Simulation" }).click();
    const view = page.frameLocator("iframe[title='Simulation of file 1']");
    await view.getByText("getty 38400 tty1").first().waitFor();
    await view.getByRole("button", { name: "Ctrl-Alt-Del" }).click();
    await view.getByText("0 s: Ctrl-Alt-Del").waitFor();
    // Another text is another machine.
    await write(page, side, "id:4:initdefault:\nz:4:respawn:/usr/bin/zed\n");
    await view.getByText("zed").first().waitFor();
  });

  test("the boot of an example is followed into the scripts of its system", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "Simulation" }).click();
    const view = page.frameLocator("iframe");
    await view.locator('.lane[data-id="l2"] .twisty').click();
    await view.locator(".lane.script", { hasText: "S02ssh" }).waitFor();
  });

  test("every way is looked at, and the way to a finding can be played", async () => {
    const { page, side } = await open();
    await write(
      page,
      side,
      "id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\nl3:3:wait:/etc/init.d/rc 3\n",
    );
    await page.getByRole("tab", { name: "Every way" }).click();
    const panel = page.getByRole("tabpanel", { name: "Every way" });
    await panel.getByRole("button", { name: "Look at every way" }).click();
    const play = panel.getByRole("button", { name: "Play the way there" }).first();
    await play.waitFor();
    expect(await panel.textContent()).toMatch(/\d+ states?: every way was looked at/);
    await play.click();
    const view = page.frameLocator("iframe[title='Simulation of file 1']");
    await view.getByText(/^\d+ s: telinit/).waitFor();
  });

  test("one text under two inits side by side", async () => {
    const { page, side } = await open();
    await write(page, side, "# here\n::askfirst:/bin/sh\n");
    const double = page.getByRole("button", { name: "Side by side" });
    await double.click();
    await double.click();
    // What is beside it comes and goes, and the first file stays as it is, with all that can be undone.
    await side.editor.press("Control+Z");
    await expect.poll(side.text).toContain("initdefault");
    await side.editor.press("Control+Y");
    await double.click();
    const [first, second] = [sideOf(page, 1), sideOf(page, 2)];
    expect(await second.text()).toContain("::askfirst:/bin/sh");
    await first.setting("Init").selectOption("sysvinit");
    await expect.poll(() => first.status.textContent()).toContain("sysvinit 3.14");
    await first.setting("sysvinit release").selectOption("2.88");
    await expect.poll(() => first.status.textContent()).toContain("sysvinit 2.88");
    await second.setting("Init").selectOption("busybox");
    await expect.poll(() => second.status.textContent()).toContain("BusyBox");
    await second.setting("BusyBox release").selectOption("1.36.1");
    await first.findings.filter({ hasText: "missing-id" }).waitFor();
    expect(await second.findings.filter({ hasText: "missing-id" }).count()).toBe(0);
  });

  test("the link brings everything back, and what is in it becomes no element", async () => {
    const { page, side } = await open();
    const hostile = 'x:2:once:/bin/x <img src=x onerror=alert(1)> "><script>alert(2)</script>';
    await write(page, side, `id:2:initdefault:\n${hostile}\n`);
    await side.setting("Init").selectOption("sysvinit");
    await page.getByRole("tab", { name: "Simulation" }).click();
    const view = page.frameLocator("iframe[title='Simulation of file 1']");
    await view.getByText("x <img").first().waitFor();
    await view.getByRole("button", { name: "Ctrl-Alt-Del" }).click();
    await view.getByText("0 s: Ctrl-Alt-Del").waitFor();
    await page.getByRole("button", { name: "Side by side" }).click();
    await sideOf(page, 2).setting("sysvinit release").selectOption("3.06");
    await expect.poll(() => sideOf(page, 2).status.textContent()).toContain("sysvinit 3.06");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText(/link was copied|link is in the address bar/).waitFor();
    const { page: other } = await site.visit();
    await other.goto(page.url());
    await expect.poll(() => sideOf(other, 2).status.textContent()).toContain("sysvinit 3.06");
    expect(await sideOf(other, 1).status.textContent()).toContain("sysvinit 3.14");
    expect(await sideOf(other, 1).text()).toBe(`id:2:initdefault:\n${hostile}\n`);
    const shown = other.frameLocator("iframe[title='Simulation of file 2']");
    await shown.getByText("0 s: Ctrl-Alt-Del").waitFor();
    for (const frame of other.frames())
      expect(await frame.locator("img[src=x], main script").count()).toBe(0);
    expect(new URL(other.url()).hash).toBe(new URL(page.url()).hash);
  });

  test("a broken link says so and shows an example", async () => {
    const { page, side } = await open("#1broken");
    await page.getByText("The link holds no readable state").waitFor();
    expect(await side.text()).toContain("initdefault");
  });

  test("an init script is checked too, with the parser of the shell", async () => {
    const { page, side } = await open();
    await page.getByLabel("Example").selectOption({ label: "Debian: /etc/init.d/nginx" });
    await page.getByRole("heading", { name: "File 1: /etc/init.d/nginx" }).waitFor();
    await write(page, side, "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\nif true\n");
    await side.findings.filter({ hasText: "lsb-keyword-missing" }).first().waitFor();
    expect(await side.setting("Family").isVisible()).toBe(true);
    expect(await side.setting("Init").isVisible()).toBe(false);
  });

  test("the file is downloaded as it is", async () => {
    const { page, side } = await open();
    await write(page, side, "id:2:initdefault:\n");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download", exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("inittab");
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe("id:2:initdefault:\n");
  });

  test("the way past the bar leaves the text and its link alone", async () => {
    const { page, side } = await open();
    await write(page, side, "id:4:initdefault:\n");
    await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1/);
    expect(await side.text()).toBe("id:4:initdefault:\n");
  });

  test.each([
    ["de", "Befunde", "Simulation", "Strg-Alt-Entf"],
    ["hu", "Észrevételek", "Szimuláció", "Ctrl-Alt-Del"],
  ])(
    "page, server and simulation speak the language of the page: %s",
    async (tag, findings, simulation, keys) => {
      const { page } = await site.visit();
      await page.goto(`${site.address}${tag}/playground/`);
      await page.getByRole("tab", { name: findings }).waitFor();
      const editor = page.getByRole("textbox").first();
      await editor.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText("id:2:initdefault:\nl2:2:wiat:/etc/init.d/rc 2\n");
      const found = page.locator('[role="tabpanel"][data-tab="findings"] li', { hasText: "unknown-action" });
      await found.waitFor();
      expect(await found.textContent()).not.toMatch(/\b(?:the|is|Disable|Rule)\b/);
      await page.getByRole("tab", { name: simulation }).click();
      await page.frameLocator("iframe").getByRole("button", { name: keys }).waitFor();
    },
  );

  test("tabs are chosen by the keyboard", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: "Findings" }).focus();
    await page.keyboard.press("ArrowLeft");
    const chosen = page.getByRole("tab", { selected: true });
    expect(await chosen.textContent()).toBe("Explain");
    await page.keyboard.press("Home");
    expect(await chosen.textContent()).toBe("Findings");
  });
});
