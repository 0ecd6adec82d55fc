// The colours of a text, which are the semantic tokens of the language server.

import type { LSPClient } from "@codemirror/lsp-client";
import { type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { isObject } from "./is-object.ts";

const coloured = StateEffect.define<DecorationSet>();

/** Keeps the colours with the text while it is edited. */
export const tokens: StateField<DecorationSet> = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, { changes, effects }) => {
    const set = effects.find((effect) => effect.is(coloured));
    return set === undefined ? before.map(changes) : set.value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Asks for the colours of the text as it is; an answer about a text of before is dropped. */
export async function colour(view: EditorView, client: LSPClient, uri: string): Promise<void> {
  const { doc } = view.state;
  const answer = await client.request<object, unknown>("textDocument/semanticTokens/full", {
    textDocument: { uri },
  });
  const data: unknown = isObject(answer) ? answer["data"] : undefined;
  if (view.state.doc !== doc || !Array.isArray(data)) return;
  const { semanticTokensProvider } = client.serverCapabilities ?? {};
  const names = semanticTokensProvider?.legend.tokenTypes ?? [];
  view.dispatch({ effects: coloured.of(Decoration.set(rangesOf(view, data, names))) });
}

/** Each token has five numbers: lines and characters since the one before, its length, its type, its modifiers. */
function rangesOf(view: EditorView, data: readonly unknown[], names: readonly string[]): Range<Decoration>[] {
  const { doc } = view.state;
  const ranges: Range<Decoration>[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index + 4 < data.length; index += 5) {
    const lines = Number(data[index]);
    line += lines;
    character = Number(data[index + 1]) + (lines === 0 ? character : 0);
    if (line >= doc.lines) break;
    const { from, to } = doc.line(line + 1);
    const start = Math.min(from + character, to);
    const end = Math.min(start + Number(data[index + 2]), to);
    const name = names[Number(data[index + 3])];
    if (name !== undefined && start < end)
      ranges.push(Decoration.mark({ class: `token-${name}` }).range(start, end));
  }
  return ranges;
}
