// What the tools of assistants answer, asked of the language server. It knows no VS Code, so that tests drive it.

import type { CommonTool, ToolQuestion } from "@inittab/core";
import {
  type AssistantAnswer,
  type AssistantMatter,
  type AssistantQuestion,
  commands,
  type ReloadAnswer,
  type ReloadQuestion,
  requests,
  type SimulationAnswer,
  type WaysAnswer,
} from "@inittab/server/protocol";
import { isObject } from "../is-object.ts";
import { type ToolName, toolFacts, toolNames } from "./tool-facts.ts";

/** What the tools need of the editor. */
export interface AssistantHost {
  /** Opens a file of the workspace, so that the server has its text; its address, or undefined where there is none. */
  readonly open: (path: string) => Promise<string | undefined>;
  /** The address of a folder of the workspace; undefined where there is none. */
  readonly folder: (path: string) => Promise<string | undefined>;
  /** The text of a file of the workspace as it is saved. */
  readonly saved: (path: string) => Promise<string | undefined>;
  /** Sends a request to the language server. */
  readonly ask: <Answer>(method: string, params: object) => Promise<Answer>;
}

/** What a tool says; `isError`: it could not do what was asked. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** The tool with this name, as assistants call it. */
export function toolNamed(name: unknown): ToolName | undefined {
  return toolNames.find((each) => toolFacts[each].name === name);
}

/** Asks a tool; any input will do. */
export async function askTool(name: ToolName, input: unknown, host: AssistantHost): Promise<ToolAnswer> {
  const given = isObject(input) ? input : {};
  const wrong = misfitOf(toolFacts[name].inputSchema, given);
  if (wrong !== undefined) return refused(wrong);
  if (isCommon(name)) return askCommon(name, given, host);
  const path = textOf(given["path"]);
  const uri = path === undefined ? undefined : await host.open(path);
  if (path !== undefined && uri === undefined) return refused(`${path} is not a file of the workspace`);
  switch (name) {
    case "check":
      return check(uri ?? "", host);
    case "explain":
      return explain(textOf(given["what"]) ?? "", uri, host);
    case "simulate":
      return simulate({ uri: uri ?? "", level: textOf(given["level"]), scenario: given["scenario"] }, host);
    case "verify":
      return told(await host.ask<WaysAnswer | null>(requests.verify, { uri }), "sysvinit, BusyBox and procd");
    default:
      return plan(uri ?? "", textOf(given["before"]) ?? path ?? "", host);
  }
}

/** What is wrong with the input of a tool. */
function misfitOf(
  { properties, required }: ToolQuestion,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, { type, enum: choices, minimum, items }] of Object.entries(properties)) {
    const value = given[name];
    if (value === undefined && !required.includes(name)) continue;
    const fits =
      type === "integer"
        ? Number.isSafeInteger(value) && Number(value) >= (minimum ?? 0)
        : type === "array"
          ? Array.isArray(value) && value.every((each: unknown) => typeof each === items?.type)
          : typeof value === type;
    if (!fits) return `${name} must be ${kinds[type]}`;
    if (choices?.every((choice) => choice !== value) === true)
      return `${name} must be one of ${choices.join(", ")}`;
  }
  return undefined;
}

const kinds = {
  string: "a string",
  integer: "a line number",
  array: "a list of strings",
  object: "an object",
};

function isCommon(name: ToolName): name is CommonTool & ToolName {
  return name === "order" || name === "rc" || name === "propose-edit";
}

/** The tools that `inittab mcp` asks in the same way: the server answers them as they are. */
async function askCommon(
  name: CommonTool,
  { path, folder, root, ...more }: Readonly<Record<string, unknown>>,
  host: AssistantHost,
): Promise<ToolAnswer> {
  const named = textOf(path ?? folder ?? root) ?? "";
  const uri = name === "propose-edit" ? await host.open(named) : await host.folder(named);
  if (uri === undefined)
    return refused(`${named} is not a ${name === "propose-edit" ? "file" : "folder"} of the workspace`);
  const answer = await askServer(host, name, { ...more, uri, path: named });
  return "refused" in answer ? refused(answer.refused) : said(JSON.stringify(answer.value));
}

/** What the server answers to a question of an assistant. */
export async function askServer(
  { ask }: AssistantHost,
  matter: AssistantMatter,
  question: Omit<AssistantQuestion, "ask"> = {},
): Promise<AssistantAnswer> {
  const answer = await ask<AssistantAnswer | null>(requests.assistant, { ...question, ask: matter });
  return answer ?? { refused: "the question was withdrawn" };
}

interface Reported {
  readonly items?: readonly {
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
    readonly severity?: number;
    readonly code?: string;
    readonly message: string;
  }[];
}

const severities = ["", "error", "warning", "information", "hint"];

async function check(uri: string, { ask }: AssistantHost): Promise<ToolAnswer> {
  const { items = [] } = await ask<Reported>("textDocument/diagnostic", { textDocument: { uri } });
  return told(
    items.map(({ range, severity = 1, code, message }) => ({
      line: range.start.line + 1,
      column: range.start.character + 1,
      severity: severities[severity],
      rule: code,
      message,
    })),
  );
}

async function explain(what: string, uri: string | undefined, { ask }: AssistantHost): Promise<ToolAnswer> {
  const command = <Argument extends object>(name: string, argument: Argument) =>
    ask<string | null>("workspace/executeCommand", { command: name, arguments: [argument] });
  const page =
    (await command(commands.explainTopic, { topic: what })) ??
    (await command(commands.explainMessage, { message: what, ...(uri !== undefined && { uri }) }));
  return page === null
    ? refused("neither a word of the manual nor a message is known by this text")
    : said(page);
}

async function simulate(
  {
    uri,
    level,
    scenario,
  }: { readonly uri: string; readonly level: string | undefined; readonly scenario: unknown },
  { ask }: AssistantHost,
): Promise<ToolAnswer> {
  const question = {
    uri,
    ...(level !== undefined && { level }),
    ...(isObject(scenario) && { scenario }),
  };
  const run = (command: string, argument: object) => ({ command, arguments: [argument] });
  const report = await ask<string | null>(
    "workspace/executeCommand",
    run(commands.renderSimulation, { ...question, format: "md" }),
  );
  if (report !== null) return said(report);
  const answer = await ask<SimulationAnswer | null>(
    "workspace/executeCommand",
    run(commands.simulate, { ...question, only: "moment" }),
  );
  return refused(
    answer === null
      ? "this file is not taken for an inittab"
      : [answer.summary, ...answer.problems.map(({ message }) => message)].join("\n"),
  );
}

async function plan(uri: string, before: string, { ask, saved }: AssistantHost): Promise<ToolAnswer> {
  const text = await saved(before);
  if (text === undefined) return refused(`${before} is not a file of the workspace`);
  const question: ReloadQuestion = { uri, before: text };
  return told(await ask<ReloadAnswer | null>(requests.reload, question), "sysvinit and BusyBox");
}

function told(answer: unknown, inits = ""): ToolAnswer {
  return answer === null
    ? refused(`this is done for inittabs of ${inits} only`)
    : said(JSON.stringify(answer));
}

function said(text: string): ToolAnswer {
  return { text, isError: false };
}

function refused(text: string): ToolAnswer {
  return { text, isError: true };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
