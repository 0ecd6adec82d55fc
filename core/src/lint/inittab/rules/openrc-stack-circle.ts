import type { OpenrcFolders } from "../../../initscript/tree/openrc-folders.ts";
import { listOf } from "../../../text/message.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";

export const openrcStackCircle: FileRule = {
  id: "openrc-stack-circle",
  code: "IT915",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded case stacked-loop of OpenRC"],
  docs: {
    what: "A runlevel that an entry enters is stacked on itself, directly or through others.",
    why: "OpenRC finds the circle when it enters the runlevel, says `Loop detected in stacked runlevels` and starts nothing: a machine that boots this way has no services.",
    instead: "Remove one of the links between the runlevels with `rc-update -s del LEVEL`.",
    wrong: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
        stacked: { default: ["laptop"], laptop: ["default"], sysinit: [], boot: [], shutdown: [] },
      },
    ],
    right: [
      {
        text: "::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n",
        dialect: "busybox",
        stacked: { default: ["laptop"], laptop: [], sysinit: [], boot: [], shutdown: [] },
      },
    ],
  },
  scope: "file",
  check: (file) => {
    const { openrc } = file;
    if (openrc === undefined) return [];
    return (openrcTable(file)?.records ?? []).flatMap(({ index, level }) => {
      const way = circleFrom(openrc, level, []);
      return way === undefined
        ? []
        : [
            {
              range: file.range(index, "process"),
              // Nothing at all is started or stopped there; init itself reads the entry without complaint.
              severity: "error",
              message: message("openrc-stack-circle", { level, levels: listOf(way, "comma") }),
            },
          ];
    });
  },
};

/** The way from a level to one that has been on it before; undefined where there is none. */
function circleFrom(
  openrc: OpenrcFolders,
  level: string,
  way: readonly string[],
): readonly string[] | undefined {
  if (way.includes(level)) return [...way, level];
  for (const { kind, name } of openrc.runlevels.get(level) ?? []) {
    const circle = kind === "stack" ? circleFrom(openrc, name, [...way, level]) : undefined;
    if (circle !== undefined) return circle;
  }
  return undefined;
}
