import { type Dialect, systemVFamily } from "../../inittab/dialect.ts";
import type { Topic } from "../topic.ts";

const pages = ["inittab(4) of HP-UX, IRIX and Solaris", "source: Files Reference of AIX 4"];

/** One of the actions of the System V inits outside Linux. */
interface FamilyAction {
  readonly name: string;
  readonly summary: string;
  readonly body: string;
  readonly dialects?: readonly Dialect[];
}

const table: readonly FamilyAction[] = [
  {
    name: "respawn",
    summary: "Keeps the process running in its runlevels.",
    body: "Solaris and HP-UX disable an entry for five minutes after more than ten starts in two minutes.",
  },
  {
    name: "wait",
    summary: "Starts the process once on entering a runlevel and waits for it to end.",
    body: "This is how the rc script of a runlevel is run.",
  },
  {
    name: "once",
    summary: "Starts the process once on entering a runlevel and does not wait.",
    body: "It is not started again when it ends.",
  },
  {
    name: "boot",
    summary: "Starts the process at boot if its runlevel matches, and does not wait.",
    body: "On Linux the runlevel makes no difference.",
  },
  {
    name: "bootwait",
    summary: "Runs the process at boot and waits for it to end.",
    body: "It runs when init first goes from single-user to multi-user operation.",
  },
  {
    name: "off",
    summary: "Stops the process if it is running, with TERM and then KILL.",
    body: "The time between the two is 20 seconds on AIX and HP-UX, and 5 on Solaris.",
  },
  {
    name: "ondemand",
    summary: "Like respawn, for the letters a, b and c.",
    body: "Calling a letter does not change the runlevel.",
  },
  {
    name: "initdefault",
    summary: "Names the runlevel to enter after boot; of several, the highest counts.",
    body: "An empty field means 9 on AIX and 6 on HP-UX; since SMF manages its services, Solaris ignores the entry with a message.",
  },
  {
    name: "sysinit",
    summary: "Runs the process at boot before the console is used, and waits for it to end.",
    body: "It comes before init asks for a runlevel.",
  },
  {
    name: "powerfail",
    summary: "Starts the process on SIGPWR and does not wait.",
    body: "There is only one kind of power event, without a status file.",
  },
  {
    name: "powerwait",
    summary: "Runs the process on SIGPWR and waits for it to end.",
    body: "There is only one kind of power event, without a status file.",
  },
  {
    name: "hold",
    summary: "AIX only: a running process keeps running; one that has ended is not started again.",
    body: "The command `phold` sets it during an upgrade.",
    dialects: ["aix"],
  },
];

/** What holds for AIX, Solaris, HP-UX, IRIX and other inits of this family. */
export const systemVTopics: readonly Topic[] = [
  ...table.map(
    ({ name, summary, body, dialects }): Topic => ({
      id: `system-v.action.${name}`,
      kind: "action",
      title: `Action ${name} (${dialects === undefined ? "System V" : "AIX"})`,
      words: [name],
      summary,
      body: [body],
      sources: pages,
      dialects: dialects ?? systemVFamily,
      seeAlso: ["system-v.field.action"],
    }),
  ),
  {
    id: "system-v.field.id",
    kind: "field",
    title: "Field id (System V)",
    words: ["id"],
    summary: "One to four characters that name the entry; up to 14 on AIX and Tru64.",
    body: ["Solaris reserves names that begin with `r` or `t`."],
    sources: pages,
    dialects: systemVFamily,
    seeAlso: ["system-v.field.runlevels"],
  },
  {
    id: "system-v.field.runlevels",
    kind: "field",
    title: "Field runlevels (System V)",
    words: ["runlevels", "runlevel", "rstate"],
    summary:
      "The runlevels in which the entry counts: 0 to 6, s and S, and the letters a, b and c; AIX goes up to 9.",
    body: ["An empty field means every numbered runlevel."],
    sources: pages,
    dialects: systemVFamily,
    seeAlso: ["system-v.field.action"],
  },
  {
    id: "system-v.field.action",
    kind: "field",
    title: "Field action (System V)",
    words: ["action"],
    summary: "The word that says when the process is started and whether init waits for it.",
    body: [
      "The actions for Ctrl-Alt-Del, for the keyboard request and for the state of a battery exist only on Linux.",
    ],
    sources: pages,
    dialects: systemVFamily,
    seeAlso: ["system-v.action.respawn", "system-v.action.wait"],
  },
  {
    id: "system-v.field.process",
    kind: "field",
    title: "Field process (System V)",
    words: ["process", "command"],
    summary: "A shell command; init puts `exec` before it.",
    body: [
      "A `#` in it begins a comment, as in the shell.",
      "A backslash at the end of a line joins it with the next line.",
    ],
    sources: pages,
    dialects: systemVFamily,
    seeAlso: ["system-v.field.id"],
  },
];
