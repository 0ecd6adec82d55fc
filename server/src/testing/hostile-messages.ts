// Messages for tests of what a server bears: those of a client that means well, whatever it means, and those of one that
// does not. Ending the program is what `exit` is for, and `shutdown` makes the server refuse all else: both are left out.

import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { commands } from "../protocol.ts";
import { modernClient } from "./peer.ts";

const uris = [
  "file:///etc/inittab",
  "file:///etc/init.d/x",
  "file:///a/etc/inittab",
  "untitled:x",
  "not an address",
  "",
];
const uri = fc.constantFrom(...uris);
const number = fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(-1e9, 2 ** 31, 1e300, 0.5));
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const text = fc
  .array(
    pieceOf(
      "1:2:respawn:/sbin/getty tty1",
      "l2:",
      "::askfirst:",
      "\n",
      "\r\n",
      "\r",
      "#",
      "\0",
      "é😀",
      "\ud800",
      "### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\n",
      "case $1 in start) touch /var/lock/subsys/x ;; esac",
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
const textDocument = fc.record({ uri });

/** A message of a client. */
export type Message = readonly [kind: "request" | "notification", method: string, params: unknown];

const message = (kind: Message[0], method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Message> =>
  params.map((value) => [kind, method, value] as const);
const notification = (method: string, params: fc.Arbitrary<unknown>) =>
  message("notification", method, params);
const request = (method: string, params: fc.Arbitrary<unknown>) => message("request", method, params);

const anyKinds = fc.option(fc.array(fc.constantFrom("quickfix", "source", "source.fixAll", "refactor", "")), {
  nil: undefined,
});

/** What a client may send whose messages have the right shape; the places and documents are anything. */
export const wellFormed: readonly fc.Arbitrary<Message>[] = [
  request("initialize", fc.constant({ processId: null, rootUri: null, capabilities: modernClient })),
  request("initialize", fc.constant({ processId: null, rootUri: null, capabilities: {} })),
  notification("initialized", fc.constant({})),
  notification(
    "textDocument/didOpen",
    fc.record({
      textDocument: fc.record({
        uri,
        languageId: fc.constantFrom("inittab", "shellscript"),
        version: number,
        text,
      }),
    }),
  ),
  notification(
    "textDocument/didChange",
    fc.record({
      textDocument: fc.record({ uri, version: number }),
      contentChanges: fc.array(fc.oneof(fc.record({ range, text }), fc.record({ text })), { maxLength: 3 }),
    }),
  ),
  request(
    "completionItem/resolve",
    fc.record({ label: text, data: fc.oneof(text, fc.record({ topic: text, dialect: text })) }),
  ),
  notification("textDocument/didClose", fc.record({ textDocument })),
  notification(
    "workspace/didChangeConfiguration",
    fc.record({ settings: fc.constantFrom(null, {}, { inittab: { dialect: "busybox" } }, { inittab: 7 }) }),
  ),
  notification("$/cancelRequest", fc.record({ id: fc.nat(30) })),
  request(
    "textDocument/diagnostic",
    fc.record({ textDocument, previousResultId: fc.constantFrom(undefined, "1.1", "x") }),
  ),
  ...["completion", "hover", "definition", "prepareRename"].map((name) =>
    request(`textDocument/${name}`, fc.record({ textDocument, position })),
  ),
  ...["codeLens", "documentSymbol", "foldingRange", "documentLink", "semanticTokens/full"].map((name) =>
    request(`textDocument/${name}`, fc.record({ textDocument })),
  ),
  request(
    "textDocument/selectionRange",
    fc.record({ textDocument, positions: fc.array(position, { maxLength: 3 }) }),
  ),
  ...["inlayHint", "semanticTokens/range"].map((name) =>
    request(`textDocument/${name}`, fc.record({ textDocument, range })),
  ),
  request(
    "textDocument/references",
    fc.record({ textDocument, position, context: fc.record({ includeDeclaration: fc.boolean() }) }),
  ),
  request("workspace/symbol", fc.record({ query: text })),
  request(
    "workspace/executeCommand",
    fc.record({
      command: fc.constantFrom(...Object.values(commands), "constructor", ""),
      arguments: fc.array(fc.record({ uri, level: text, at: number, from: text, to: text, format: text }), {
        maxLength: 2,
      }),
    }),
  ),
  notification("textDocument/didSave", fc.record({ textDocument })),
  notification(
    "workspace/didChangeWatchedFiles",
    fc.record({ changes: fc.array(fc.record({ uri, type: fc.constantFrom(1, 2, 3) }), { maxLength: 3 }) }),
  ),
  request(
    "textDocument/codeAction",
    fc.record({ textDocument, range, context: fc.record({ diagnostics: fc.constant([]), only: anyKinds }) }),
  ),
  request("inittab/status", fc.record({ uri })),
  request("inittab/family", fc.record({ uri })),
  request("textDocument/rename", fc.record({ textDocument, position, newName: text })),
];

const methods = [
  "initialized",
  "initialize",
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didClose",
  "textDocument/didSave",
  "textDocument/diagnostic",
  "textDocument/hover",
  "textDocument/completion",
  "textDocument/codeAction",
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/documentLink",
  "textDocument/selectionRange",
  "textDocument/semanticTokens/full",
  "textDocument/semanticTokens/range",
  "textDocument/codeLens",
  "textDocument/definition",
  "textDocument/inlayHint",
  "textDocument/prepareRename",
  "textDocument/references",
  "textDocument/rename",
  "workspace/symbol",
  "workspace/didChangeWatchedFiles",
  "inittab/status",
  "workspace/didChangeConfiguration",
  "workspace/executeCommand",
  "$/setTrace",
  "no/such",
];

/** Anything that JSON can say, under any name; now and then an object that is right up to some place. */
export const malformed: fc.Arbitrary<Message> = fc.tuple(
  fc.constantFrom("request" as const, "notification" as const),
  fc.constantFrom(...methods),
  fc.oneof(
    fc.constant(undefined),
    fc.object({ maxDepth: 2 }).map(jsonOnly),
    fc.record({
      textDocument: fc.oneof(textDocument, fc.anything().map(jsonOnly)),
      position: fc.anything().map(jsonOnly),
      contentChanges: fc.anything().map(jsonOnly),
    }),
  ),
);

/** What is left of a value on its way through JSON. */
function jsonOnly(value: unknown): unknown {
  const json = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}
