import { generalSettingLines, ownSettingLines } from "../../../initscript/openrc/setting-lines.ts";
import { variableName } from "../../../initscript/openrc/variable-name.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

export const openrcConfdOverruled: ScriptRule = {
  id: "openrc-confd-overruled",
  code: "IT893",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases rcconf-over-confd and rcconf-named of OpenRC"],
  docs: {
    what: "`conf.d` adds dependencies to a service that `rc.conf` names too.",
    why: "For the dependencies, OpenRC reads `rc.conf` after `conf.d`, so the value in `rc.conf` replaces the other one; when the service is run, it is the other way round.",
    instead: "Set the variable in one of the two files.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        files: [
          { path: "etc/conf.d/svc", text: 'rc_need="db"\n' },
          { path: "etc/rc.conf", text: 'rc_svc_need="net"\n' },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        files: [
          { path: "etc/conf.d/svc", text: 'rc_need="db"\n' },
          { path: "etc/rc.conf", text: 'rc_web_need="net"\n' },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["name", "tree"],
  check: (script) => {
    const openrc = script.tree?.openrc;
    if (openrc === undefined) return [];
    const general = generalSettingLines(openrc);
    const own = variableName(script.name);
    return ownSettingLines(openrc, script.name).flatMap(({ name, value, path }) => {
      const word = /^rc_(?:.+_)?(need|use|want|after|before|provide|keyword|config)$/.exec(name)?.[1];
      if (word === undefined || value === "" || ![`rc_${word}`, `rc_${own}_${word}`].includes(name))
        return [];
      const special = `rc_${own}_${word}`;
      const other = general.find(
        (each) => each.name === name || (each.name === special && each.value !== ""),
      );
      if (other === undefined || (other.name === name && other.value === value)) return [];
      const files = { path, name, other: other.path, overruling: other.name };
      return [{ range: script.lineRange(1), message: message("openrc-confd-overruled", files) }];
    });
  },
};
