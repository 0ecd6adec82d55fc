// The tools that assistants have in VS Code: the manifest repeats this table (`npm run manifest`), and the server for the
// Model Context Protocol lists it. Descriptions are for models, so they are English.

import {
  assistantMessages as about,
  type CommonTool,
  commonQuestions,
  type ToolQuestion,
} from "@inittab/core";

/** The tools, in the order in which they are offered. */
// biome-ignore format: one line.
export const toolNames = ["check", "explain", "simulate", "verify", "plan", "order", "rc", "propose-edit"] as const;

/** The name of a tool in the table. */
export type ToolName = (typeof toolNames)[number];

/** A tool as an assistant sees it. */
export interface ToolFacts {
  readonly name: string;
  /** How people refer to it in a chat. */
  readonly reference: string;
  readonly description: string;
  /** Its input as a JSON schema. */
  readonly inputSchema: ToolQuestion;
}

const file = "A file of the workspace, relative to its folder or absolute. Unsaved changes are seen.";
const path = { type: "string", description: file } as const;
const common = commonQuestions({
  file: "a file of the workspace, relative to its folder or absolute. Unsaved changes are seen.",
  folder: "a folder of the workspace, relative to it or absolute. Unsaved changes are seen.",
});

function facts(
  name: string,
  description: string,
  properties: ToolQuestion["properties"],
  required: readonly string[] = ["path"],
): ToolFacts {
  return {
    name: `inittab_${name}`,
    reference: `inittab-${name}`,
    description,
    inputSchema: { type: "object", properties, required },
  };
}

function commonFacts(name: CommonTool, description: string): ToolFacts {
  const { properties, required } = common[name];
  return facts(name, description, properties, required);
}

/** All tools. */
export const toolFacts: Readonly<Record<ToolName, ToolFacts>> = {
  check: facts(
    "check",
    `${about["assistant.check"]} Judged as the real init reads the file, unsaved changes included.`,
    { path },
  ),
  explain: facts(
    "explain",
    `${about["assistant.explain"]} With a path, the entry that a message is about.`,
    {
      what: { type: "string", description: "A word, the id of a rule, one message, or the lines of a log." },
      path,
    },
    ["what"],
  ),
  simulate: facts("simulate", about["assistant.simulate"], {
    path,
    level: { type: "string", description: "The runlevel that is booted into, instead of the usual one." },
    scenario: {
      type: "object",
      description:
        'What happens, such as { "events": [{ "at": 60, "telinit": "3" }], "until": 120 }; times in seconds from the boot.',
    },
  }),
  verify: facts("verify", about["assistant.verify"], { path }),
  plan: facts(
    "plan",
    `${about["assistant.plan"]} The new one is the text in the editor, the old one the saved file or another one.`,
    {
      path,
      before: {
        type: "string",
        description: "The file that the machine runs with; default: the saved file.",
      },
    },
  ),
  order: commonFacts("order", about["assistant.order"]),
  rc: commonFacts("rc", about["assistant.rc"]),
  "propose-edit": commonFacts("propose-edit", about["assistant.edit"]),
};
