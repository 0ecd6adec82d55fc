// The machine in a scenario and what runs its services, as a JSON schema.

import { openrcVersions } from "../initscript/openrc/versions.ts";
import { machineProfiles, powerStates } from "../inittab/machine-profile.ts";
import { type JsonSchema, record, text, texts } from "./run/json-schema.ts";

/** The machine around init. */
export const machineSchema: JsonSchema = record("The machine; default: one that has every terminal.", {
  profile: {
    enum: machineProfiles,
    description: "A ready one, which the other members change; default: pc.",
  },
  terminals: texts("The terminals below /dev that exist beside console, null and tty."),
  virtualConsoles: { type: "boolean", description: "Whether tty0 to tty63 exist." },
  console: text("What /dev/console stands for, as in the kernel's console=."),
  power: { enum: powerStates, description: "What the power supply has reported to init." },
});

/** A child of a process. */
export const leavesSchema: JsonSchema = text(
  "A child that it leaves behind in a session of its own: its name, under which its behavior is looked up.",
);

/** The release of OpenRC. */
export const openrcSchema: JsonSchema = {
  enum: openrcVersions,
  description: "The release of OpenRC that the table calls; default: the one that the system seems to have.",
};
