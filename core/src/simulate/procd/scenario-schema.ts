// The form of a scenario of procd as a JSON schema (draft-07).

import { machineSchema } from "../machine-schema.ts";
import {
  type JsonSchema,
  longestScenario,
  mostEvents,
  record,
  seconds,
  text,
  texts,
} from "../run/json-schema.ts";

/** What such a scenario and its traces call the init. */
export const procdInitName = "procd";

const event = (
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema =>
  record(description, { at: seconds("Seconds after procd has read its inittab."), ...properties }, [
    "at",
    ...required,
  ]);

const events: readonly JsonSchema[] = [
  event("A signal is sent to process 1.", { signal: text("The name without SIG, such as TERM.") }, [
    "signal",
  ]),
  event(
    "Every live process with this key gets a signal.",
    {
      kill: text("The key: the command with single blanks between its words."),
      with: text("The signal without SIG; default KILL."),
      on: text("Only those of this device, by its name below /dev. Default: all."),
    },
    ["kill"],
  ),
  event(
    "Something is typed on a terminal.",
    {
      tty: text("Its name below /dev; console is the kernel's console, whatever it is called."),
      input: text("With the newline."),
    },
    ["tty", "input"],
  ),
];

const processSchema = record("How a process, or a run of scripts, behaves.", {
  runs: {
    type: ["number", "null"],
    minimum: 0,
    maximum: longestScenario,
    description: "Seconds until it ends by itself; null: never.",
  },
  exit: { type: "integer", minimum: 0, maximum: 255, default: 0, description: "Its exit code." },
  onTerm: {
    enum: ["exit", "ignore"],
    default: "exit",
    description: "On TERM, HUP and INT it ends, or ignores them.",
  },
});

/** The schema of a scenario file for procd. */
export const procdScenarioSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab scenario for procd",
  type: "object",
  description: "An inittab of OpenWrt's procd, a world around it, and what happens.",
  properties: {
    $schema: text("The schema of this file."),
    name: text("What the scenario is called."),
    init: { enum: [procdInitName], description: "The init." },
    inittab: { type: ["string", "null"], description: "The text of /etc/inittab; null: there is none." },
    bootArgs: texts("The arguments that process 1 is started with; procd takes no notice of them."),
    machine: machineSchema,
    devices: texts("The names below /dev; default: those of the machine, or all that the table names."),
    consoles: texts("The values of console= on the kernel's command line."),
    active: text("The kernel's active console, as /sys/class/tty/console/active has it."),
    processes: {
      type: "object",
      additionalProperties: processSchema,
      description: "By key: how processes behave; runs of scripts also by sysinit and shutdown.",
    },
    events: {
      type: "array",
      items: { oneOf: events },
      maxItems: mostEvents,
      description: "What happens from outside.",
    },
    until: seconds("The simulation ends here."),
  },
  required: ["inittab", "until"],
  additionalProperties: false,
};
