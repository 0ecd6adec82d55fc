// The server of the Model Context Protocol: tools, pages and questions for an assistant. It reads below the given folders
// and writes nothing.

import {
  allRules,
  type Localizer,
  type Message,
  rulePage,
  topicMarkdown,
  topicPart,
  topics,
} from "@inittab/core";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult, ReadResourceResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { programVersion } from "../version.ts";
import { assistantMessage } from "./message.ts";
import { editInput, proposeEdit } from "./propose-edit.ts";
import type { Roots } from "./roots.ts";
import { runQuietly } from "./run.ts";
import { type Asked, type Tool, tools } from "./tools.ts";

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
    description: text(assistantMessage("mcp.edit.about")),
  };
  server.registerTool(
    "propose-edit",
    { ...description, annotations, inputSchema: editInput },
    async (given): Promise<CallToolResult> => {
      const path = await roots.resolve(given.path);
      if (path === undefined)
        return refused(assistantMessage("mcp.outside", { path: given.path }), localizer);
      const { problem, answer } = await proposeEdit(path, given, { localizer, folders: roots.folders });
      if (problem)
        return refused(assistantMessage("mcp.edit.no-lines", { count: Number(answer["lines"]) }), localizer);
      return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
    },
  );
}

/** The manual and the pages of the rules. */
function addPages(server: McpServer, localizer: Localizer): void {
  const kinds = [
    {
      kind: "manual",
      title: assistantMessage("mcp.manual.title"),
      list: topics.map((topic) => ({ id: topic.id, name: localizer.prose(topicPart(topic, "title")) })),
      page: (id: string) => {
        const topic = topics.find((each) => each.id === id);
        return topic && topicMarkdown(topic, localizer);
      },
    },
    {
      kind: "rules",
      title: assistantMessage("mcp.rules.title"),
      list: allRules.map((rule) => ({ id: rule.id, name: `${rule.code} ${rule.id}` })),
      page: (id: string) => {
        const rule = allRules.find((each) => each.id === id);
        return rule && rulePage(rule, localizer);
      },
    },
  ];
  for (const { kind, title, list, page } of kinds) {
    const uriOf = (id: string) => `inittab://${kind}/${encodeURIComponent(id)}`;
    const template = new ResourceTemplate(`inittab://${kind}/{id}`, {
      list: () => ({
        resources: list.map(({ id, name }) => ({ uri: uriOf(id), name, mimeType: "text/markdown" })),
      }),
      complete: { id: (start) => list.map(({ id }) => id).filter((id) => id.startsWith(start)) },
    });
    server.registerResource(kind, template, { title: localizer.text(title) }, (uri, { id }) => {
      const found = page(decodeURIComponent(String(id)));
      if (found === undefined)
        throw new Error(localizer.text(assistantMessage("mcp.no-page", { page: uri.href })));
      return markdownAt(uri, found);
    });
  }
}

/** What is known of the systems below the roots at a glance. */
function addSystem(server: McpServer, roots: Roots, localizer: Localizer): void {
  const title = localizer.text(assistantMessage("mcp.system.title"));
  server.registerResource("system", "inittab://system", { title, mimeType: "text/markdown" }, async (uri) => {
    const { check } = await import("../commands/check.ts");
    const { out, err } = await runQuietly(check, ["--", ...roots.folders], {
      localizer,
      folders: roots.folders,
    });
    return markdownAt(uri, `\`\`\`\`text\n${out}${err}\n\`\`\`\`\n`);
  });
}

function markdownAt(uri: URL, text: string): ReadResourceResult {
  return { contents: [{ uri: uri.href, mimeType: "text/markdown", text }] };
}

function addPrompts(server: McpServer, localizer: Localizer): void {
  const { text } = localizer;
  const description = text(assistantMessage("mcp.prompt.no-boot.title"));
  server.registerPrompt(
    "no-boot",
    { title: description, description, argsSchema: { path: z.string().optional() } },
    ({ path = "etc/inittab" }) => ({
      messages: [
        {
          role: "user",
          content: { type: "text", text: text(assistantMessage("mcp.prompt.no-boot", { path })) },
        },
      ],
    }),
  );
}
