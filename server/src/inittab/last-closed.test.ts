import { expect, test } from "vitest";
import { defaultSettings } from "../documents/settings.ts";
import { deskOfTest } from "../testing/desk.ts";
import type { Shown } from "../testing/peer.ts";
import { LastClosed } from "./last-closed.ts";

const desk = deskOfTest();

const table = "id:2:initdefault:\nsi::sysinit:/etc/rcS\n1:2:respawn:/sbin/getty 38400 tty1\n";
const twice = table.replace("1:2:respawn", "si:2:respawn");

test("a file that is opened again is judged by the text that it has then", async () => {
  const { peer, uri, ask } = await desk.open(table);
  const codes = async () => {
    const { items } = await ask<{ readonly items: readonly Shown[] }>("textDocument/diagnostic");
    return items.map(({ code, range }) => `${range.start.line}:${code}`);
  };
  const reopen = async (text: string) => {
    await peer.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await peer.open(uri, text);
    return codes();
  };
  const fine = await codes();
  const flawed = await reopen(twice);
  expect(flawed).toContain("2:duplicate-id");
  expect(await reopen(table)).toEqual(fine);
  expect(await reopen(`# below\n${twice}`)).toContain("3:duplicate-id");
  expect(await reopen("nothing")).toEqual(["0:no-records"]);
  expect(await reopen(table)).toEqual(fine);
});

test("what was closed last is kept for a minute, for its own file alone", () => {
  let timer: { readonly work: () => void; readonly milliseconds: number } | undefined;
  const documents = new LastClosed((work, milliseconds) => {
    timer = { work, milliseconds };
    return () => {
      timer = undefined;
    };
  });
  const open = (uri = "file:///etc/inittab", languageId = "inittab") =>
    documents.open({ uri, languageId, version: 1, text: table }, defaultSettings);

  const first = open();
  expect(open()).not.toBe(first);
  first.close();
  expect(open("file:///etc/other.inittab")).not.toBe(first);
  expect(open(undefined, "plaintext")).not.toBe(first);
  expect(open()).toBe(first);
  expect(timer).toBeUndefined();

  first.close();
  expect(timer?.milliseconds).toBe(60_000);
  timer?.work();
  expect(open()).not.toBe(first);
});

test("what was asked of the file before it was closed is no answer for it when it is opened again", () => {
  const documents = new LastClosed(() => () => undefined);
  const opened = { uri: "file:///etc/inittab", languageId: "inittab", version: 1, text: table };
  const document = documents.open(opened, defaultSettings);
  const { state } = document;
  document.close();
  expect(documents.open(opened, defaultSettings)).toBe(document);
  expect(document.state).not.toBe(state);
});
