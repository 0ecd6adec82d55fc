import * as vscode from "vscode";
import type { SimulationModel } from "./model.ts";
import { type PanelHost, SimulationPanel, viewType } from "./panel.ts";

/** The simulation views that are open, one for a file at most. */
export class OpenPanels implements vscode.Disposable {
  readonly #host: PanelHost;
  readonly #panels: Map<string, SimulationPanel> = new Map();
  #latest: SimulationPanel | undefined;

  constructor(around: Omit<PanelHost, "onClosed">) {
    this.#host = { ...around, onClosed: (panel) => this.#forget(panel) };
  }

  /** The view that was used last. */
  get latest(): SimulationPanel | undefined {
    return this.#latest;
  }

  /** The view of a file, where it is open. */
  find(uri: vscode.Uri): SimulationPanel | undefined {
    return this.#panels.get(uri.toString());
  }

  /** The view of a file, which is opened beside the file if need be. */
  async open(uri: vscode.Uri): Promise<SimulationPanel> {
    const known = this.find(uri);
    known?.reveal();
    if (known !== undefined) return known;
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    // A preview would give way to the next file, and the simulation would lose what it is about.
    await vscode.window.showTextDocument(uri, {
      preview: false,
      ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    });
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { retainContextWhenHidden: true };
    return this.adopt(uri, vscode.window.createWebviewPanel(viewType, "Inittab", column, options));
  }

  /** Makes a panel of VS Code the view of a file. */
  adopt(uri: vscode.Uri, webviewPanel: vscode.WebviewPanel): SimulationPanel {
    webviewPanel.iconPath = vscode.Uri.joinPath(this.#host.extensionUri, "docs/images/icon.png");
    const panel = new SimulationPanel(this.#host, uri, webviewPanel);
    this.#panels.set(uri.toString(), panel);
    this.#latest = panel;
    return panel;
  }

  /** Opens the view of a file and plays a scenario in it. */
  async play(uri: vscode.Uri, model: SimulationModel): Promise<void> {
    const panel = await this.open(uri);
    this.#latest = panel;
    panel.play(model);
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  #forget(panel: SimulationPanel): void {
    this.#panels.delete(panel.uri.toString());
    if (this.#latest === panel) this.#latest = undefined;
  }
}
