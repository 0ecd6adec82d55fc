import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

export const openrcRunscript: ScriptRule = {
  id: "openrc-runscript",
  code: "IT882",
  severity: "information",
  group: "portability",
  since: "0.1.0",
  sources: ["recorded case shebangs of OpenRC"],
  docs: {
    what: "The first line has the interpreter's old name, `runscript`.",
    why: "OpenRC still accepts the file as a service, but newer releases do not install a program of this name, so the script cannot be executed there.",
    instead: "Begin the script with `#!/sbin/openrc-run`.",
    wrong: [
      {
        text: "#!/sbin/runscript\ncommand=/usr/sbin/svcd\n",
        fixed: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
      },
    ],
    right: [{ text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n" }],
  },
  scope: "script",
  families: ["openrc"],
  check: (script) => {
    if (!/^#![ \t]*\S*\/runscript\b/.test(script.text)) return [];
    const range = script.lineRange(1);
    return [
      {
        range,
        message: message("openrc-runscript"),
        fixes: [suggestion(message("openrc-shebang.fix"), range, "#!/sbin/openrc-run")],
      },
    ];
  },
};
