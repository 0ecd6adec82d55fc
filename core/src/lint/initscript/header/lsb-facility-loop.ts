import { insservWords } from "../../../initscript/header/insserv.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { insservValues, isReadByInsserv } from "./values.ts";

export const lsbFacilityLoop: ScriptRule = {
  id: "lsb-facility-loop",
  code: "IT782",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "The script uses a facility that insserv.conf defines in terms of itself.",
    why: "insserv cannot expand the facility and exits, whichever script it was called for.",
    instead: "Break the circle in /etc/insserv.conf or in the files of /etc/insserv.conf.d.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$mail" }),
        files: [{ path: "etc/insserv.conf", text: "$mail $news\n$news $mail\n" }],
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "$mail" }),
        files: [{ path: "etc/insserv.conf", text: "$mail $news\n$news +inn\n" }],
      },
    ],
  },
  check: (script) => {
    if (script.tree === undefined || !isReadByInsserv(script)) return [];
    const loop = insservView(script.tree).configuration.messages.find(({ kind }) => kind === "facility-loop");
    if (loop?.kind !== "facility-loop") return [];
    return insservValues(script, "dependencies").flatMap((value) =>
      insservWords(value)
        .filter(({ text }) => text === loop.first || text === loop.second)
        .map((word) => ({
          range: word,
          message: message("lsb-facility-loop", {
            word: word.text,
            through: word.text === loop.first ? loop.second : loop.first,
          }),
        })),
    );
  },
};
