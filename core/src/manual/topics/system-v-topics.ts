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
    body: "Solaris and HP-UX stop an entry for five minutes after more than ten starts in two minutes.",
  },
  {
    name: "wait",
    summary: "Starts the process once on entering a runlevel and waits for its end.",
    body: "The rc script of a level is run this way.",
  },
  {
    name: "once",
    summary: "Starts the process once on entering a runlevel and does not wait.",
    body: "It is not started again when it ends.",
  },
  {
    name: "boot",
    summary: "Starts the process at boot if the level fits, and does not wait.",
    body: "On Linux the level makes no difference.",
  },
  {
    name: "bootwait",
    summary: "Runs the process at boot and waits for its end.",
    body: "It runs when init first goes from single-user to multi-user operation.",
  },
  {
    name: "off",
    summary: "Ends the process if it runs, with TERM and then KILL.",
    body: "The time between the two is 20 seconds on AIX and HP-UX, and 5 on Solaris.",
  },
  {
    name: "ondemand",
    summary: "Like respawn, for the marks a, b and c.",
    body: "Calling a mark changes no runlevel.",
  },
  {
    name: "initdefault",
    summary: "Names the runlevel to enter after boot; of several the highest counts.",
    body: "An empty field means 9 on AIX and 6 on HP-UX; Solaris has ignored the entry, with a message, since its services are managed by SMF.",
  },
  {
    name: "sysinit",
    summary: "Runs the process at boot before the console is used, and waits for its end.",
    body: "It comes before any question for a runlevel.",
  },
  {
    name: "powerfail",
    summary: "Starts the process on SIGPWR and does not wait.",
    body: "There is one kind of power event only, without a status file.",
  },
  {
    name: "powerwait",
    summary: "Runs the process on SIGPWR and waits for its end.",
    body: "There is one kind of power event only, without a status file.",
  },
  {
    name: "hold",
    summary: "AIX only: a process that runs goes on, one that has ended is not started again.",
    body: "The command `phold` sets it for the time of an upgrade.",
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
    summary: "One to four characters that name the record; up to 14 on AIX and Tru64.",
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
      "The levels in which the record counts: 0 to 6, s and S, and the marks a, b, c; AIX goes up to 9.",
    body: ["An empty field means every numbered level."],
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
      "The actions for Ctrl-Alt-Del, for the keyboard request and for the state of a battery are inventions of Linux.",
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
    summary: "A command of the shell, which is called with `exec` in front of it.",
    body: [
      "A `#` in it begins a comment, by the rule of the shell.",
      "A backslash at the end of a line joins the next one.",
    ],
    sources: pages,
    dialects: systemVFamily,
    seeAlso: ["system-v.field.id"],
  },
];
