import { join } from "node:path";
import { type OddEntry, readArchive, type UnreadArchive } from "@inittab/host/archive";
import { message } from "../message.ts";
import { type Unreadable, whyUnreadable } from "../unreadable.ts";
import type { ArchiveRoot, NoArchive, RootEntry } from "./root.ts";

/** Reads an archive as a root. Never throws for anything that a file can be. */
export async function readArchiveRoot(path: string): Promise<ArchiveRoot | NoArchive> {
  let archive: Awaited<ReturnType<typeof readArchive>>;
  try {
    archive = await readArchive(path);
  } catch (error) {
    return { path, why: whyUnreadable(error), isNone: false };
  }
  if ("fault" in archive) return { path, why: whyUnread(archive), isNone: archive.fault === "no-archive" };
  const { look, bytes, odd, moreOdd } = archive;
  const kindOf = (below: string): RootEntry["kind"] => {
    const { kind } = look(below, false);
    return kind === "file" || kind === "folder" || kind === "link" ? kind : "other";
  };
  return {
    kind: "archive",
    path,
    look: ({ path: below, text }) => look(below, text),
    list: async (folder) => {
      const node = look(folder, false);
      if (node.kind !== "folder") return [];
      return node.names.map((name) => ({
        name,
        kind: kindOf(folder === "" ? name : `${folder}/${name}`),
      }));
    },
    shown: (below) => join(path, below),
    bytes,
    odd: [
      ...odd.map((entry) => oddity(path, entry)),
      ...(moreOdd === 0 ? [] : [{ path, why: message("archive.more-odd", { count: moreOdd }) }]),
    ],
  };
}

function whyUnread({ fault, what }: UnreadArchive): Unreadable["why"] {
  return message(`archive.${fault}`, { what });
}

function oddity(path: string, { name, why }: OddEntry): Unreadable {
  return { path, why: message(`archive.${why}`, { name: { code: name } }) };
}
