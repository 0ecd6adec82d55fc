// The built site in a real Chromium. Whatever a page asks of another place is refused, and counted.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "@inittab/site/build";
import { type Serving, serveSite } from "@inittab/site/serve";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { lookForChromium } from "../../scripts/vscode/chromium.ts";
import { root } from "../../scripts/vscode/paths.ts";
import { launchBrowser } from "../e2e/stage.ts";

/** The longest that anything may take, in milliseconds. The machine may be busy with other things. */
const patience = 60_000;

/** What the tests of a file work with; there from the first test on. */
export interface SiteScene {
  /** The address of the site, with a slash at its end. */
  readonly address: string;
  /** Another visitor, who was never here before. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visitor>;
  /** Ends the server, as if the network were gone. */
  readonly goOffline: () => Promise<void>;
}

/** A visitor of the site. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Declares tests of the site. After each of them nothing may have been asked of another place, and nothing thrown. */
export function onSite(title: string, tests: (scene: SiteScene) => void): void {
  const chromium = lookForChromium();
  const because =
    chromium === undefined
      ? "there is no Chromium"
      : existsSync(root("dist/server/worker.js"))
        ? undefined
        : "npm run build has not run";
  if (because !== undefined && process.env["CI"] === "true")
    throw new Error(`the site cannot be tested, because ${because}`);
  if (because !== undefined) console.log(`skipped: ${title}, because ${because}`);
  describe.skipIf(because !== undefined)(
    because === undefined ? title : `${title} (skipped, because ${because})`,
    { timeout: 3 * patience },
    () => tests(sceneIn(chromium ?? "")),
  );
}

function sceneIn(chromium: string): SiteScene {
  let browser: Browser | undefined;
  let serving: Serving | undefined;
  let folder = "";
  const visitors: Visitor[] = [];
  const elsewhere: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "inittab-site-"));
    await buildSite(root(), folder);
    serving = await serveSite(folder, 0);
    browser = await launchBrowser(chromium);
  }, 3 * patience);

  afterEach(async ({ task }) => {
    // A screenshot adds a style to the page, which the policy refuses.
    const said = { elsewhere: elsewhere.splice(0), faults: faults.splice(0) };
    if (task.result?.state === "fail")
      for (const [index, { page }] of visitors.entries()) await screenshot(page, `${task.name} ${index}`);
    for (const { context } of visitors.splice(0)) await context.close();
    faults.splice(0);
    expect(said).toEqual({ elsewhere: [], faults: [] });
  });

  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, patience);

  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the scene is not there yet");
    return value;
  };
  return {
    get address() {
      return there(serving).address;
    },
    visit: async (options) => {
      const context = await there(browser).newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(patience);
      const { origin } = new URL(there(serving).address);
      // Pages and their workers alike.
      context.on("request", (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (asked !== origin && !/^(blob|data):$/.test(protocol)) elsewhere.push(request.url());
      });
      context.on("weberror", (error) => faults.push(String(error.error())));
      context.on("console", (said) => {
        if (said.type() === "error" && !/Content Security Policy|ERR_CONNECTION_REFUSED/.test(said.text()))
          faults.push(`${said.text()} (${said.location().url})`);
      });
      await context.exposeBinding("tellRefused", (_, text: string) => faults.push(text));
      await context.addInitScript({ content: reportRefused });
      const page = await context.newPage();
      visitors.push({ page, context });
      return { page, context };
    },
    goOffline: async () => {
      await there(serving).stop();
    },
  };
}

/**
 * Tells what the policy of a page has refused. The browser itself sets styles when it replaces selected text, and the
 * editor draws that anew; nothing else may be refused.
 */
const reportRefused = `document.addEventListener("securitypolicyviolation", (event) => {
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(".cm-content") !== null) return;
  tellRefused([event.violatedDirective, event.blockedURI, event.sample].join(" "));
});`;

async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync("out/site", { recursive: true });
  await page.screenshot({ path: join("out/site", `failed-${name.replaceAll(/\W+/g, "-")}.png`) });
}

/** One file of the playground. */
export interface SideScene {
  readonly editor: Locator;
  readonly findings: Locator;
  readonly status: Locator;
  /** The whole text, of which the editor draws what is in view. */
  readonly text: () => Promise<string>;
  readonly setting: (name: string) => Locator;
}

/** The file with this number, counted from 1. */
export function sideOf(page: Page, number = 1): SideScene {
  const side = page.locator(".side").nth(number - 1);
  const editor = side.getByRole("textbox", { name: /^Text of file/ });
  return {
    editor,
    findings: side.locator('[role="tabpanel"][data-tab="findings"] li'),
    status: side.locator(".status"),
    text: async () => (await editor.locator(".cm-line").allTextContents()).join("\n"),
    setting: (name) => side.getByRole("combobox", { name, exact: true }),
  };
}

/** Puts a text in the place of the one that the editor has, by the keyboard. */
export async function write(page: Page, { editor }: SideScene, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}
