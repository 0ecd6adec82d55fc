import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionRespawn: Topic = {
  id: "action.respawn",
  kind: "action",
  title: "Action respawn",
  words: ["respawn"],
  summary:
    "Keeps the process running: it is started on entering one of its runlevels and again whenever it ends.",
  body: [
    "This is the action for login prompts and for daemons that must always be running.",
    "Init does not wait for the process, so the entries after it start at once.",
    "The process has to stay in the foreground: one that puts itself into the background has ended, as far as init can see, and is started again.",
    "A change between two runlevels that are both in the field leaves the process alone; a change to any other runlevel stops it.",
    "How the process ended makes no difference: init ignores exit statuses.",
    "After ten starts within two minutes the eleventh is refused, and the entry is disabled for five minutes.",
    "",
    "```inittab",
    "1:2345:respawn:/sbin/agetty --noclear 38400 tty1 linux",
    "```",
  ],
  sources: [
    'inittab(5), "respawn"',
    "observed: sysvinit 3.06 (level-change-basic, respawn-too-fast, respawn-two-minute-window)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["respawning-too-fast", "action.ondemand", "term-and-kill"],
};
