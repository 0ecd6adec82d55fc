// The text of a file in the commit that is checked out, as VS Code's own Git knows it. Nothing of ours runs for it; in a
// browser, and where Git is off, there is none.

import * as vscode from "vscode";

/** What VS Code's Git offers to other extensions, as far as it is used here. */
interface Git {
  readonly onDidOpenRepository: vscode.Event<unknown>;
  readonly getRepository: (uri: vscode.Uri) => Repository | null;
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
  readonly show: (ref: string, path: string) => Promise<string>;
}

/** The commits that are checked out. */
export interface Head extends vscode.Disposable {
  /** Undefined where the file is in no commit, or nothing is known of one. */
  readonly textOf: (uri: vscode.Uri) => Promise<string | undefined>;
  /** Another commit is checked out, or a repository became known. */
  readonly onDidMove: vscode.Event<void>;
}

/** Asks Git when it is asked. */
export function createHead(): Head {
  const moved = new vscode.EventEmitter<void>();
  const listening: vscode.Disposable[] = [moved];
  const commits = new Map<Repository, string | undefined>();
  const watch = (repository: Repository) => {
    if (commits.has(repository)) return;
    const { state } = repository;
    commits.set(repository, state.HEAD?.commit);
    listening.push(
      state.onDidChange(() => {
        if (commits.get(repository) === state.HEAD?.commit) return;
        commits.set(repository, state.HEAD?.commit);
        moved.fire();
      }),
    );
  };
  let git: Promise<Git | undefined> | undefined;
  /** What was asked last: lenses ask again and again, and each answer is a run of Git. */
  let last: { readonly name: string; readonly text: Promise<string | undefined> } | undefined;
  const start = async () => {
    const found = await gitOfEditor();
    if (found !== undefined) listening.push(found.onDidOpenRepository(() => moved.fire()));
    return found;
  };
  return {
    textOf: async (uri) => {
      if (uri.scheme !== "file") return undefined;
      git ??= start();
      const repository = (await git)?.getRepository(uri) ?? undefined;
      if (repository === undefined) return undefined;
      watch(repository);
      const name = `${repository.state.HEAD?.commit} ${uri.fsPath}`;
      // A file that no commit has is an error of Git's.
      if (last?.name !== name)
        last = { name, text: repository.show("HEAD", uri.fsPath).catch(() => undefined) };
      return last.text;
    },
    onDidMove: moved.event,
    dispose: () => vscode.Disposable.from(...listening).dispose(),
  };
}

async function gitOfEditor(): Promise<Git | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>("vscode.git");
    return (await extension?.activate())?.getAPI(1);
  } catch {
    // It is switched off by its own setting.
    return undefined;
  }
}
