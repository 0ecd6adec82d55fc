import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type FieldName,
  fieldNames,
  fieldRangeAt,
  type InittabScan,
  lintInittab,
  scanInittab,
  type TextRange,
} from "@inittab/core";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Tree } from "web-tree-sitter";
import { difference } from "../documents/difference.ts";
import { ruleNamed } from "../documents/rule-finder.ts";
import { readOptionsFor, readSettings } from "../documents/settings.ts";
import { testEnvironment } from "../testing/environment.ts";
import { InittabDocument } from "./document.ts";
import { type Grammar, loadGrammar } from "./syntax-tree.ts";

const folder = join(import.meta.dirname, "../../../../shared/corpus/inittab");
const reason = "skipped: the corpus of real files, because ../shared/corpus/inittab is not there";
const isThere = existsSync(folder);
const isCi = process.env["CI"] === "true";
if (!isThere && !isCi) console.warn(reason);

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar((name) => testEnvironment.wasm(name, undefined));
});

/** Expects everything that the document has computed piece by piece to be what a fresh look at its text gives. */
function check(document: InittabDocument): void {
  const { scan, settings } = document;
  const fresh = scanInittab(scan.text.toString(), readOptionsFor(settings, document.uri));
  expect({ ...scan, text: scan.text.toString() }).toEqual(fresh);
  expect(document.findings()).toEqual(lintInittab(fresh, settings.lint).findings);
}

function checkTree(document: InittabDocument): void {
  const fresh = new InittabDocument(document.uri, "", 1, document.scan.text.toString(), document.settings);
  expect(document.syntaxTree(grammar).rootNode.toString()).toBe(
    fresh.syntaxTree(grammar).rootNode.toString(),
  );
  fresh.close();
}

/** How much of each file is typed; the rest is there already. */
const stretchLength = 80;

/** Types a text into the middle of a document, character by character, and now and then looks at everything. */
function type(document: InittabDocument, at: number, text: string, look: (typed: number) => void): void {
  for (let typed = 0; typed < text.length; typed++) {
    const place = document.placeAt(at + typed);
    document.change(
      [{ range: { start: place, end: place }, text: text.charAt(typed) }],
      document.version + 1,
    );
    look(typed);
  }
}

const files = isThere || isCi ? readdirSync(folder).filter((name) => name.endsWith(".inittab")) : [];
const read = (name: string) => readFileSync(join(folder, name), "latin1");

describe("typing real files", () => {
  test.skipIf(files.length === 0)(
    "leads to what a fresh look gives, at every step",
    () => {
      for (const [number, name] of files.entries()) {
        // A place between CR and LF does not exist for an editor, so lines end in LF here.
        const text = read(name).replaceAll("\r\n", "\n");
        // Another stretch of each file, so that all parts of a file have their turn.
        const from = Math.floor(((number % 10) / 10) * text.length);
        const stretch = text.slice(from, from + stretchLength);
        const document = new InittabDocument(
          "file:///etc/inittab",
          "inittab",
          1,
          text.slice(0, from) + text.slice(from + stretchLength),
        );
        type(document, from, stretch, (typed) => {
          if (typed % 7 === 0) check(document);
          if (typed % 40 === 0) checkTree(document);
        });
        expect(document.scan.text.toString(), name).toBe(text);
        check(document);
        checkTree(document);
        document.close();
      }
    },
    120_000,
  );
});

/** Pieces of which texts consist that are hard to read: fields, line ends of all kinds, strange characters. */
const piece = pieceOf(
  ...[
    "1",
    "id",
    ":",
    "2345",
    ":respawn:",
    "respwan",
    "/sbin/getty tty1",
    "initdefault",
    "\n",
    "\r\n",
    "\r",
    "#",
    " ",
    "\t",
  ],
  ...[
    "\0",
    "\f",
    "é",
    "😀",
    "\ud800",
    "\\\n",
    "+",
    "@",
    "x".repeat(60),
    "::askfirst:-/bin/sh\n",
    "# inittab-disable-file duplicate-id\n",
  ],
);
const someText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
const someSettings = fc.constantFrom<object>(
  {},
  { initVersion: "2.88" },
  { dialect: "busybox" },
  { dialect: "sysvinit", rules: { "duplicate-id": "off" } },
  { dialect: "procd" },
);
const place = fc.record({ line: fc.nat(12), character: fc.nat(40) });
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text: someText }) },
  { weight: 1, arbitrary: fc.record({ text: someText }) },
);

/** What somebody else has made of the text while it was closed. */
const reopening = fc.record({ from: fc.nat(100), dropped: fc.nat(20), put: someText });

test("any changes lead to what a fresh look gives, and so does another text when it is opened again", () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(change, { maxLength: 3 }) },
      { weight: 1, arbitrary: someSettings },
      { weight: 1, arbitrary: reopening },
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(someText, steps, (text, todo) => {
      const document = new InittabDocument("file:///etc/inittab", "inittab", 1, text);
      document.syntaxTree(grammar);
      for (const [version, step] of todo.entries()) {
        if (Array.isArray(step)) document.change(step, version);
        else if ("put" in step) {
          const whole = document.scan.text.toString();
          document.close();
          const after = whole.slice(step.from + step.dropped);
          const text = whole.slice(0, step.from) + step.put + after;
          document.reopen(version, difference(whole, text), document.settings);
        } else document.configure(readSettings(step, ruleNamed).settings);
        check(document);
        checkTree(document);
      }
      document.close();
    }),
  );
});

/** Records as `start-end` of their fields; lines that a reader cuts, joins or swallows have no simple counterpart. */
interface Row {
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
}

function rowsOfScan(scan: InittabScan): readonly Row[] {
  return scan.lines.flatMap((line, index) => {
    if (line.kind !== "record" && line.kind !== "rejected") return [];
    const fields = fieldNames.flatMap((name) => {
      const range = fieldRangeAt(scan, index, name);
      return range === undefined || isEmpty(range) ? [] : [[name, show(range)] as const];
    });
    return [{ fields: Object.fromEntries(fields) }];
  });
}

function rowsOfTree(tree: Tree): readonly Row[] {
  return tree.rootNode.namedChildren.flatMap((node) => {
    if (node.type !== "record") return [];
    const fields = fieldNames.flatMap((name) => {
      const child = node.childForFieldName(name);
      return child === null ? [] : [[name, show({ start: child.startIndex, end: child.endIndex })] as const];
    });
    return [{ fields: Object.fromEntries(fields) }];
  });
}

function isEmpty(range: TextRange): boolean {
  return range.start === range.end;
}

function show(range: TextRange): string {
  return `${range.start}-${range.end}`;
}

describe("the tree and the reader", () => {
  // What sysvinit cuts, ends at a NUL or keeps of a CR is its own affair; the tree shows what was written.
  const plainPiece = fc.constantFrom(
    "1",
    "id",
    ":",
    "::",
    "2345",
    ":respawn:",
    "respwan",
    "/sbin/getty tty1",
    " ",
    "\t",
    "\n",
    "#",
    "é",
    "😀",
    "+@",
    "initdefault",
  );
  const plainText = fc
    .array(plainPiece, { maxLength: 40 })
    .map((pieces) => `${pieces.join("")}\n`)
    .filter((text) => text.split("\n").every((line) => Buffer.byteLength(line) < 250));

  function checkRows(text: string): void {
    const document = new InittabDocument(
      "file:///etc/inittab",
      "inittab",
      1,
      text,
      readSettings({ dialect: "sysvinit" }, ruleNamed).settings,
    );
    expect(rowsOfTree(document.syntaxTree(grammar))).toEqual(rowsOfScan(document.scan));
    document.close();
  }

  test.skipIf(files.length === 0)("see the same records and fields in real files", () => {
    const strange = /[\r\0]|[^\n]{200}/;
    const texts = files.map(read).filter((text) => text.endsWith("\n") && !strange.test(text));
    expect(texts.length).toBeGreaterThan(files.length / 2);
    for (const text of texts) checkRows(text);
  });

  test("see the same records and fields in any text", () => {
    fc.assert(fc.property(plainText, checkRows), { numRuns: 500 });
  });
});
