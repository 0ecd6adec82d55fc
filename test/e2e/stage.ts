// What the end-to-end tests need of the machine: a Chromium, a VS Code, and the packed extension in it.

import { type Browser, chromium, type Page } from "playwright-core";
import { lookForChromium } from "../../scripts/vscode/chromium.ts";
import { type Edition, type Editor, editions, fetchEditor } from "../../scripts/vscode/editor.ts";
import { packExtension } from "../../scripts/vscode/extension.ts";
import { root } from "../../scripts/vscode/paths.ts";

/** The release of VS Code that is tested; `E2E_EDITION=newest` is the other one. */
export const edition: Edition = process.env["E2E_EDITION"] === "newest" ? editions.newest : editions.oldest;

/** An edition with all that is needed, or the reason why it cannot be tested here. */
export type Stage =
  | { readonly kind: "ready"; readonly editor: Editor; readonly chromium: string }
  | { readonly kind: "missing"; readonly because: string };

/** Something that serves an editor with the extension. */
export interface Host {
  /** The address that opens the example systems and one of their files. */
  readonly address: (file: string) => string;
  readonly stop: () => Promise<void>;
}

/** Looks for what an edition needs and fetches what can be fetched. In CI whatever is missing is an error. */
export async function prepareStage(edition: Edition): Promise<Stage> {
  const stage = await lookAround(edition);
  if (stage.kind === "missing" && process.env["CI"] === "true")
    throw new Error(`end-to-end tests are not possible, because ${stage.because}`);
  return stage;
}

async function lookAround(edition: Edition): Promise<Stage> {
  const path = lookForChromium();
  if (path === undefined) return { kind: "missing", because: "there is no Chromium" };
  try {
    return { kind: "ready", editor: await fetchEditor(edition), chromium: path };
  } catch (error) {
    const [reason] = String(error).split("\n");
    return { kind: "missing", because: `VS Code ${edition.vscode} could not be fetched (${reason})` };
  }
}

let packed: Promise<string> | undefined;

/** The packed extension, the same for all editions. */
export function packedExtension(): Promise<string> {
  packed ??= packExtension(root("out/e2e"));
  return packed;
}

/** A browser that reaches this machine and nothing else. */
export function launchBrowser(path: string): Promise<Browser> {
  const nowhere = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost";
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", nowhere] });
}

/** A page of the size of the screenshots. */
export function newPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
}
