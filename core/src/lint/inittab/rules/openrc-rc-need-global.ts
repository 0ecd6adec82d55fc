import { generalSettingLines } from "../../../initscript/openrc/setting-lines.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { openrcDialects, openrcTable } from "../openrc-calls.ts";
import { openrcExample } from "../openrc-example.ts";

export const openrcRcNeedGlobal: FileRule = {
  id: "openrc-rc-need-global",
  code: "IT918",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: openrcDialects,
  sources: ["recorded case rcconf-global of OpenRC"],
  docs: {
    what: "`rc.conf` adds a dependency without the name of a service.",
    why: "`rc_need`, `rc_use` and the like in `rc.conf` are read for each service: all of them depend on what is named there, including the services that it needs itself, which makes circles.",
    instead: "Name the service, as in `rc_web_need`, or set the variable in `/etc/conf.d/SERVICE`.",
    wrong: [openrcExample({ path: "etc/rc.conf", text: 'rc_need="sshd"\n' })],
    right: [openrcExample({ path: "etc/rc.conf", text: 'rc_sshd_need="devfs"\n' })],
  },
  scope: "file",
  check: (file) => {
    const [first] = openrcTable(file)?.records ?? [];
    if (first === undefined || file.openrc === undefined) return [];
    return generalSettingLines(file.openrc)
      .filter(
        ({ name, value }) => /^rc_(?:need|use|want|after|before|provide)$/.test(name) && value.trim() !== "",
      )
      .map(({ name, value, path, line }) => ({
        range: file.range(first.index, "process"),
        message: message("openrc-rc-need-global", { name, value, path, line }),
      }));
  },
};
