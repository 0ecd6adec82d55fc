import { quoted } from "../../../text/words.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { guess, setWords, usualValues } from "./edits.ts";
import { changedWords } from "./runlevels.ts";
import { lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

export const lsbProvidesOtherName: ScriptRule = {
  id: "lsb-provides-other-name",
  code: "IT715",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["name"],
  sources: ["observed: lintian 2.116 (lint-030)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-does-not-provide-itself",
      difference:
        "Not reported for Red Hat's scripts, nor for a file whose ending `.init` the package removes.",
    },
  ],
  docs: {
    what: "`Provides` does not contain the script's own name.",
    why: "Scripts that ask for this one by its file name do not find it.",
    instead: "Add the file name to the names in `Provides`; an ending `.sh` may be left out.",
    wrong: [{ text: exampleScript({ Provides: "mail" }), fixed: exampleScript({ Provides: "svc mail" }) }],
    right: [
      { text: exampleScript({ Provides: "mail svc" }) },
      { text: exampleScript({ Provides: "mail" }), name: "mail.sh" },
    ],
  },
  check: (script) => {
    const value = script.lintian().values.get("Provides");
    if (value === undefined || !script.hasName) return [];
    // lintian's pattern has a dot that stands for any character.
    const itself = ({ text }: { readonly text: string }): boolean =>
      script.name === text || (script.name.startsWith(text) && /^.sh$/s.test(script.name.slice(text.length)));
    if (value.words.some(itself)) return [];
    const name = usualValues(script)("Provides");
    // An empty list is told by the rule about what insserv makes of it.
    const empty = value.words.length === 0;
    const template = script.name !== name && value.words.some(({ text }) => text === name);
    const words = [name, ...changedWords(value, {})];
    return [
      report(!empty && !template && !isForChkconfigOnly(script), {
        range: empty ? script.lineRange(value.line) : value,
        message: message("lsb-provides-other-name", { name: quoted(name) }),
        fixes: [guess(message("fix.add-words", { words: quoted(name) }), [setWords(script, value, words)])],
        tags: [lintianTag("I", "init.d-script-does-not-provide-itself")],
      }),
    ];
  },
};
