import { sysvinitDialect, type Topic } from "../topic.ts";

export const respawningTooFast: Topic = {
  id: "respawning-too-fast",
  kind: "behaviour",
  title: "Respawning too fast",
  words: ["respawning", "too-fast", "disabled"],
  summary: "If an entry is due for its eleventh start within two minutes, init disables it for five minutes.",
  body: [
    "This applies to respawn and ondemand entries.",
    'The two minutes begin with the first start and do not slide: ten starts are allowed in that time, and the eleventh is refused with `Id "ID" respawning too fast: disabled for 5 minutes`.',
    "After five minutes the entry is started again and has ten more starts.",
    "It is started again at once on SIGHUP, on `telinit q`, on a runlevel change, on `telinit a`, `b` or `c`, and on `telinit u`.",
    "The manual page says that any signal has this effect; no other signal does.",
    "Neither does a request for the runlevel that is already current.",
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
    "A process that does not belong to the new runlevel gets SIGTERM, and SIGKILL if it is still running three seconds later (five before release 2.92).",
  body: [
    "The signals go to the process groups that init created: all TERM signals at once, in the order of the list.",
    "Init waits until all of these processes have ended, but no longer than three seconds (five before release 2.92); `telinit -t` and `shutdown -t` set another time for one request.",
    "If one is left then, KILL goes to all of the groups, including those whose first process has ended.",
    "If every first process ends in time, there is no KILL, and a child that ignored TERM keeps running, although the manual page says that all descendants in the group are killed.",
    "A process that left its group, as a daemon does, gets neither signal.",
    "While init waits, it does nothing else: it handles requests and signals afterwards.",
    "",
    "The same happens to a process whose entry is gone from the file, or has another action, when init reads the file again.",
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
    "Init reads the file again on `telinit q`, on SIGHUP, on a runlevel change and on `telinit a`, `b` or `c`, and at no other time.",
  body: [
    "The manual page says that it also happens when a process ends or on a power signal; it does not.",
    "Entries are compared by their id.",
    "If an entry is gone or has another action, its process is killed; a changed process field takes effect at the next start.",
    "A new respawn, once or wait entry for the current runlevel is started; a new sysinit, boot or bootwait entry waits for the next boot.",
    "",
    "If the current runlevel is removed from an entry, the first `telinit q` does not stop its process, because init checks the old field; it is not started again, and the second `telinit q` kills it.",
    "For the same reason, a runlevel change after an edit stops processes by the old fields and starts them by the new ones.",
    "Entries that were disabled for respawning too fast are tried again.",
    "A request for the current runlevel is ignored altogether: init does not even read the file.",
  ],
  sources: [
    'init(8), "CHANGING RUNLEVELS"',
    "observed: sysvinit 3.06 (reread-not-asked-for, reread-removed, reread-process-changed, reread-new-entries, reread-level-taken-away, reread-level-added-on-change, level-same-after-edit)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["telinit", "signal.HUP", "term-and-kill"],
};
