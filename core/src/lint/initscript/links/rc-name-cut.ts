import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcNameCut: ScriptRule = {
  id: "rc-name-cut",
  code: "IT821",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, sysv-rc 3.06, insserv 1.24.0"],
  docs: {
    what: "An entry of an rc folder has fewer or more than two digits after its letter.",
    why: "Red Hat's rc cuts off three characters, whatever they are, and looks for a lock with the rest as its name.\nDebian's rc takes everything up to the first letter for the number; an entry without digits makes it run the whole folder again.",
    instead: "Write a letter, two digits and the script's name, such as `S20svc`.",
    wrong: [
      { text: exampleScript({}), files: [{ path: "etc/rc2.d/S100svc", target: "../init.d/svc" }] },
      { text: exampleScript({}), files: [{ path: "etc/rc2.d/Ssvc", target: "../init.d/svc" }] },
    ],
    right: [
      { text: exampleScript({}), files: [{ path: "etc/rc2.d/S10svc", target: "../init.d/svc" }] },
      {
        text: exampleScript({ Provides: "9p" }),
        name: "9p",
        files: [{ path: "etc/rc2.d/S109p", target: "../init.d/9p" }],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-name-cut"),
};
