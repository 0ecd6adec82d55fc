import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const header = "#!/bin/sh\n# chkconfig: 35 20 80\n# description: An example\n";

export const nameWithUnitSuffix: ScriptRule = {
  id: "name-with-unit-suffix",
  code: "IT829",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["redhat"],
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, chkconfig 1.3.49.5"],
  docs: {
    what: "A script in init.d is called `NAME.init`.",
    why: "`service NAME` does not find it, and its links are called `S20NAME.init`: rc looks for the lock `NAME.init`, while the script most likely touches `NAME`.\nThe ending belongs to source packages, whose build removes it.",
    instead: "Rename the script.",
    wrong: [{ text: header, name: "svc.init", files: [] }],
    right: [{ text: header, name: "svc", files: [] }],
  },
  check: (script) => {
    const { name, tree } = script;
    if (!name.endsWith(".init") || tree?.scripts.some((each) => each.name === name) !== true) return [];
    const plain = name.slice(0, -".init".length);
    return [
      {
        range: script.lineRange(1),
        message: message("name-with-unit-suffix", { plain, name }),
      },
    ];
  },
};
