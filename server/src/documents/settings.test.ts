import { dialects } from "@inittab/core";
import { expect, test } from "vitest";
import { inEnglish } from "../testing/english.ts";
import { ruleNamed } from "./rule-finder.ts";
import { createSettingsReader, defaultSettings, readOptionsFor, readSettings } from "./settings.ts";

test("anything is read, and what makes no sense is told", () => {
  const values = [
    undefined,
    null,
    7,
    {},
    { dialect: "auto", initVersion: "3.14", rules: {} },
    {
      dialect: "busybox",
      initVersion: "2.88",
      rules: { "duplicate-id": "off", IT901: "error" },
      trace: { server: "off" },
    },
    { dialect: "systemd", initVersion: 3, rules: [] },
    { dialect: { a: 1 }, rules: { "no-such-rule": "off", "duplicate-id": "loud", "unused-silencer": 1 } },
    { rules: "off" },
    { dialects: { "b/**": "toybox", "a/**": "busybox", "c/**": "systemd", "d/**": 7 } },
    { dialects: ["busybox"] },
  ];
  const shown = values.map((value) => {
    const { settings, problems } = readSettings(value, ruleNamed);
    return [
      JSON.stringify(value),
      `  ${JSON.stringify(settings)}`,
      ...problems.map((problem) => `  ! ${problem.replace(dialects.join(", "), "DIALECTS")}`),
    ].join("\n");
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "
      {"read":{},"lint":{},"scripts":{}}
    null
      {"read":{},"lint":{},"scripts":{}}
    7
      {"read":{},"lint":{},"scripts":{}}
    {}
      {"read":{},"lint":{},"scripts":{}}
    {"dialect":"auto","initVersion":"3.14","rules":{}}
      {"read":{"version":"3.14"},"lint":{},"scripts":{}}
    {"dialect":"busybox","initVersion":"2.88","rules":{"duplicate-id":"off","IT901":"error"},"trace":{"server":"off"}}
      {"dialect":"busybox","read":{"version":"2.88"},"lint":{"severities":{"duplicate-id":"off","unused-silencer":"error"}},"scripts":{}}
    {"dialect":"systemd","initVersion":3,"rules":[]}
      {"read":{},"lint":{},"scripts":{}}
      ! inittab.dialect: "systemd" is none of auto, DIALECTS
      ! inittab.initVersion: 3 is none of 2.88, 2.92, 2.95, 2.97, 3.02, 3.06, 3.11, 3.14
    {"dialect":{"a":1},"rules":{"no-such-rule":"off","duplicate-id":"loud","unused-silencer":1}}
      {"read":{},"lint":{},"scripts":{}}
      ! inittab.dialect: {"a":1} is none of auto, DIALECTS
      ! inittab.rules: there is no rule "no-such-rule"
      ! inittab.rules.duplicate-id: "loud" is none of off, error, warning, information, hint
      ! inittab.rules.unused-silencer: 1 is none of off, error, warning, information, hint
    {"rules":"off"}
      {"read":{},"lint":{},"scripts":{}}
      ! inittab.rules: expected an object of rule names, so it is ignored
    {"dialects":{"b/**":"toybox","a/**":"busybox","c/**":"systemd","d/**":7}}
      {"dialects":{"a/**":"busybox","b/**":"toybox"},"read":{},"lint":{},"scripts":{}}
      ! inittab.dialects: "systemd" for "c/**" is none of DIALECTS
      ! inittab.dialects: 7 for "d/**" is none of DIALECTS
    {"dialects":["busybox"]}
      {"read":{},"lint":{},"scripts":{}}
      ! inittab.dialects: expected an object of patterns, so it is ignored"
  `);
});

test("equal settings are the same object, and a problem is told once", async () => {
  const told: string[] = [];
  const read = createSettingsReader((problem) => told.push(problem));
  const broken = { dialect: "nonsense", rules: { "duplicate-id": "hint", "unused-silencer": "off" } };
  const swapped = { rules: { "unused-silencer": "off", "duplicate-id": "hint" } };
  expect(await read(broken)).toBe(await read(swapped));
  expect(await read(broken)).toBe(await read(broken));
  expect(await read(undefined)).toBe(defaultSettings);
  expect(await read({ dialect: "auto" })).toBe(defaultSettings);
  expect(told).toHaveLength(1);
});

test("a folder's pattern goes before what is set for all files", () => {
  const value = {
    dialect: "irix",
    initVersion: "3.06",
    dialects: { board: "busybox", "board/a b/**": "toybox", "untitled:*": "aix" },
  };
  const { settings } = readSettings(value, ruleNamed);
  const shown = [
    "file:///src/board/x/inittab",
    "vscode-vfs://github/me/repo/board/a%20b/etc/inittab?ref=1#2",
    "file:///src/inittab",
    "untitled:Untitled-1",
    "file:///board/%zz/inittab",
  ].map((uri) => {
    const { preset, path, version } = readOptionsFor(settings, uri);
    return `${path}: ${version}, ${preset?.dialect} because ${preset && inEnglish.text(preset.because)}`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "/src/board/x/inittab: 3.06, busybox because the setting inittab.dialects says so for board
    /me/repo/board/a b/etc/inittab: 3.06, toybox because the setting inittab.dialects says so for board/a b/**
    /src/inittab: 3.06, irix because the setting inittab.dialect says so
    undefined: 3.06, irix because the setting inittab.dialect says so
    /board/%zz/inittab: 3.06, busybox because the setting inittab.dialects says so for board"
  `);
  expect(readOptionsFor(defaultSettings, "file:///a/inittab")).toEqual({ path: "/a/inittab" });
});
