import { ownSettingLines } from "../../../initscript/openrc/setting-lines.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

export const openrcSettingMisplaced: ScriptRule = {
  id: "openrc-setting-misplaced",
  code: "IT894",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "rc.conf(5)",
    "the programs of OpenRC 0.63.3 read these variables from rc.conf and rc.conf.d alone",
  ],
  docs: {
    what: "The file in `conf.d` sets a variable that OpenRC reads only from `rc.conf`.",
    why: "Files in `conf.d` are read for one service, by the shell that runs it.\nOpenRC's own programs decide how to go through a runlevel, and they do not read these files: the line has no effect.",
    instead: "Set the variable in `/etc/rc.conf` or in a file of `/etc/rc.conf.d`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        files: [
          { path: "etc/conf.d/svc", text: 'rc_parallel="YES"\n' },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        files: [
          { path: "etc/rc.conf", text: 'rc_parallel="YES"\n' },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["name", "tree"],
  check: ({ tree, name: service, lineRange }) =>
    (tree?.openrc === undefined ? [] : ownSettingLines(tree.openrc, service))
      .filter(({ name }) => ofPrograms.has(name))
      .map(({ name, path, line }) => ({
        range: lineRange(1),
        message: message("openrc-setting-misplaced", { name, path, line }),
      })),
};

/** What decides how programs of OpenRC go through services. */
const ofPrograms: ReadonlySet<string> = new Set([
  "rc_parallel",
  "rc_depend_strict",
  "rc_crashed_start",
  "rc_crashed_stop",
  "rc_interactive",
  "rc_hotplug",
  "rc_nostop",
  "rc_logger",
  "rc_log_path",
  "rc_sys",
  "rc_shell",
  "rc_env_allow",
]);
