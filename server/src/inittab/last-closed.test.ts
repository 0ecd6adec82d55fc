import { expect, test } from "vitest";
import { defaultSettings } from "../documents/settings.ts";
import { deskOfTest } from "../testing/desk.ts";
import { documentOf } from "../testing/document.ts";
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
  const closed = new LastClosed((work, milliseconds) => {
    timer = { work, milliseconds };
    return () => {
      timer = undefined;
    };
  });
  const open = ({ uri = "file:///etc/inittab", languageId = "inittab", text = table } = {}) =>
    closed.open({ uri, languageId, version: 1, text }, defaultSettings);

  const document = documentOf(table, {});
  expect(open()).toBeUndefined();
  closed.keep(document);
  expect(open({ uri: "file:///etc/other.inittab" })).toBeUndefined();
  expect(open({ languageId: "plaintext" })).toBeUndefined();
  expect(open()).toBe(document);
  expect(open()).toBeUndefined();
  expect(timer).toBeUndefined();

  closed.keep(document);
  expect(
    open({ text: "id:3:initdefault:\nother:3:respawn:/bin/other\nand:3:respawn:/bin/so/on\n" }),
  ).toBeUndefined();

  closed.keep(document);
  expect(timer?.milliseconds).toBe(60_000);
  timer?.work();
  expect(open()).toBeUndefined();
});

test("answers given before the file was closed do not count once it is opened again", () => {
  const document = documentOf(table, {});
  const { state } = document;
  document.close();
  document.reopen(2, undefined, document.settings);
  expect(document.state).not.toBe(state);
});

test("what was around the file when it was closed is not taken for what is around it now", () => {
  const openrc = { runlevels: new Map(), files: [] };
  const calls = "id:3:initdefault:\nsi::sysinit:/sbin/openrc sysinit\nl3:3:wait:/sbin/openrc default\n";
  const document = documentOf(calls);
  const codes = () => document.findings().map(({ rule }) => rule);
  const plain = codes();
  document.learn({ openrc, root: undefined });
  expect(codes()).not.toEqual(plain);
  document.close();
  document.reopen(2, undefined, document.settings);
  expect(codes()).toEqual(plain);
});

test("what is around the file counts again as soon as it is known, and an edit before it was closed too", () => {
  const openrc = { runlevels: new Map(), files: [] };
  const calls = "id:3:initdefault:\nsi::sysinit:/sbin/openrc sysinit\nl3:3:wait:/sbin/openrc default\n";
  const around = { openrc, root: undefined };
  const document = documentOf(calls);
  const edit = { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } };
  const fresh = (text: string) => {
    const other = documentOf(text);
    other.learn(around);
    return other.findings();
  };
  document.learn(around);
  expect(document.findings()).toEqual(fresh(calls));
  document.change([{ range: edit, text: "2" }], 2);
  document.findings();
  document.close();
  document.reopen(3, { start: 3, end: 4, text: "4" }, document.settings);
  document.findings();
  document.learn(around);
  expect(document.findings()).toEqual(fresh(calls.replace("id:3", "id:4")));
  document.close();
  document.reopen(4, undefined, document.settings);
  document.learn(around);
  expect(document.findings()).toEqual(fresh(calls.replace("id:3", "id:4")));
});
