// What init of sysvinit says while it reads its table. Source: spec/sysvinit.md, section 2; observed: sysvinit 2.88, 3.06,
// 3.14.

import type { ProgramMessage } from "../contract.ts";

const droppedLine = [
  "Look at the line that the number in brackets names. Init counts every line, comments and blank ones too; before 3.14 a line of more than 255 bytes counts as several.",
];

/** The messages about lines of the table. */
export const tableMessages: readonly ProgramMessage[] = [
  {
    id: "missing-id",
    templates: ["/etc/inittab[{line}]: missing id field", "missing id field"],
    meaning: "There is nothing before the first colon of this line, so init drops it.",
    causes: ["The id was forgotten, or the line was written for BusyBox, where an empty id is usual."],
    find: droppedLine,
    remedy: ["Write an id of one to four bytes that no other entry has before the first colon."],
  },
  {
    id: "missing-runlevel",
    templates: ["/etc/inittab[{line}]: missing runlevel field", "missing runlevel field"],
    meaning: "The line has no colon, so it has no runlevels; init drops it.",
    causes: ["The line is not an entry: often it is a stray word, or a comment without `#`."],
    find: [...droppedLine, "The releases from 2.88 to 3.14 report such a line as `missing action field`."],
    remedy: ["Write the line as `id:runlevels:action:process`, or put `#` before it."],
  },
  {
    id: "missing-process",
    templates: ["/etc/inittab[{line}]: missing process field", "missing process field"],
    meaning: "The line has fewer than three colons, so init finds no process and drops it.",
    causes: [
      "The third colon is missing: `id:3:initdefault` must end in a colon, `id:3:initdefault:`.",
      "A colon between two fields was forgotten, or a blank was written for it.",
    ],
    find: droppedLine,
    remedy: [
      "Give the line three colons. For `initdefault` and `off` nothing needs to follow the third one.",
    ],
  },
  {
    id: "missing-action",
    templates: ["/etc/inittab[{line}]: missing action field", "missing action field"],
    meaning: "Init finds no action between the second and the third colon, and drops the line.",
    causes: [
      "The field is empty, or a colon is missing.",
      "The file has DOS line ends: an empty line then holds a carriage return and is not blank.",
      "The last line of the file holds only blanks and has no newline.",
    ],
    find: [...droppedLine, "`od -c /etc/inittab | grep '\\\\r'` shows carriage returns."],
    remedy: ["Write the action, or remove the carriage returns with `sed -i 's/\\r$//' /etc/inittab`."],
  },
  {
    id: "id-too-long",
    templates: [
      "/etc/inittab[{line}]: id field too long (max {limit} characters)",
      "id field too long (max {limit} characters)",
    ],
    meaning: "The id has more than four bytes, so init drops the line.",
    causes: [
      "The id is a terminal's whole name, such as `ttyS0`.",
      "The line has no colon at all and is long: init then takes all of it for the id.",
      "It is the end of a comment of more than 255 bytes, which releases before 3.14 read as a line of its own.",
    ],
    find: droppedLine,
    remedy: [
      "Shorten the id to four bytes; a getty's id is by custom the end of the terminal's name, such as `S0`.",
    ],
  },
  {
    id: "runlevels-too-long",
    templates: [
      "/etc/inittab[{line}]: rlevel field too long (max {limit} characters)",
      "rlevel field too long (max {limit} characters)",
    ],
    meaning: "The runlevels field has more than eleven bytes, so init drops the line.",
    causes: ["The runlevels are separated by blanks or commas, or the colon after them is missing."],
    find: droppedLine,
    remedy: [
      "Write the runlevels without separators: `2345`. An empty field means all runlevels from 0 to 9.",
    ],
  },
  {
    id: "process-too-long",
    templates: [
      "/etc/inittab[{line}]: process field too long (max {limit} characters)",
      "/etc/inittab[{line}]: process field too long",
      "process field too long (max {limit} characters)",
      "process field too long",
    ],
    meaning: "The process has more than 127 bytes, so init before 3.14 drops the line.",
    causes: ["The table contains a long command."],
    find: droppedLine,
    remedy: ["Move the command into a script, and call the script."],
    until: "3.11",
  },
  {
    id: "action-too-long",
    templates: ["/etc/inittab[{line}]: action field too long", "action field too long"],
    meaning: "The action has more than 32 bytes, so init drops the line.",
    causes: ["The third colon is missing, and init takes the process for a part of the action."],
    find: droppedLine,
    remedy: ["Put a colon after the action."],
  },
  {
    id: "unknown-action",
    templates: ["/etc/inittab[{line}]: {action}: unknown action field", "{action}: unknown action field"],
    meaning: "The third field is not the name of an action that init knows, so it drops the line.",
    causes: [
      "The action is mistyped, or has a blank before or after it: `respawn ` is a different word.",
      "The entry was written for another init: `askfirst`, `shutdown` and `restart` are BusyBox's.",
      "A field is missing, so the process is where the action belongs.",
    ],
    find: droppedLine,
    remedy: ["Correct the word. Case does not matter."],
  },
  {
    id: "duplicate-id",
    templates: ['/etc/inittab[{line}]: duplicate ID field "{id}"', 'duplicate ID field "{id}"'],
    meaning: "An earlier entry has the same id, so init drops this line; the earlier entry stays.",
    causes: [
      "An entry was copied and its id was not changed.",
      "A file of `/etc/inittab.d` has the id of an entry of `/etc/inittab`.",
    ],
    find: [
      ...droppedLine,
      "`grep -n '^ID:' /etc/inittab /etc/inittab.d/*.tab` shows all entries with the id.",
    ],
    remedy: ["Give the dropped line an id of its own, then `telinit q`. Only `~~` may occur more than once."],
  },
  {
    id: "line-cut",
    templates: ["Error detected in /etc/inittab at line {line}. Possibly too long."],
    meaning:
      "The line has more than 254 bytes, or it is the last line and does not end in a newline. Init drops it.",
    causes: [
      "An editor left out the newline at the end of the file.",
      "The line is too long.",
      "The line contains a NUL byte; then the next line is lost as well.",
    ],
    find: [
      "`tail -c 1 /etc/inittab | od -c` shows whether the file ends in a newline.",
      "`awk 'length > 254' /etc/inittab` shows long lines.",
    ],
    remedy: ["Add the newline, or move a long command into a script."],
    since: "3.14",
  },
  {
    id: "no-inittab",
    templates: ["No inittab file found"],
    meaning:
      "`/etc/inittab` cannot be read. Init has no entries and goes into single-user mode with the one it adds itself, `/sbin/sulogin`.",
    causes: ["The file was removed or renamed.", "The root file system is the wrong one, or damaged."],
    find: ["`ls -l /etc/inittab` in the shell of sulogin."],
    remedy: ["Put the file back and run `telinit q`; a package's copy is often in `/usr/share`."],
    about: "single-user",
  },
  {
    id: "no-inittab-d",
    templates: ["No inittab.d directory found"],
    meaning:
      "There is no folder `/etc/inittab.d`, from which init would read further entries. This is harmless.",
    causes: ["Most systems have none. Init logs it whenever it reads the table."],
    remedy: ["Nothing, or `mkdir /etc/inittab.d` to end the message."],
    since: "2.97",
  },
  {
    id: "reading-tab",
    templates: ["Reading: {path}"],
    meaning: "Init reads the first entry of this file in `/etc/inittab.d` and ignores all its other lines.",
    since: "2.97",
  },
  {
    id: "added-console",
    templates: ["added agetty on {terminal} with id {id}"],
    meaning:
      "The kernel's command line has `init.autocon=1`, so init has added a login on this console, as a respawn entry for runlevels 2, 3, 4 and 5.",
    causes: ["A `console=` on the kernel's command line. The table is not at fault."],
    remedy: [
      "To avoid it, remove `init.autocon=1` from the command line, or give that id to an entry of the table.",
    ],
  },
];
