// What a person does in VS Code, in words. Everything waits for a condition; nothing waits for a time.

import type { Locator, Page } from "playwright-core";

/** The longest that anything may take, in milliseconds. The machine may be busy with other things. */
export const patience = 60_000;

/** A VS Code in a page of the browser. */
export interface Workbench {
  readonly page: Page;
  /** Goes to an address and waits until the editor shows a file. */
  readonly open: (address: string) => Promise<void>;
  /** Runs a command by its full title. */
  readonly command: (title: string) => Promise<void>;
  /** Puts the cursor there; both count from 1. */
  readonly moveTo: (line: number, column: number) => Promise<void>;
  /** Waits until the active editor takes what is typed. */
  readonly focused: () => Promise<void>;
  /** The rows of the Problems view, as a screen reader reads them. */
  readonly problems: Locator;
  readonly showProblems: () => Promise<void>;
  /** The text of a hover at the cursor. */
  readonly hover: () => Promise<string>;
  /** The labels in the list that Ctrl+Space opens, as far as they are shown. */
  readonly complete: () => Promise<readonly string[]>;
  /** Presses Ctrl+. and takes the offer with this text. */
  readonly quickFix: (title: string | RegExp) => Promise<void>;
  /** What the language status of the active editor says. */
  readonly languageStatus: () => Promise<string>;
  /** Opens the language status and follows a link in it. */
  readonly followLanguageStatus: (link: string) => Promise<void>;
  /** Clicks the code lens with this text until what it leads to is there; the editor may draw its lenses anew meanwhile. */
  readonly followLens: (text: string, arrive: () => Promise<void>) => Promise<void>;
  /** The notice with this text, once it is there: newer releases keep some in their center only. */
  readonly notice: (text: string | RegExp) => Promise<Locator>;
  /** Takes a row of the list that is open. */
  readonly pick: (label: string) => Promise<void>;
  /** The lines of the active editor as far as they are shown. */
  readonly lines: () => Promise<readonly string[]>;
  /** Undoes everything that was done to the file. */
  readonly revert: () => Promise<void>;
}

/** A workbench in this page. */
export function workbenchIn(page: Page): Workbench {
  page.setDefaultTimeout(patience);
  return {
    page,
    open: (address) => open(page, address),
    command: (title) => command(page, title),
    moveTo: (line, column) => moveTo(page, line, column),
    focused: () => focusedEditorOf(page).waitFor(),
    problems: page.locator(".markers-panel .monaco-list-row"),
    showProblems: () => showProblems(page),
    hover: () => hover(page),
    complete: () => complete(page),
    quickFix: (title) => quickFix(page, title),
    languageStatus: () => languageStatus(page),
    followLanguageStatus: (link) => followLanguageStatus(page, link),
    followLens: (text, arrive) => followLens(page, text, arrive),
    notice: (text) => notice(page, text),
    pick: (label) => pick(page, label),
    lines: () => lines(page),
    revert: () => revert(page),
  };
}

function inputOf(page: Page): Locator {
  return page.locator(".quick-input-widget input.input");
}

function editorOf(page: Page): Locator {
  return page.locator(".editor-group-container.active .monaco-editor").first();
}

function focusedEditorOf(page: Page): Locator {
  return page.locator(".editor-group-container.active .monaco-editor.focused").first();
}

function statusRowsOf(page: Page): Locator {
  return page.locator(".hover-language-status");
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await editorOf(page).locator(".view-lines .view-line").first().waitFor();
}

/** Opens the palette with this text in it. */
async function openPalette(page: Page, text: string): Promise<void> {
  const input = inputOf(page);
  // Something else may take the focus while the window settles, and closes the palette again.
  await waitUntil(`the palette takes ${text}`, async () => {
    await page.keyboard.press("F1");
    await input.fill(text, { timeout: 2000 });
    return (await input.inputValue()) === text;
  });
}

async function command(page: Page, title: string): Promise<void> {
  await waitUntil(`the command ${title} is there`, async () => {
    await openPalette(page, `>${title}`);
    // The list is sorted by likeness: the first row need not be the command. A label may end in keys.
    const rows = page.locator(".quick-input-list .monaco-list-row");
    try {
      await rows
        .and(page.locator(`[aria-label="${title}"], [aria-label^="${title},"]`))
        .click({ timeout: 3000 });
    } catch (error) {
      // While it stays open it offers what suited the editor when it was opened, which may have been none yet.
      await page.keyboard.press("Escape");
      throw error;
    }
    // Where the list was is a tab, which would show a hover of its own.
    await page.mouse.move(24, 500);
    return true;
  });
}

async function moveTo(page: Page, line: number, column: number): Promise<void> {
  await openPalette(page, `:${line}:${column}`);
  await page.keyboard.press("Enter");
  await inputOf(page).waitFor({ state: "hidden" });
  const place = page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` });
  await place.first().waitFor();
  // The place is shown while the palette is still open; what is typed before the editor has the focus goes nowhere.
  await focusedEditorOf(page).waitFor();
}

async function showProblems(page: Page): Promise<void> {
  await command(page, "Problems: Focus on Problems View");
  await page.locator(".markers-panel").waitFor();
}

async function hover(page: Page): Promise<string> {
  const rows = page.locator(".monaco-hover:visible:not(.workbench-hover) .hover-row");
  let texts: readonly string[] = [];
  await waitUntil("the hover is there", async () => {
    await page.keyboard.press("Control+KeyK");
    await page.keyboard.press("Control+KeyI");
    await rows
      .filter({ hasNotText: /^Loading/ })
      .first()
      .waitFor({ timeout: 5000 });
    // It is drawn again when more arrives, and may be empty for a moment.
    texts = await rows.allTextContents();
    return texts.some((text) => text !== "");
  });
  return texts.join("\n");
}

async function complete(page: Page): Promise<readonly string[]> {
  const label = page.locator(".suggest-widget.visible .monaco-list-row .label-name");
  await waitUntil("something is offered", async () => {
    await page.keyboard.press("Control+Space");
    await label.first().waitFor({ timeout: 5000 });
    return true;
  });
  return label.allTextContents();
}

async function quickFix(page: Page, title: string | RegExp): Promise<void> {
  const offer = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  await waitUntil(`${title} is offered`, async () => {
    await page.keyboard.press("Control+Period");
    await offer.waitFor({ timeout: 3000 });
    return true;
  });
  // The menu takes the keyboard; the mouse only once it has moved.
  await waitUntil(`${title} is chosen`, async () => {
    if (/(^| )focused( |$)/.test((await offer.getAttribute("class")) ?? "")) return true;
    await page.keyboard.press("ArrowDown");
    return false;
  });
  await page.keyboard.press("Enter");
}

async function openLanguageStatus(page: Page): Promise<void> {
  const item = page.locator('.statusbar-item[id="status.languageStatus"]');
  await waitUntil("the language status is shown", async () => {
    await item.hover({ timeout: 2000 });
    await statusRowsOf(page).first().waitFor({ timeout: 3000 });
    return true;
  });
}

async function languageStatus(page: Page): Promise<string> {
  await openLanguageStatus(page);
  const text = await statusRowsOf(page).allTextContents();
  await page.keyboard.press("Escape");
  await page.mouse.move(640, 300);
  return text.join("\n");
}

async function followLanguageStatus(page: Page, link: string): Promise<void> {
  await waitUntil(`${link} opens a list`, async () => {
    await openLanguageStatus(page);
    await statusRowsOf(page).locator("a", { hasText: link }).first().click({ timeout: 2000 });
    await inputOf(page).waitFor({ timeout: 2000 });
    return true;
  });
}

async function notice(page: Page, text: string | RegExp): Promise<Locator> {
  const found = page.locator(".notifications-center .notification-list-item", { hasText: text }).first();
  await waitUntil(`the notice ${text} is there`, async () => {
    await command(page, "Notifications: Show Notifications");
    await found.waitFor({ timeout: 3000 });
    return true;
  });
  return found;
}

async function followLens(page: Page, text: string, arrive: () => Promise<void>): Promise<void> {
  await waitUntil(`the lens ${text} is followed`, async () => {
    await page.locator(".codelens-decoration a", { hasText: text }).click({ timeout: 2000 });
    await arrive();
    return true;
  });
}

async function pick(page: Page, label: string): Promise<void> {
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: label }).first();
  await row.click();
  await row.waitFor({ state: "hidden" });
}

async function lines(page: Page): Promise<readonly string[]> {
  // The editor puts its lines anywhere and reuses them, so they are read at one go and sorted by their place.
  const rows = await editorOf(page)
    .locator(".view-lines .view-line")
    .evaluateAll((found) =>
      found.map((row) => [Number.parseFloat(row.style.top), row.textContent ?? ""] as const),
    );
  return rows
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text.replaceAll("\u00a0", " ").replaceAll("\u200b", ""));
}

async function revert(page: Page): Promise<void> {
  await command(page, "File: Revert File");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
}

/** Tries until the answer is yes; a step that fails is tried again. Fails when patience ends. */
export async function waitUntil(what: string, question: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      if (await question()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${patience / 1000} s in vain until ${what}`, { cause: last });
}
