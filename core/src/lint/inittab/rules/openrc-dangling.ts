import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";
import { openrcExample } from "../openrc-example.ts";
import { levelsUnder } from "../openrc-levels.ts";

export const openrcDangling: FileRule = {
  id: "openrc-dangling",
  code: "IT916",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded case dangling of OpenRC"],
  docs: {
    what: "A runlevel that an entry enters has a link that points to nothing.",
    why: "OpenRC silently skips such a link: the service that it stands for is not started.",
    instead: "Install the service again, or take it out of the runlevel with `rc-update del SERVICE LEVEL`.",
    wrong: [openrcExample({ path: "etc/runlevels/default/ntpd", target: "/etc/init.d/ntpd" })],
    right: [openrcExample()],
  },
  scope: "file",
  check: (file) => {
    const { openrc } = file;
    if (openrc === undefined) return [];
    const members = [...openrc.runlevels.values()].flat();
    const dangling = members.filter(({ kind }) => kind === "dangling").length;
    // Runlevels of a part of a system, whose services are installed from elsewhere, lead to nothing as a rule.
    if (dangling === 0 || dangling * 2 > members.length) return [];
    return (openrcTable(file)?.records ?? []).flatMap(({ index, level: entered }) =>
      levelsUnder(openrc, entered).flatMap((level) =>
        (openrc.runlevels.get(level) ?? [])
          .filter(({ kind, name }) => kind === "dangling" && !name.startsWith("."))
          .map(({ name, path }) => ({
            range: file.range(index, "process"),
            message: message("openrc-dangling", { service: name, level, path: `/${path}` }),
          })),
      ),
    );
  },
};
