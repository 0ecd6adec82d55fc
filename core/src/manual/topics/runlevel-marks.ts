import { runlevels } from "../../inittab/runlevels.ts";
import { sysvinitDialect, type Topic } from "../topic.ts";

/** The on-demand marks a, b and c; each may be written in either case. */
export const runlevelMarks: readonly Topic[] = runlevels
  .filter((runlevel) => runlevel.kind === "on-demand")
  .map(({ level }) => ({
    id: `runlevel.${level}`,
    kind: "runlevel",
    title: `Letter ${level}, for calls on demand`,
    words: [level, level.toUpperCase()],
    summary: `Not a runlevel: \`telinit ${level}\` calls every entry with this letter and does not change the runlevel.`,
    body: [
      "The case of the letter does not matter, neither in the file nor for telinit.",
      "Every action responds to the call: respawn and ondemand entries are kept running from then on, once and wait entries run once for each call.",
      "The call stays in effect in later runlevels that the entry does not name; single-user mode ends it.",
      "In single-user mode no entry is called.",
      "A call also makes init read the whole file again, with all the consequences, which the manual page does not mention.",
    ],
    sources: [
      'init(8), "TELINIT"',
      "observed: sysvinit 3.06 (demand-basic, demand-actions, demand-upper-and-lower, demand-in-single, demand-reread)",
    ],
    dialects: sysvinitDialect,
    seeAlso: ["action.ondemand", "telinit", "reading-again"],
  }));

/** The two phases of boot, which are levels inside init. */
export const runlevelPhases: readonly Topic[] = [
  {
    id: "runlevel.#",
    kind: "runlevel",
    title: "Runlevel #, the sysinit phase",
    words: ["#"],
    summary: "Init's own mark for the time during which the sysinit entries run.",
    body: [
      "Init stores it as the runlevel of every sysinit entry.",
      "Written in the runlevels field of another entry it works as well: `x:#:once:/bin/x` runs during that phase.",
      "An entry that never ends there, such as a respawn entry, keeps init in that phase forever.",
      "No manual page mentions it, and no inittab should need it; a `#` in the field is usually a mistake.",
    ],
    sources: [
      "observed: sysvinit 3.06 (boot-sysinit-once-by-hash-level, boot-respawn-in-sysinit-never-ends, rlevel-hash-star)",
    ],
    dialects: sysvinitDialect,
    seeAlso: ["action.sysinit", "phases"],
  },
  {
    id: "runlevel.*",
    kind: "runlevel",
    title: "Runlevel *, the boot phase",
    words: ["*"],
    summary: "Init's own mark for the time during which the boot and bootwait entries run.",
    body: [
      "Init stores it as the runlevel of every boot and bootwait entry.",
      "It stands for that phase alone and is not a wildcard: an entry for all runlevels has an empty field.",
      "A request for a runlevel during the phase sets PREVLEVEL to `*`.",
    ],
    sources: [
      "observed: sysvinit 3.06 (rlevel-hash-star, level-change-during-bootwait, rlevel-ignored-actions)",
    ],
    dialects: sysvinitDialect,
    seeAlso: ["action.boot", "action.bootwait", "phases"],
  },
];
