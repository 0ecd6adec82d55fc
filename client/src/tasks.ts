// Tasks that run the command line on the folders of the workspace. Its findings become problems by the matcher `$inittab` of
// the manifest. A browser has no terminal to run them in, and offers none.

import * as vscode from "vscode";

/** The type of the tasks in the manifest. */
const taskType = "inittab";

/** What the command line is asked: by the manifest, the values of `command`. */
const tasks = ["check", "verify"] as const;

/** The program of the npm package, wherever the shell finds it. */
const usualProgram = "inittab";

/** Offers a task of each kind for each folder, and completes those of tasks.json. */
export function registerTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
        tasks.map((command) => taskOf({ type: taskType, command }, folder)),
      ),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder === undefined ? undefined : taskOf(definition, folder);
    },
  });
}

function taskOf(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task {
  const { command, paths, program } = readDefinition(definition);
  const words = [command, "--", ...paths].map((value) => ({ value, quoting: vscode.ShellQuoting.Strong }));
  const execution = new vscode.ShellExecution(program, words, { cwd: folder.uri.fsPath });
  const task = new vscode.Task(definition, folder, command, taskType, execution, "$inittab");
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true };
  return task;
}

interface TaskWords {
  readonly command: string;
  readonly paths: readonly string[];
  readonly program: string;
}

/** Whatever stands in tasks.json will do. */
function readDefinition(definition: vscode.TaskDefinition): TaskWords {
  const { command, paths, program }: Readonly<Record<string, unknown>> = definition;
  const given = Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [];
  return {
    command: tasks.find((each) => each === command) ?? "check",
    paths: given.length > 0 ? given : ["."],
    program: typeof program === "string" && program !== "" ? program : usualProgram,
  };
}
