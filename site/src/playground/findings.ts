// What the server finds in a file, with the fixes that it offers.

import { type Action, type Diagnostic, setDiagnostics } from "@codemirror/lint";
import type { LSPClient } from "@codemirror/lsp-client";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { isObject } from "./is-object.ts";

/** How bad a finding is; the names are those of the rules. */
export const severityNames = ["error", "warning", "information", "hint"] as const;

/** A finding, by the offsets of the text that it is about. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  readonly severity: (typeof severityNames)[number];
  readonly text: string;
  readonly rule: string;
  readonly fixes: readonly Fix[];
}

/** A way to mend what was found. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

/** What was found in a text. */
export interface Findings {
  readonly doc: Text;
  readonly all: readonly Finding[];
}

/** Asks what is found in the text as it is, and shows it in the editor; undefined where the text is another one by now. */
export async function lookForFindings(
  view: EditorView,
  client: LSPClient,
  uri: string,
): Promise<Findings | undefined> {
  const { doc } = view.state;
  const textDocument = { uri };
  const end = { line: doc.lines - 1, character: doc.line(doc.lines).length };
  const context = { diagnostics: [], only: ["quickfix"] };
  const [report, actions] = await Promise.all([
    client.request<object, unknown>("textDocument/diagnostic", { textDocument }),
    client.request<object, unknown>("textDocument/codeAction", {
      textDocument,
      range: { start: { line: 0, character: 0 }, end },
      context,
    }),
  ]);
  if (view.state.doc !== doc) return undefined;
  const fixes = listOf(actions).map((action) => readAction(doc, uri, action));
  const items = isObject(report) ? listOf(report["items"]) : [];
  const all = items.map((item) => readFinding(doc, item, fixes));
  view.dispatch(
    setDiagnostics(
      view.state,
      all.map((finding) => toDiagnostic(finding, doc)),
    ),
  );
  return { doc, all };
}

/** Makes a fix, unless the text has changed since it was offered. */
export function applyFix(view: EditorView, doc: Text, { changes }: Fix): void {
  if (view.state.doc === doc) view.dispatch({ changes, userEvent: "input.fix" });
}

interface OfferedFix extends Fix {
  /** The findings that it answers, as keys. */
  readonly answers: readonly string[];
}

function readAction(doc: Text, uri: string, action: unknown): OfferedFix {
  const { title, edit, diagnostics } = isObject(action) ? action : {};
  const edits: unknown = isObject(edit) && isObject(edit["changes"]) ? edit["changes"][uri] : [];
  const changes = listOf(edits).map((each) => {
    const { range, newText } = isObject(each) ? each : {};
    return { ...readRange(doc, range), insert: String(newText) };
  });
  return { title: String(title), changes, answers: listOf(diagnostics).map((item) => keyOf(doc, item)) };
}

function readFinding(doc: Text, item: unknown, offered: readonly OfferedFix[]): Finding {
  const { range, severity, message: text, code } = isObject(item) ? item : {};
  const { from, to } = readRange(doc, range);
  const key = keyOf(doc, item);
  return {
    from,
    to,
    line: doc.lineAt(from).number,
    severity: severityNames[Number(severity) - 1] ?? "information",
    text: String(text),
    rule: String(code),
    fixes: offered.filter(({ answers, changes }) => answers.includes(key) && changes.length > 0),
  };
}

/** An action names its findings by what they are, not by which. */
function keyOf(doc: Text, item: unknown): string {
  const { range, code, message: text } = isObject(item) ? item : {};
  const { from, to } = readRange(doc, range);
  return JSON.stringify([from, to, code, text]);
}

function toDiagnostic(finding: Finding, doc: Text): Diagnostic {
  const { from, to, severity, text, rule, fixes } = finding;
  return {
    from,
    to,
    severity: severity === "information" ? "info" : severity,
    message: text,
    source: rule,
    actions: fixes.map((fix): Action => ({ name: fix.title, apply: (view) => applyFix(view, doc, fix) })),
  };
}

function readRange(doc: Text, range: unknown): { readonly from: number; readonly to: number } {
  const { start, end } = isObject(range) ? range : {};
  const from = offsetOf(doc, start);
  return { from, to: Math.max(from, offsetOf(doc, end)) };
}

function offsetOf(doc: Text, position: unknown): number {
  const { line, character } = isObject(position) ? position : {};
  const number = Number(line) + 1;
  if (!Number.isInteger(number) || number < 1) return 0;
  if (number > doc.lines) return doc.length;
  const { from, to } = doc.line(number);
  return Math.min(from + Math.max(0, Number(character) || 0), to);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
