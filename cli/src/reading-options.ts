// The options of every command that reads an inittab.

import { resolve } from "node:path";
import {
  type Dialect,
  defaultSysvinitVersion,
  dialects,
  findSysvinitVersion,
  listOf,
  type MachineSpec,
  type Message,
  machineProfiles,
  type ReadOptions,
  type SysvinitVersion,
  sysvinitVersions,
} from "@inittab/core";
import { type Input, standardInput } from "./input.ts";
import { message } from "./message.ts";
import { oneOf, type StringOption, UsageError } from "./options.ts";
import { type FileSettings, noSettings } from "./project/file-settings.ts";
import { projectMessage } from "./project/message.ts";

/** What the options say that choose a release of sysvinit. */
export const aboutRelease: Message = message("option.release", {
  releases: listOf(sysvinitVersions.slice(0, -1), "comma"),
  latest: defaultSysvinitVersion,
});

/** The option that says which `inittab.json` counts. */
export const settingsOption: StringOption = {
  type: "string",
  value: "FILE",
  about: projectMessage("project.option"),
};

/** The options that say which init is meant. */
export const readingOptionTable: {
  readonly dialect: StringOption;
  readonly "init-version": StringOption;
  readonly settings: StringOption;
} = {
  dialect: {
    type: "string",
    value: "NAME",
    about: message("option.dialect", {
      some: listOf(dialects.slice(0, 5), "comma"),
      others: listOf(dialects.slice(5), "comma"),
    }),
  },
  "init-version": { type: "string", value: "VERSION", about: aboutRelease },
  settings: settingsOption,
};

/** The option that says which machine a file is for. */
export const machineOption: StringOption = {
  type: "string",
  value: "NAME[,console=…]",
  about: message("option.profile", { profiles: listOf(machineProfiles, "comma") }),
};

/** The machine that is meant, or a `UsageError`: a ready one, and what is different about it. */
export function machineOf(value: string | undefined): MachineSpec | undefined {
  if (value === undefined) return undefined;
  const [name, ...parts] = value.split(/,(?=\w+=)/);
  const terminals: string[] = [];
  let spec: MachineSpec = { profile: oneOf("profile", name, machineProfiles, "pc") };
  for (const part of parts) {
    const [, key = "", text = ""] = /^(\w+)=(.*)$/.exec(part) ?? [];
    if (text !== "" && key === "terminal") terminals.push(text);
    else if (text !== "" && key === "console") spec = { ...spec, console: text };
    else if (key === "vt" && /^(?:yes|no)$/.test(text)) spec = { ...spec, virtualConsoles: text === "yes" };
    else throw new UsageError(message("usage.profile", { part }));
  }
  return terminals.length === 0 ? spec : { ...spec, terminals };
}

/** Which init is meant; undefined: the options do not say, so that `inittab.json` may. */
export interface Target {
  readonly dialect: Dialect | "auto" | undefined;
  readonly version: SysvinitVersion | undefined;
}

/** The values of these options, or a `UsageError`. */
export function targetOf(values: { readonly dialect?: string; readonly "init-version"?: string }): Target {
  return {
    dialect:
      values.dialect === undefined
        ? undefined
        : oneOf("dialect", values.dialect, ["auto", ...dialects], "auto"),
    version: sysvinitVersion("init-version", values["init-version"]),
  };
}

/** The same once all have been asked who may say it: what the options leave open, `inittab.json` says. */
export type SettledTarget = { readonly [Name in keyof Target]: NonNullable<Target[Name]> };

/** Which init is meant, with what is taken where nothing says it. */
export function settledTarget(
  { dialect, version }: Target,
  { settings, preset }: FileSettings,
): SettledTarget {
  return {
    dialect: dialect ?? preset?.dialect ?? "auto",
    version: version ?? settings.release ?? defaultSysvinitVersion,
  };
}

/**
 * How to read an input: for the init that the options mean, else that of `inittab.json`, else for the one that its text and
 * its path look like.
 */
export function readOptionsFor(
  { dialect, version }: Target,
  { path, encoding }: Input,
  { settings, preset }: FileSettings = noSettings,
): ReadOptions {
  return {
    ...(dialect !== undefined ? { dialect } : preset !== undefined ? { preset } : {}),
    version: version ?? settings.release ?? defaultSysvinitVersion,
    encoding,
    ...(path === standardInput.shown ? {} : { path: resolve(path) }),
  };
}

/** A release as people name it, with or without `sysvinit-`; a `UsageError` if it is not known. */
export function sysvinitVersion(option: string, value: string | undefined): SysvinitVersion | undefined {
  if (value === undefined) return undefined;
  const version = findSysvinitVersion(value.replace(/^sysvinit-/, ""));
  if (version === undefined)
    throw new UsageError(
      message("usage.known-releases", { option, value, releases: listOf(sysvinitVersions, "comma") }),
    );
  return version;
}
