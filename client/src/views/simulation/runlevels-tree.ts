// The tree view "Runlevels": each level that the file knows, and below it the records that may run in it.

import { visible } from "@inittab/core";
import { inittab, type LevelChoice, type RcVisitStep, type SimulationLane } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../../l10n.ts";
import type { SimulationServer } from "./server.ts";
import { inittabPathOf } from "./system-of.ts";

/** A pause in typing, in milliseconds, after which the tree is made again. */
const pause = 300;

/** The same after a change on the disk, of which the server hears a little later than we do. */
const diskPause = 1000;

type Node =
  | { readonly kind: "level"; readonly level: LevelChoice; readonly uri: vscode.Uri }
  | { readonly kind: "record"; readonly lane: SimulationLane; readonly uri: vscode.Uri }
  /** `assumed`: whose manner it is called in, and why. */
  | { readonly kind: "script"; readonly step: RcVisitStep; readonly assumed: string };

/** Shows the levels of the inittab that was active last. */
export function registerRunlevelsTree(
  server: SimulationServer,
  started: Promise<BaseLanguageClient | undefined>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let uri: vscode.Uri | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watcher: vscode.Disposable | undefined;
  const soon = (milliseconds = pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), milliseconds);
  };
  /** Nothing is watched before there is something to show. */
  const watch = () => {
    const files = vscode.workspace.createFileSystemWatcher("**/{init.d,rc[0-6S].d,conf.d,runlevels/*}/*");
    const later = () => soon(diskPause);
    return vscode.Disposable.from(
      files,
      files.onDidCreate(later),
      files.onDidChange(later),
      files.onDidDelete(later),
    );
  };
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === inittab) followFile(editor.document.uri);
    else if (editor?.document.languageId === "shellscript") void followSystem(editor.document.uri);
  };
  /** A script is shown with the runlevels of its system, where they can be read. */
  const followSystem = async (script: vscode.Uri) => {
    const path = inittabPathOf(script.path);
    if (path === undefined) return;
    try {
      followFile((await vscode.workspace.openTextDocument(script.with({ path }))).uri);
    } catch {
      // A system without an inittab has no runlevels to show.
    }
  };
  const followFile = (file: vscode.Uri) => {
    if (file.toString() === uri?.toString()) return;
    uri = file;
    watcher ??= watch();
    void vscode.commands.executeCommand("setContext", "inittab.hasRunlevels", true);
    changed.fire();
  };
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node?.kind === "script" || uri === undefined) return [];
      if (node?.kind === "record") return scriptsOf(node.lane, node.uri);
      const file = node?.uri ?? uri;
      if (node !== undefined) return node.level.records.map((lane) => ({ kind: "record", lane, uri: file }));
      const levels = (await server.levels(file.toString()).catch(() => undefined)) ?? [];
      tree.title = levels.some(({ kind }) => kind === "group")
        ? l10n.t("Order of Start")
        : l10n.t("Runlevels");
      return levels.map((level) => ({ kind: "level", level, uri: file }));
    },
    getTreeItem: (node) => {
      if (node.kind === "level") return levelItem(node.level);
      return node.kind === "record" ? recordItem(node.lane, node.uri) : scriptItem(node.step, node.assumed);
    },
  };
  const scriptsOf = async ({ boots }: SimulationLane, file: vscode.Uri): Promise<Node[]> => {
    if (boots === null) return [];
    const visit = await server.rc(file.toString(), boots).catch(() => undefined);
    if (visit === undefined) return [];
    const { system, because, steps } = visit;
    tree.description = visible(system);
    const assumed = l10n.t("As in {0}, because {1}", visible(system), visible(because));
    return steps.map((step) => ({ kind: "script", step, assumed }));
  };
  const tree = vscode.window.createTreeView("inittab.runlevels", { treeDataProvider: provider });
  follow(vscode.window.activeTextEditor);
  void started.then((client) => {
    client?.onDidChangeState(() => soon());
    changed.fire();
  });
  return vscode.Disposable.from(
    changed,
    { dispose: () => clearTimeout(timer) },
    { dispose: () => watcher?.dispose() },
    tree,
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document === document) follow(editor);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri?.toString()) soon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(inittab)) soon();
    }),
  );
}

function levelItem({ level, kind, purpose, isDefault }: LevelChoice): vscode.TreeItem {
  const label =
    kind === "group"
      ? level
      : level === "#"
        ? l10n.t("System initialization (sysinit)")
        : level === "*"
          ? l10n.t("At boot")
          : kind === "on-demand"
            ? l10n.t("On demand {0}", level)
            : l10n.t("Runlevel {0}", level);
  const isHome = isDefault && kind === "level";
  const state =
    isDefault || kind === "group"
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = level;
  item.description = isHome ? l10n.t("{0} (default)", purpose) : purpose;
  item.iconPath = new vscode.ThemeIcon(isHome ? "home" : "layers");
  return item;
}

function recordItem(
  { record, manner, action, process, place, boots }: SimulationLane,
  uri: vscode.Uri,
): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(visible(record.id), boots === null ? None : Collapsed);
  item.description = visible(`${action} ${process}`);
  item.tooltip = visible(process);
  item.accessibilityInformation = { label: visible(`${record.id}, ${action}, ${process}`) };
  item.iconPath = new vscode.ThemeIcon(iconOf(manner, action));
  if (place !== null) {
    const selection = new vscode.Range(place.first, 0, place.first, 0);
    item.command = {
      command: "vscode.open",
      title: l10n.t("Show Entry"),
      arguments: [uri, { selection } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
}

/** A script that rc calls or leaves, in rc's order. */
function scriptItem(
  { kind, name, argument, remark, broken, uri, service }: RcVisitStep,
  assumed: string,
): vscode.TreeItem {
  const item = new vscode.TreeItem(visible(argument === null ? name : `${name} ${argument}`));
  item.description = remark;
  const tips = [remark === "" ? name : `${name}: ${remark}`];
  if (service?.output) tips.push(`service ${service.name} status: ${service.output} (${service.status})`);
  item.tooltip = [...tips.map(visible), assumed].join("\n");
  item.accessibilityInformation = { label: visible([name, argument ?? "", remark].join(" ").trim()) };
  const icon = broken ? "warning" : kind === "skip" ? "debug-step-over" : "run";
  item.iconPath = new vscode.ThemeIcon(kind === "other" ? "info" : icon);
  if (uri !== null)
    item.command = {
      command: "vscode.open",
      title: l10n.t("Show Script"),
      arguments: [vscode.Uri.parse(uri)],
    };
  return item;
}

function iconOf(manner: SimulationLane["manner"], action: string): string {
  if (/^(ctrlaltdel|kbrequest|askfirst)$/.test(action)) return "keyboard";
  if (/^power/.test(action)) return "zap";
  if (manner === "respawns") return "sync";
  return manner === "waits" ? "watch" : "terminal";
}
