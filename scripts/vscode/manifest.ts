// The settings of the manifest that repeat tables of core, made from those tables, and the debugger. `npm run manifest` writes them; a
// test compares.

import { readFileSync, writeFileSync } from "node:fs";
import {
  allRules,
  busyboxPresets,
  busyboxReleases,
  busyboxSwitches,
  type Dialect,
  defaultBusyboxRelease,
  defaultSysvinitVersion,
  dialectFacts,
  dialects,
  machineProfiles,
  openrcVersions,
  type ScriptFamily,
  scriptFamilies,
  scriptFamilyFacts,
  severities,
  sysvinitVersions,
} from "@inittab/core";
import { type ToolFacts, toolFacts, toolNames } from "../../client/src/assistants/tool-facts.ts";
import { languageTags } from "../languages/folders.mjs";
import { breakpointLanguages, debuggerContribution } from "./debugger-manifest.ts";
import { root } from "./paths.ts";

/** A manifest, as far as this program cares. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
    readonly breakpoints?: readonly object[];
    readonly debuggers?: readonly object[];
    readonly languageModelTools?: readonly object[];
  };
}

/** The manifest with the values of dialect, release, family and rules that core knows. */
export function withTables(manifest: Manifest): Manifest {
  const { contributes } = manifest;
  const { configuration } = contributes;
  const properties: Record<string, object> = { ...configuration.properties };
  const set = (name: string, more: object) => {
    properties[name] = { ...properties[name], ...more };
  };
  const values = ["auto", ...dialects] as const;
  set("inittab.dialect", {
    enum: values,
    enumDescriptions: values.map(describe),
  });
  const languages = ["en", ...languageTags()];
  set("inittab.language", {
    enum: ["auto", ...languages],
    enumItemLabels: ["%settings.language.auto%", ...languages.map(ownName)],
  });
  const families = ["auto", ...scriptFamilies] as const;
  set("inittab.initScripts.family", { enum: families, enumDescriptions: families.map(describeFamily) });
  set("inittab.initScripts.openrc", { enum: ["auto", ...openrcVersions] });
  set("inittab.dialects", { additionalProperties: { type: "string", enum: dialects } });
  set("inittab.initVersion", { enum: sysvinitVersions, default: defaultSysvinitVersion });
  set("inittab.busybox.release", { enum: busyboxReleases, default: defaultBusyboxRelease });
  set("inittab.busybox.preset", {
    enum: ["auto", ...busyboxPresets],
    enumDescriptions: ["auto", ...busyboxPresets].map((preset) => `%settings.busybox.preset.${preset}%`),
    default: "auto",
  });
  set("inittab.busybox.config", {
    additionalProperties: false,
    properties: Object.fromEntries(
      busyboxSwitches.map((name) => [
        name,
        { type: "boolean", description: `%settings.busybox.config.${name}%` },
      ]),
    ),
  });
  set("inittab.machine.profile", {
    enum: ["none", ...machineProfiles],
    enumDescriptions: ["none", ...machineProfiles].map((name) => `%settings.machine.profile.${name}%`),
    default: "none",
  });
  set("inittab.rules", {
    additionalProperties: false,
    properties: Object.fromEntries(
      allRules.map((rule) => [
        rule.id,
        {
          type: "string",
          enum: ["off", ...severities.toReversed()],
          default: rule.group === "nursery" ? "off" : rule.severity,
          markdownDescription: rule.docs.what,
        },
      ]),
    ),
  });
  return {
    ...manifest,
    contributes: {
      ...contributes,
      configuration: { ...configuration, properties },
      breakpoints: breakpointLanguages,
      debuggers: [debuggerContribution()],
      languageModelTools: toolNames.map((name) => toolContribution(toolFacts[name], name)),
    },
  };
}

/** What a language is called by those who speak it. */
function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return `${name.charAt(0).toLocaleUpperCase(tag)}${name.slice(1)}`;
}

/** A tool as the manifest offers it to assistants. */
function toolContribution({ name, reference, description, inputSchema }: ToolFacts, key: string): object {
  return {
    name,
    toolReferenceName: reference,
    displayName: `%tool.${key}%`,
    userDescription: `%tool.${key}.about%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    tags: ["inittab"],
    inputSchema,
  };
}

function describe(value: "auto" | Dialect): string {
  return describedBy(`settings.dialect.${value}`, value === "auto" ? undefined : dialectFacts[value].title);
}

function describeFamily(value: "auto" | ScriptFamily): string {
  const title = value === "auto" ? undefined : scriptFamilyFacts[value].title;
  return describedBy(`settings.initScripts.family.${value}`, title);
}

/** The sentence about a value where there is one, which can be translated; else its name. */
function describedBy(key: string, title: string | undefined): string {
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(root("package.nls.json"), "utf8"));
  return key in texts || title === undefined ? `%${key}%` : title;
}

/** The manifest as it is. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(root("package.json"), "utf8"));
}

if (process.argv.includes("--write"))
  writeFileSync(root("package.json"), `${JSON.stringify(withTables(readManifest()), null, 2)}\n`);
