// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of BitBake look like places in a template

// What the editor says and offers in a recipe, asked over the protocol.

import { afterEach, expect, test } from "vitest";
import { environmentWith } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const head = 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\n';

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

interface Place {
  readonly path?: string;
  readonly languageId?: string;
}

/** Opens a recipe with the cursor at `|` and asks. */
async function ask<Answer>(marked: string, request: string, place: Place = {}): Promise<Answer> {
  peer?.dispose();
  const { path = "meta/svc.bb", languageId = "bitbake" } = place;
  const uri = `file:///${path}`;
  const server = peerInProcess(environmentWith({}), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  const at = marked.indexOf("|");
  await server.open(uri, at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1), 1, languageId);
  const lines = marked.slice(0, Math.max(0, at)).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: position, end: position };
  return server.connection.sendRequest<Answer>(`textDocument/${request}`, {
    ...{ textDocument: { uri }, position, range, context: { diagnostics: [] } },
  });
}

async function told(text: string, place?: Place): Promise<readonly string[]> {
  const report = await ask<{ readonly items: readonly { readonly code: string }[] }>(
    text,
    "diagnostic",
    place,
  );
  return report.items.map(({ code }) => code);
}

async function labels(marked: string): Promise<readonly string[]> {
  const list = await ask<{ readonly items: readonly { readonly label: string }[] }>(marked, "completion");
  return list.items.map(({ label }) => label);
}

async function hover(marked: string): Promise<string | undefined> {
  const found = await ask<{ readonly contents: { readonly value: string } } | null>(marked, "hover");
  return found?.contents.value;
}

test("recipes are checked whatever language the editor has for them, other files of their names get no word", async () => {
  const text = `${head}INITSCRIPT_PARAMS = "defaults 09"\n`;
  expect(await told(text)).toEqual(["recipe-params-octal"]);
  expect(await told(text, { languageId: "plaintext" })).toEqual(["recipe-params-octal"]);
  expect(await told(text, { path: "meta/svc.bbappend", languageId: "plaintext" })).toEqual([
    "recipe-params-octal",
  ]);
  expect(await told("<?php echo 1;\nid:3:initdefault\n", { path: "x.inc", languageId: "php" })).toEqual([]);
  expect(
    await told("# inittab: dialect=sysvinit\nid:3:respwan:/bin/x\n", { path: "x.bb", languageId: "inittab" }),
  ).not.toEqual([]);
});

test("a finding can be mended or silenced", async () => {
  const marked = `${head}INITSCRIPT_PARAMS = "start 20 5 2|"\n`;
  const offers = await ask<readonly { readonly title: string }[]>(marked, "codeAction");
  expect(offers.map(({ title }) => title)).toMatchInlineSnapshot(`
    [
      "End the list with \` .\`",
      "Disable recipe-params-refused for this line",
      "Disable recipe-params-refused for the whole file",
    ]
  `);
});

test("variables are offered in the first column, those that are set already are not", async () => {
  expect(await labels(`${head}INIT|`)).toEqual(["INITSCRIPT_PARAMS", "INITSCRIPT_PACKAGES"]);
  expect(await labels(`${head}do_install() {\n    INIT|\n}\n`)).toEqual([]);
});

test("values are offered by what update-rc.d takes there", async () => {
  const params = (value: string) => labels(`${head}INITSCRIPT_PARAMS = "${value}"\n`);
  expect(await params("|")).toEqual([
    "defaults",
    "defaults 20",
    "start 20 2 3 4 5 . stop 80 0 1 6 .",
    "start 20 S .",
  ]);
  expect(await params("start |")).toEqual([]);
  expect(await params("start 20 |")).toEqual(["2", "3", "4", "5", "0", "1", "6", "S"]);
  expect(await params("start 20 2 3 |")).toEqual(["4", "5", "0", "1", "6", "S", "."]);
  expect(await params("start 20 2 . |")).toEqual(["start 20 2 3 4 5 .", "stop 80 0 1 6 ."]);
  const install = 'do_install() {\n    install a ${D}${sysconfdir}/init.d/svcd\n}\nINITSCRIPT_NAME = "|"\n';
  expect(await labels(install)).toEqual(["svcd"]);
});

test("a variable and a word are explained, with the links of the call", async () => {
  const params = `${head}INITSCRIPT_PARAMS = "start 9 5 2 . stop 20 0 ."\n`;
  const links = "update-rc.d makes S09svc in 5 2, K20svc in 0.";
  expect(await hover(params.replace("PARAMS", "PAR|AMS"))).toContain(links);
  expect(await hover(params.replace("start", "st|art"))).toContain("word of OpenEmbedded's update-rc.d");
  expect(await hover(params.replace("9 5", "9| 5"))).toBe(links);
  expect(await hover(`${head}INITSCRIPT_PARAMS = "defau|lts 09"\n`)).toContain("S00svc in 2 3 4 5");
  expect(await hover(`${head}INITSCRIPT_PARAMS = "start |20 5"\n`)).toContain("refuses this call");
  expect(await hover(head.replace("_NAME", "_N|AME"))).toContain("variable of the class update-rc.d");
  expect(await hover(head.replace("inherit", "inh|erit"))).toBeUndefined();
});
