// What an assistant can ask: one entry for each tool. They read, and never write.

import {
  assistantMessage as about,
  type CommonTool,
  commonQuestions,
  type Message,
  type ToolQuestion,
} from "@inittab/core";
import { z } from "zod";
import type { Command } from "../command.ts";
import { assistantMessage } from "./message.ts";

/** A question in the terms of the command that answers it. */
export interface Asked {
  readonly args: readonly string[];
  /** Paths of the question; they go after the arguments once they are known to be allowed. */
  readonly paths: readonly string[];
}

/** A tool: a command of the program, and how a question becomes its arguments. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly title: Message;
  readonly about: Message;
  readonly input: Input;
  readonly command: () => Promise<Command>;
  readonly ask: (given: z.infer<z.ZodObject<Input>>) => Asked;
  /** Its output is one JSON value, or one a line. */
  readonly structured: "json" | "lines" | "none";
}

const text = z.string().max(100_000);
const path = z.string().min(1).max(4096).describe("a path below the root folder");
const paths = z.array(path).min(1).max(100);
const dialect = z
  .string()
  .max(40)
  .optional()
  .describe("the init: sysvinit, busybox, procd …; default: recognised");
const named = (option: string, value: string | undefined) =>
  value === undefined ? [] : [`--${option}=${value}`];

const common = commonQuestions({
  file: "a path below the root folder",
  folder: "a path below the root folder",
});

/** The questions that the extension of VS Code asks in the same way, as the SDK takes them. */
export const questions: Readonly<Record<CommonTool, z.ZodRawShape>> = {
  order: shapeOf(common.order),
  rc: shapeOf(common.rc),
  "propose-edit": shapeOf(common["propose-edit"]),
};

function shapeOf({ properties, required }: ToolQuestion): z.ZodRawShape {
  const members = Object.entries(properties).map(([name, schema]) => {
    const made = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));
    return [name, required.includes(name) ? made : made.optional()];
  });
  return Object.fromEntries(members);
}

const orderAsked = z.object({ folder: z.string(), tool: z.string().optional() });
const rcAsked = z.object({ root: z.string(), to: z.array(z.string()), from: z.string().optional() });

/** Keeps the type of a tool's input for its own functions. */
function tool<Input extends z.ZodRawShape>(made: Tool<Input>): Tool {
  const { input, ask } = made;
  const shape = z.object(input);
  return { ...made, ask: (given) => ask(shape.parse(given)) };
}

/** All tools but `propose-edit`, in the order in which they are offered. */
export const tools: readonly Tool[] = [
  tool({
    name: "check",
    title: assistantMessage("mcp.check.title"),
    about: assistantMessage("mcp.check.about", { about: about("assistant.check") }),
    input: { paths, dialect },
    command: async () => (await import("../commands/check.ts")).check,
    ask: (given) => ({ args: ["--format=json", ...named("dialect", given.dialect)], paths: given.paths }),
    structured: "json",
  }),
  tool({
    name: "explain",
    title: assistantMessage("mcp.explain.title"),
    about: assistantMessage("mcp.explain.about", { about: about("assistant.explain") }),
    input: { what: text.min(1), path: path.optional(), dialect },
    command: async () => (await import("../commands/explain.ts")).explain,
    ask: ({ what, path: file, dialect: init }) => ({
      args: ["--format=md", ...named("dialect", init), "--", what],
      paths: file === undefined ? [] : [file],
    }),
    structured: "none",
  }),
  tool({
    name: "simulate",
    title: assistantMessage("mcp.simulate.title"),
    about: about("assistant.simulate"),
    input: {
      path,
      events: z.array(text).max(1000).optional().describe("such as '10 telinit 3' or '20 signal INT'"),
      processes: z.array(text).max(1000).optional().describe("such as 'l3=2.5,exit=1'"),
      boot: text.optional().describe("boot arguments, such as single or 3"),
      until: z.number().positive().max(1e9).optional().describe("seconds"),
      dialect: z.enum(["sysvinit", "busybox", "procd"]).optional(),
    },
    command: async () => (await import("../commands/simulate.ts")).simulateCommand,
    ask: (given) => ({
      args: [
        "--format=md",
        ...named("dialect", given.dialect),
        ...named("boot", given.boot),
        ...named("until", given.until?.toString()),
        ...(given.events ?? []).map((event) => `--at=${event}`),
        ...(given.processes ?? []).map((each) => `--run=${each}`),
      ],
      paths: [given.path],
    }),
    structured: "none",
  }),
  tool({
    name: "verify",
    title: assistantMessage("mcp.verify.title"),
    about: about("assistant.verify"),
    input: { paths, dialect },
    command: async () => (await import("../commands/verify.ts")).verifyCommand,
    ask: (given) => ({
      args: ["--format=json", "--max-states=200000", ...named("dialect", given.dialect)],
      paths: given.paths,
    }),
    structured: "json",
  }),
  tool({
    name: "compare",
    title: assistantMessage("mcp.compare.title"),
    about: assistantMessage("mcp.compare.about"),
    input: { old: path, new: path, dialect: z.enum(["sysvinit", "busybox", "procd"]).optional() },
    command: async () => (await import("../commands/simulate.ts")).simulateCommand,
    ask: (given) => ({
      args: ["--diff", "--format=json", ...named("dialect", given.dialect)],
      paths: [given.old, given.new],
    }),
    structured: "json",
  }),
  tool({
    name: "plan",
    title: assistantMessage("mcp.plan.title"),
    about: assistantMessage("mcp.plan.about", { about: about("assistant.plan") }),
    input: { old: path, new: path, dialect: z.enum(["sysvinit", "busybox", "procd"]).optional() },
    command: async () => (await import("../commands/plan.ts")).planCommand,
    ask: (given) => ({
      args: ["--format=json", ...named("dialect", given.dialect)],
      paths: [given.old, given.new],
    }),
    structured: "json",
  }),
  {
    name: "order",
    title: assistantMessage("mcp.order.title"),
    about: about("assistant.order"),
    input: questions.order,
    command: async () => (await import("../commands/order.ts")).order,
    ask: (given) => {
      const { folder, tool: program } = orderAsked.parse(given);
      return { args: ["--format=json", ...named("tool", program)], paths: [folder] };
    },
    structured: "lines",
  },
  {
    name: "rc",
    title: assistantMessage("mcp.rc.title"),
    about: about("assistant.rc"),
    input: questions.rc,
    command: async () => (await import("../commands/rc.ts")).rc,
    ask: (given) => {
      const { root, from, to } = rcAsked.parse(given);
      return {
        args: ["--format=json", ...named("from", from), ...to.map((level) => `--to=${level}`)],
        paths: [root],
      };
    },
    structured: "json",
  },
];
