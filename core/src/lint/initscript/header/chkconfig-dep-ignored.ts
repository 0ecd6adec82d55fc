import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { levelDigits } from "./chkconfig-lines.ts";
import { chkconfigProviders, chkconfigView } from "./chkconfig-view.ts";
import { exampleScript } from "./example.ts";

const above = (levels: string, start: number): string =>
  `# chkconfig: ${levels} ${start} ${100 - start}\n# description: An example\n`;

export const chkconfigDepIgnored: ScriptRule = {
  id: "chkconfig-dep-ignored",
  code: "IT772",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  needs: ["tree"],
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "A required service is off in one of the runlevels in which this script is on.",
    why: "In that runlevel the script starts without what it requires.\nIn addition, chkconfig then ignores the dependency in all runlevels: it does not move the numbers.",
    instead: "Let the required service start in the same runlevels, or this script in fewer.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "db", "Required-Stop": "" }, above("2345", 20)),
        files: [
          {
            path: "etc/init.d/db",
            text: exampleScript(
              { Provides: "db", "Required-Start": "", "Default-Start": "3 5", "Default-Stop": "0 1 2 4 6" },
              above("35", 30),
            ),
          },
        ],
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "db", "Required-Stop": "" }, above("2345", 40)),
        files: [
          {
            path: "etc/init.d/db",
            text: exampleScript({ Provides: "db", "Required-Start": "" }, above("2345", 30)),
          },
        ],
      },
    ],
  },
  check: (script) => {
    const header = script.chkconfig();
    if (script.tree === undefined || header.obstacle !== undefined || !header.lsb) return [];
    const view = chkconfigView(script.tree);
    const own = view?.services.find(({ name }) => name === script.name);
    if (view === undefined || own === undefined) return [];
    const levels = own.currentLevels === 0 ? own.levels : own.currentLevels;
    return header.requiredStart.slice(0, 500).flatMap((word) => {
      const others = chkconfigProviders(view, word.text).filter(({ name }) => name !== script.name);
      const [other] = others;
      // One of several that is on everywhere is enough.
      if (other === undefined || others.some((each) => (levels & ~each.currentLevels) === 0)) return [];
      const off = levels & ~other.currentLevels;
      return {
        range: word,
        message: message("chkconfig-dep-ignored", {
          other: other.name,
          items: [...levelDigits(off)].join(" "),
        }),
      };
    });
  },
};
