// Redirections, and the here-documents that they announce.

import { ahead, type Parser, take, unexpected } from "./parser.ts";
import { SyntaxProblem } from "./problem.ts";
import { neverClosed } from "./reader.ts";
import { plainText, type Redirection, type WordPart } from "./tree.ts";

/** Reads the redirection that begins with the next token. */
export function readRedirection(parser: Parser): Redirection {
  const { reader } = parser;
  const token = take(parser);
  if (token.kind !== "redirection") return unexpected(parser);
  const { operator, number } = token;
  const isHere = operator === "<<" || operator === "<<-";
  reader.literal = isHere && reader.facts.plainDelimiters;
  const target = ahead(parser);
  reader.literal = false;
  if (target.kind !== "word") {
    if (target.kind === "end" && reader.openings[0] !== undefined) neverClosed(reader, reader.openings[0]);
    const near = target.kind === "end" || target.text === "\n" ? "newline" : target.text;
    const range = { start: token.start, end: token.end };
    throw new SyntaxProblem({ kind: "no-target", text: operator, range, near });
  }
  take(parser);
  if (isHere) {
    const { text, parts } = target.word;
    const isText = parts.every((part) => part.kind === "text");
    const delimiter = isText ? parts.map((part) => part.text).join("") : text;
    const quoted = plainText(target.word) === undefined;
    // Where the text ends before it begins, there is none.
    const content: { parts: readonly WordPart[] | undefined } = { parts: [] };
    reader.hereDocuments.push({ delimiter, quoted, stripsTabs: operator === "<<-", content });
    return { operator, number, target: target.word, document: content };
  }
  return { operator, number, target: target.word };
}
