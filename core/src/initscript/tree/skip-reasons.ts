// Why rc passes over an entry, in words. Spec 5.

import type { SkipReason } from "../rc/model.ts";

/** What to say about an entry that rc passes over; to be read behind the entry's name and a colon. */
export const skipReasons: Readonly<Record<SkipReason, string>> = {
  "not-locked": "no lock file: rc does not stop it",
  locked: "its lock file is there: rc takes it for started",
  "not-executable": "it is not executable",
  "not-a-file": "it leads to no regular file",
  "backup-name": "its name is that of a backup copy",
  declined: "the answer was no",
  "started-before": "the links of the previous level have started it",
  "stopped-before": "the links of the previous level have stopped it",
  "behind-halt": "halt or reboot has taken the place of rc",
};
