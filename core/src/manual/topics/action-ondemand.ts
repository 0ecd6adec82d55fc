import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionOndemand: Topic = {
  id: "action.ondemand",
  kind: "action",
  title: "Action ondemand",
  words: ["ondemand"],
  summary: "Keeps the process running once it has been called by `telinit a`, `b` or `c`.",
  body: [
    "The letters go into the runlevels field; calling one of them changes no runlevel.",
    "Once called, the process is respawned in later levels too, until single-user mode is entered or its line is taken out or gets another action.",
    "To init the word means the same as `respawn`: an ondemand entry with digits runs in those levels without being called, and a respawn entry with letters can be called.",
    "It is put aside for respawning too fast like any other.",
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
