import { insservWords } from "../../../initscript/header/insserv.ts";
import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

export const lsbProvidesClash: ScriptRule = {
  id: "lsb-provides-clash",
  code: "IT757",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "Two scripts in the folder provide the same name.",
    why: "A name can stand for only one script.\nAs soon as one of the two is enabled, insserv refuses to enable the other: `service mailer already provided!`.",
    instead:
      "Give each script a name of its own in Provides.\nIf there are several kinds of a service, define a facility in /etc/insserv.conf.d with all of them as members.",
    wrong: [
      {
        text: exampleScript({ Provides: "svc mailer" }),
        files: [{ path: "etc/init.d/post", text: exampleScript({ Provides: "post mailer" }) }],
      },
    ],
    right: [
      {
        text: exampleScript({ Provides: "svc" }),
        files: [{ path: "etc/init.d/post", text: exampleScript({ Provides: "post" }) }],
      },
      {
        text: exampleScript({ Provides: "svc mailer" }),
        files: [{ path: "etc/init.d/svc.bak", text: exampleScript({ Provides: "svc mailer" }) }],
      },
    ],
  },
  check: (script) => {
    const { tree, name } = script;
    const value = script.insserv().values.Provides;
    if (tree === undefined || value === undefined || !isReadByInsserv(script)) return [];
    const { providers } = insservView(tree);
    return insservWords(value).flatMap((word) => {
      const scripts = providers.get(word.text) ?? [];
      if (scripts.length < 2 || !scripts.includes(name)) return [];
      const others = scripts.filter((other) => other !== name).map((other) => `\`${other}\``);
      return {
        range: word,
        message: message("lsb-provides-clash", {
          others: listOf(others, "and"),
          count: others.length,
          word: word.text,
        }),
      };
    });
  },
};
