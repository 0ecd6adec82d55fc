// What an assistant can read besides its tools: the manual, the rules, and what the checker says of a system.

import { allRules, rulePage } from "../lint/all-rules.ts";
import { topicMarkdown } from "../manual/markdown.ts";
import { topicPart } from "../manual/topic.ts";
import { topics } from "../manual/topics.ts";
import type { Localizer } from "../text/localizer.ts";
import type { Message } from "../text/message.ts";
import { visible } from "../text/safe-text.ts";
import { pageMessage as message } from "./page-message.ts";

/** A kind of pages. */
export interface PageKind {
  /** The first part of their addresses. */
  readonly kind: string;
  readonly title: Message;
  /** The ids of the pages, and what each is called. */
  readonly list: (localizer: Localizer) => readonly { readonly id: string; readonly name: string }[];
  /** A page as Markdown; undefined where there is none of this id. */
  readonly page: (id: string, localizer: Localizer) => string | undefined;
}

/** The pages of the product itself. */
export const pageKinds: readonly PageKind[] = [
  {
    kind: "manual",
    title: message("assistant-page.manual"),
    list: ({ prose }) => topics.map((topic) => ({ id: topic.id, name: prose(topicPart(topic, "title")) })),
    page: (id, localizer) => {
      const topic = topics.find((each) => each.id === id);
      return topic && topicMarkdown(topic, localizer);
    },
  },
  {
    kind: "rules",
    title: message("assistant-page.rules"),
    list: () => allRules.map(({ id, code }) => ({ id, name: `${code} ${id}` })),
    page: (id, localizer) => {
      const rule = allRules.find((each) => each.id === id);
      return rule && rulePage(rule, localizer);
    },
  },
];

/** The addresses of all pages of a kind, as a template of a URI. */
export function pageTemplate(kind: string): string {
  return `inittab://${kind}/{id}`;
}

/** The address of a page. */
export function pageAddress(kind: string, id: string): string {
  return `inittab://${kind}/${encodeURIComponent(id)}`;
}

/** The address of what the checker says of the system. */
export const systemAddress = "inittab://system";

/** What that page is called. */
export const systemTitle: Message = message("assistant-page.system");

/** There is no page at this address. */
export function noPage(address: string): Message {
  return message("assistant-page.none", { page: address });
}

/** There is no prompt of this name. */
export function noPrompt(name: string): Message {
  return message("assistant-page.no-prompt", { name });
}

/** That is no inittab. */
export function noInittab(path: string): Message {
  return message("assistant-page.no-inittab", { path });
}

/** There are no such lines in a file that has so many. */
export function noLines(count: number): Message {
  return message("assistant-page.no-lines", { count });
}

/** That is no runlevel. */
export function noLevel(level: string): Message {
  return message("assistant-page.no-level", { level });
}

/** The type of all pages. */
export const pageType = "text/markdown";

/** What the checker says of a file. */
export interface JudgedFile {
  /** As the assistant may name it. */
  readonly path: string;
  /** Which init an inittab was read for. */
  readonly init: string | undefined;
  readonly findings: readonly JudgedFinding[];
}

/** A finding in words. */
export interface JudgedFinding {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** What the checker says of the files of a system, as Markdown. */
export function systemPage(files: readonly JudgedFile[], { text }: Localizer): string {
  const lines = files.flatMap(({ path, init, findings }) => [
    ...(init === undefined ? [] : [`${path}: ${text(message("assistant-page.read-as", { init }))}`]),
    ...findings.map(
      ({ line, column, severity, rule, message: words }) =>
        `${path}:${line}:${column}: ${severity}: ${words} [${rule}]`,
    ),
  ]);
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  lines.push("", text(message("assistant-page.count", { findings, files: files.length })));
  const body = lines.map(visible).join("\n");
  // A fence is longer than any in what it holds.
  const longest = Math.max(3, ...(body.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${body}\n${fence}\n`;
}

/** The question that is ready for the one that everybody asks. */
export const bootPrompt: {
  readonly name: string;
  readonly title: Message;
  /** What it takes: the path of the inittab. */
  readonly argument: { readonly name: string; readonly about: Message };
  readonly text: (path: string | undefined) => Message;
} = {
  name: "no-boot",
  title: message("assistant-page.no-boot.title"),
  argument: { name: "path", about: message("assistant-page.no-boot.path") },
  text: (path = "etc/inittab") => message("assistant-page.no-boot", { path }),
};
