// What is found about all ways stands in the list of problems until the next edit, and each finding can be played: the
// warnings as soon as the search has ended, everything once the command has asked for it.

import { inittab, type WayFound, type WaysAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../../l10n.ts";
import { plainText } from "../../plain-text.ts";
import { verifyCommand } from "./lenses.ts";
import type { Ways } from "./ways.ts";

/** Plays a scenario in the view of a file; called by findings alone. */
export const playCommand = "inittab.playWay";

/** Lists what is found; registers the command, and the action that plays a finding. */
export function registerFindings(ways: Ways): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection("inittab-ways");
  const found = new Map<vscode.Diagnostic, WayFound>();
  const forget = (uri: vscode.Uri) => {
    for (const diagnostic of diagnostics.get(uri) ?? []) found.delete(diagnostic);
    diagnostics.delete(uri);
  };
  const list = (uri: vscode.Uri, findings: readonly WayFound[]) => {
    forget(uri);
    const all = findings.map((finding) => {
      const diagnostic = diagnosticOf(finding);
      found.set(diagnostic, finding);
      return diagnostic;
    });
    diagnostics.set(uri, all);
  };
  return vscode.Disposable.from(
    diagnostics,
    ways.onDidChange((uri) =>
      list(uri, ways.last(uri)?.findings.filter(({ severity }) => severity === "warning") ?? []),
    ),
    vscode.workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    vscode.commands.registerCommand(verifyCommand, async (given?: unknown) => {
      const active = vscode.window.activeTextEditor?.document;
      const own = active?.languageId === inittab ? active.uri : undefined;
      const uri = given instanceof vscode.Uri ? given : own;
      if (uri === undefined) {
        void vscode.window.showInformationMessage(l10n.t("Open an inittab first."));
        return;
      }
      const answer = await asked(ways, uri);
      if (answer === undefined) return;
      list(uri, answer.findings);
      await pick(uri, answer);
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: inittab },
      {
        provideCodeActions: (document, range) =>
          (diagnostics.get(document.uri) ?? []).flatMap((diagnostic) => {
            const scenario = found.get(diagnostic)?.scenario ?? null;
            return scenario === null || diagnostic.range.intersection(range) === undefined
              ? []
              : [actionOf(document.uri, diagnostic, scenario)];
          }),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function asked(ways: Ways, uri: vscode.Uri): Promise<WaysAnswer | undefined> {
  const title = l10n.t("Looking at every way that the machine can go");
  const where = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const answer = await vscode.window.withProgress(where, (_, token) =>
    ways.ask(uri, token).catch(() => (token.isCancellationRequested ? ("cancelled" as const) : undefined)),
  );
  if (answer === "cancelled") return undefined;
  if (answer === undefined)
    void vscode.window.showInformationMessage(l10n.t("The ways of this file are not searched."));
  return answer;
}

/** Lets the user choose a finding or a level, and plays the way there. */
async function pick(uri: vscode.Uri, { findings, levels, exhausted, states }: WaysAnswer): Promise<void> {
  const extent = exhausted
    ? l10n.t("{0} states: every way was looked at", states)
    : l10n.t("{0} states: there are more, which were not looked at", states);
  const found = findings.map(({ severity, text, question, sequence, scenario }) => ({
    label: `$(${severity === "warning" ? "warning" : "info"}) ${plainText(text)}`,
    description: question,
    detail: sequence.join(", "),
    scenario,
  }));
  const rests = levels.map(({ title, detail, scenario }) => ({
    label: `$(play) ${plainText(title)}`,
    description: detail,
    scenario,
  }));
  const separator = { label: "", kind: vscode.QuickPickItemKind.Separator, scenario: null };
  const chosen = await vscode.window.showQuickPick([...found, separator, ...rests], {
    title: findings.length > 0 ? extent : `${l10n.t("Nothing found.")} ${extent}`,
    placeHolder: l10n.t("Choose a finding or a runlevel to play the shortest way there"),
  });
  const scenario = chosen?.scenario ?? null;
  if (scenario !== null) await vscode.commands.executeCommand(playCommand, uri, scenario);
}

function diagnosticOf({ severity, text, line, question, sequence }: WayFound): vscode.Diagnostic {
  const kind =
    severity === "warning" ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
  const way = sequence.length === 0 ? "" : ` (${l10n.t("after: {0}", sequence.join(", "))})`;
  const range = new vscode.Range(line ?? 0, 0, line ?? 0, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, `${text}${way}`, kind);
  diagnostic.source = inittab;
  diagnostic.code = question;
  return diagnostic;
}

function actionOf(uri: vscode.Uri, diagnostic: vscode.Diagnostic, scenario: object): vscode.CodeAction {
  const title = l10n.t("Play the way there");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { title, command: playCommand, arguments: [uri, scenario] };
  return action;
}
