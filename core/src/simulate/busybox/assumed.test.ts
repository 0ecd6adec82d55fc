// Whose BusyBox is simulated where nobody names one: what the table and the files of its system say.

import { describe, expect, test } from "vitest";
import { busyboxFamilies } from "../../initscript/families/families.ts";
import { inEnglish } from "../../testing/english.ts";
import { listingOf } from "../../testing/listing.ts";
import { simulatedInit } from "../machines.ts";
import { assumedPreset } from "./assumed.ts";
import { busyboxBuild, busyboxPresets } from "./machine/builds.ts";

const plain = "::sysinit:/etc/init.d/rcS\n::respawn:-/bin/sh\n";

describe("the BusyBox of a table", () => {
  test.each([
    [
      "a table that calls OpenRC",
      "::sysinit:/sbin/openrc sysinit\n",
      {},
      "alpine: the inittab contains `openrc sysinit`",
    ],
    [
      "a terminal that OpenEmbedded's recipe has written",
      "::shutdown:/etc/init.d/rcK\nttyS0::respawn:/usr/sbin/ttyrun ttyS0 /sbin/getty ttyS0\n",
      {},
      "openembedded: the inittab contains `/usr/sbin/ttyrun`",
    ],
    [
      "Alpine's release",
      plain,
      { "etc/alpine-release": "3.20.3\n" },
      "alpine: the system has etc/alpine-release",
    ],
    ["Debian's", plain, { "etc/debian_version": "12.5\n" }, "debian: the system has etc/debian_version"],
    [
      "the release of OpenEmbedded's reference system, whatever the names of its scripts are",
      "::shutdown:/etc/init.d/rcK\n",
      { "etc/os-release": "ID=poky\nNAME=Poky\n" },
      "openembedded: the system has etc/os-release",
    ],
    [
      "Buildroot's, which is assumed anyway",
      plain,
      { "etc/os-release": "NAME=Buildroot\nID=buildroot\n" },
      "none",
    ],
    ["nothing that speaks for anybody", plain, {}, "none"],
    ["a comment", "# ::sysinit:/sbin/openrc sysinit\n", {}, "none"],
    [
      "as much for one as for another",
      "::sysinit:/sbin/openrc boot\nttyS0::respawn:/usr/sbin/ttyrun ttyS0 /sbin/getty ttyS0\n",
      {},
      "none",
    ],
  ])("%s", (_what, table, files, told) => {
    const root = listingOf(Object.entries(files).map(([path, text]) => ({ path, text })));
    const assumed = assumedPreset(table, root);
    expect(assumed ? `${assumed.preset}: ${inEnglish.text(assumed.because)}` : "none").toBe(told);
  });

  test("every family that names a preset names one that there is", () => {
    expect(busyboxFamilies.length).toBeGreaterThan(0);
    expect(
      busyboxFamilies.filter(({ busyboxOf }) => !busyboxPresets.some((name) => name === busyboxOf)),
    ).toEqual([]);
  });

  test("what somebody names goes before it, and a release alone leaves the preset open", () => {
    const table = "::sysinit:/sbin/openrc sysinit\n";
    const assumed = assumedPreset(table, undefined);
    if (assumed === undefined) throw new Error("nothing is assumed");
    const titleOf = (program: Parameters<typeof simulatedInit>[1], scenario: object = {}) => {
      const opening = simulatedInit("busybox", { assumed, ...program })?.open({
        ...{ inittab: table, until: 1 },
        ...scenario,
      });
      if (opening?.kind !== "simulation") return "wrong";
      const { title, assumption } = opening.simulation;
      return inEnglish.text(assumption ?? title);
    };
    const because = "because the inittab contains `openrc sysinit`";
    expect(titleOf({})).toBe(`taken for BusyBox 1.38.0 of Alpine (not recorded), ${because}`);
    expect(titleOf({ usualBuild: { release: "1.37.0" } })).toBe(
      `taken for BusyBox 1.37.0 of Alpine (not recorded), ${because}`,
    );
    expect(titleOf({ usualBuild: { preset: "stock" } })).toBe("BusyBox 1.38.0 unpatched (not recorded)");
    expect(titleOf({ build: busyboxBuild({}) })).toBe("BusyBox 1.38.0 of Buildroot");
    expect(titleOf({}, { init: "busybox-1.38.0-oe" })).toBe("BusyBox 1.38.0 of OpenEmbedded");
  });
});
