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

/** The title of the lens above the first entry. */
async function lens(server: Peer): Promise<string | undefined> {
  const [first] = await server.connection.sendRequest<
    readonly { readonly command: { readonly title: string } }[]
  >("textDocument/codeLens", { textDocument: { uri } });
  return first?.command.title;
}

const english = "Simulate boot";
const german = "Systemstart simulieren";
const hungarian = "Rendszerindítás szimulálása";

async function start(options: Parameters<typeof peerInProcess>[1]): Promise<Peer> {
  const server = peerInProcess(testEnvironment, { capabilities: modernClient, ...options });
  peer = server;
  await server.initialize();
  await server.open(uri, "id:2:initdefault:\nx:23:wait:/etc/rc\n");
  return server;
}

test.each([
  ["de-CH", {}, german],
  ["hu", {}, hungarian],
  ["fr", {}, english],
  ["de", { initializationOptions: { language: "hu" } }, hungarian],
  ["de", { settings: { language: "hu" } }, hungarian],
  ["de", { settings: { language: "en" } }, english],
  ["de", { settings: { language: "auto" } }, german],
])("for the locale %s and %j it says %s", async (locale, options, title) => {
  expect(await lens(await start({ locale, ...options }))).toBe(title);
});

test("the setting can be changed at any time", async () => {
  const server = await start({ locale: "de" });
  const said: (string | undefined)[] = [await lens(server)];
  for (const language of ["hu", "en", "auto", "hu"]) {
    await server.configure({ language });
    said.push(await lens(server));
  }
  expect(said).toEqual([german, hungarian, english, german, hungarian]);
});

test("a language that there is not is told, and the client's is spoken", async () => {
  const server = await start({ locale: "de", settings: { language: "tlh" } });
  expect(await lens(server)).toBe(german);
  expect(server.log).toContain('inittab.language: "tlh" is not a language of this server');
});
