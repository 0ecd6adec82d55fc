// Finds the `inittab.json` that holds for a file: the nearest one in its folder or in one above, up to the working
// directory. Of a path outside the working directory, nothing above that path is looked at. Reading the file loads the
// names of all rules, so it is done only where there is one.

import { realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { projectFileName } from "@inittab/core";
import { lookAt } from "@inittab/host/look";
import type { Streams } from "../command.ts";
import { type Input, standardInput } from "../input.ts";
import { isBelow } from "../is-below.ts";
import { message } from "../message.ts";
import { AlreadyTold } from "../options.ts";
import { tellOf } from "../tell.ts";
import { type FileSettings, noSettings, type ProjectFile } from "./file-settings.ts";
import { projectMessage } from "./message.ts";

/** Answers for the files of one run. */
export interface Projects {
  /** What holds for an input; in an archive that is what holds for the archive. Throws `AlreadyTold` where an `inittab.json` is wrong. */
  readonly around: (input: Pick<Input, "path" | "place">) => Promise<FileSettings>;
  /** The file that holds for the working directory. */
  readonly here: () => Promise<ProjectFile | undefined>;
}

/** The word for: no file. */
const none = "none";

/** `option`: the value of `--settings`; `given`: the paths of the command line. */
export function createProjects(
  option: string | undefined,
  streams: Streams,
  given: readonly string[] = [],
): Projects {
  const folders = streams.folders ?? [process.cwd()];
  const byFolder = new Map<string, Promise<ProjectFile | undefined>>();
  const reader = () => import("./read-project.ts");
  let named: Promise<ProjectFile> | undefined;
  /** The outermost one that holds a path counts. */
  const tops = [...folders, ...given.map((each) => resolve(each))].toSorted(
    (one, other) => one.length - other.length,
  );

  const fileIn = (folder: string, top: string): Promise<ProjectFile | undefined> => {
    const known = byFolder.get(folder) ?? lookIn(folder, top, streams);
    byFolder.set(folder, known);
    return known;
  };
  const fileFor = async (path: string): Promise<ProjectFile | undefined> => {
    if (option === none) return undefined;
    if (option !== undefined) {
      named ??= reader().then(({ readNamedProject }) => readNamedProject(option, streams));
      return named;
    }
    const full = resolve(path);
    const [top] = tops.filter((each) => isBelow(full, each));
    if (top === undefined) return undefined;
    const isFolder = (await stat(full).catch(() => undefined))?.isDirectory() === true;
    const first = isFolder ? full : dirname(full);
    // A file that is named, and lies below none of the folders, may have the settings beside it.
    const last = full === top ? first : top;
    for (let folder = first; isBelow(folder, last); folder = dirname(folder)) {
      const file = await fileIn(folder, last);
      if (file !== undefined) return file;
      if (folder === last) break;
    }
    return undefined;
  };
  return {
    around: async (input) => {
      const path =
        input.path === standardInput.shown
          ? join(folders[0] ?? ".", standardInput.shown)
          : (input.place?.root.path ?? input.path);
      const file = await fileFor(path);
      return file === undefined ? noSettings : (await reader()).settingsFrom(file, resolve(path));
    },
    here: () => fileFor(folders[0] ?? "."),
  };
}

/** The file in a folder, unless links lead out of the topmost folder that may be read. */
async function lookIn(folder: string, top: string, streams: Streams): Promise<ProjectFile | undefined> {
  const path = resolve(folder, projectFileName);
  const node = await lookAt(path, true);
  switch (node.kind) {
    case "link":
      await tellOf(streams, path, projectMessage("project.link"));
      return undefined;
    case "unreadable":
      await tellOf(
        streams,
        path,
        message(node.why === "denied" ? "input.denied" : "input.system", { message: node.why }),
      );
      throw new AlreadyTold();
    case "file": {
      const real = await realpath(folder);
      if (!isBelow(real, await realpath(top))) return undefined;
      const { readFoundProject } = await import("./read-project.ts");
      return readFoundProject(path, streams);
    }
    default:
      return undefined;
  }
}
