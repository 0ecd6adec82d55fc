// The page of the simulation view by itself, in every width: the built page in a browser, and the built server behind it.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { lookForChromium } from "../../scripts/vscode/chromium.ts";
import { root } from "../../scripts/vscode/paths.ts";
import { launchBrowser } from "./stage.ts";
import { patience } from "./workbench.ts";

const sysvinit = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l6:6:wait:/etc/init.d/rc 6
ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
`;
const busybox = `::sysinit:/bin/mount -t proc proc /proc
::sysinit:/bin/mount -o remount,rw /
::sysinit:/bin/mount -a
::respawn:/sbin/getty -L ttyS0 115200
`;

const chromium = lookForChromium();
const because =
  chromium === undefined
    ? "there is no Chromium"
    : existsSync(root("dist/webview/simulation.js"))
      ? undefined
      : "npm run build has not run";
if (because !== undefined && process.env["CI"] === "true")
  throw new Error(`the page cannot be tested, because ${because}`);
const title = "the page of the simulation";
if (because !== undefined) console.log(`skipped: ${title}, because ${because}`);

interface Told {
  readonly kind: string;
  readonly id?: string;
  readonly settings?: unknown;
  readonly at?: number;
  readonly moves?: number;
  readonly happening?: object;
  readonly index?: number;
}

interface Ways {
  readonly picture: object;
  readonly levels: readonly { readonly scenario: object }[];
}

describe.skipIf(because !== undefined)(
  because === undefined ? title : `${title} (skipped, because ${because})`,
  { timeout: 3 * patience },
  () => {
    let browser: Browser;
    let page: Page;
    let server: MessageConnection;
    let stop = () => {};

    beforeAll(async () => {
      const child = spawn(process.execPath, [root("dist/server/server.js"), "--stdio"]);
      stop = () => child.kill();
      server = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      server.listen();
      await server.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
      await server.sendNotification("initialized", {});
      browser = await launchBrowser(chromium ?? "");
    }, patience);
    afterEach(() => page.close());
    afterAll(async () => {
      await browser?.close();
      stop();
    });

    let opened = 0;
    /** A page with the boot of a table, which does what the extension would do; and what it has told. */
    async function show(text: string, width: number, theme = "vscode-dark"): Promise<readonly Told[]> {
      const uri = `file:///${++opened}/inittab`;
      await server.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "inittab", version: 1, text },
      });
      page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
      page.setDefaultTimeout(patience);
      const told: Told[] = [];
      let processes: Readonly<Record<string, unknown>> = {};
      const events: object[] = [];
      let cursor = 0;
      let moves = 0;
      let ways: Ways | undefined;
      let way: object | undefined;
      const send = (message: object) =>
        page
          .locator("body")
          .evaluate((body, data) => body.ownerDocument.defaultView?.postMessage(data, "*"), message);
      const run = async () => {
        const asked = moves;
        const scenario = way ?? { processes, events };
        const answer = await server.sendRequest<object>("workspace/executeCommand", {
          command: "inittab.simulate",
          arguments: [{ uri, scenario, at: cursor }],
        });
        const model = { scenario, cursor };
        const rest = { answer, comparison: null, reload: null };
        await send({ kind: "run", uri, file: "inittab", model, moves: asked, ...rest });
      };
      await page.exposeFunction("tell", async (message: Told) => {
        told.push(message);
        const { kind, id = "", settings, at = cursor, happening, index = 0 } = message;
        moves = message.moves ?? moves;
        if (kind === "cursor") cursor = at;
        if (kind === "happen") events.push({ at: cursor, ...happening });
        if (kind === "process") {
          const { [id]: _, ...others } = processes;
          processes = settings === null ? others : { ...others, [id]: settings };
        }
        if (kind === "ask-levels") {
          ways ??= await server.sendRequest<Ways>("inittab/verify", { uri, picture: true });
          await send({ kind: "levels", picture: ways.picture });
        }
        if (kind === "play-level") {
          const { inittab: _, ...world }: { inittab?: string } = ways?.levels[index]?.scenario ?? {};
          way = world;
          await run();
        }
        if (kind === "ready" || kind === "process" || kind === "cursor" || kind === "happen") await run();
      });
      await page.addInitScript(() => {
        const postMessage = (message: unknown) => Object(globalThis)["tell"](message);
        Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage, setState: () => {} }) });
      });
      const files: Readonly<Record<string, string>> = {
        "/": `<!DOCTYPE html><html lang="en" style="--vscode-contrastBorder:#6fc3df"><head><link rel="stylesheet" href="simulation.css"></head><body class="${theme}"><main id="simulation" data-texts="{}"></main><script type="module" src="simulation.js"></script></body></html>`,
        "/simulation.js": readFileSync(root("dist/webview/simulation.js"), "utf8"),
        "/simulation.css": readFileSync(root("dist/webview/simulation.css"), "utf8"),
      };
      const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };
      await page.route("http://view.localhost/**", (route) => {
        const { pathname } = new URL(route.request().url());
        const contentType = types[pathname.split(".").at(-1) ?? ""] ?? "text/html";
        return route.fulfill({ body: files[pathname] ?? "", contentType });
      });
      await page.goto("http://view.localhost/");
      await page.locator(".lane").first().waitFor();
      return told;
    }

    const lane = (id: string) => page.locator(`.lane[data-id="${id}"]`);
    const says = (id: string) => lane(id).getAttribute("aria-label");

    /** What reaches over the right edge, or is cut off there. */
    const overflowing = () =>
      page.locator("html").evaluate((html) => {
        const width = html.clientWidth;
        return [...html.querySelectorAll("button, input, select, .badge, .clock, .track, .panel")]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < -0.5 || right > width + 0.5;
          })
          .map((element) => `${element.className} ${element.textContent?.slice(0, 20)}`);
      });

    test.each([200, 230, 640, 2000])("everything can be reached at a width of %d px", async (width) => {
      await show(sysvinit, width);
      expect(await overflowing()).toEqual([]);
      const { track, label } = await lane("1").evaluate((row) => ({
        track: row.querySelector(".track")?.getBoundingClientRect().width ?? 0,
        label: row.querySelector(".label")?.getBoundingClientRect().width ?? 0,
      }));
      expect(track).toBeGreaterThan(width / 3.5);
      expect(label).toBeLessThanOrEqual(420);
    });

    test.each(["vscode-high-contrast", "vscode-high-contrast-light"])("%s has outlines", async (theme) => {
      await show(sysvinit, 640, `vscode-dark ${theme}`);
      const stroke = await lane("1")
        .locator(".bar")
        .first()
        .evaluate((bar) => bar.ownerDocument.defaultView?.getComputedStyle(bar).stroke);
      expect(stroke).toBe("rgb(111, 195, 223)");
      const border = await page
        .getByRole("button", { name: "telinit 3", exact: true })
        .evaluate((button) => button.ownerDocument.defaultView?.getComputedStyle(button).borderTopColor);
      expect(border).toBe("rgb(111, 195, 223)");
    });

    test("each toolbar is one Tab stop", async () => {
      await show(sysvinit, 900);
      const stops: string[] = [];
      const focused = () =>
        page.locator("html").evaluate((html) => {
          const element = html.ownerDocument.activeElement;
          return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
        });
      await page.locator("body").click({ position: { x: 1, y: 1 } });
      for (let presses = 0; presses < 30 && stops.at(-1) !== "Entries"; presses++) {
        await page.keyboard.press("Tab");
        stops.push(await focused());
      }
      expect(stops).toEqual([
        "Compare Runlevels…",
        "Restart",
        "Time since the boot",
        "Boot arguments",
        "telinit 0",
        "Seconds between TERM and KILL (telinit -t)",
        "Zoom In",
        "Entries",
      ]);
      await page.getByRole("button", { name: "Restart" }).focus();
      for (const name of ["Step Back", "Play", "Step", "Restart"]) {
        await page.keyboard.press("ArrowRight");
        expect(await focused()).toBe(name);
      }
    });

    test("times that are assumed are called so, until somebody sets them", async () => {
      await show(sysvinit, 900);
      await page.getByText("Durations are assumed unless you set them").waitFor();
      const tip = () => lane("l2").locator(".bar title").textContent();
      expect(await tip()).toBe("1 s – 2 s, an assumed duration");
      await lane("l2").locator(".label").click();
      await page.getByRole("tree", { name: "Entries" }).focus();
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");
      await expect.poll(tip).toBe("1 s – 4 s");
    });

    test("once the machine is down nothing runs, and no word has raw backticks", async () => {
      await show(`${sysvinit}z6:6:wait:/sbin/reboot\n`, 900);
      await page.getByRole("button", { name: "Ctrl-Alt-Del", exact: true }).click();
      await expect.poll(() => says("l6")).toContain("runs from");
      await page.getByRole("tab", { name: "Console" }).press("End");
      await expect.poll(() => page.locator(".doing").textContent()).toContain("the machine is down");
      const rows = await page
        .locator(".lane")
        .evaluateAll((all) =>
          all.map((row) => `${row.getAttribute("aria-label")} ${row.getAttribute("title")}`),
        );
      expect(rows.filter((row) => /now: (?:runs|waiting)/.test(row))).toEqual([]);
      for (const name of ["Console", "Processes", "What happens"]) {
        await page.getByRole("tab", { name }).click();
        expect(`${rows.join()} ${await page.locator("body").textContent()}`).not.toContain("`");
      }
    });

    test("lanes show what differs", async () => {
      await show(busybox, 640);
      expect(await page.locator(".lane .process").allTextContents()).toEqual([
        "mount -t proc proc /proc",
        "mount -o remount,rw /",
        "mount -a",
        "getty -L ttyS0 115200",
      ]);
      expect(await page.locator(".lane .label").first().getAttribute("title")).toBe(
        "/bin/mount -t proc proc /proc",
      );
    });

    test("the end of a bar is dragged: the process runs as long, and the lane keeps it", async () => {
      const told = await show(sysvinit, 900);
      expect(await says("l2")).toContain("runs from 1 s to 2 s");
      const grip = lane("l2").locator(".grip");
      const box = (await grip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const bar = (await lane("l2").locator(".bar").boundingBox()) ?? { width: 0 };
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 2 * bar.width, y, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => says("l2")).toMatch(/runs from 1 s to [34](?:\.\d)? s/);
      const [set] = told.filter(({ kind }) => kind === "process");
      expect(set?.id).toBe("l2");
      expect(Object(set?.settings).runs).toBeGreaterThan(2);
      // It was a drag and no click: the time that is shown stays.
      expect(told.filter(({ kind, at }) => kind === "cursor" && at !== 0)).toEqual([]);
    });

    test("seconds are typed while a lane is chosen", async () => {
      const told = await show(sysvinit, 900);
      await lane("l2").locator(".label").click();
      await page.getByRole("tree", { name: "Entries" }).focus();
      const field = page.getByRole("textbox", { name: "Seconds that it runs", exact: true });
      await page.keyboard.type("2.5");
      await page.keyboard.press("Enter");
      await expect.poll(() => says("l2")).toContain("runs from 1 s to 3.5 s");
      expect(await field.count()).toBe(0);
      await page.keyboard.type("7x");
      await page.keyboard.press("Enter");
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      await page.keyboard.press("Escape");
      expect(await says("l2")).toContain("runs from 1 s to 3.5 s");
      await page.keyboard.type("9");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Enter");
      await expect.poll(() => says("l2")).toContain("runs from 1 s to 2 s");
      expect(told.filter(({ kind }) => kind === "process").map(({ settings }) => settings)).toEqual([
        { runs: 2.5 },
        null,
      ]);
    });

    test("a level in which the machine can rest is chosen, and the shortest way there is played", async () => {
      const told = await show(sysvinit, 900);
      await page.getByRole("tab", { name: "Ways" }).click();
      const levels = page.locator('.map [role="button"]');
      await levels.first().waitFor();
      const names = await levels.evaluateAll((all) => all.map((level) => level.getAttribute("aria-label")));
      expect(names.map((name) => name?.replace(/,.*/, ""))).toEqual([
        "Runlevel 2",
        "Runlevel 1",
        "The machine is down (halt)",
        "Runlevel 3",
        "Runlevel 4",
        "Runlevel 5",
        "The machine is down (reboot)",
      ]);
      await levels.nth(3).click();
      await expect.poll(() => says("2")).toContain("runs from 5.01 s");
      expect(told.filter(({ kind }) => kind === "play-level")).toEqual([{ kind: "play-level", index: 3 }]);
    });

    test("the levels are one Tab stop, which the keyboard keeps while a way is played", async () => {
      const told = await show(sysvinit, 900);
      await page.getByRole("tab", { name: "Ways" }).click();
      const levels = page.locator('.map [role="button"]');
      await levels.first().waitFor();
      expect(
        await levels.evaluateAll(
          (all) => all.filter((level) => level.getAttribute("tabindex") === "0").length,
        ),
      ).toBe(1);
      await levels.first().focus();
      const focused = () =>
        page.locator("html").evaluate((html) => html.ownerDocument.activeElement?.getAttribute("aria-label"));
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await focused()).toContain("The machine is down (halt)");
      const before = told.length;
      await page.keyboard.press("Enter");
      await expect.poll(() => says("l0")).toContain("runs from");
      expect(await focused()).toContain("The machine is down (halt)");
      await page.keyboard.press("End");
      await page.keyboard.press(" ");
      await expect.poll(() => says("l6")).toContain("runs from");
      expect(
        told.slice(before).flatMap(({ kind, index = -1 }) => (kind === "play-level" ? [index] : [])),
      ).toEqual([2, 6]);
    });
  },
);
