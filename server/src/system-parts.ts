// What is asked about whole systems, of which files need not be open. All of it is loaded when it is first asked for.

import { loadOnce } from "@inittab/host/load-once";
import type { Workspace } from "./documents/workspace.ts";
import type { NamedPlace } from "./features/answers.ts";
import type { FileOperations } from "./file-operations.ts";
import type { Hierarchies } from "./hierarchy.ts";
import type { ScriptService } from "./initscript/service.ts";
import type { System } from "./initscript/system.ts";
import { InittabDocument } from "./inittab/document.ts";
import { message } from "./message.ts";
import type { Session } from "./session.ts";

/** The parts of the server that are about whole systems. */
export interface SystemParts {
  /** The records of the open inittabs, and of those in their usual places, that have the letters of the query. */
  readonly records: (query: string) => Promise<readonly NamedPlace[]>;
  /** Call and type hierarchies. */
  readonly hierarchies: () => Promise<Hierarchies>;
  /** What is done before files are renamed or made. */
  readonly fileOperations: () => Promise<FileOperations>;
}

/** What they need of the server around them. */
interface SystemPartsHost {
  readonly workspace: Workspace;
  readonly scripts: () => Promise<ScriptService>;
  readonly session: Pick<Session, "folders" | "guard" | "localizer" | "look" | "show">;
}

/** Makes them. */
export function createSystemParts({ workspace, scripts, session }: SystemPartsHost): SystemParts {
  const { folders, guard, localizer, look } = session;
  const records = async (query: string) => {
    const { namedRecords } = await import("./inittab/features/symbols.ts");
    const { inittabFile } = await import("./inittab/file.ts");
    const open = workspace
      .all()
      .flatMap(({ document }) =>
        document instanceof InittabDocument ? [{ places: document, scan: document.scan }] : [],
      );
    const known = new Set(open.map(({ places }) => places.uri));
    const usual = folders().flatMap((root) => [`${root}/etc/inittab`, `${root}/inittab`]);
    const others = await Promise.all(
      usual
        .filter((uri) => !known.has(uri))
        .map(async (uri) => inittabFile(uri, await look(uri, true), workspace.commonSettings) ?? []),
    );
    return [...open, ...others.flat()].flatMap((file) => namedRecords(file, query));
  };
  const systemOf = async (uri: string) => (await scripts()).systemAt(uri);
  const inittabOf = async (system: System) => {
    const { inittabFile } = await import("./inittab/file.ts");
    const uri = system.uriOf("etc/inittab");
    const document = workspace.get(uri)?.document;
    if (document instanceof InittabDocument) return { places: document, scan: document.scan };
    return inittabFile(uri, await look(uri, true), workspace.commonSettings);
  };
  const fileOperations = loadOnce(async () => {
    const { createFileOperations } = await import("./file-operations.ts");
    return createFileOperations({
      systemOf,
      inittabOf,
      // Whoever renames a file need not wait for the words.
      show: (text) => void guard.run("showMessage", () => session.show(localizer().text(text))),
    });
  });
  const hierarchies = loadOnce(async () => {
    const { createHierarchies } = await import("./hierarchy.ts");
    return createHierarchies({
      systemOf,
      inittabOf,
      words: (kind, name) => localizer().text(message(hierarchyWords[kind], { name })),
    });
  });
  return { records, hierarchies, fileOperations };
}

const hierarchyWords = {
  before: "hierarchy.before",
  after: "hierarchy.after",
  runs: "hierarchy.runs",
  header: "hierarchy.header",
} as const;
