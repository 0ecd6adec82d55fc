// What an `inittab.json` makes of the settings of the client. Loaded with the first such file: it knows the names of all rules.

import {
  type Project,
  programOfSettings,
  projectFileName,
  projectMessage,
  readProject,
  settingsOfFile,
  tooDeepAt,
} from "@inittab/core";
import type { Settings } from "./settings.ts";

/** What a text says, as far as it makes sense; undefined: nothing. What is wrong with it is reported where it is open. */
export function projectIn(text: string): Project | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  try {
    return readProject(JSON.parse(text.replace(/^\ufeff/, ""))).project;
  } catch {
    return undefined;
  }
}

/** The settings of the client, and in their place what the file says; rules and programs are taken one by one. */
export function settingsWith(settings: Settings, project: Project, path: string): Settings {
  const own = settingsOfFile(project, path);
  const { dialect, dialectPattern, family, openrc, profile, release } = own;
  const { usualBuild } = programOfSettings(own);
  const { dialect: _dialect, dialects: _dialects, ...rest } = settings;
  const says = projectMessage("project.because", { file: projectFileName });
  const because =
    dialectPattern === undefined
      ? says
      : projectMessage("project.because-folder", { file: projectFileName, pattern: dialectPattern });
  const reading: Settings =
    dialect === undefined ? settings : dialect === "auto" ? rest : { ...rest, dialect, because };
  const severities = mergedOf(settings.lint.severities, own.rules);
  const programs = mergedOf(settings.lint.programs, own.programs);
  const meant = family ?? settings.scripts.family;
  const followed = openrc ?? settings.scripts.openrc;
  return {
    ...reading,
    read: release === undefined ? settings.read : { ...settings.read, version: release },
    lint: {
      ...settings.lint,
      ...(severities !== undefined && { severities }),
      ...(programs !== undefined && { programs }),
      ...(profile !== undefined && { machine: profile }),
    },
    simulate: usualBuild === undefined ? settings.simulate : { usualBuild },
    scripts: {
      ...(followed !== undefined && followed !== "auto" && { openrc: followed }),
      ...(meant !== undefined && meant !== "auto" && { family: meant }),
      ...(family !== undefined && family !== "auto" && { stated: { family, because: says } }),
    },
  };
}

/** Sorted, so that equal ones are written the same. */
function mergedOf<Value>(
  one: Readonly<Record<string, Value>> | undefined,
  other: Readonly<Record<string, Value>> | undefined,
): Readonly<Record<string, Value>> | undefined {
  return one === undefined && other === undefined
    ? undefined
    : Object.fromEntries(Object.entries({ ...one, ...other }).sort());
}
