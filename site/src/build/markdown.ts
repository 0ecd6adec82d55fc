// Markdown of ours as HTML: without inline styles, which the policy of the pages forbids, and with links between pages.

import MarkdownIt from "markdown-it";
import Token from "markdown-it/lib/token.mjs";
import type { Html } from "./html.ts";

/** What a page knows of the places that its text names. */
export interface Surroundings {
  /** The address for the target of a link or a picture; undefined where the site has no such thing. */
  readonly address: (target: string) => string | undefined;
  /** The address that words set as code lead to; undefined for most. */
  readonly code?: (words: string) => string | undefined;
}

/** A text as HTML, and its first heading. */
export interface Rendered {
  readonly body: Html;
  readonly title: string;
}

/** Renders a page. A link that leads nowhere on the site becomes plain words. */
export function renderMarkdown(text: string, surroundings: Surroundings): Rendered {
  const markdown = new MarkdownIt({ html: false });
  const tokens = markdown.parse(text, {});
  const used = new Set<string>();
  let title = "";
  for (const [index, token] of tokens.entries()) {
    // Columns are set by classes; markdown-it writes a style.
    const align = /text-align:(\w+)/.exec(token.attrGet("style") ?? "")?.[1];
    if (align !== undefined) {
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
      token.attrJoin("class", align);
    }
    if (token.type === "heading_open") {
      const words = wordsOf(tokens[index + 1]?.children ?? []);
      if (title === "") title = words;
      token.attrSet("id", anchorOf(words, used));
    }
    // A cell without words heads nothing.
    if (/^th_/.test(token.type) && tokens[index + token.nesting]?.content === "") token.tag = "td";
    if (token.type === "inline") token.children = linked(token.children ?? [], surroundings);
  }
  // What can be wider than a phone is scrolled, by the keyboard as well.
  markdown.renderer.rules["fence"] = (all, index) =>
    `<pre tabindex="0"><code>${markdown.utils.escapeHtml(all[index]?.content ?? "")}</code></pre>\n`;
  markdown.renderer.rules["table_open"] = () => '<div class="table" role="group" tabindex="0"><table>';
  markdown.renderer.rules["table_close"] = () => "</table></div>";
  return { title, body: { html: markdown.renderer.render(tokens, markdown.options, {}) } };
}

function linked(tokens: readonly Token[], { address, code }: Surroundings): Token[] {
  const kept: Token[] = [];
  const open: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") {
      const target = token.attrGet("href") ?? "";
      const found = /^[a-z][a-z+.-]*:/.test(target) ? target : address(target);
      open.push(found !== undefined);
      if (found === undefined) continue;
      token.attrSet("href", found);
      if (found === target) token.attrSet("rel", "noopener noreferrer");
    } else if (token.type === "link_close") {
      if (open.pop() === false) continue;
    } else if (token.type === "image") {
      const target = token.attrGet("src") ?? "";
      token.attrSet("src", address(target) ?? "");
      token.attrSet("loading", "lazy");
    }
    const leads = token.type === "code_inline" && open.length === 0 ? code?.(token.content) : undefined;
    if (leads === undefined) kept.push(token);
    else kept.push(linkTo(leads), token, new Token("link_close", "a", -1));
  }
  return kept;
}

function linkTo(address: string): Token {
  const token = new Token("link_open", "a", 1);
  token.attrSet("href", address);
  return token;
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => (type === "text" || type === "code_inline" ? content : ""))
    .join("");
}

/** The anchor that GitHub gives a heading, so that links hold in both places. */
function anchorOf(words: string, used: Set<string>): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  let anchor = plain;
  for (let count = 1; used.has(anchor); count++) anchor = `${plain}-${count}`;
  used.add(anchor);
  return anchor;
}
