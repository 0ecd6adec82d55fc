import { findFacility } from "../../../initscript/facts/facilities.ts";
import { insservWords } from "../../../initscript/header/insserv.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

const someConfiguration = {
  path: "etc/insserv.conf",
  text: "$local_fs +mountall\n$remote_fs $local_fs +mountnfs\n",
};

export const lsbFacilityUndefined: ScriptRule = {
  id: "lsb-facility-undefined",
  code: "IT781",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "The script requires a known facility that this system's insserv.conf does not define.",
    why: "insserv says `could not find all dependencies for $mail-transport-agent` and continues without the dependency.",
    instead:
      "Install the package that defines the facility in /etc/insserv.conf.d, or move the word to Should-Start, where a facility may be unknown.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs $mail-transport-agent" }),
        files: [someConfiguration],
      },
    ],
    right: [
      { text: exampleScript({}), files: [someConfiguration] },
      { text: exampleScript({ "Should-Start": "$mail-transport-agent" }), files: [someConfiguration] },
      { text: exampleScript({ "Required-Start": "$mail-transport-agent" }) },
    ],
  },
  check: (script) => {
    const { tree } = script;
    if (tree?.configuration === undefined || !isReadByInsserv(script)) return [];
    const { configuration } = insservView(tree);
    if (configuration.fatal) return [];
    const defined = configuration.facilities;
    const { values } = script.insserv();
    return [values["Required-Start"], values["Required-Stop"]].flatMap((value) =>
      (value === undefined ? [] : insservWords(value))
        // A facility that nobody has heard of is told whatever the system.
        .filter(
          ({ text }) => /^\$(?!(?:all|null)$)/i.test(text) && findFacility(text)?.knownToLintian === true,
        )
        .filter(({ text }) => !defined.has(text))
        .map((word) => ({
          range: word,
          message: message("lsb-facility-undefined", { word: word.text }),
        })),
    );
  },
};
