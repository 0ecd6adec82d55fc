// Whether a system can have said a message.

import type { ScriptFamily } from "../initscript/families/names.ts";
import { dialectFacts, dialectTitle } from "../inittab/dialect.ts";
import { type SysvinitVersion, sysvinitVersions } from "../inittab/versions.ts";
import type { Message } from "../text/message.ts";
import { type KnownMessage, titleOf } from "./contract.ts";
import type { FoundMessage } from "./find.ts";
import { message } from "./message.ts";
import type { LookedAtInittab } from "./places.ts";

/** What is known of the system that is asked about. */
export interface SystemSeen {
  readonly path: string;
  readonly inittab?: LookedAtInittab | undefined;
  /** The families that it may be of; empty if nothing shows them. */
  readonly families: readonly ScriptFamily[];
  /** How the family is called. */
  readonly family?: string | undefined;
}

/** Why the system cannot have printed the message; undefined if it can, or if that is not known. */
export function whyNotHere(found: FoundMessage, seen: SystemSeen): Message | undefined {
  const speakers: readonly KnownMessage[] = [found, ...found.others];
  const reasons = speakers.map((known) => whyNotBy(known, seen));
  return reasons.some((reason) => reason === undefined) ? undefined : reasons[0];
}

function whyNotBy(
  { program, said }: KnownMessage,
  { path, inittab, families, family }: SystemSeen,
): Message | undefined {
  if (inittab !== undefined && program.dialects !== undefined) {
    const { dialect, version, guess } = inittab.reading.scan;
    if (dialectFacts[dialect].described !== "nothing" && !program.dialects.includes(dialect))
      return message("said.cannot.dialect", { path: inittab.path, dialect: dialectTitle(dialect) });
    const place = (release: SysvinitVersion | undefined, otherwise: number) =>
      release === undefined ? otherwise : sysvinitVersions.indexOf(release);
    const at = place(version, -1);
    const isTold = guess.by === "request" || inittab.reading.scan.options.version !== undefined;
    if (isTold && at >= 0 && (at < place(said.since, 0) || at > place(said.until, sysvinitVersions.length)))
      return message("said.cannot.release", { version });
  }
  if (program.families !== undefined && families.length > 0 && family !== undefined) {
    const { families: own } = program;
    if (!families.some((each) => own.includes(each)))
      return message("said.cannot.family", { path, program: titleOf(program), family });
  }
  return undefined;
}
