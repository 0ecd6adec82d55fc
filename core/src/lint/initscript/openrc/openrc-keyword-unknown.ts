import { openrcKeywords } from "../../../initscript/openrc/keywords.ts";
import { nearestName } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";

export const openrcKeywordUnknown: ScriptRule = {
  id: "openrc-keyword-unknown",
  code: "IT883",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["openrc-run(8), keyword"],
  docs: {
    what: "`keyword` is followed by a word that OpenRC does not know.",
    why: "OpenRC keeps unknown keywords and ignores them, without a message.",
    instead:
      "Write one of `-stop`, `-shutdown`, `-timeout`, `-containers`, a container or a virtual machine with a `-` before it, such as `-lxc`, or the same with `no` instead of the `-`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tkeyword -shutdwn\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\tkeyword -shutdown\n}\n",
      },
    ],
    right: [{ text: "#!/sbin/openrc-run\ndepend() {\n\tkeyword -shutdown nolxc -timeout !-docker\n}\n" }],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell"],
  check: (script) =>
    namedBy(dependCalls(script) ?? [], ["keyword"]).flatMap(({ name, range }) => {
      const word = name.replace(/^!/, "");
      if (openrcKeywords.some((keyword) => keyword.name === word)) return [];
      const near = nearestName(word, openrcKeywords);
      return [
        {
          range,
          message: message("openrc-keyword-unknown", { word: name }),
          fixes:
            near === undefined
              ? []
              : [suggestion(message("openrc-unknown-word.fix", { word: near }), range, near)],
        },
      ];
    }),
};
