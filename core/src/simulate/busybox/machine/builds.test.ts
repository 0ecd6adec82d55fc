import { expect, test } from "vitest";
import { inEnglish } from "../../../testing/english.ts";
import {
  type BusyboxBuild,
  busyboxBuild,
  busyboxBuilds,
  busyboxPresets,
  busyboxReleases,
  configChanges,
  findBusyboxBuild,
  withConfig,
} from "./builds.ts";

function inWords({ init, title, config }: BusyboxBuild): string {
  const on = Object.entries(config).flatMap(([name, isOn]) => (isOn ? [name.replace("FEATURE_", "")] : []));
  return `${init}: ${inEnglish.text(title)}: ${on.join(" ")}`;
}

test("every release with every preset, and which of them were recorded", () => {
  expect(busyboxBuilds).toHaveLength(busyboxReleases.length * busyboxPresets.length);
  const newest = busyboxBuilds.filter(({ release }) => release === "1.38.0");
  expect(newest.map(inWords).join("\n")).toMatchInlineSnapshot(`
    "busybox-1.38.0: BusyBox 1.38.0 of Buildroot: USE_INITTAB KILL_REMOVED INIT_SCTTY INIT_SYSLOG INIT_QUIET
    busybox-1.38.0-oe: BusyBox 1.38.0 of OpenEmbedded: USE_INITTAB
    busybox-1.38.0-alpine: BusyBox 1.38.0 of Alpine (not recorded): USE_INITTAB KILL_REMOVED INIT_SCTTY INIT_SYSLOG INIT_QUIET
    busybox-1.38.0-debian: BusyBox 1.38.0 of Debian (not recorded): USE_INITTAB KILL_REMOVED INIT_SCTTY INIT_SYSLOG INIT_QUIET
    busybox-1.38.0-stock: BusyBox 1.38.0 unpatched (not recorded): USE_INITTAB INIT_SCTTY INIT_SYSLOG INIT_QUIET"
  `);
  const recorded = busyboxBuilds.filter((build) => build.recorded).map(({ init }) => init);
  expect(recorded).toEqual([
    "busybox-1.35",
    "busybox-1.35-stock",
    "busybox-1.36.1",
    "busybox-1.37.0",
    "busybox-1.38.0",
    "busybox-1.38.0-oe",
  ]);
});

test("what is left open is the newest release as Buildroot builds it", () => {
  expect(busyboxBuild({}).init).toBe("busybox-1.38.0");
  expect(busyboxBuild({ release: "1.36.1" }).init).toBe("busybox-1.36.1");
  expect(busyboxBuild({ preset: "stock" }).init).toBe("busybox-1.38.0-stock");
  expect(findBusyboxBuild("busybox-1.35")?.preset).toBe("debian");
  expect(findBusyboxBuild("busybox-1.34")).toBeUndefined();
});

test("a build with other options says so, and a scenario can name it", () => {
  const build = busyboxBuild({ preset: "openembedded", config: { FEATURE_USE_INITTAB: false } });
  expect(inWords(build)).toBe(
    "busybox-1.38.0-oe: BusyBox 1.38.0 of OpenEmbedded with FEATURE_USE_INITTAB=n (not recorded): ",
  );
  expect(build.recorded).toBe(false);
  expect(configChanges(build)).toEqual({ config: { FEATURE_USE_INITTAB: false } });
  const plain = busyboxBuild({});
  expect(withConfig(plain, { FEATURE_INIT_QUIET: true })).toBe(plain);
  expect(configChanges(plain)).toEqual({});
});
