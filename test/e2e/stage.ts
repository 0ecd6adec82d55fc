// What the end-to-end tests need of the machine: a Chromium, a VS Code, and the packed extension in it.

import { type Browser, chromium, type Page } from "playwright-core";
import { lookForChromium } from "../../scripts/vscode/chromium.ts";
import { type Edition, type Editor, editions, fetchEditor } from "../../scripts/vscode/editor.ts";
import { packExtension, packedFile } from "../../scripts/vscode/extension.ts";
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

/** As `findStage`; in CI whatever is missing is an error. */
export async function prepareStage(edition: Edition): Promise<Stage> {
  const stage = await findStage(edition);
  if (stage.kind === "missing" && process.env["CI"] === "true")
    throw new Error(`end-to-end tests are not possible, because ${stage.because}`);
  return stage;
}

/** Looks for what an edition needs and fetches what can be fetched. */
export async function findStage(edition: Edition): Promise<Stage> {
  const path = lookForChromium();
  if (path === undefined) return { kind: "missing", because: "there is no Chromium" };
  try {
    return { kind: "ready", editor: await fetchEditor(edition), chromium: path };
  } catch (error) {
    const [reason] = String(error).split("\n");
    return { kind: "missing", because: `VS Code ${edition.vscode} could not be fetched (${reason})` };
  }
}

const packed = root("out/e2e");

/** Packs the extension that was built. */
export async function packIntoStage(): Promise<void> {
  await packExtension(packed);
}

/** The packed extension, the same for all editions. */
export function packedExtension(): string {
  return packedFile(packed);
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
