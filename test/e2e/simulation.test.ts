// The simulation view in a real VS Code, as a person meets it.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Editor, editions } from "../../scripts/vscode/editor.ts";
import { startSession } from "../../scripts/vscode/session.ts";
import { type Host, launchBrowser, newPage, packedExtension, prepareStage } from "./stage.ts";
import { startWebHost } from "./web-host.ts";
import { patience, type Workbench, waitUntil, workbenchIn } from "./workbench.ts";

const edition = process.env["E2E_EDITION"] === "newest" ? editions.newest : editions.oldest;
const stage = await prepareStage(edition);
const title = `the simulation in VS Code ${edition.vscode}`;
if (stage.kind === "missing") console.log(`skipped: ${title}, because ${stage.because}`);

interface HostKind {
  readonly name: string;
  readonly start: (editor: Editor, vsix: string) => Promise<Host>;
  /** The files are in a commit, and the editor has its Git. */
  readonly hasGit?: true;
  /** Where the pictures for the documentation go, if this run makes them. */
  readonly pictures?: string | undefined;
}

/** Above each record of a runlevel stands how to boot into it. */
const settings = { "inittab.codeLens.show": "runlevels" };

const hosts: readonly HostKind[] = [
  {
    name: "desktop host, the server a process",
    start: async (editor, vsix) => {
      const session = await startSession({
        ...{ editor, vsix, port: 8300 },
        settings: { ...settings, "git.enabled": true },
      });
      commitAll(session.systems);
      return session;
    },
    hasGit: true,
    pictures: process.env["SCREENSHOTS"],
  },
  {
    name: "web host, the server a worker",
    start: (editor, vsix) =>
      startWebHost(editor, vsix, { files: { ".vscode/settings.json": JSON.stringify(settings) } }),
  },
];

function commitAll(folder: string): void {
  const git = (...words: readonly string[]) => execFileSync("git", ["-C", folder, ...words]);
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "The systems");
}

describe.skipIf(stage.kind === "missing").each(hosts)(
  stage.kind === "ready" ? `${title}, $name` : `${title}, $name (skipped, because ${stage.because})`,
  { timeout: 3 * patience },
  ({ start, pictures, hasGit = false }) => {
    let host: Host;
    let browser: Browser;
    let workbench: Workbench;
    let view: FrameLocator;

    beforeAll(async () => {
      if (stage.kind === "missing") return;
      const vsix = packedExtension();
      host = await start(stage.editor, vsix);
      browser = await launchBrowser(stage.chromium);
      workbench = workbenchIn(await newPage(browser));
      view = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await workbench.open(host.address("debian/etc/inittab"));
    }, 5 * patience);

    afterEach(async (context) => {
      if (context.task.result?.state !== "fail") return;
      await screenshot("out/e2e", `failed-${context.task.name.replaceAll(/\W+/g, "-")}`);
    });

    afterAll(async () => {
      await browser?.close();
      await host?.stop();
    }, patience);

    const lane = (id: string) => view.locator(`.lane[data-id="${id}"]`);
    const button = (name: string) => view.getByRole("button", { name, exact: true });
    const clock = async () => (await view.locator(".clock").textContent()) ?? "";
    /** Only the lanes in sight are in the page. */
    const bringIntoView = async (id: string) => {
      for (let top = 0; (await lane(id).count()) === 0 && top < 1000; top += 100) {
        const scroll = (element: { scrollTop: number }, place: number) => {
          element.scrollTop = place;
        };
        await view.locator(".timeline").evaluate(scroll, top);
        await lane(id)
          .waitFor({ timeout: 200 })
          .catch(() => {});
      }
    };
    /** The number of the editor's line with the cursor. */
    const currentLine = () => workbench.page.locator(".active-line-number").first().textContent();
    /** Waits until a lane says this of itself, as a screen reader reads it. */
    const laneSays = (id: string, words: string | RegExp) =>
      waitUntil(`the lane of ${id} says ${words}`, async () => {
        await bringIntoView(id);
        const said = (await lane(id).getAttribute("aria-label", { timeout: 2000 })) ?? "";
        return typeof words === "string" ? said.includes(words) : words.test(said);
      });

    test("the levels are in the tree, and a click shows a record", async () => {
      await workbench.page.locator(".pane-header", { hasText: "Runlevels" }).click();
      const row = (text: string) => workbench.page.getByRole("treeitem", { name: text });
      await row("Runlevel 2").first().waitFor();
      await row("ca, ctrlaltdel").first().click();
      await waitUntil("the line is shown", async () => (await currentLine()) === "27");
    });

    test("a boot is simulated", async () => {
      // More room for what the pictures are about.
      await workbench.command("View: Toggle Primary Side Bar Visibility");
      await workbench.command("Inittab: Simulate Boot");
      await laneSays("si", "runs from 0 s to 1 s");
      await laneSays("l2", "runs from 1 s to 2 s");
      await laneSays("1", "runs from 2 s on");
      await laneSays("l3", "does not run");
      await expect.poll(clock).toBe("0 s");
    });

    test("steps lead from one moment to the next, and back", async () => {
      await button("Step").click();
      await waitUntil("the next moment is shown", async () => (await clock()) === "1 s");
      await laneSays("l2", "now: runs, and init waits for it");
      await button("Step").click();
      await laneSays("l2", "now: has run");
      await button("Step Back").click();
      await laneSays("l2", "now: runs, and init waits for it");
    });

    test("playing leads to the end", async () => {
      await button("Restart").click();
      await button("Play").click();
      await waitUntil("it has been played", async () => (await clock()) === "2 s");
      await laneSays("6", "now: runs");
      await view.locator(".title").hover();
      await picture("simulation-boot");
    });

    test("another runlevel stops and starts processes", async () => {
      await button("10 seconds pass").click();
      await waitUntil("time has passed", async () => (await clock()) === "12 s");
      await button("telinit 3").click();
      await laneSays("l3", "runs from 12");
      await view.getByRole("tab", { name: "Console" }).click();
      await button("Step").click();
      await view.getByText("INIT: Switching to runlevel: 3").first().waitFor();
    });

    test("Ctrl-Alt-Del brings the machine down", async () => {
      await button("10 seconds pass").click();
      await button("Ctrl-Alt-Del").click();
      await laneSays("ca", /runs from 2\d/);
      await laneSays("1", /to 2\d.* s, ends by TERM/);
      await laneSays("l6", /runs from 2\d/);
      await button("Only What Runs").click();
      for (const _ of ["shutdown has ended", "init has sent TERM"]) await button("Step").click();
      await laneSays("l6", /now: runs|now: waits until init has killed/);
      await view.locator(".title").hover();
      await picture("simulation");
      await button("Only What Runs").click();
    });

    test("a lane leads to its line, and the keyboard to the next one", async () => {
      await bringIntoView("l5");
      await lane("l5").locator(".label").click();
      await waitUntil("the line is shown", async () => (await currentLine()) === "21");
      await view.getByRole("tree", { name: "Entries" }).press("ArrowDown");
      await waitUntil("the next line is shown", async () => (await currentLine()) === "22");
    });

    test("the lines of the editor are marked", async () => {
      const marks = workbench.page.locator(".monaco-editor .cgmr");
      await waitUntil("there are marks in the gutter", async () => (await marks.count()) > 10);
    });

    test("editing changes the timeline, and keeps what has happened", async () => {
      await workbench.command("View: Focus First Editor Group");
      await workbench.moveTo(35, 3);
      await workbench.page.keyboard.type("S");
      await workbench.page.keyboard.press("Delete");
      await workbench.page.keyboard.press("Delete");
      await workbench.page.keyboard.press("Delete");
      await workbench.page.keyboard.press("Delete");
      await laneSays("1", "does not run");
      await view.getByRole("button", { name: "12 s: telinit 3", exact: true }).waitFor();
      await workbench.revert();
      await laneSays("1", "runs from 2 s");
    });

    test("an event is taken back", async () => {
      await view.getByRole("button", { name: /^Remove .*Ctrl-Alt-Del/ }).click();
      await laneSays("ca", "does not run");
    });

    test("how long a process runs is typed on its lane, and kept when the file is edited", async () => {
      await laneSays("l3", /runs from (12\S*) s to 13/);
      await lane("l3").locator(".label").click();
      await view.getByRole("tree", { name: "Entries" }).press("5");
      await view.locator(".typed").waitFor();
      await picture("simulation-duration");
      await view.locator(".typed").press("Enter");
      await laneSays("l3", /runs from 12\S* s to 17/);
      await workbench.command("View: Focus First Editor Group");
      await workbench.moveTo(1, 1);
      await workbench.page.keyboard.type("# ");
      await workbench.page.locator(".tab.dirty", { hasText: /^inittab$/ }).waitFor();
      await laneSays("l3", /runs from 12\S* s to 17/);
      await workbench.revert();
    });

    test("an edit happens to the running machine, which notices it when it is asked to", async () => {
      await button("Reset").click();
      await button("Restart").click();
      await button("10 seconds pass").click();
      await waitUntil("time has passed", async () => (await clock()) === "10 s");
      await button("Edits happen now").click();
      await workbench.command("View: Focus First Editor Group");
      await workbench.moveTo(37, 1);
      await workbench.page.keyboard.press("Control+Shift+KeyK");
      await workbench.page.locator(".tab.dirty", { hasText: /^inittab$/ }).waitFor();
      await button("telinit q").click();
      await view.getByRole("tab", { name: "What happens" }).click();
      await view.getByText("3 gets TERM and ends").first().waitFor();
      await picture("simulation-edit");
      await button("Edits happen now").click();
      await workbench.command("View: Focus First Editor Group");
      await workbench.revert();
      await laneSays("3", "runs from 2 s on");
    });

    test("every click counts, whatever answer is on its way", async () => {
      await button("Restart").click();
      const click = () => button("10 seconds pass").dispatchEvent("click");
      await Promise.all(Array.from({ length: 30 }, click));
      await expect.poll(clock).toBe("5:00");
    });

    test("a lens boots into its runlevel", async () => {
      await workbench.command("View: Focus First Editor Group");
      await workbench.moveTo(19, 1);
      const argument = expect.poll(() => view.getByLabel("Boot arguments").inputValue(), { timeout: 3000 });
      await workbench.followLens("Simulate runlevel 3", () => argument.toBe("3"));
      await laneSays("l3", "runs from 1 s to 2 s");
    });

    test("two runlevels are compared", async () => {
      await workbench.command("Inittab: Compare Runlevels…");
      // The default level is chosen before anybody chooses.
      const chosen = workbench.page.locator(".quick-input-list .monaco-list-row.focused");
      await chosen.filter({ hasText: "Runlevel 2" }).waitFor();
      await workbench.pick("Runlevel 2");
      await workbench.page.getByPlaceholder("From runlevel 2 to which one?").waitFor();
      await workbench.pick("Runlevel 1");
      const part = (name: string) => view.locator(".comparison section", { hasText: name });
      await expect.poll(() => part("Stops").textContent()).toMatch(/Stops \(6\)/);
      expect(await part("Starts").textContent()).toContain("/etc/init.d/rc 1");
    });

    test("what was clicked together is saved as a scenario", async () => {
      await button("Save as Scenario…").click();
      const name = workbench.page.locator(".quick-input-widget input.input");
      await waitUntil("a name is proposed", async () =>
        (await name.inputValue({ timeout: 2000 })).endsWith("/boot.inittab-scenario.json"),
      );
      await workbench.page.keyboard.press("Enter");
      await workbench.page.locator(".tab.active", { hasText: "boot.inittab-scenario.json" }).waitFor();
      // The view may have the keyboard again, so that the file is not in the active group.
      await workbench.page.locator(".view-line", { hasText: '"bootArgs"' }).first().waitFor();
    });

    test("a file that was closed is opened again by its lane", async () => {
      await workbench.page
        .locator(".tab", { hasText: /^inittab$/ })
        .first()
        .click();
      await workbench.command("View: Close Editor");
      await view.getByText("inittab is closed").waitFor();
      await bringIntoView("l4");
      await lane("l4").locator(".label").click();
      await waitUntil("the line is shown", async () => (await currentLine()) === "20");
      await view.getByText("inittab is closed").waitFor({ state: "hidden" });
    });

    test("what telinit q would do with an unsaved edit is played, and stands in a table", async () => {
      await workbench.command("View: Focus First Editor Group");
      await workbench.moveTo(35, 1);
      await workbench.page.keyboard.type("#");
      await workbench.moveTo(1, 1);
      const question = "What would telinit q do?";
      const rows = view.getByRole("table", { name: question }).getByRole("row");
      const row = rows.filter({ hasText: /^2/ }).filter({ hasText: "tty1" });
      await workbench.followLens(question, () => row.waitFor({ timeout: 5000 }));
      await laneSays("1", /runs from 2 s to \d+ s, ends by TERM/);
      await workbench.revert();
    });

    test.skipIf(!hasGit)("a saved file is compared with the last commit", async () => {
      await workbench.moveTo(35, 1);
      await workbench.page.keyboard.type("#");
      await workbench.command("File: Save");
      await workbench.moveTo(1, 1);
      const lens = workbench.page.locator(".codelens-decoration a", { hasText: "after the last commit?" });
      await lens.waitFor();
      await workbench.moveTo(35, 1);
      await workbench.page.keyboard.press("Delete");
      await workbench.command("File: Save");
      await workbench.moveTo(1, 1);
      await workbench.page.locator(".codelens-decoration a", { hasText: "no lock-out in" }).waitFor();
      await expect.poll(() => lens.count()).toBe(0);
    });

    test("every way is searched, and the shortest one to a runlevel is played", async () => {
      await workbench.command("View: Focus First Editor Group");
      await workbench.command("Inittab: Verify All Ways");
      await workbench.page.getByPlaceholder("Choose a finding or a runlevel").waitFor();
      await workbench.page.keyboard.type("Runlevel 3");
      await workbench.pick("Runlevel 3");
      await button("5 s: telinit 3").waitFor();
      await laneSays("1", "now: runs");
      await view.getByRole("tab", { name: "Ways" }).click();
      await view.getByRole("button", { name: /^Runlevel 1,/ }).press("Enter");
      await button("5 s: telinit 1").waitFor();
      await button("5 s: telinit 3").waitFor({ state: "hidden" });
      await view.getByRole("tab", { name: "Console" }).click();
    });

    test("a machine with BusyBox is booted, Enter is pressed, and Ctrl-Alt-Del brings it down", async () => {
      await workbench.command("View: Close All Editors");
      await workbench.open(host.address("buildroot-busybox/etc/inittab"));
      await workbench.command("Inittab: Simulate Boot");
      await laneSays("tty2", "waits for Enter from 7 s on");
      await expect.poll(() => view.locator(".title").textContent()).toContain("BusyBox");
      expect(await button("telinit 3").count()).toBe(0);
      await button("10 seconds pass").click();
      await waitUntil("time has passed", async () => (await clock()) === "10 s");
      await button("Enter on tty2").click();
      await laneSays("tty2", "waits for Enter from 7 s, runs from 10 s on");
      await view.getByRole("tab", { name: "Console" }).click();
      await view.getByText("tty2: Please press Enter to activate this console.").first().waitFor();
      await button("10 seconds pass").click();
      await button("Ctrl-Alt-Del").click();
      await laneSays("tty2", /runs from 10 s to 2\d s, ends by TERM/);
      await view.getByRole("tree", { name: "Entries" }).press("Tab");
      await view.getByRole("tab", { name: "Console" }).press("End");
      await expect.poll(() => view.locator(".doing").textContent()).toBe("the machine is down: reboot");
      await view.getByText("Requesting system reboot").first().waitFor();
      await picture("simulation-busybox");
    });

    test("where there are no runlevels, what can happen is offered instead", async () => {
      await workbench.command("View: Focus First Editor Group");
      await workbench.command("Inittab: Simulate Runlevel…");
      await workbench.page.getByPlaceholder("What happens to the machine?").waitFor();
      await workbench.pick("Halt");
      await view.getByRole("button", { name: "12 s: halt", exact: true }).waitFor();
      await laneSays("tty2", "waits for Enter from 7 s to 1");
    });

    test("an init without a machine is not simulated, and the editor says so", async () => {
      await workbench.command("View: Close All Editors");
      await workbench.command("File: New Untitled Text File");
      await workbench.page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
      await workbench.focused();
      await workbench.page.keyboard.type("x:2:hold:/bin/a");
      await workbench.command("Change Language Mode");
      await workbench.page.keyboard.type("Inittab");
      await workbench.page.keyboard.press("Enter");
      await workbench.command("Inittab: Simulate Boot");
      await workbench.page
        .getByText(/which cannot be simulated/)
        .first()
        .waitFor();
      expect(await workbench.page.locator(".tab", { hasText: "Simulation of" }).count()).toBe(0);
    });

    async function screenshot(folder: string, name: string): Promise<void> {
      mkdirSync(folder, { recursive: true });
      // What VS Code says of ports is none of ours.
      const style = ".notifications-toasts { display: none !important; }";
      await workbench.page.screenshot({ path: join(folder, `${name}.png`), style });
    }

    async function picture(name: string): Promise<void> {
      if (pictures !== undefined) await screenshot(pictures, name);
    }
  },
);
