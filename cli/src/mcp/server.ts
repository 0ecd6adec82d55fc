// The server of the Model Context Protocol: tools, pages and questions for an assistant. It reads below the given folders
// and writes nothing.

import {
  assistantMessage as about,
  bootPrompt,
  type Localizer,
  type Message,
  noLines,
  noPage,
  pageAddress,
  pageKinds,
  pageTemplate,
  pageType,
  systemAddress,
  systemPage,
  systemTitle,
} from "@inittab/core";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult, ReadResourceResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { programVersion } from "../version.ts";
import { judgedFiles } from "./judged-files.ts";
import { assistantMessage } from "./message.ts";
import { editQuestion, proposeEdit } from "./propose-edit.ts";
import type { Roots } from "./roots.ts";
import { runQuietly } from "./run.ts";
import { type Asked, questions, type Tool, tools } from "./tools.ts";

/** What a tool says about itself: it changes nothing, and answers the same again. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** The server, not connected yet. */
export function createMcpServer(roots: Roots, localizer: Localizer): McpServer {
  const server = new McpServer({ name: "inittab", version: programVersion() });
  for (const tool of tools) addTool(server, tool, roots, localizer);
  addProposals(server, roots, localizer);
  addPages(server, localizer);
  addSystem(server, roots, localizer);
  addPrompts(server, localizer);
  return server;
}

function addTool(server: McpServer, tool: Tool, roots: Roots, localizer: Localizer): void {
  const { name, title, about, input, command, ask, structured } = tool;
  const description = { title: localizer.text(title), description: localizer.text(about), annotations };
  server.registerTool(
    name,
    { ...description, inputSchema: input },
    async (given): Promise<CallToolResult> => {
      const asked = ask(given);
      const allowed = await allowedPaths(asked, roots);
      if (typeof allowed === "string")
        return refused(assistantMessage("mcp.outside", { path: allowed }), localizer);
      const args = allowed.length === 0 ? asked.args : [...asked.args, "--", ...allowed];
      const { exitCode, out, err } = await runQuietly(await command(), args, {
        localizer,
        folders: roots.folders,
      });
      if (exitCode === 2 && out === "") return { isError: true, content: [{ type: "text", text: err }] };
      const said = [out, err]
        .filter((part) => part !== "")
        .map((part) => ({ type: "text" as const, text: part }));
      return structured === "none"
        ? { content: said }
        : { content: said, structuredContent: answersIn(out, structured) };
    },
  );
}

/** The real paths, or the first one that may not be read. */
async function allowedPaths({ paths }: Asked, roots: Roots): Promise<readonly string[] | string> {
  const allowed: string[] = [];
  for (const path of paths) {
    const real = await roots.resolve(path);
    if (real === undefined) return path;
    allowed.push(real);
  }
  return allowed;
}

function answersIn(out: string, structured: "json" | "lines"): Record<string, unknown> {
  const values: readonly unknown[] =
    structured === "json"
      ? [JSON.parse(out)]
      : out
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line));
  return { answers: values };
}

function refused(why: Message, { text }: Localizer): CallToolResult {
  return { isError: true, content: [{ type: "text", text: text(why) }] };
}

function addProposals(server: McpServer, roots: Roots, localizer: Localizer): void {
  const { text } = localizer;
  const description = {
    title: text(assistantMessage("mcp.edit.title")),
    description: text(about("assistant.edit")),
  };
  server.registerTool(
    "propose-edit",
    { ...description, annotations, inputSchema: questions["propose-edit"] },
    async (given): Promise<CallToolResult> => {
      const asked = editQuestion.parse(given);
      const path = await roots.resolve(asked.path);
      if (path === undefined)
        return refused(assistantMessage("mcp.outside", { path: asked.path }), localizer);
      const { problem, answer } = await proposeEdit(path, asked, { localizer, folders: roots.folders });
      if (problem) return refused(noLines(Number(answer["lines"])), localizer);
      return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
    },
  );
}

/** The manual and the pages of the rules. */
function addPages(server: McpServer, localizer: Localizer): void {
  for (const { kind, title, list, page } of pageKinds) {
    const template = new ResourceTemplate(pageTemplate(kind), {
      list: () => ({
        resources: list(localizer).map(({ id, name }) => ({
          ...{ uri: pageAddress(kind, id), name, mimeType: pageType },
        })),
      }),
      complete: {
        id: (start) => list(localizer).flatMap(({ id }) => (id.startsWith(start) ? [id] : [])),
      },
    });
    server.registerResource(kind, template, { title: localizer.text(title) }, (uri, { id }) => {
      const found = page(decodeURIComponent(String(id)), localizer);
      if (found === undefined) throw new Error(localizer.text(noPage(uri.href)));
      return markdownAt(uri, found);
    });
  }
}

/** What is known of the systems below the roots at a glance. */
function addSystem(server: McpServer, roots: Roots, localizer: Localizer): void {
  const about = { title: localizer.text(systemTitle), mimeType: pageType };
  server.registerResource("system", systemAddress, about, async (uri) => {
    const { check } = await import("../commands/check.ts");
    const surroundings = { localizer, folders: roots.folders };
    const { out, err } = await runQuietly(check, ["--format=json", "--", ...roots.folders], surroundings);
    const files = judgedFiles(out, roots.folders);
    if (files === undefined) throw new Error(err);
    return markdownAt(uri, systemPage(files, localizer));
  });
}

function markdownAt(uri: URL, text: string): ReadResourceResult {
  return { contents: [{ uri: uri.href, mimeType: pageType, text }] };
}

function addPrompts(server: McpServer, localizer: Localizer): void {
  const { text } = localizer;
  const { name, title, argument } = bootPrompt;
  const description = text(title);
  const argsSchema = { [argument.name]: z.string().optional().describe(text(argument.about)) };
  server.registerPrompt(name, { title: description, description, argsSchema }, (given) => ({
    messages: [
      {
        role: "user",
        content: { type: "text", text: text(bootPrompt.text(given[argument.name])) },
      },
    ],
  }));
}
