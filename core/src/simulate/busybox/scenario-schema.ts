// The form of a BusyBox scenario as a JSON schema (draft-07).

import { leavesSchema, machineSchema, openrcSchema } from "../machine-schema.ts";
import {
  type JsonSchema,
  longestScenario,
  mostEvents,
  record,
  seconds,
  text,
  texts,
} from "../run/json-schema.ts";
import { busyboxBuilds, busyboxSwitches } from "./machine/builds.ts";

const event = (
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema =>
  record(description, { at: seconds("Seconds after init was started."), ...properties }, ["at", ...required]);

const events: readonly JsonSchema[] = [
  event("A signal is sent to process 1.", { signal: text("The name without SIG, such as HUP.") }, ["signal"]),
  event(
    "/etc/inittab is written or removed; init does not notice.",
    { write: { type: ["string", "null"], description: "The new text; null: it is removed." } },
    ["write"],
  ),
  event(
    "Every live process with this key gets a signal.",
    {
      kill: text("The key: the whole process field, or the first word after /bin/p."),
      with: text("The signal without SIG; default KILL."),
      on: text("Only those of this terminal: console, or its name below /dev. Default: all."),
    },
    ["kill"],
  ),
  event("Something is typed on the console.", { console: text("With the newline.") }, ["console"]),
  event(
    "Something is typed on another terminal.",
    { tty: text("Its name below /dev."), input: text("With the newline.") },
    ["tty", "input"],
  ),
];

const processSchema = record("How a process behaves.", {
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
  leaves: leavesSchema,
});

/** The schema of a BusyBox scenario file. */
export const busyboxScenarioSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab scenario for BusyBox",
  type: "object",
  description: "An inittab of BusyBox, a world around it, and what happens.",
  properties: {
    $schema: text("The schema of this file."),
    name: text("What the scenario is called."),
    init: {
      enum: busyboxBuilds.map(({ init }) => init),
      description: "The release and who built it; default: the newest release as Buildroot builds it.",
    },
    config: record(
      "Options of the configuration that are not as the build has them.",
      Object.fromEntries(busyboxSwitches.map((name): [string, JsonSchema] => [name, { type: "boolean" }])),
    ),
    inittab: { type: ["string", "null"], description: "The text of /etc/inittab; null: there is none." },
    bootArgs: texts("The arguments that init is started with."),
    machine: machineSchema,
    openrc: openrcSchema,
    ttys: texts("The terminals below /dev that exist beside console, null and tty."),
    stubs: texts("Paths where the test program was put as well."),
    processes: {
      type: "object",
      additionalProperties: processSchema,
      description: "By key: how processes behave.",
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
