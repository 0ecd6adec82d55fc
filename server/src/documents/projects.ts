// The `inittab.json` that holds for a document: the nearest one in its folder or in one above, up to the folder that the
// client has open. Outside of these folders nothing is looked at.

import { type Project, projectFileName, type TreeNode } from "@inittab/core";
import type { Settings } from "./settings.ts";

/** What is needed of the server around it. */
export interface ProjectsHost {
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  /** The addresses of the folders that the client has open. */
  readonly folders: () => readonly string[];
}

/** Finds the files, and keeps what they say. */
export class Projects {
  readonly #host: ProjectsHost;
  /** By the address of their folder. */
  readonly #known = new Map<string, Promise<Project | undefined>>();
  /** Equal settings are one object. */
  readonly #settings = new Map<string, Settings>();

  constructor(host: ProjectsHost) {
    this.#host = host;
  }

  /** Whether a file can hold for the document at this address. */
  concerns(uri: string): boolean {
    return this.#topOf(uri) !== undefined;
  }

  /** The settings of the client with what the nearest file says; the same object for equal ones. */
  async settingsFor(uri: string, settings: Settings): Promise<Settings> {
    const top = this.#topOf(uri);
    if (top === undefined) return settings;
    for (let folder = parentOf(uri); folder.length >= top.length; folder = parentOf(folder)) {
      const project = await this.#projectIn(folder);
      if (project === undefined) continue;
      const { settingsWith } = await import("./project-settings.ts");
      const merged = settingsWith(settings, project, pathBelow(folder, uri));
      const key = JSON.stringify(merged);
      const same = this.#settings.get(key) ?? merged;
      this.#settings.set(key, same);
      return same;
    }
    return settings;
  }

  /** These files have changed; answers whether one of them is such a file. */
  forget(uris: readonly string[]): boolean {
    const changed = uris.filter((uri) => uri.endsWith(`/${projectFileName}`));
    for (const uri of changed) this.#known.delete(parentOf(uri));
    return changed.length > 0;
  }

  /** The outermost of the client's folders that a document is in. */
  #topOf(uri: string): string | undefined {
    return this.#host
      .folders()
      .filter((folder) => uri.startsWith(`${folder}/`))
      .toSorted((one, other) => one.length - other.length)[0];
  }

  #projectIn(folder: string): Promise<Project | undefined> {
    const known = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, known);
    return known;
  }

  async #read(folder: string): Promise<Project | undefined> {
    const node = await this.#host.look(`${folder}/${projectFileName}`, true).catch(() => undefined);
    // What is a link, as far as anybody can tell, may lead out of the folder.
    if (node?.kind !== "file" || node.flaw !== undefined || node.followed === true) return undefined;
    const { projectIn } = await import("./project-settings.ts");
    return projectIn(node.text);
  }
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf("/")));
}

/** The path of a document below a folder. */
function pathBelow(folder: string, uri: string): string {
  const path = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
