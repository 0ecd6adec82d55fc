import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcDigitAfterNumber: ScriptRule = {
  id: "rc-digit-after-number",
  code: "IT823",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: sysv-rc 3.06, 2.88dsf"],
  docs: {
    what: "Debian's rc runs a script twice because no letter follows the two digits of its link.",
    why: "rc takes everything up to the first letter for the number.\n`S209p` runs with the other links of number 20, because its name begins as theirs do, and then again by itself.\nWith insserv's dependency files, startpar runs the scripts, and each runs once.",
    instead: "Give the script a name that begins with a letter.",
    wrong: [
      {
        text: exampleScript({ Provides: "9p" }),
        name: "9p",
        files: [
          { path: "etc/rc2.d/S209p", target: "../init.d/9p" },
          { path: "etc/rc2.d/S20ssh", target: "../init.d/ssh" },
          { path: "etc/init.d/ssh", text: exampleScript({ Provides: "ssh" }) },
        ],
      },
    ],
    right: [
      {
        text: exampleScript({ Provides: "9p" }),
        name: "9p",
        files: [{ path: "etc/rc2.d/S209p", target: "../init.d/9p" }],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-digit-after-number"),
};
