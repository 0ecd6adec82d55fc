import { procdDialect, type Topic } from "../topic.ts";

const source = ["source: inittab.c of procd"];

/** One of the seven actions as procd understands it. */
interface ProcdAction {
  readonly name: string;
  readonly summary: string;
  readonly body: readonly string[];
}

const table: readonly ProcdAction[] = [
  {
    name: "respawn",
    summary: "Keeps running: procd starts it before the boot scripts, and again half a second after it ends.",
    body: [
      "There is no limit; only if its terminal disappears is it not started again.",
      "procd reads the file only once, so a change takes effect at the next boot.",
    ],
  },
  {
    name: "askfirst",
    summary: "Like respawn, but each start waits for Enter on the terminal.",
    body: [
      "An entry whose terminal does not exist, or whose id is empty, is skipped; procd checks it again when a device appears.",
    ],
  },
  {
    name: "askconsole",
    summary: "Like askfirst, on the kernel's console.",
    body: ["It is started before the boot scripts; askconsolelate is the same, but after them."],
  },
  {
    name: "askconsolelate",
    summary: "Like askconsole, but started after the boot scripts.",
    body: ["This keeps the prompt from appearing in the middle of their messages."],
  },
  {
    name: "respawnlate",
    summary: "Like respawn, but started after the boot scripts.",
    body: ["This is for programs that need what the scripts set up."],
  },
  {
    name: "sysinit",
    summary: "Runs the start scripts in /etc/rc.d; the process is always written `/etc/init.d/rcS S boot`.",
    body: [
      "procd runs the scripts itself and ignores the name of the program, but two words must follow it.",
      "Only the first such entry counts.",
      "procd handles it after respawn, askconsole and askfirst.",
    ],
  },
  {
    name: "shutdown",
    summary:
      "Runs the stop scripts in /etc/rc.d at shutdown; the process is always written `/etc/init.d/rcS K shutdown`.",
    body: ["Only the first such entry counts."],
  },
];

/** What OpenWrt's procd makes of the table. */
export const procdTopics: readonly Topic[] = [
  ...table.map(
    ({ name, summary, body }): Topic => ({
      id: `procd.action.${name}`,
      kind: "action",
      title: `Action ${name} (procd)`,
      words: [name],
      summary,
      body,
      sources: source,
      dialects: procdDialect,
      seeAlso: ["procd.field.process"],
    }),
  ),
  {
    id: "procd.field.id",
    kind: "field",
    title: "Field id, a terminal (procd)",
    words: ["id", "tty"],
    summary: "The terminal on which the process runs, as a name under /dev.",
    body: ["Only letters and digits count: of a name with a slash, procd takes the part after it."],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.action.askfirst"],
  },
  {
    id: "procd.field.runlevels",
    kind: "field",
    title: "Field runlevels (procd)",
    words: ["runlevels", "runlevel"],
    summary: "Ignored: procd has no runlevels.",
    body: ["Leave it empty; a character that is neither a letter nor a digit would spoil the line."],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.field.id"],
  },
  {
    id: "procd.field.action",
    kind: "field",
    title: "Field action (procd)",
    words: ["action"],
    summary:
      "One of seven words: respawn, respawnlate, askfirst, askconsole, askconsolelate, sysinit, shutdown.",
    body: [
      "Any other word gives `Unknown init handler`; wait, once, ctrlaltdel and restart are unknown here.",
    ],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.action.respawn", "procd.action.sysinit"],
  },
  {
    id: "procd.field.process",
    kind: "field",
    title: "Field process (procd)",
    words: ["process", "shell"],
    summary: "The command, split at spaces into at most seven words and executed without a shell.",
    body: [
      "There is no quoting, and a tab does not separate words.",
      "A `#` after the beginning of the line is part of the command.",
      "Lines are read in pieces of 127 bytes.",
    ],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.field.id"],
  },
  {
    id: "procd.signals",
    kind: "signal",
    title: "Signals to procd",
    words: ["TERM", "INT", "USR1", "USR2", "PWR", "HUP"].flatMap((name) => [name, `SIG${name}`]),
    summary: "TERM and INT restart the machine, USR1 halts it, USR2 and PWR power it off.",
    body: ["HUP does nothing."],
    sources: ["source: signal.c of procd"],
    dialects: procdDialect,
    seeAlso: ["procd.action.shutdown"],
  },
];
