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
    { programs: { sensord: "background", "/opt/app": "stays", broken: "maybe", odd: 7 } },
    { programs: ["sensord"] },
    { busybox: { release: "1.37", preset: "gentoo", config: [] } },
    { busybox: { config: { FEATURE_INIT_QUIET: "n", FEATURE_INIT_COREDUMPS: true } } },
    { busybox: 7 },
    { machine: { profile: "toaster" } },
    { machine: { profile: "none", console: "ttyS0" } },
    { machine: { profile: "container", console: "", terminals: ["hvc0"] } },
    { machine: { profile: "pc", console: 1, terminals: [1], virtualConsoles: "yes" } },
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
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    null
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    7
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    {}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    {"dialect":"auto","initVersion":"3.14","rules":{}}
      {"read":{"version":"3.14"},"lint":{},"simulate":{},"scripts":{}}
    {"dialect":"busybox","initVersion":"2.88","rules":{"duplicate-id":"off","IT901":"error"},"trace":{"server":"off"}}
      {"dialect":"busybox","read":{"version":"2.88"},"lint":{"severities":{"duplicate-id":"off","unused-silencer":"error"}},"simulate":{},"scripts":{}}
    {"dialect":"systemd","initVersion":3,"rules":[]}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.dialect: "systemd" is none of auto, DIALECTS
      ! inittab.initVersion: 3 is none of 2.88, 2.92, 2.95, 2.97, 3.02, 3.04, 3.06, 3.11, 3.14
    {"dialect":{"a":1},"rules":{"no-such-rule":"off","duplicate-id":"loud","unused-silencer":1}}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.dialect: {"a":1} is none of auto, DIALECTS
      ! inittab.rules: there is no rule "no-such-rule"
      ! inittab.rules.duplicate-id: "loud" is none of off, error, warning, information, hint
      ! inittab.rules.unused-silencer: 1 is none of off, error, warning, information, hint
    {"rules":"off"}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.rules: expected an object of rule names, so it is ignored
    {"dialects":{"b/**":"toybox","a/**":"busybox","c/**":"systemd","d/**":7}}
      {"dialects":{"a/**":"busybox","b/**":"toybox"},"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.dialects: "systemd" for "c/**" is none of DIALECTS
      ! inittab.dialects: 7 for "d/**" is none of DIALECTS
    {"dialects":["busybox"]}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.dialects: expected an object of patterns, so it is ignored
    {"programs":{"sensord":"background","/opt/app":"stays","broken":"maybe","odd":7}}
      {"read":{},"lint":{"programs":{"/opt/app":"stays","sensord":"background"}},"simulate":{},"scripts":{}}
      ! inittab.programs: "maybe" for "broken" is none of stays, background, ends
      ! inittab.programs: 7 for "odd" is none of stays, background, ends
    {"programs":["sensord"]}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.programs: expected an object of programs, so it is ignored
    {"busybox":{"release":"1.37","preset":"gentoo","config":[]}}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.busybox.release: "1.37" is none of 1.35.0, 1.36.1, 1.37.0, 1.38.0
      ! inittab.busybox.preset: "gentoo" is none of auto, buildroot, openembedded, alpine, debian, stock
      ! inittab.busybox.config: expected an object of options, so it is ignored
    {"busybox":{"config":{"FEATURE_INIT_QUIET":"n","FEATURE_INIT_COREDUMPS":true}}}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.busybox.config.FEATURE_INIT_QUIET: "n" is neither true nor false
      ! inittab.busybox.config: "FEATURE_INIT_COREDUMPS" is none of FEATURE_USE_INITTAB, FEATURE_KILL_REMOVED, FEATURE_INIT_SCTTY, FEATURE_INIT_SYSLOG, FEATURE_INIT_QUIET
    {"busybox":7}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    {"machine":{"profile":"toaster"}}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
      ! inittab.machine.profile: "toaster" is none of none, board-serial, container, vm, pc
    {"machine":{"profile":"none","console":"ttyS0"}}
      {"read":{},"lint":{},"simulate":{},"scripts":{}}
    {"machine":{"profile":"container","console":"","terminals":["hvc0"]}}
      {"read":{},"lint":{"machine":{"profile":"container","terminals":["hvc0"]}},"simulate":{},"scripts":{}}
    {"machine":{"profile":"pc","console":1,"terminals":[1],"virtualConsoles":"yes"}}
      {"read":{},"lint":{"machine":{"profile":"pc"}},"simulate":{},"scripts":{}}
      ! inittab.machine.console: 1 is not a text
      ! inittab.machine.terminals: [1] is not a list of texts
      ! inittab.machine.virtualConsoles: "yes" is not true or false"
  `);
});

test("the BusyBox that is simulated is put together of release, preset and options", () => {
  const built = (busybox: object) => readSettings({ busybox }, ruleNamed).settings.simulate.usualBuild;
  expect(built({})).toBeUndefined();
  expect(built({ release: "1.36.1" })).toEqual({ release: "1.36.1" });
  expect(built({ preset: "openembedded" })).toEqual({ preset: "openembedded" });
  // What the file and its system say counts then.
  expect(built({ preset: "auto" })).toBeUndefined();
  const changed = built({ release: "1.35.0", preset: "debian", config: { FEATURE_USE_INITTAB: false } });
  expect(changed).toEqual({
    ...{ release: "1.35.0", preset: "debian" },
    config: { FEATURE_USE_INITTAB: false },
  });
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
