import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

export const openrcEnvShebang: ScriptRule = {
  id: "openrc-env-shebang",
  code: "IT881",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case shebangs of OpenRC"],
  docs: {
    what: "The first line names `openrc-run` as an argument of `env`.",
    why: "OpenRC accepts a file as a service only if the interpreter itself ends in `/openrc-run`.\nSuch a script is silently left out of the dependency tree: it is not started although it is in a runlevel, and services that need it do not start either.",
    instead: "Begin the script with `#!/sbin/openrc-run`.",
    wrong: [
      {
        text: "#!/usr/bin/env openrc-run\ncommand=/usr/sbin/svcd\n",
        fixed: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
      },
    ],
    right: [{ text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n" }],
  },
  scope: "script",
  families: ["openrc"],
  check: (script) => {
    if (!/^#![ \t]*\S*\/env[ \t]+(?:\S*\/)?openrc-run\b/.test(script.text)) return [];
    const range = script.lineRange(1);
    return [
      {
        range,
        message: message("openrc-env-shebang"),
        fixes: [suggestion(message("openrc-shebang.fix"), range, "#!/sbin/openrc-run")],
      },
    ];
  },
};
