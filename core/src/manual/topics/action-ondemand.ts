import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionOndemand: Topic = {
  id: "action.ondemand",
  kind: "action",
  title: "Action ondemand",
  words: ["ondemand"],
  summary: "Keeps the process running once it has been called by `telinit a`, `b` or `c`.",
  body: [
    "The letters go into the runlevels field; calling one of them does not change the runlevel.",
    "Once called, the process is respawned in later runlevels too, until init enters single-user mode or its line is removed or gets another action.",
    "To init, the word means the same as `respawn`: an ondemand entry with digits runs in those runlevels without being called, and a respawn entry with letters can be called.",
    "Like a respawn entry, it is disabled for a while if it respawns too fast.",
    "",
    "```inittab",
    "dl:a:ondemand:/usr/local/sbin/dial-in",
    "```",
  ],
  sources: [
    'inittab(5), "ondemand"',
    "observed: sysvinit 3.06 (demand-basic, demand-digit-level, demand-reread, respawn-demand-too-fast)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.a", "telinit", "action.respawn"],
};
