// Draws docs/images/icon.png from the .svg beside it.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { root } from "./paths.ts";

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
const drawing = readFileSync(root("docs/images/icon.svg"), "utf8");
await page.setContent(`<style>body { margin: 0 }</style>${drawing}`);
await page.locator("svg").screenshot({ path: root("docs/images/icon.png"), omitBackground: true });
await browser.close();
