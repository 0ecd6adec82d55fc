// Which language the server speaks: that of the client, unless it is told another one.

import { afterEach, expect, test } from "vitest";
import { testEnvironment } from "./testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";

const uri = "file:///etc/inittab";

let peer: Peer | undefined;
afterEach(() => {
  expect(peer?.errors).toEqual([]);
  peer?.dispose();
});

/** The word between two runlevels in a hover. */
async function between(server: Peer): Promise<string | undefined> {
  const hover = await server.connection.sendRequest<{ readonly contents: { readonly value: string } }>(
    "textDocument/hover",
    { textDocument: { uri }, position: { line: 0, character: 3 } },
  );
  return / 2 (\S+) 3/.exec(hover.contents.value)?.[1];
}

async function start(options: Parameters<typeof peerInProcess>[1]): Promise<Peer> {
  const server = peerInProcess(testEnvironment, { capabilities: modernClient, ...options });
  peer = server;
  await server.initialize();
  await server.open(uri, "x:23:wait:/etc/rc\n");
  return server;
}

test.each([
  ["de-CH", {}, "oder"],
  ["hu", {}, "vagy"],
  ["fr", {}, "or"],
  ["de", { initializationOptions: { language: "hu" } }, "vagy"],
  ["de", { settings: { language: "hu" } }, "vagy"],
  ["de", { settings: { language: "en" } }, "or"],
  ["de", { settings: { language: "auto" } }, "oder"],
])("for the locale %s and %j it says %s", async (locale, options, word) => {
  expect(await between(await start({ locale, ...options }))).toBe(word);
});

test("the setting can be changed at any time", async () => {
  const server = await start({ locale: "de" });
  const said: (string | undefined)[] = [await between(server)];
  for (const language of ["hu", "en", "auto", "hu"]) {
    await server.configure({ language });
    said.push(await between(server));
  }
  expect(said).toEqual(["oder", "vagy", "or", "oder", "vagy"]);
});

test("a language that there is not is told, and the client's is spoken", async () => {
  const server = await start({ locale: "de", settings: { language: "tlh" } });
  expect(await between(server)).toBe("oder");
  expect(server.log).toContain('inittab.language: "tlh" is not a language of this server');
});
