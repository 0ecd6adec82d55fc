import { sysvinitDialect, type Topic } from "../topic.ts";

export const respawningTooFast: Topic = {
  id: "respawning-too-fast",
  kind: "behaviour",
  title: "Respawning too fast",
  words: ["respawning", "too-fast", "disabled"],
  summary:
    "An entry that would be started for the eleventh time within two minutes is disabled for five minutes.",
  body: [
    "It concerns respawn and ondemand entries.",
    'The two minutes begin with the first start and do not slide: ten starts are allowed in them, the eleventh is refused with `Id "ID" respawning too fast: disabled for 5 minutes`.',
    "After five minutes the entry is started again, and has ten new starts.",
    "It comes back at once on SIGHUP, on `telinit q`, on a change of the runlevel, on `telinit a`, `b` or `c`, and on `telinit u`.",
    "The manual page says that any signal brings it back; no other signal does.",
    "Nor does a request for the level that is current already.",
    "",
    "The usual causes are a program that goes into the background, one that does not exist, a terminal that does not exist, and an empty process.",
  ],
  sources: [
    'init(8), "DIAGNOSTICS"',
    "observed: sysvinit 3.06 (respawn-too-fast, respawn-two-minute-window, respawn-after-five-minutes, respawn-too-fast-cured-by-q, respawn-too-fast-cured-by-hup, respawn-too-fast-cured-by-level, exec-not-found-respawn, exec-empty-respawn)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.respawn", "reading-again", "telinit"],
};

export const termAndKill: Topic = {
  id: "term-and-kill",
  kind: "behaviour",
  title: "TERM, then KILL",
  words: ["SIGKILL", "KILL", "killing"],
  summary:
    "A process that does not belong to the new runlevel gets SIGTERM, and SIGKILL if it is still there three seconds later, five before release 2.92.",
  body: [
    "The signals go to the process groups that init made, all TERM signals at once and in the order of the list.",
    "Init waits until all of these processes have ended, but no longer than three seconds (five before release 2.92); `telinit -t` and `shutdown -t` set another time for one request.",
    "If one is left then, KILL goes to all of the groups, also to those whose first process has ended.",
    "If every first process ends in time there is no KILL, and a child that ignored TERM lives on, although the manual page says that all descendants in the group are killed.",
    "A process that left its group, as a daemon does, gets neither signal.",
    "While init waits it does nothing else: requests and signals are served afterwards.",
    "",
    "The same happens to a process whose record vanished from the file, or got another action, at the next reading.",
  ],
  sources: [
    'init(8), "CHANGING RUNLEVELS"',
    "observed: sysvinit 2.88, 3.06 (level-kill-after-3, level-kill-t0, level-kill-t1, level-kill-takes-the-group-along, level-process-group, level-process-left-group, signal-during-kill-wait, reread-removed)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["telinit", "command.shutdown", "reading-again"],
};

export const readingAgain: Topic = {
  id: "reading-again",
  kind: "behaviour",
  title: "Reading the file again",
  words: ["reread", "reload", "re-examine"],
  summary:
    "Init reads the file again on `telinit q`, on SIGHUP, on a change of the runlevel and on `telinit a`, `b` or `c`, and at no other time.",
  body: [
    "The manual page says that it also happens when a process ends or on a power signal; it does not.",
    "Records are compared by their id.",
    "One that is gone, or has another action, is killed; a changed process field counts from the next start.",
    "A new respawn, once or wait record for the current level is started; a new sysinit, boot or bootwait record waits for the next boot.",
    "",
    "Taking the current level out of a record does not stop its process at the first `telinit q`, because init asks the old field; it is not started again, and the second `telinit q` kills it.",
    "For the same reason a change of the runlevel after an edit ends processes by the old fields and starts them by the new ones.",
    "Entries that were disabled for respawning too fast are tried again.",
    "A request for the current level is ignored altogether: the file is not even looked at.",
  ],
  sources: [
    'init(8), "CHANGING RUNLEVELS"',
    "observed: sysvinit 3.06 (reread-not-asked-for, reread-removed, reread-process-changed, reread-new-entries, reread-level-taken-away, reread-level-added-on-change, level-same-after-edit)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["telinit", "signal.HUP", "term-and-kill"],
};
