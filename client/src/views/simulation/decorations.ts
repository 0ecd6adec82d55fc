// The lines of an editor, marked by what init does with them at the moment that the simulation shows.

import type { LinePlace } from "@inittab/core";
import type { RecordReason, SimulationLane } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { laneKey } from "./lane-key.ts";
import { type LineMark, lineMarks, markOf } from "./line-mark.ts";

/** A picture for the gutter: its shape identifies the mark as well as its color. */
const shapes: Readonly<Record<LineMark, string>> = {
  running: '<path d="M5 3.5 12.5 8 5 12.5z" fill="COLOR"/>',
  waited:
    '<path d="M4.5 3h7M4.5 13h7M5.5 3c0 3 5 4 5 10M10.5 3c0 3-5 4-5 10" fill="none" stroke="COLOR" stroke-width="1.4"/>',
  asks: '<path d="M11.5 4v4.5H4.5M7 6 4.5 8.5 7 11" fill="none" stroke="COLOR" stroke-width="1.6"/>',
  ready: '<circle cx="8" cy="8" r="3" fill="none" stroke="COLOR" stroke-width="1.4"/>',
  elsewhere: '<path d="M5 8h6" stroke="COLOR" stroke-width="1.6"/>',
  dropped: '<path d="m5 5 6 6m0-6-6 6" stroke="COLOR" stroke-width="1.6"/>',
};

const colors: Readonly<
  Record<LineMark, { readonly light: string; readonly dark: string; readonly ruler: string }>
> = {
  running: { light: "#1a7f37", dark: "#57ab5a", ruler: "charts.green" },
  waited: { light: "#8250df", dark: "#b083f0", ruler: "charts.purple" },
  asks: { light: "#9a6700", dark: "#daaa3f", ruler: "charts.yellow" },
  ready: { light: "#57606a", dark: "#909dab", ruler: "charts.lines" },
  elsewhere: { light: "#8c959f", dark: "#6e7681", ruler: "charts.lines" },
  dropped: { light: "#cf222e", dark: "#f47067", ruler: "charts.red" },
};

/** Marks the lines of editors until it is disposed. */
export class LineMarks implements vscode.Disposable {
  readonly #types: ReadonlyMap<LineMark, vscode.TextEditorDecorationType>;

  constructor() {
    // Whoever wants high contrast wants no text that is dimmed; the pictures in the gutter are enough.
    const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
    const { kind } = vscode.window.activeColorTheme;
    const dimmed = kind === HighContrast || kind === HighContrastLight ? {} : { opacity: "0.6" };
    this.#types = new Map(lineMarks.map((mark) => [mark, decorationType(mark, dimmed)]));
  }

  /** Marks the lines of the lanes in all editors that show the document. */
  show(
    uri: string,
    {
      lanes,
      reasons,
    }: { readonly lanes: readonly SimulationLane[]; readonly reasons: readonly RecordReason[] },
  ): void {
    const places = new Map<string, LinePlace | null>(
      lanes.map(({ record, place }) => [laneKey(record), place]),
    );
    const marked = new Map<LineMark, vscode.DecorationOptions[]>(lineMarks.map((mark) => [mark, []]));
    for (const reason of reasons) {
      const mark = markOf(reason);
      const place = places.get(laneKey(reason.record));
      if (mark === undefined || place === null || place === undefined) continue;
      marked.get(mark)?.push({
        range: new vscode.Range(place.last, Number.MAX_SAFE_INTEGER, place.last, Number.MAX_SAFE_INTEGER),
        renderOptions: { after: { contentText: reason.text } },
      });
    }
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document.uri.toString() === uri)
        for (const [mark, type] of this.#types) editor.setDecorations(type, marked.get(mark) ?? []);
  }

  /** Takes the marks away. */
  hide(uri: string): void {
    this.show(uri, { lanes: [], reasons: [] });
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

/** What an editor draws for a mark; `dimmed` is for the text of lines that do nothing. */
function decorationType(
  mark: LineMark,
  dimmed: Pick<vscode.DecorationRenderOptions, "opacity">,
): vscode.TextEditorDecorationType {
  const { light, dark, ruler } = colors[mark];
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    light: { gutterIconPath: icon(mark, light) },
    dark: { gutterIconPath: icon(mark, dark) },
    gutterIconSize: "contain",
    ...(mark !== "ready" && mark !== "elsewhere"
      ? {
          overviewRulerColor: new vscode.ThemeColor(ruler),
          overviewRulerLane: vscode.OverviewRulerLane.Left,
        }
      : {}),
    ...(mark === "elsewhere" || mark === "dropped" ? dimmed : {}),
    after: { color: new vscode.ThemeColor("editorCodeLens.foreground"), margin: "0 0 0 2em" },
  });
}

function icon(mark: LineMark, color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${shapes[mark].replaceAll("COLOR", color)}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
