// Which program of an init the options choose: a release, and of BusyBox who builds it with which settings.

import {
  type BusyboxConfig,
  type BusyboxSwitch,
  type BusyboxWish,
  busyboxBuild,
  busyboxBuilds,
  busyboxPresets,
  busyboxReleases,
  busyboxSwitches,
  defaultBusyboxPreset,
  findBusyboxBuild,
  findSysvinitVersion,
  listOf,
  type SimulatedProgram,
  sysvinitVersions,
} from "@inittab/core";
import { message } from "../message.ts";
import { oneOf, UsageError } from "../options.ts";
import type { SpecialOptions } from "./argument-forms.ts";

/** The program that is chosen, or a `UsageError`. Releases of different inits have different numbers. */
export function programOf({ init, build, config }: SpecialOptions): SimulatedProgram {
  const release = init?.replace(/^sysvinit-/, "") ?? "";
  const version = findSysvinitVersion(release);
  const preset =
    build === undefined ? undefined : oneOf("build", build, busyboxPresets, defaultBusyboxPreset);
  const changes = config === undefined ? undefined : configOf(config);
  if (version !== undefined) return { version };
  const named = init === undefined ? {} : namedBuild(init);
  const isAsked = init !== undefined || preset !== undefined || changes !== undefined;
  if (!isAsked) return {};
  return { build: busyboxBuild({ ...named, ...(preset !== undefined && { preset }), config: changes }) };
}

/** A build by the name of an init, such as `busybox-1.38.0-oe`, or a release alone. */
function namedBuild(init: string): BusyboxWish {
  const name = init.startsWith("busybox-") ? init : `busybox-${init}`;
  const build = findBusyboxBuild(name) ?? findBusyboxBuild(name.replace(/\.0$/, ""));
  if (build !== undefined) return build;
  const known = [...sysvinitVersions, ...busyboxReleases];
  const releases = init.startsWith("busybox-") ? busyboxBuilds.map((each) => each.init) : known;
  throw new UsageError(
    message("usage.known-releases", { option: "init", value: init, releases: listOf(releases, "comma") }),
  );
}

/** Lines as `.config` has them: `CONFIG_FEATURE_INIT_SYSLOG=n`; what all or most of the names begin with may be left out. */
function configOf(lines: readonly string[]): Partial<BusyboxConfig> {
  return Object.fromEntries(lines.map(switchOf));
}

function switchOf(line: string): readonly [BusyboxSwitch, boolean] {
  const [, name, value] = /^(?:CONFIG_)?(\w+)=([yn])$/.exec(line) ?? [];
  const known = busyboxSwitches.find((each) =>
    [each, each.replace("FEATURE_", ""), each.replace(/^FEATURE_(?:INIT_)?/, "")].some(
      (form) => form === name,
    ),
  );
  if (known === undefined)
    throw new UsageError(message("usage.config", { value: line, names: listOf(busyboxSwitches, "comma") }));
  return [known, value === "y"];
}
