/** What is said of tables and refactorings that the server proposes; the other messages stand in the server's own catalogue. */
export const proposalMessages = {
  // Tables for a file that is empty.
  "table.busybox": "A whole table for BusyBox init in the manner of Buildroot.",
  "table.alpine": "A whole table for BusyBox init with OpenRC, in the manner of Alpine.",
  "table.sysvinit": "A whole table for the System V init of Linux.",
  "table.procd": "A whole table for procd of OpenWrt.",
  "table.toybox": "A whole table for toybox init.",
  "table.aix": "The beginning of a table for AIX, where a colon begins a comment.",
  "table.solaris": "The beginning of a table for Solaris since its services are managed by SMF.",
  "table.hp-ux":
    "The beginning of a table for HP-UX, which has no comment lines: an entry that is off names the dialect.",
  "table.irix": "The beginning of a table for IRIX.",
  "table.sco":
    "The beginning of a table for SCO OpenServer, which has no comment lines: an entry that is off names the dialect.",
  "table.tru64": "The beginning of a table for Tru64, Digital UNIX and OSF/1.",
  "table.system-v": "The beginning of a table for another System V.",

  // Refactorings.
  "refactor.comment-out": "Comment out {$count -> [one] the entry *[other] # entries}",
  "refactor.comment-in": "Bring back {$count -> [one] the entry *[other] # entries} in this comment",
  "refactor.split":
    "Split into {$count} entries, one for each runlevel{$respawns -> [yes] ; a change of runlevel then restarts the process *[no]}",
  "refactor.rewrite":
    "Rewrite the table for {$init}{$count -> [0] *[other] ; {$count -> [one] # entry loses *[other] # entries lose} something, and the text says what}",
} as const;
