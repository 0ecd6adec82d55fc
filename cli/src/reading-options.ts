// The options of every command that reads an inittab.

import { resolve } from "node:path";
import {
  type Dialect,
  defaultSysvinitVersion,
  dialects,
  findSysvinitVersion,
  type ReadOptions,
  type SysvinitVersion,
  sysvinitVersions,
} from "@inittab/core";
import { type Input, standardInput } from "./input.ts";
import { oneOf, type StringOption, UsageError } from "./options.ts";

/** The options that say which init is meant. */
export const readingOptionTable: {
  readonly dialect: StringOption;
  readonly "init-version": StringOption;
} = {
  dialect: {
    type: "string",
    value: "NAME",
    about: `which init the file is for: auto (default), ${dialects.slice(0, 5).join(", ")},\n${dialects.slice(5).join(", ")}`,
  },
  "init-version": {
    type: "string",
    value: "VERSION",
    about: `the release of sysvinit: ${sysvinitVersions.slice(0, -1).join(", ")}\nor ${defaultSysvinitVersion} (default)`,
  },
};

/** Which init is meant. */
export interface Target {
  readonly dialect: Dialect | "auto";
  readonly version: SysvinitVersion;
}

/** The values of these options, or a `UsageError`. */
export function targetOf(values: { readonly dialect?: string; readonly "init-version"?: string }): Target {
  return {
    dialect: oneOf("dialect", values.dialect, ["auto", ...dialects], "auto"),
    version: sysvinitVersion("init-version", values["init-version"]) ?? defaultSysvinitVersion,
  };
}

/** How to read an input: for the init that is meant, or for the one that its text and its path look like. */
export function readOptionsFor(target: Target, { path, encoding }: Input): ReadOptions {
  return { ...target, encoding, ...(path === standardInput.shown ? {} : { path: resolve(path) }) };
}

/** A release as people name it, with or without `sysvinit-`; a `UsageError` if it is not known. */
export function sysvinitVersion(option: string, value: string | undefined): SysvinitVersion | undefined {
  if (value === undefined) return undefined;
  const version = findSysvinitVersion(value.replace(/^sysvinit-/, ""));
  if (version === undefined)
    throw new UsageError(`--${option} ${value}: the known releases are ${sysvinitVersions.join(", ")}`);
  return version;
}
