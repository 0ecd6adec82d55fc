// The form of a scenario as a JSON schema (draft-07). Validation, docs and editors all use this one.

import { sysvinitVersions } from "../../inittab/versions.ts";
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

const textOrTexts = (description: string): JsonSchema => ({
  description,
  oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
});
const at = seconds("Seconds since the boot.");
const event = (
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: string,
): JsonSchema => record(description, { at, ...properties }, ["at", required]);

const processSchema = record(
  "How a process behaves.",
  {
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
      description: "On TERM it ends after termDelay seconds, or ignores it.",
    },
    termDelay: { ...seconds("Seconds from TERM to its end."), default: 0 },
    leaves: leavesSchema,
  },
  [],
);

const eventSchemas: readonly JsonSchema[] = [
  event(
    "telinit is called.",
    {
      telinit: textOrTexts("A runlevel or letter, or the literal arguments."),
      waitBetweenSignals: { type: "number", description: "Seconds between TERM and KILL (telinit -t)." },
    },
    "telinit",
  ),
  event("telinit -e is called.", { setenv: textOrTexts("Assignments, or names to remove.") }, "setenv"),
  event(
    "A signal is sent to init.",
    {
      signal: text("The name without SIG, such as HUP, INT or RTMIN+4."),
      powerstatus: text("Put into the powerstatus file before."),
      powerstatusPath: text("The powerstatus file, if it is not the usual one."),
    },
    "signal",
  ),
  event("/etc/inittab is written; init does not notice.", { write: text("The new text.") }, "write"),
  event(
    "A file is written.",
    { writeFile: record("The file.", { path: text("Where."), text: text("What.") }, ["path", "text"]) },
    "writeFile",
  ),
  event("A file is removed.", { remove: text("Its path.") }, "remove"),
  event(
    "Every live process with this id ends.",
    {
      kill: text("The id."),
      how: {
        enum: ["exit", "KILL", "TERM"],
        default: "exit",
        description: "By itself, killed, or by getting TERM.",
      },
      exit: {
        type: "integer",
        minimum: 0,
        maximum: 255,
        description: "The exit code of one that ends by itself; default: its usual one.",
      },
    },
    "kill",
  ),
  event(
    "The process of a service is killed; its lock and its pid file stay. Init does not notice.",
    { killService: text("The name of its script.") },
    "killService",
  ),
  event("Something is typed at the console.", { console: text("With the newline.") }, "console"),
  event(
    "A raw request on the control pipe.",
    {
      initctl: record(
        "What it says.",
        {
          cmd: { type: "integer", default: 1, description: "The command." },
          runlevel: { type: ["string", "integer"], description: "The runlevel." },
          sleeptime: { type: "integer", default: 3, description: "Seconds between TERM and KILL." },
          magic: { type: "integer", description: "The magic number; default: the right one." },
          size: {
            type: "integer",
            minimum: 0,
            maximum: 4096,
            default: 384,
            description: "How many bytes are written.",
          },
        },
        [],
      ),
    },
    "initctl",
  ),
];

/** The schema of a scenario file. */
export const scenarioSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab scenario",
  ...record(
    "An inittab, a world around it, and what happens.",
    {
      $schema: text("The schema of this file."),
      name: text("What the scenario is called."),
      init: {
        enum: sysvinitVersions.map((version) => `sysvinit-${version}`),
        description: "The release; default: the newest.",
      },
      inittab: { type: ["string", "null"], description: "The text of /etc/inittab; null: there is none." },
      bootArgs: texts("The arguments that init is started with."),
      processes: {
        type: "object",
        additionalProperties: processSchema,
        description: "By id: how processes behave.",
      },
      events: {
        type: "array",
        items: { oneOf: eventSchemas },
        maxItems: mostEvents,
        description: "What happens from outside.",
      },
      until: seconds("The simulation ends here."),
      machine: machineSchema,
      openrc: openrcSchema,
      files: {
        type: "object",
        additionalProperties: { type: "string" },
        description: "Further files at boot, path to text.",
      },
      inittabD: {
        type: "boolean",
        default: true,
        description: "Whether the directory /etc/inittab.d exists.",
      },
      initscript: {
        type: "boolean",
        default: false,
        description: "Whether /etc/initscript exists and runs its fourth argument.",
      },
      cmdline: text("The text of /proc/cmdline."),
      kernelEnv: {
        type: "object",
        additionalProperties: { type: "string" },
        description: "Further variables from the kernel.",
      },
      tty: { type: "boolean", default: false, description: "Whether the console can be typed at." },
      show: {
        type: "array",
        items: { enum: ["env", "parent"] },
        description: "What the trace shows in addition.",
      },
      utmp: { type: "boolean", default: false, description: "Whether the trace shows utmp and wtmp." },
      needs: texts("What a recording depends on besides init."),
    },
    ["inittab", "until"],
  ),
};
