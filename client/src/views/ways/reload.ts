// What the running init would do with an unsaved text: a page with a table of the levels.

import { escapeMarkdown } from "@inittab/core";
import { type ReloadAnswer, type ReloadQuestion, type ReloadRow, requests } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../../l10n.ts";
import { reloadCommand } from "./lenses.ts";

/** Of the pages that are shown as a preview. */
const scheme = "inittab-reload";

/** Registers the command of the lens. */
export function registerReload(client: () => Promise<BaseLanguageClient | undefined>): vscode.Disposable {
  const pages = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => pages.delete(uri.toString())),
    vscode.commands.registerCommand(reloadCommand, async (uri: unknown) => {
      if (!(uri instanceof vscode.Uri)) return;
      const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const it = await client();
      if (it?.isRunning() !== true) return;
      const question: ReloadQuestion = { uri: uri.toString(), before };
      const answer = await it.sendRequest<ReloadAnswer | null>(requests.reload, question);
      const page = vscode.Uri.from({ scheme, path: `/${l10n.t("What would telinit q do?")}.md` });
      pages.set(page.toString(), pageOf(answer ?? []));
      changed.fire(page);
      try {
        await vscode.commands.executeCommand("markdown.showPreview", page);
      } catch {
        // An editor without the built-in preview shows the text.
        await vscode.window.showTextDocument(page);
      }
    }),
  );
}

function pageOf(rows: ReloadAnswer): string {
  const [first] = rows;
  if (first === undefined) return l10n.t("Nothing is known about this file.");
  const columns: readonly (readonly [string, (row: ReloadRow) => readonly string[]])[] = [
    [l10n.t("stops"), ({ stops }) => stops],
    [l10n.t("restarts"), ({ restarts }) => restarts],
    [l10n.t("starts"), ({ starts }) => starts],
    [l10n.t("keeps, although no entry has it here any more"), ({ strays }) => strays],
    [l10n.t("keeps until it ends, although its entry now names another"), ({ outdated }) => outdated],
    [l10n.t("a second request"), ({ again }) => again],
  ];
  const used = columns.filter(([, of]) => rows.some((row) => of(row).length > 0));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const listed = (processes: readonly string[]) => processes.map(escapeMarkdown).join("<br>");
  return [
    `# ${l10n.t("What would {0} do?", first.request)}`,
    l10n.t("The running init has read the saved file, and now reads the text of the editor."),
    [
      line([l10n.t("runlevel"), ...used.map(([title]) => title), l10n.t("keeps")]),
      line(["---", ...used.map(() => "---"), "---"]),
      ...rows.map((row) =>
        line([row.level || "-", ...used.map(([, of]) => listed(of(row))), String(row.keeps)]),
      ),
    ].join("\n"),
  ].join("\n\n");
}
