// One simulation view: a page beside the editor, and the scenario that is clicked together in it.

import { type LevelComparison, type RecordKey, visible } from "@inittab/core";
import {
  inittab,
  type ReloadAnswer,
  type SimulationAnswer,
  type SimulationQuestion,
  type WaysAnswer,
} from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n, onLanguage, type PageLanguage, pageLanguage } from "../../l10n.ts";
import { LineMarks } from "./decorations.ts";
import { laneKey } from "./lane-key.ts";
import type { FromPage, PageCommand, ToPage } from "./messages.ts";
import {
  behave,
  bootWith,
  editsAreEvents,
  emptyModel,
  happen,
  modelOfWay,
  pass,
  type SimulationModel,
  settle,
  takeBack,
  withoutEvents,
} from "./model.ts";
import { pageHtml } from "./page.ts";
import type { RcWay } from "./rc-way.ts";
import { isFromPage } from "./read-message.ts";
import type { SimulationServer } from "./server.ts";

/** The type of the panel, by which VS Code finds out who brings it back. */
export const viewType = "inittab.simulation";

/** A pause in typing, in milliseconds, after which the simulation is run again. */
const pause = 150;

/** What a panel needs of the extension around it. */
export interface PanelHost {
  readonly extensionUri: vscode.Uri;
  readonly server: SimulationServer;
  /** Carries out what a button of the page asks for. */
  readonly run: (command: PageCommand, panel: SimulationPanel) => Promise<void>;
  readonly onClosed: (panel: SimulationPanel) => void;
  /** The user looks at another time of the run, in seconds. */
  readonly onCursor: (uri: vscode.Uri, at: number) => void;
}

/** What a question was asked about. */
interface Asked {
  readonly model: SimulationModel;
  readonly moves: number;
}

/** A view of the simulation of one file. */
export class SimulationPanel implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #host: PanelHost;
  readonly #marks: LineMarks = new LineMarks();
  readonly #subscriptions: vscode.Disposable[];
  #model: SimulationModel = emptyModel;
  /** How often the user has moved in time on the page. */
  #moves = 0;
  #comparison: LevelComparison | null = null;
  #answer: SimulationAnswer | undefined;
  /** What was last found out about all ways, and of which version of the text. */
  #ways: { readonly version: number; readonly answer: Promise<WaysAnswer | undefined> } | undefined;
  /** The levels that the page shows, to which it can ask for the way. */
  #levels: WaysAnswer["levels"] = [];
  /** The addresses of scripts that were sent to the page: it can ask for no other file. */
  readonly #scripts = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is asked for while an answer is on its way; the last one counts. */
  #wanted: "run" | "moment" | undefined;
  #isAsking = false;
  #isReady = false;
  #isDisposed = false;

  constructor(host: PanelHost, uri: vscode.Uri, panel: vscode.WebviewPanel) {
    this.uri = uri;
    this.#host = host;
    this.#panel = panel;
    panel.title = l10n.t("Simulation of {0}", nameOf(uri));
    panel.webview.options = { enableScripts: true, localResourceRoots: [distOf(host.extensionUri)] };
    const isOurs = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
    const show = async () => {
      const page = pageOf(panel.webview, host.extensionUri, await pageLanguage());
      if (!this.#isDisposed) panel.webview.html = page;
    };
    void show();
    this.#subscriptions = [
      onLanguage(show),
      this.#marks,
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isFromPage(message)) this.#take(message);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document) && this.#soon()),
      vscode.workspace.onDidOpenTextDocument((document) => isOurs(document) && this.#soon()),
      vscode.workspace.onDidCloseTextDocument((document) => isOurs(document) && this.#soon()),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration(inittab, uri) && this.#soon(),
      ),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#mark()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind, selections }) => {
        const [selection] = selections;
        if (isOurs(textEditor.document) && kind !== undefined && selection !== undefined)
          this.#select(selection.active.line);
      }),
    ];
  }

  get model(): SimulationModel {
    return this.#model;
  }

  /** Where the file is shown, or would be: anywhere but on top of this view. */
  get editorColumn(): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.uri.toString(),
    );
    const own = this.#panel.viewColumn;
    return (
      shown?.viewColumn ?? (own === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One)
    );
  }

  /** Another scenario, from the beginning or at the cursor that it has. */
  play(model: SimulationModel, comparison: LevelComparison | null = null): void {
    this.#comparison = comparison;
    this.#change(model);
  }

  /** Shows the run at a time in seconds. */
  showTime(seconds: number): void {
    this.#change({ ...this.#model, cursor: seconds });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#marks.hide(this.uri.toString());
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#panel.dispose();
    this.#host.onClosed(this);
  }

  #take(message: FromPage): void {
    const model = this.#model;
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        this.#moves = 0;
        this.#ask("run");
        break;
      case "cursor":
        this.#moves = message.moves;
        this.#model = { ...model, cursor: message.at };
        this.#ask("moment");
        this.#host.onCursor(this.uri, message.at);
        break;
      case "happen":
        this.#change(happen(model, message.happening));
        break;
      case "take-back":
        this.#change(takeBack(model, message.index));
        break;
      case "boot":
        this.#change(bootWith(model, message.words));
        break;
      case "process":
        this.#change(behave(model, message.id, message.settings));
        break;
      case "pass":
        this.#moves = message.moves;
        this.#change(pass(model, message.seconds, this.#answer?.scenario?.until ?? 0));
        break;
      case "clear":
        this.#comparison = null;
        this.#change(withoutEvents(model));
        break;
      case "edits":
        void this.#takeEdits(message.areEvents);
        break;
      case "reveal":
        void this.#reveal(message.record);
        break;
      case "follow-rc":
        void this.#followRc(message.way);
        break;
      case "ask-services":
        void this.#tellServices();
        break;
      case "show-script":
        if (!this.#scripts.has(message.uri)) break;
        void vscode.window.showTextDocument(vscode.Uri.parse(message.uri), {
          viewColumn: this.editorColumn,
          preserveFocus: true,
          preview: true,
        });
        break;
      case "ask-levels":
        void this.#tellLevels();
        break;
      case "play-level": {
        const scenario = this.#levels[message.index]?.scenario;
        if (scenario !== undefined) this.play(modelOfWay(scenario));
        break;
      }
      case "command":
        void this.#host.run(message.command, this);
        break;
    }
  }

  #change(model: SimulationModel): void {
    this.#model = model;
    this.#ask("run");
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask("run"), pause);
  }

  /** Asks the server, one question at a time: further questions wait, and only the last of them is asked. */
  #ask(what: "run" | "moment"): void {
    if (!this.#isReady) return;
    if (this.#wanted !== "run") this.#wanted = what;
    if (this.#isAsking) return;
    this.#isAsking = true;
    void this.#work().finally(() => {
      this.#isAsking = false;
    });
  }

  async #work(): Promise<void> {
    while (this.#wanted !== undefined) {
      const what = this.#wanted;
      this.#wanted = undefined;
      const only = what === "moment" ? ({ only: "moment" } as const) : {};
      const asked = { model: this.#model, moves: this.#moves };
      const question = { ...this.#question(), ...only };
      const answer = await this.#host.server.simulate(question).catch((error: unknown) => String(error));
      if (typeof answer === "string") this.#send({ kind: "trouble", text: answer });
      else if (answer === undefined) this.#send({ kind: "trouble", text: this.#whyNot() });
      else if (what === "run") this.#showRun(asked, answer, await this.#reloadOf(question.booted));
      else if (answer.moment !== undefined) {
        this.#answer = { ...this.#answer, ...answer };
        this.#send({ kind: "moment", moment: answer.moment });
      }
      this.#mark();
    }
  }

  /** What a reload does in every level, where edits happen to a machine that has read another text. */
  async #reloadOf(booted: SimulationModel["booted"]): Promise<ReloadAnswer | null> {
    if (booted === undefined) return null;
    const question = { uri: this.uri.toString(), before: booted.text };
    return (await this.#host.server.reload(question).catch(() => undefined)) ?? null;
  }

  #question(): SimulationQuestion {
    const { scenario, cursor, booted } = this.#model;
    return {
      ...{ uri: this.uri.toString(), scenario },
      ...(cursor !== null && { at: cursor }),
      ...(booted && { booted }),
    };
  }

  #showRun({ model, moves }: Asked, answer: SimulationAnswer, reload: ReloadAnswer | null): void {
    this.#answer = answer;
    this.#model = settle(this.#model, model, answer);
    const uri = this.uri.toString();
    this.#send({
      kind: "run",
      uri,
      file: nameOf(this.uri),
      model: this.#model,
      moves,
      answer,
      comparison: this.#comparison,
      reload,
    });
  }

  #whyNot(): string {
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === this.uri.toString());
    return isOpen
      ? l10n.t("The language server does not answer.")
      : l10n.t("{0} is closed. Click an entry to open it again.", nameOf(this.uri));
  }

  #mark(): void {
    if (this.#isDisposed) return;
    const { lanes = [], moment } = this.#answer ?? {};
    if (this.#panel.visible) this.#marks.show(this.uri.toString(), { lanes, reasons: moment?.reasons ?? [] });
    else this.#marks.hide(this.uri.toString());
  }

  #select(line: number): void {
    const lane = this.#answer?.lanes?.find(
      ({ place }) => place !== null && place.first <= line && line <= place.last,
    );
    if (lane !== undefined) this.#send({ kind: "select", record: lane.record });
  }

  async #takeEdits(areEvents: boolean): Promise<void> {
    const text = areEvents ? (await vscode.workspace.openTextDocument(this.uri)).getText() : null;
    this.#change(editsAreEvents(this.#model, text));
  }

  async #followRc(way: RcWay): Promise<void> {
    const visit = await this.#host.server.followRc(this.uri.toString(), way).catch(() => undefined);
    for (const { uri } of visit?.steps ?? []) if (uri !== null) this.#scripts.add(uri);
    this.#send({ kind: "rc", way, visit: visit ?? null });
  }

  async #tellServices(): Promise<void> {
    const question = this.#question();
    const services = await this.#host.server.services(question).catch(() => undefined);
    // By now somebody may look at another time, and will ask again.
    if (question.at === this.#question().at) this.#send({ kind: "services", services: services ?? null });
  }

  /** The search is made once for a text; an answer that comes after an edit is about another one. */
  async #tellLevels(): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const { version } = document;
    if (this.#ways?.version !== version)
      this.#ways = { version, answer: this.#host.server.ways(this.uri.toString()).catch(() => undefined) };
    const ways = this.#ways;
    const answer = await ways.answer;
    // After an edit the page asks again.
    if (this.#ways !== ways || document.version !== version) return;
    if (answer === undefined) this.#ways = undefined;
    this.#levels = answer?.levels ?? [];
    this.#send({ kind: "levels", picture: answer?.picture ?? null });
  }

  async #reveal(record: RecordKey): Promise<void> {
    const lane = this.#answer?.lanes?.find((other) => laneKey(other.record) === laneKey(record));
    const line = lane?.place?.first ?? 0;
    const editor = await vscode.window.showTextDocument(this.uri, {
      viewColumn: this.editorColumn,
      // The keyboard stays in the page, so that one can go on to the next lane.
      preserveFocus: true,
      preview: false,
    });
    const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #send(message: ToPage): void {
    if (this.#isDisposed) return;
    void this.#panel.webview.postMessage(message);
  }
}

/** The last part of a file's path, fit to be shown. */
export function nameOf(uri: vscode.Uri): string {
  return visible(uri.path.replace(/^.*\//s, "") || uri.path);
}

function distOf(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}

function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri, { tag, texts }: PageLanguage): string {
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(distOf(extensionUri), name)).toString();
  return pageHtml({
    source: webview.cspSource,
    script: file("simulation.js"),
    style: file("simulation.css"),
    language: tag,
    texts,
  });
}
