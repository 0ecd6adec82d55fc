// The scripts of rc in the simulation view, in a real VS Code.

import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

await inEveryHost("the scripts of rc in the simulation", { port: 8360 }, (scene) => {
  const lane = (id: string) => scene.view.locator(`.lane[data-id="${id}"]`);
  const button = (name: string | RegExp) => scene.view.getByRole("button", { name, exact: true });
  /** The scripts of all open lanes, as a screen reader reads them. */
  const scripts = () =>
    scene.view
      .locator(".lane.script")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
  const scriptsAre = async (expected: readonly string[]) => {
    await waitUntil(`the scripts are ${expected.join("; ")}`, async () =>
      (await scripts()).join("\n").startsWith(expected.join("\n")),
    );
    expect(await scripts()).toEqual(expected);
  };
  const simulate = async (file: string, title: string) => {
    const { workbench } = scene;
    await workbench.open(scene.address(file));
    if (await workbench.page.locator(".part.sidebar").isVisible())
      await workbench.command("View: Toggle Primary Side Bar Visibility");
    await workbench.command("Inittab: Simulate Boot");
    await scene.view.getByText(title).waitFor();
  };

  test("below the lane that calls rc are its scripts, in its order", async () => {
    await simulate("debian/etc/inittab", "inittab, sysvinit");
    await lane("l2").locator(".twisty").waitFor();
    expect(await lane("l2").getAttribute("aria-expanded")).toBe("false");
    // Nothing is to be seen of a process that is no rc, or of an rc that is not called.
    expect(await lane("~~").getAttribute("aria-expanded")).toBeNull();
    expect(await lane("l3").getAttribute("aria-expanded")).toBeNull();
    await lane("l2").locator(".twisty").click();
    await scriptsAre(["S01rsyslog start", "S02cron start", "S02nginx start", "S02ssh start"]);
    expect(await lane("l2").getAttribute("aria-expanded")).toBe("true");
  });

  test("another runlevel runs other scripts", async () => {
    await button("Restart").click();
    await scene.view.getByRole("button", { name: "10 s", exact: false }).first().waitFor();
    await scene.view.getByRole("button", { name: "10 seconds pass" }).click();
    await scene.view.getByRole("button", { name: "telinit 1", exact: true }).click();
    await lane("l2").locator(".twisty").click();
    await lane("l1").locator(".twisty").click();
    // Only the lanes in sight are in the page.
    await scene.view.locator(".timeline").evaluate((timeline) => timeline.scrollBy(0, 96));
    await scriptsAre([
      "K01cron stop",
      "K01nginx stop",
      "K01ssh stop",
      "K02rsyslog stop",
      "S01killprocs start, sends TERM to all processes, waits 5 s, sends KILL to all processes that still exist",
      "S02single start",
    ]);
    if (scene.kind === "desktop" && process.env["SCREENSHOTS"] !== undefined)
      await scene.screenshot("simulation-rc", process.env["SCREENSHOTS"]);
  });

  test("a click shows the script, and the editor the record again", async () => {
    await scene.view.getByRole("treeitem", { name: "K01nginx stop" }).click();
    await scene.workbench.page.locator('.tab.active[aria-label^="nginx"]').waitFor();
  });

  test("the keyboard goes through the scripts, opens and closes", async () => {
    const records = scene.view.getByRole("tree", { name: "Entries" });
    const chosen = scene.view.locator('.rows [aria-selected="true"]');
    const isChosen = (words: string) =>
      waitUntil(`${words} is chosen`, async () => (await chosen.getAttribute("aria-label")) === words);
    await isChosen("K01nginx stop");
    await records.press("ArrowDown");
    await isChosen("K01ssh stop");
    await records.press("Enter");
    await scene.workbench.page.locator('.tab.active[aria-label^="ssh"]').waitFor();
    await records.press("ArrowLeft");
    await waitUntil("the lane is chosen", async () => (await chosen.getAttribute("data-id")) === "l1");
    await records.press("ArrowLeft");
    await scriptsAre([]);
    expect(await lane("l1").getAttribute("aria-expanded")).toBe("false");
    await records.press("ArrowRight");
    await waitUntil("the scripts are there again", async () => (await scripts()).length === 6);
  });

  test("locks decide what is stopped, and what is locked already", async () => {
    await simulate("redhat/etc/inittab", "inittab, sysvinit");
    await lane("l3").locator(".twisty").click();
    await scriptsAre([
      "S10network start, locks network",
      "S12syslog start, locks syslog",
      "S55sshd start, locks sshd",
      "S85httpd start, locks httpd",
      "S90crond start, locks crond",
      "S99local start",
    ]);
    await scene.view.getByRole("button", { name: "10 seconds pass" }).click();
    await scene.view.getByRole("button", { name: "telinit 2", exact: true }).click();
    await lane("l3").locator(".twisty").click();
    await lane("l2").locator(".twisty").click();
    const why = "is passed over: its lock file exists, so rc considers it started";
    await scriptsAre([
      "K15httpd stop, unlocks httpd",
      ...["S10network", "S12syslog", "S55sshd", "S90crond"].map((name) => `${name} ${why}`),
      "S99local start",
    ]);
  });

  test("how the services are stands in a table, where one is killed", async () => {
    await scene.view.getByRole("tab", { name: "Processes" }).click();
    const row = (name: string) =>
      scene.view.getByRole("table", { name: "Services" }).getByRole("row", { name: new RegExp(`^${name} `) });
    const says = (name: string, cells: string) =>
      waitUntil(`${name} says ${cells}`, async () => {
        const words = await row(name).locator("td").allTextContents();
        return words.slice(1, 3).join(", ").includes(cells);
      });
    await says("httpd", "httpd is stopped, 3");
    await says("sshd", "is running..., 0");
    await row("sshd").getByRole("button", { name: "sshd: Kill the process; its lock stays" }).click();
    await says("sshd", "sshd dead but pid file exists, 1");
    await says("syslog", "is running..., 0");
  });

  test.each([
    [
      "buildroot",
      "BusyBox",
      "/etc/init.d/rcS",
      "S01syslogd start; S02klogd start; S05modules.sh start; S40network start; S50dropbear start",
    ],
    [
      "openembedded",
      "sysvinit",
      "/etc/init.d/rc 5",
      "S01networking start; S10dropbear start; S20syslog start",
    ],
    [
      "alpine-openrc",
      "BusyBox",
      "/sbin/openrc boot",
      "hwclock start; hostname start; localmount start; networking start; syslog start",
    ],
    [
      "openwrt",
      "procd",
      "/etc/init.d/rcS S boot",
      "S10boot boot; S12log boot; S19dropbear boot; S19firewall boot; S20network boot; S50cron boot; S95done boot",
    ],
  ])(
    "each family's scripts stand below the entry that calls them: %s",
    async (system, init, command, calls) => {
      await simulate(`${system}/etc/inittab`, `inittab, ${init}`);
      // Lanes show programs without their folders.
      const program = command.replace(/^\S*\//, "");
      const caller = scene.view.locator(".lane[aria-expanded]", { hasText: program });
      await caller.scrollIntoViewIfNeeded();
      await caller.locator(".twisty").click();
      const names = async () => (await scripts()).map((label) => label.split(",", 1)[0]).join("; ");
      await waitUntil(`the scripts of ${system} are there`, async () => (await names()) === calls);
      await scene.view.locator(".lane.script").last().scrollIntoViewIfNeeded();
      expect(await names()).toBe(calls);
      if (scene.kind === "desktop" && process.env["SCREENSHOTS"] !== undefined)
        await scene.screenshot(`simulation-${system}`, process.env["SCREENSHOTS"]);
    },
  );
});
