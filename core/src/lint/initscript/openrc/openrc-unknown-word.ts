import { nearDependWord } from "../../../initscript/openrc/deptree.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import { shellWords } from "../../../shell/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls } from "./depend-calls.ts";

export const openrcUnknownWord: ScriptRule = {
  id: "openrc-unknown-word",
  code: "IT880",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case depend-unknown of OpenRC", "openrc-run(8), DEPENDENCIES"],
  docs: {
    what: "A command in `depend()` looks like one of OpenRC's words but is not.",
    why: "`depend()` is shell code: an unknown word is a command that is not found.\nOne line is printed when OpenRC builds its dependency tree, the rest of `depend()` goes on, and the dependency does not exist: the service may start before what it needs.",
    instead: "Write one of `need`, `use`, `want`, `before`, `after`, `provide`, `keyword`, `config`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneeds net\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\tneed net\n}\n",
      },
    ],
    right: [{ text: "#!/sbin/openrc-run\ndepend() {\n\tneed net\n}\n" }],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell"],
  check: (script) => {
    const own = new Set(
      (script.shell?.body ?? []).flatMap((statement) =>
        statement.kind === "function" ? statement.name : [],
      ),
    );
    return (dependCalls(script) ?? []).flatMap(({ name, word }) => {
      const text = plainText(name);
      if (word !== undefined || text === undefined || own.has(text) || shellWords.has(text)) return [];
      const meant = nearDependWord(text);
      if (meant === undefined) return [];
      return [
        {
          range: name,
          message: message("openrc-unknown-word", { word: text }),
          fixes: [suggestion(message("openrc-unknown-word.fix", { word: meant }), name, meant)],
        },
      ];
    });
  },
};
