// What the checker is handed of an open script and of what is around it.

import type { InitScript, ScriptInput, ScriptLintOptions, ShellScript } from "@inittab/core";
import type { RootAround } from "../documents/roots.ts";
import type { ScriptDocument } from "./script-document.ts";
import type { System } from "./system.ts";

/** What is known around a script. */
export interface Around {
  readonly system: System | undefined;
  readonly shell: ShellScript | undefined;
  readonly root: RootAround | undefined;
}

/** A script as the checker gets it. */
export function inputOf(document: ScriptDocument, { system, shell, root }: Around): ScriptInput {
  return {
    text: document.text,
    name: document.name,
    ...(document.name !== undefined && { path: document.uri }),
    ...modeOf(document, system),
    ...(shell === undefined ? {} : { shell }),
    ...(system === undefined ? {} : { tree: system.tree }),
    ...(root === undefined ? {} : { root: root.listing }),
  };
}

/** The settings for the checker. */
export function optionsOf({ settings }: ScriptDocument): ScriptLintOptions {
  const { severities, programs } = settings.lint;
  return {
    ...(severities === undefined ? {} : { severities }),
    ...(programs === undefined ? {} : { programs }),
    ...settings.scripts,
  };
}

/** The permissions of its file; nothing where the system around it is not known. */
export function modeOf(document: ScriptDocument, system: System | undefined): { readonly mode?: number } {
  const mode = system && scriptIn(system, system.pathOf(document.uri))?.mode;
  return mode === undefined ? {} : { mode };
}

/** The script of init.d at a path of the system, also through an rc link. */
export function scriptIn({ tree }: System, path: string | undefined): InitScript | undefined {
  let real = path;
  // Looking at the thousands of entries of another folder would take long.
  for (const { path: folder, entries } of tree.folders.values())
    if (path?.startsWith(`${folder}/`) === true)
      real = entries.find((entry) => entry.path === path)?.realPath ?? real;
  return tree.scripts.find((script) => script.path === real || script.realPath === real);
}
