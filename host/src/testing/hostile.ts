// What a file can hold to harm its reader, and how a test finds out that it has reached the reader unchanged.

import MarkdownIt from "markdown-it";

/** Values for fields, header words, lock names and, where the file system takes them, names of files. No blanks. */
export const hostileValues: readonly string[] = [
  "![](https://evil.example/p.png)",
  "[click](command:evil.quit)",
  "[click](https://evil.example/x)",
  "<img/src=https://evil.example/i.png>",
  "<script>evil()</script>",
  '"onload="evil()"',
  "<https://evil.example/auto>",
  "https://evil.example/bare",
  "www.evil.example",
  "x`![](https://evil.example/ticks.png)`y",
  "``x`<b>",
  "```",
  "&lt;img&gt;&#96;&amp;",
  "a|b|~~c~~**d**_e_#\\",
  "%0A::error::evil",
  "::error,file=x::evil",
  "\x1b]8;;https://evil.example\x07x\x1b[31m",
  "bell\x07backspace\x08",
  "\x9b31mc1\x85",
  "\u202egnp.live\u202c\u2066x\u2069\u200f",
  "line\u2028paragraph\u2029",
  "\u200bzero\ufeffwidth\u00ad",
  "\x7f\u{e0041}tag\ud800",
];

/** The characters of a text that a terminal would obey, or that would hide; lines and their ends are taken for ours. */
export function unsafeCharacters(text: string): readonly string[] {
  const found = text.match(/(?!\n|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu) ?? [];
  return found.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`);
}

const reader = new MarkdownIt({ html: true, linkify: true });

/** What a file has smuggled into Markdown: pictures, HTML, links that lead to `evil`, unsafe characters. */
export function markdownFaults(markdown: string): readonly string[] {
  const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const faults = tokens.flatMap(({ type, content, attrs }) => {
    if (type === "image" || type.startsWith("html_")) return [`${type}: ${content}`];
    const addresses = (attrs ?? []).map(([, value]) => value).filter((value) => /evil|command:/.test(value));
    return addresses.map((address) => `${type}: ${address}`);
  });
  return [...faults, ...unsafeCharacters(markdown.replaceAll("\t", " "))];
}

/** What a file has smuggled into a picture: elements and attributes that we do not draw, unsafe characters. */
export function svgFaults(svg: string): readonly string[] {
  const tags = svg.match(/<[^>]*>?/g) ?? [];
  const odd = tags.filter(
    (tag) => !/^<\/?(?:svg|title|style|text|line|rect|path|g)(?: [\w:-]+="[^"<>]*")*\/?>$/.test(tag),
  );
  return [...odd, ...(svg.match(/ on\w+="/g) ?? []), ...unsafeCharacters(svg)];
}
