import { findFacility } from "../../../initscript/facts/facilities.ts";
import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { insservWords } from "../../../initscript/header/insserv.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import { readLevels } from "../../../initscript/levels.ts";
import { reachOf } from "../../../initscript/script/lock-behaviour.ts";
import { listOf } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import { onlyTalks } from "../body/body-facts.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { withWords } from "./edits.ts";
import { exampleScript } from "./example.ts";
import { isReadByInsserv } from "./values.ts";

export const lsbRequiredWithoutStop: ScriptRule = {
  id: "lsb-required-without-stop",
  code: "IT764",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["Linux Standard Base 5.0, Comment Conventions for Init Scripts", "observed: insserv 1.24.0"],
  docs: {
    what: "A facility is required for the start but not for the stop, or the other way round.",
    why: "insserv orders starts and stops separately: Required-Start has no influence on the order in which services stop.\nA script that needs a file system to start usually needs it to stop as well, and without Required-Stop the file system may be gone by then.",
    instead: "Name the facility in both keywords.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs $syslog" }),
        fixed: exampleScript({
          "Required-Start": "$remote_fs $syslog",
          "Required-Stop": "$remote_fs $syslog",
        }),
      },
      {
        text: exampleScript({ "Required-Stop": "" }),
        fixed: exampleScript({ "Required-Stop": "$remote_fs" }),
      },
    ],
    right: [
      { text: exampleScript({}) },
      { text: exampleScript({ "Required-Start": "$local_fs $remote_fs" }) },
      { text: exampleScript({ "Required-Stop": "", "Default-Stop": "" }) },
      { text: exampleScript({ "Required-Stop": "", "Default-Start": "S" }) },
    ],
  },
  check: (script) => {
    if (!isReadByInsserv(script)) return [];
    const { values } = script.insserv();
    const [starts, stops] = [values["Default-Start"], values["Default-Stop"]];
    const onlyBoot = starts !== undefined && /^[sS\s]*$/.test(starts.text);
    if (onlyBoot || stops === undefined || readLevels(stops.text).levels === 0) return [];
    return [
      ...(stopsNothing(script) ? [] : judge(script, "Required-Start", "Required-Stop")),
      ...judge(script, "Required-Stop", "Required-Start"),
    ];
  },
};

/** Whether `stop` only says something, so that it misses nothing; what cannot be followed may do more. */
function stopsNothing(script: ScriptContext): boolean {
  const outline = script.outline();
  const reach = outline === undefined ? undefined : reachOf(outline, script.name, "stop");
  if (outline === undefined || reach === undefined || !reach.complete) return false;
  const asks = new Set([".", "source", "[", "test"]);
  return (
    reach.commands.every(onlyTalks) &&
    outline.topLevel.every((reached) => onlyTalks(reached) || asks.has(reached.name ?? ""))
  );
}

function judge(script: ScriptContext, here: LsbKeyword, there: LsbKeyword): readonly ScriptReport[] {
  const [having, lacking] = [script.insserv().values[here], script.insserv().values[there]];
  // A keyword that is missing altogether is another rule's matter.
  if (having === undefined || lacking === undefined) return [];
  const present = new Set(insservWords(lacking).flatMap(({ text }) => [text, ...included(text)]));
  const words = insservWords(having).filter((word) => isFacility(word) && !present.has(word.text));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const names = words.map(({ text }) => text);
  const edit = withWords(script, there, names, here);
  const shown = listOf(
    names.map((name) => `\`${name}\``),
    "and",
  );
  return [
    {
      range: { start: first.start, end: last.end },
      message:
        here === "Required-Start"
          ? message("lsb-required-without-stop", { shown })
          : message("lsb-required-without-stop.start", { shown }),
      fixes:
        edit === undefined
          ? []
          : [suggestion(message("lsb-required-without-stop.fix", { there }), edit, edit.text)],
    },
  ];
}

/** Nothing of `$time` and `$named` is gone at shutdown before a script stops. */
function isFacility({ text }: HeaderWord): boolean {
  return /^\$(?!(?:all|null|time|named)$)/i.test(text);
}

/** The facilities that a facility has among its members. */
function included(name: string): readonly string[] {
  const members = (findFacility(name)?.members ?? []).filter((member) => member.startsWith("$"));
  return members.flatMap((member) => [member, ...included(member)]);
}
