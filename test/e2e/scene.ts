// A real VS Code for a group of tests, once for each kind of host.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { startSession } from "../../scripts/vscode/session.ts";
import {
  edition,
  type Host,
  launchBrowser,
  newPage,
  packedExtension,
  prepareStage,
  type Stage,
} from "./stage.ts";
import { packTester } from "./tester.ts";
import { startWebHost } from "./web-host.ts";
import { patience, type Workbench, workbenchIn } from "./workbench.ts";

/** What the tests of a group work with; there from the first test on. */
export interface Scene {
  readonly workbench: Workbench;
  /** The page of the simulation view. */
  readonly view: FrameLocator;
  /** The address that opens the example systems and one of their files. */
  readonly address: (file: string) => string;
  /** Another page of the same browser. */
  readonly newPage: () => Promise<Page>;
  readonly kind: "desktop" | "web";
  /**
   * What the extensions, and the programs that they start, have asked of a network so far; it was refused. Of the web's
   * host, what the whole page has asked.
   */
  readonly asked: () => readonly string[];
  /** A picture of the page in a folder, for whoever looks at it. */
  readonly screenshot: (name: string, folder?: string) => Promise<void>;
}

/** What writes down what is asked of a network; the tester loads it. */
const recorder = join(import.meta.dirname, "record-network.cjs");

/** What a group needs. */
export interface SceneOptions {
  /** Where the search for a free port begins, so that groups which run at the same time hardly meet. */
  readonly port: number;
  /** The hosts in which it is tried; without it in all. */
  readonly hosts?: readonly Scene["kind"][];
  /** Settings besides those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the extension that stands for other people's assistants is there as well. */
  readonly tester?: boolean;
  /** Whether what is asked of a network is written down. */
  readonly watched?: boolean;
  /** More files beside the example systems, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Declares the tests of a group in the desktop's host and in the web's. */
export async function inEveryHost(
  what: string,
  options: SceneOptions,
  tests: (scene: Scene) => void,
): Promise<void> {
  const stage = await prepareStage(edition);
  const title = `${what} in VS Code ${edition.vscode}`;
  if (stage.kind === "missing") console.log(`skipped: ${title}, because ${stage.because}`);
  const why = stage.kind === "ready" ? "" : ` (skipped, because ${stage.because})`;
  for (const kind of options.hosts ?? (["desktop", "web"] as const))
    describe.skipIf(stage.kind === "missing")(`${title}, ${kind} host${why}`, { timeout: 3 * patience }, () =>
      tests(sceneOf(stage, kind, options)),
    );
}

function sceneOf(stage: Stage, kind: Scene["kind"], options: SceneOptions): Scene {
  const { port, files = {}, settings = {}, tester = false, watched = false } = options;
  let host: Host | undefined;
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;
  let listed: string | undefined;
  const ofPage = new Set<string>();

  beforeAll(async () => {
    if (stage.kind === "missing") return;
    const vsix = packedExtension();
    if (kind === "web") host = await startWebHost(stage.editor, vsix, { files, settings, tester });
    else {
      const packed = mkdtempSync(join(tmpdir(), "inittab-tester-"));
      const more = tester ? [await packTester(packed)] : [];
      if (watched) listed = join(mkdtempSync(join(tmpdir(), "inittab-asked-")), "asked");
      const env = listed === undefined ? {} : { RECORDER: recorder, ASKED: listed };
      const session = await startSession({ editor: stage.editor, vsix, more, port, settings, env });
      rmSync(packed, { recursive: true });
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(session.systems, path)), { recursive: true });
        writeFileSync(join(session.systems, path), text);
      }
      host = session;
    }
    browser = await launchBrowser(stage.chromium);
    const page = await newPage(browser);
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1") ofPage.add(hostname);
    });
    workbench = workbenchIn(page);
  }, 5 * patience);

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await scene.screenshot(`failed-${task.name.replaceAll(/\W+/g, "-")}`);
  });

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (listed !== undefined) rmSync(dirname(listed), { recursive: true });
  }, patience);

  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the scene is not there yet");
    return value;
  };
  const scene: Scene = {
    kind,
    get workbench() {
      return there(workbench);
    },
    get view() {
      return simulationIn(there(workbench).page);
    },
    address: (file) => there(host).address(file),
    newPage: () => newPage(there(browser)),
    asked: () =>
      listed === undefined
        ? [...ofPage]
        : readFileSync(listed, "utf8")
            .split("\n")
            .filter((line) => line !== ""),
    screenshot: async (name, folder = "out/e2e") => {
      mkdirSync(folder, { recursive: true });
      await there(workbench).page.screenshot({ path: join(folder, `${name}.png`) });
    },
  };
  return scene;
}

/** The simulation view in a workbench. */
export function simulationIn(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}
