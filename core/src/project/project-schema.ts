// The form of `inittab.json` as a JSON schema (draft-07): what editors complete and check it by, and what we validate with.

import { scriptFamilies } from "../initscript/families/names.ts";
import { openrcVersions } from "../initscript/openrc/versions.ts";
import { dialects } from "../inittab/dialect.ts";
import { machineProfiles } from "../inittab/machine-profile.ts";
import { sysvinitVersions } from "../inittab/versions.ts";
import { allRules } from "../lint/all-rules.ts";
import { severities } from "../lint/contract.ts";
import { docsOf } from "../lint/rule-docs.ts";
import { policySchema } from "../policy/policy-schema.ts";
import { ownRuns } from "../programs/own-runs.ts";
import { busyboxPresets, busyboxReleases, busyboxSwitches } from "../simulate/busybox/machine/builds.ts";
import { type JsonSchema, record, text, texts } from "../simulate/run/json-schema.ts";

/** How a rule may be reported. */
export const severitySchema: JsonSchema = { enum: ["off", ...severities.toReversed()] };

/** How the rules are checked: name by name, since a rule that does not exist has a sentence of its own. */
const anyRules: JsonSchema = { type: "object" };

const profileSchema: JsonSchema = {
  description: "The machine that the files are for: a ready one, or one with differences.",
  oneOf: [
    { type: "string", enum: machineProfiles },
    record(
      "A ready machine, and what is different about it.",
      {
        name: { enum: machineProfiles, description: "The ready machine." },
        console: text("The console of the kernel, such as ttyAMA0."),
        terminals: texts("The terminals below /dev, such as ttyS1."),
        virtualConsoles: { type: "boolean", description: "Whether it has tty1, tty2 and so on." },
      },
      ["name"],
    ),
  ],
};

const busyboxSchema: JsonSchema = record("The BusyBox whose init reads the inittabs.", {
  release: { enum: [...busyboxReleases], description: "The release." },
  preset: { enum: [...busyboxPresets], description: "Whose settings it is built with." },
  config: record(
    "Options that are not as the preset has them.",
    Object.fromEntries(busyboxSwitches.map((name) => [name, { type: "boolean" }])),
  ),
});

/** The members that may differ from folder to folder, as they are checked. */
export const folderMembers: Readonly<
  Record<
    "dialect" | "release" | "busybox" | "openrc" | "family" | "profile" | "rules" | "programs",
    JsonSchema
  >
> = {
  dialect: { enum: ["auto", ...dialects], description: "Which init the inittabs are for." },
  release: { enum: [...sysvinitVersions], description: "The release of sysvinit." },
  busybox: busyboxSchema,
  openrc: { enum: ["auto", ...openrcVersions], description: "The release of OpenRC." },
  family: {
    enum: ["auto", ...scriptFamilies],
    description: "The family of init scripts that the scripts belong to.",
  },
  profile: profileSchema,
  rules: anyRules,
  programs: {
    type: "object",
    description: "How programs of your own run, by their names.",
    additionalProperties: { enum: [...ownRuns] },
  },
};

/** The other members, as they are checked; `folders` is checked one by one. */
export const topMembers: Readonly<Record<"$schema" | "roots" | "policies" | "folders", JsonSchema>> = {
  $schema: text("The schema of this file."),
  roots: texts("Root file systems below the folder of this file: what is checked where no path is given."),
  policies: {
    type: "array",
    description: "What must hold on every way that the machine can go: policies, and names of policy files.",
    items: {
      oneOf: [
        text("The path of a policy file below the folder of this file."),
        { ...policySchema, type: "object" },
      ],
    },
  },
  // Each is read as the file itself is.
  folders: { type: "object" },
};

/** How the rules are published: editors complete their names. */
function knownRules(): JsonSchema {
  return {
    type: "object",
    description: "Another severity for a rule, or off.",
    additionalProperties: false,
    properties: Object.fromEntries(
      allRules.map((rule) => [rule.id, { ...severitySchema, description: docsOf(rule).what }]),
    ),
  };
}

/** The schema that is published. */
export function projectFileSchema(): JsonSchema {
  const inFolder = { ...folderMembers, rules: { $ref: "#/definitions/rules" } };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Inittab settings",
    definitions: { rules: knownRules() },
    ...record("Settings for the inittabs and init scripts of a repository.", {
      ...topMembers,
      ...inFolder,
      folders: {
        type: "object",
        description: "Other settings for files and folders, by a pattern such as boards/serial or *.busybox.",
        additionalProperties: record("Settings for the files that the pattern matches.", inFolder),
      },
    }),
  };
}
