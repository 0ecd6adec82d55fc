// Init's own words about the table, in one place. The wording is init's; a translation would be a lie.

import { idLimit, type SysvinitBehaviour } from "./versions.ts";

/** The file that the messages name. */
export const inittabPath = "/etc/inittab";

/** Why init drops a line. The names are ours; init's text is `rejectionMessage`. */
export const rejections = [
  "missing-id",
  "missing-process",
  "missing-action",
  "id-too-long",
  "runlevels-too-long",
  "process-too-long",
  "action-too-long",
  "unknown-action",
  "duplicate-id",
  "line-cut",
  "bad-entry",
] as const;

/** One reason for which a line is dropped. */
export type Rejection = (typeof rejections)[number];

/**
 * What init logs when it drops a line. `line` is init's own count from 1; `detail` is the action word or the id where
 * the text names it. Observed: sysvinit 2.88, 3.06, 3.14 and BusyBox 1.35, word for word.
 */
export function rejectionMessage(
  reason: Rejection,
  line: number,
  detail: string,
  behaviour: SysvinitBehaviour,
): string {
  const at = `${inittabPath}[${line}]: `;
  switch (reason) {
    case "missing-id":
      return `${at}missing id field`;
    case "missing-process":
      return `${at}missing process field`;
    case "missing-action":
      return `${at}missing action field`;
    case "id-too-long":
      return `${at}id field too long (max ${idLimit} characters)`;
    case "runlevels-too-long":
      return `${at}rlevel field too long (max 11 characters)`;
    case "process-too-long":
      return behaviour.tellsProcessLimit
        ? `${at}process field too long (max ${behaviour.processLimit} characters)`
        : `${at}process field too long`;
    case "action-too-long":
      return `${at}action field too long`;
    case "unknown-action":
      return `${at}${detail}: unknown action field`;
    case "duplicate-id":
      return `${at}duplicate ID field "${detail}"`;
    case "line-cut":
      return `Error detected in ${inittabPath} at line ${line}. Possibly too long.`;
    case "bad-entry":
      return `Bad inittab entry at line ${line}`;
  }
}

/** Logged at each reading when the file is missing. */
export const noInittabMessage = "No inittab file found";

/** Logged at each reading when /etc/inittab.d is missing. Observed: sysvinit 3.06 (inittabd-missing). */
export const noInittabDMessage = "No inittab.d directory found";

/** Logged for each file of /etc/inittab.d. Observed: sysvinit 3.06 (inittabd-one). */
export function readingMessage(path: string): string {
  return `Reading: ${path}`;
}
