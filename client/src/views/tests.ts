// VS Code's Testing view: the scenarios of the workspace that have expectations. The server runs them.

import { commands, type TestAnswer, type TestQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../l10n.ts";

/** The files of tests. */
const pattern = "**/*.inittab-test.json";

/** Registers the tests; `start` resolves once the server can be asked. */
export function registerTests(start: () => Promise<unknown>): vscode.Disposable {
  const controller = vscode.tests.createTestController("inittab.tests", l10n.t("Inittab scenarios"));
  const ask = async (uri: vscode.Uri): Promise<TestAnswer | undefined> => {
    await start();
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const question: TestQuestion = { uri: uri.toString(), ...(open && { text: open.getText() }) };
    return (
      (await vscode.commands.executeCommand<TestAnswer | null>(commands.runTests, question)) ?? undefined
    );
  };
  const find = async () => {
    const files = await vscode.workspace.findFiles(pattern);
    controller.items.replace(files.map((uri) => fileItem(controller, uri)));
  };
  controller.resolveHandler = async (item) => {
    if (item === undefined) await find();
    else if (item.uri !== undefined) showTests(controller, item, await ask(item.uri));
  };
  controller.refreshHandler = find;
  controller.createRunProfile(
    l10n.t("Run"),
    vscode.TestRunProfileKind.Run,
    async (request, token) => {
      const run = controller.createTestRun(request);
      for (const file of filesOf(controller, request)) {
        if (token.isCancellationRequested || file.uri === undefined) break;
        const answer = await ask(file.uri);
        showTests(controller, file, answer);
        report(run, file, request, answer);
      }
      run.end();
    },
    true,
  );
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate((uri) => controller.items.add(fileItem(controller, uri))),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
  );
}

function fileItem(controller: vscode.TestController, uri: vscode.Uri): vscode.TestItem {
  const item = controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
  item.canResolveChildren = true;
  return item;
}

/** The tests of a file, as the server has read them. */
function showTests(
  controller: vscode.TestController,
  file: vscode.TestItem,
  answer: TestAnswer | undefined,
): void {
  file.children.replace(
    (answer?.tests ?? []).map(({ name }, index) =>
      controller.createTestItem(`${file.id} ${index}`, name, file.uri),
    ),
  );
}

/** The files that a run is about. */
function filesOf(
  controller: vscode.TestController,
  { include }: vscode.TestRunRequest,
): readonly vscode.TestItem[] {
  const all = include ?? [...controller.items].map(([, item]) => item);
  return [...new Set(all.map((item) => item.parent ?? item))];
}

function report(
  run: vscode.TestRun,
  file: vscode.TestItem,
  { include }: vscode.TestRunRequest,
  answer: TestAnswer | undefined,
): void {
  const problems = answer?.problems ?? [l10n.t("The language server does not answer.")];
  if (problems.length > 0) {
    run.errored(
      file,
      problems.map((problem) => new vscode.TestMessage(problem)),
    );
    return;
  }
  const items = [...file.children].map(([, item]) => item);
  for (const [index, { failures }] of (answer?.tests ?? []).entries()) {
    const item = items[index];
    const isWanted = include === undefined || include.some(({ id }) => id === file.id || id === item?.id);
    if (item === undefined || !isWanted) continue;
    if (failures.length === 0) run.passed(item);
    else
      run.failed(
        item,
        failures.map((failure) => new vscode.TestMessage(failure)),
      );
  }
}
