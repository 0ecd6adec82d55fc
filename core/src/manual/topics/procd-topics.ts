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
    summary: "Kept running: started before the boot scripts, and again half a second after it ends.",
    body: [
      "There is no limit to it; only a terminal that has vanished ends it for good.",
      "The file is read once, so a change waits for the next boot.",
    ],
  },
  {
    name: "askfirst",
    summary: "Like respawn, but each start waits for Enter on the terminal.",
    body: [
      "An entry whose terminal does not exist, or whose id is empty, is skipped, and looked at again when a device appears.",
    ],
  },
  {
    name: "askconsole",
    summary: "Like askfirst, on the kernel's console.",
    body: ["It is started before the boot scripts; askconsolelate is the same after them."],
  },
  {
    name: "askconsolelate",
    summary: "Like askconsole, but started after the boot scripts.",
    body: ["It keeps the prompt from appearing in the middle of their messages."],
  },
  {
    name: "respawnlate",
    summary: "Like respawn, but started after the boot scripts.",
    body: ["It is for programs that need what the scripts set up."],
  },
  {
    name: "sysinit",
    summary: "Runs the start scripts of /etc/rc.d; it is always written `/etc/init.d/rcS S boot`.",
    body: [
      "procd runs the scripts itself and does not look at the program's name, but two words must follow it.",
      "Only the first such entry counts.",
      "It is looked at after respawn, askconsole and askfirst.",
    ],
  },
  {
    name: "shutdown",
    summary:
      "Runs the stop scripts of /etc/rc.d on the way down; it is always written `/etc/init.d/rcS K shutdown`.",
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
    summary: "The terminal on which the process runs, as a name below /dev.",
    body: ["Only letters and digits count: of a name with a slash the tail is taken."],
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
    body: ["Leave it empty; a character that is no letter or digit would spoil the line."],
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
    body: ["Another word gives `Unknown init handler`; wait, once, ctrlaltdel and restart are unknown here."],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.action.respawn", "procd.action.sysinit"],
  },
  {
    id: "procd.field.process",
    kind: "field",
    title: "Field process (procd)",
    words: ["process", "shell"],
    summary: "The command, cut at spaces into at most seven words and executed without a shell.",
    body: [
      "There are no quotes, and a tab does not separate.",
      "A `#` behind the beginning of the line is part of the command.",
      "Lines are read in pieces of 127 bytes.",
    ],
    sources: source,
    dialects: procdDialect,
    seeAlso: ["procd.field.id"],
  },
];
