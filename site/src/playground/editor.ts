// An editor for one file. It stands in a shadow root, where the styles that CodeMirror makes are sheets of the program
// rather than elements of the page, as the page's policy demands.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

/** What an editor is made of. */
export interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** What the language server adds. */
  readonly language: Extension;
  readonly onEdit: () => void;
  /** The cursor is elsewhere, or the text around it is another one. */
  readonly onCursor: () => void;
}

/** An editor in its host. */
export function createEditor({ host, text, label, language, onEdit, onCursor }: EditorOptions): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        // A tab is a tab in these files, and the key leads out of the editor.
        lineNumbers(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        autocompletion(),
        keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of(({ docChanged, selectionSet }) => {
          if (docChanged) onEdit();
          if (docChanged || selectionSet) onCursor();
        }),
        theme,
        language,
      ],
    }),
  });
}

/** Goes to a line, counted from 0, and looks at it. */
export function goToLine(view: EditorView, line: number, focus: boolean): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 0) + 1, doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  if (focus) view.focus();
}

/** The colours are those of the page. */
const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--page)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--faint)", borderRightColor: "var(--line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--code)", color: "var(--text)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
    fontFamily: "var(--sans)",
    maxWidth: "min(44rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-hover": { maxHeight: "20rem", overflowY: "auto" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-tooltip a": { color: "var(--link)" },
  ".cm-tooltip pre, .cm-tooltip code": { fontFamily: "var(--mono)", backgroundColor: "var(--code)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".token-comment": { color: "var(--faint)", fontStyle: "italic" },
  ".token-property": { color: "var(--token-property)" },
  ".token-number": { color: "var(--token-number)" },
  ".token-keyword": { color: "var(--token-keyword)", fontWeight: "600" },
  ".token-operator": { color: "var(--faint)" },
  ".token-function": { color: "var(--token-function)" },
  ".token-string": { color: "var(--token-string)" },
});
