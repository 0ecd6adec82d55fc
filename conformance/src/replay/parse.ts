// Parse cases: a small inittab, and what init said of each line.

import { isObject } from "@inittab/cli/json-text";
import { readInittab, recordedReading, type TabFile } from "@inittab/core";
import { CaseError } from "./case-error.ts";
import { caseVersion } from "./case-version.ts";
import type { ReplayKind } from "./kind.ts";

/** What init makes of the text of a case. */
export const replayParse: ReplayKind = {
  about: "a small inittab, and what init reads from it",
  accepts: (value) => "inittab" in value && !("until" in value),
  run: (value, options) => {
    const inittab = value["inittab"];
    if (typeof inittab !== "string" && inittab !== null)
      throw new CaseError("inittab is neither a text nor null");
    const version = options.version ?? caseVersion(value["init"]);
    const reading = readInittab(inittab ?? undefined, {
      dialect: "sysvinit",
      ...(version !== undefined && { version }),
      inittabD: value["inittabD"] === false ? null : tabFiles(value["files"]),
    });
    return {
      result: {
        name: value["name"],
        init: `sysvinit-${reading.scan.version}`,
        inittab,
        ...("files" in value && { files: value["files"] }),
        ...("inittabD" in value && { inittabD: value["inittabD"] }),
        ...recordedReading(reading),
      },
    };
  },
};

const tabFolder = "/etc/inittab.d/";

function tabFiles(files: unknown): readonly TabFile[] {
  if (files === undefined) return [];
  if (!isObject(files)) throw new CaseError("files is no object");
  return Object.entries(files).flatMap(([path, text]) => {
    if (typeof text !== "string") throw new CaseError(`the file ${path} is no text`);
    return path.startsWith(tabFolder) ? [{ name: path.slice(tabFolder.length), text }] : [];
  });
}
