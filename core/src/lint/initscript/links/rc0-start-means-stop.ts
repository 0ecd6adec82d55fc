import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rc0StartMeansStop: ScriptRule = {
  id: "rc0-start-means-stop",
  code: "IT827",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: sysv-rc 3.06"],
  docs: {
    what: "On Debian, a script has an S link in runlevel 0 or 6.",
    why: "In these runlevels, rc calls S links with `stop`, after the K links.\nThe script is never called with `start` there.",
    instead: "Nothing needs to be done if that is intended; a K link says it more clearly.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "", "Default-Stop": "0 6" }),
        files: [{ path: "etc/rc0.d/S20svc", target: "../init.d/svc" }],
      },
    ],
    right: [
      {
        text: exampleScript({ "Default-Start": "", "Default-Stop": "0 6" }),
        files: [{ path: "etc/rc0.d/K01svc", target: "../init.d/svc" }],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc0-start-means-stop"),
};
