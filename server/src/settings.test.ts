import { expect, test } from "vitest";
import { createSettingsReader, defaultSettings, readSettings } from "./settings.ts";

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
  ];
  const shown = values.map((value) => {
    const { settings, problems } = readSettings(value);
    return [
      JSON.stringify(value),
      `  ${JSON.stringify(settings)}`,
      ...problems.map((problem) => `  ! ${problem}`),
    ].join("\n");
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "
      {"read":{},"lint":{}}
    null
      {"read":{},"lint":{}}
    7
      {"read":{},"lint":{}}
    {}
      {"read":{},"lint":{}}
    {"dialect":"auto","initVersion":"3.14","rules":{}}
      {"read":{"version":"3.14"},"lint":{}}
    {"dialect":"busybox","initVersion":"2.88","rules":{"duplicate-id":"off","IT901":"error"},"trace":{"server":"off"}}
      {"read":{"dialect":"busybox","version":"2.88"},"lint":{"severities":{"duplicate-id":"off","unused-silencer":"error"}}}
    {"dialect":"systemd","initVersion":3,"rules":[]}
      {"read":{},"lint":{}}
      ! inittab.dialect: "systemd" is none of auto, sysvinit, busybox, procd, toybox, aix, solaris, hp-ux, irix, sco, tru64, system-v, unknown
      ! inittab.initVersion: 3 is none of 2.88, 2.92, 2.95, 2.97, 3.02, 3.06, 3.11, 3.14
    {"dialect":{"a":1},"rules":{"no-such-rule":"off","duplicate-id":"loud","unused-silencer":1}}
      {"read":{},"lint":{}}
      ! inittab.dialect: {"a":1} is none of auto, sysvinit, busybox, procd, toybox, aix, solaris, hp-ux, irix, sco, tru64, system-v, unknown
      ! inittab.rules: there is no rule "no-such-rule"
      ! inittab.rules.duplicate-id: "loud" is none of off, error, warning, information, hint
      ! inittab.rules.unused-silencer: 1 is none of off, error, warning, information, hint
    {"rules":"off"}
      {"read":{},"lint":{}}
      ! inittab.rules: expected an object of rule names, so it is ignored"
  `);
});

test("equal settings are the same object, and a problem is told once", () => {
  const told: string[] = [];
  const read = createSettingsReader((problem) => told.push(problem));
  const broken = { dialect: "nonsense", rules: { "duplicate-id": "hint", "unused-silencer": "off" } };
  const swapped = { rules: { "unused-silencer": "off", "duplicate-id": "hint" } };
  expect(read(broken)).toBe(read(swapped));
  expect(read(broken)).toBe(read(broken));
  expect(read(undefined)).toBe(defaultSettings);
  expect(read({ dialect: "auto" })).toBe(defaultSettings);
  expect(told).toHaveLength(1);
});
