// The tools that assistants have in VS Code: the manifest repeats this table (`npm run manifest`), and the server for the
// Model Context Protocol lists it. Descriptions are for models, so they are English.

import { assistantMessages as about } from "@inittab/core";

/** The tools, in the order in which they are offered. */
export const toolNames = ["check", "explain", "simulate", "verify", "plan"] as const;

/** The name of a tool in the table. */
export type ToolName = (typeof toolNames)[number];

/** A tool as an assistant sees it. */
export interface ToolFacts {
  readonly name: string;
  /** How people refer to it in a chat. */
  readonly reference: string;
  readonly description: string;
  /** Its input as a JSON schema. */
  readonly inputSchema: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
  };
}

const path = {
  type: "string",
  description: "A file of the workspace, relative to its folder or absolute. Unsaved changes are seen.",
};

function facts(
  name: string,
  description: string,
  properties: Readonly<Record<string, object>>,
  required: readonly string[] = ["path"],
): ToolFacts {
  return {
    name: `inittab_${name}`,
    reference: `inittab-${name}`,
    description,
    inputSchema: { type: "object", properties, required },
  };
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
};
