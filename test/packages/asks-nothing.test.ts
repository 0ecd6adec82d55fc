// What the packed extension could ask of a network: each place in its code that can, by file. None of them asks anything
// but the extension's own files and whoever has started it; the end-to-end tests show it where the code runs.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/vscode/paths.ts";

const ofBrowsers =
  /\b(?:fetch\(|XMLHttpRequest|WebSocket\b|EventSource|sendBeacon|importScripts|RTCPeerConnection|WebTransport)/g;
const ofNode =
  /(?:require\(|\bfrom ?|import\()\s*["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|undici)["'`]/g;

/** The places in the code of a folder, counted by what stands there. */
function placesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    if (!/\.(?:js|cjs|mjs)$/.test(name)) return [];
    const code = readFileSync(join(folder, name), "utf8");
    const places = [...code.matchAll(ofBrowsers), ...code.matchAll(ofNode)].map(([place]) => place);
    const counts = new Map<string, number>();
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    return [...counts].toSorted().map(([place, count]) => `${name}: ${count} ${place}`);
  });
}

test("the client listens where assistants ask it, and asks nobody", () => {
  expect(placesIn(root("dist/client"))).toMatchInlineSnapshot(`
    [
      "node.cjs: 1 require("node:http"",
    ]
  `);
});

test("the server fetches the parsers that lie beside it, and takes the connection that it is given", () => {
  expect(placesIn(root("dist/server"))).toMatchInlineSnapshot(`
    [
      "browser.js: 1 fetch(",
      "main.js: 1 require("net"",
      "main.js: 1 require("node:net"",
      "web-tree-sitter.js: 2 XMLHttpRequest",
      "web-tree-sitter.js: 3 fetch(",
      "worker.js: 1 importScripts",
    ]
  `);
});

test("the pages of the views ask for nothing", () => {
  expect(placesIn(root("dist/webview"))).toEqual([]);
});
