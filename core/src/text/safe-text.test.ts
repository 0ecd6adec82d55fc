import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import {
  escapeMarkdown,
  escapeMarkup,
  jsonText,
  markdownBlock,
  markdownCode,
  visible,
  withoutLinks,
} from "./safe-text.ts";

/** Everything that could mean something somewhere: all controls, what hides or turns text, marks, and addresses. */
const dangerous = fc.oneof(
  fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    ..."\u00ad\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ue000\ud800\udc00",
  ),
  fc.constantFrom(..."`*_[]()<>~|#&!-+=.:/\\\"' \t\n"),
  fc.constantFrom(
    "![](",
    "](",
    "https://x.example",
    "www.x.example",
    "<img/src=x>",
    "&lt;",
    "```",
    "1. ",
    "    ",
  ),
  fc.constantFrom("a", "b", "é", "中", "👍", "1"),
);
const text = fc.string({ unit: dangerous, maxLength: 40 });

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;
const withoutJoiners = (shown: string): string => shown.replaceAll("\u200d", "");

test("each function for its place", () => {
  const hostile = "a\x1b[2J\x07\x9b\u202e\u2028![x](https://e.example/`y`)<img>&amp; \n|";
  expect({
    visible: visible(hostile),
    markdown: escapeMarkdown(hostile),
    code: markdownCode(hostile),
    block: markdownBlock("a\tb\r\n```\n", "sh"),
    markup: escapeMarkup(`${hostile}"`),
    json: jsonText({ hostile }),
    plain: withoutLinks("[x](command:y)"),
  }).toMatchInlineSnapshot(`
    {
      "block": "\`\`\`\`sh
    a	b␍
    \`\`\`
    \`\`\`\`",
      "code": "\`\` a␛[2J␇<U+009B><U+202E><U+2028>![x](https://e.example/\`y\`)<img>&amp; ␊| \`\`",
      "json": "{"hostile":"a\\u001b[2J\\u0007\\u009b\\u202e\\u2028![x](https://e.example/\`y\`)<img>&amp; \\n|"}",
      "markdown": "a␛\\[2J␇\\<U+009B\\>\\<U+202E\\>\\<U+2028\\>!\\[x\\](https:/\\/e.example/\\\`y\\\`)\\<img\\>\\&amp; ␊\\|",
      "markup": "a␛[2J␇&lt;U+009B&gt;&lt;U+202E&gt;&lt;U+2028&gt;![x](https://e.example/\`y\`)&lt;img&gt;&amp;amp; 
    |&quot;",
      "plain": "[x] (command:y)",
      "visible": "a␛[2J␇<U+009B><U+202E><U+2028>![x](https://e.example/\`y\`)<img>&amp; ␊|",
    }
  `);
});

describe("for any text", () => {
  test("what is visible stays, has no control in it, and is one line", () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = visible(given);
        expect(withoutJoiners(shown)).not.toMatch(unsafe);
        expect(visible(shown)).toBe(shown);
        if (/^[ -~]*$/.test(given)) expect(shown).toBe(given);
      }),
    );
  });

  test("Markdown shows it as it is, and as nothing else", () => {
    const reader = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(text, fc.boolean(), (given, first) => {
        const [block, ...inside] = reader
          .parse(`${first ? "" : "Words "}${escapeMarkdown(given)}`, {})
          .flatMap((token) => [token, ...(token.children ?? [])]);
        const types = new Set(inside.map(({ type }) => type));
        // Four blanks at the beginning make a block of code, in which nothing means anything.
        if (block === undefined || block.type === "code_block") return;
        expect(
          [...types].filter((type) => !/^(?:inline|text|text_special|paragraph_close)$/.test(type)),
        ).toEqual([]);
        const shown = inside.filter(({ type }) => type.startsWith("text")).map(({ content }) => content);
        expect(
          shown
            .join("")
            .replace(/^Words ?/, "")
            .trim(),
        ).toBe(visible(given).trim());
      }),
      { numRuns: 2000 },
    );
  });

  test("spans and blocks of code hold all of it", () => {
    const reader = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(text, (given) => {
        const inline = reader
          .parse(`x ${markdownCode(given)} y`, {})
          .flatMap(({ children }) => children ?? []);
        if (visible(given).trim() !== "")
          expect(inline.map(({ type }) => type)).toEqual(["text", "code_inline", "text"]);
        const [fence, ...rest] = reader.parse(markdownBlock(given, "sh"), {});
        expect(fence?.type).toBe("fence");
        expect(rest).toEqual([]);
        expect(withoutJoiners(fence?.content ?? "").replace(/[\n\t]/g, "")).not.toMatch(unsafe);
      }),
      { numRuns: 2000 },
    );
  });

  test("HTML shows it as it is, between tags and in attributes", () => {
    fc.assert(
      fc.property(text, (given) => {
        const markup = escapeMarkup(given);
        expect(markup).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
        expect(withoutJoiners(markup).replaceAll("\n", "")).not.toMatch(unsafe);
      }),
    );
  });

  test("JSON is the same data, and safe to look at", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, indented) => {
        const json = jsonText({ [given]: [given] }, indented ? 2 : 0);
        expect(JSON.parse(json)).toEqual({ [given]: [given] });
        expect(json.replaceAll("\n", "")).not.toMatch(unsafe);
      }),
    );
  });

  test("no link is left where plain text is searched for them", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(withoutLinks(given)).not.toMatch(/\[[^\]]*\]\([^)]*\)/);
      }),
    );
  });
});
