// The house of today. What is said here of a room holds for all that is built into it later.

import { exceptions } from "./exceptions.ts";
import type { Invariant } from "./finding.ts";
import type { Mode, Plan } from "./plan.ts";

/** Which invariants fail the check, and where. */
export const modes: Readonly<Record<Invariant, Mode>> = {
  frame: "error",
  tenants: "error",
  layers: "error",
  names: "error",
  sentences: "error",
  casts: "error",
  advance: "error",
  homes: "error",
  tests: "error",
  index: "error",
};

/** The plan of this repository. */
export const house: Plan = {
  packages: [
    "core/",
    "host/",
    "debugger/",
    "server/",
    "cli/",
    "client/",
    "grammar/",
    "conformance/",
    "site/",
  ],
  product: ["core/src/", "host/src/", "debugger/src/", "server/src/", "cli/src/", "client/src/", "site/src/"],
  frame: {
    rooms: ["core/src/lint/*", "core/src/simulate/run/", "core/src/verify/"],
    lists: ["core/src/lint/rooms.ts"],
    words: ["inittab", "inittabs", "script", "scripts", "initscript", "initscripts", "sysvinit", "busybox"],
  },
  tenancies: [
    { folder: "core/src/simulate/", shared: ["run", "show", "debug"] },
    { folder: "core/src/lint/", shared: [] },
    { folder: "core/src/initscript/families/", shared: [] },
    {
      folder: "server/src/",
      shared: ["assistants", "browser", "debug", "documents", "features", "node", "simulate", "wire"],
    },
  ],
  layers: {
    folder: "core/src/",
    floors: [
      ["text"],
      ["programs"],
      ["inittab", "shell"],
      ["initscript"],
      ["lint", "manual", "program-messages", "simulate"],
      ["verify", "boot-log", "assistants"],
      ["policy"],
      ["project"],
      ["messages.ts", "prose.ts"],
      ["index.ts"],
    ],
  },
  names: [
    {
      of: "dialect",
      file: "core/src/inittab/dialect.ts",
      constant: "dialectFacts",
      homes: ["core/src/inittab/dialects/"],
      vague: { unknown: /dialect/i },
    },
    {
      of: "release of sysvinit",
      file: "core/src/inittab/versions.ts",
      constant: "sysvinitVersions",
      homes: [],
      vague: {},
    },
    {
      of: "family of init scripts",
      file: "core/src/initscript/families/names.ts",
      constant: "scriptFamilies",
      homes: ["core/src/initscript/families/"],
      vague: {},
    },
    {
      of: "generation of rc",
      file: "core/src/initscript/facts/rc-flavors.ts",
      constant: "rcFlavors",
      homes: [],
      vague: {},
    },
    {
      of: "release of BusyBox",
      file: "core/src/simulate/busybox/machine/builds.ts",
      constant: "busyboxReleases",
      homes: [],
      vague: {},
    },
    {
      of: "preset of BusyBox",
      file: "core/src/simulate/busybox/machine/builds.ts",
      constant: "busyboxPresets",
      homes: [],
      vague: { debian: /preset/i, stock: /preset/i },
    },
  ],
  sentences: {
    names: ["message", "reason", "sentence", "summary", "title"],
    namesIn: { "client/src/": ["line.text", "reason.text", "moment.doing"] },
    makers: ["localizer.text", "localizer.words", "localizer.prose"],
  },
  wire: {
    home: "server/src/protocol.ts",
    names: /^inittab(?:\/|\.[A-Za-z]{2,}$)/,
    requests: /^inittab\//,
  },
  index: "core/src/index.ts",
  exceptions,
};
