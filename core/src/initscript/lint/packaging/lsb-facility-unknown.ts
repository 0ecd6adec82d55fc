import { nearestAction } from "../../../lint/nearest.ts";
import { quoted, suggestion } from "../../../lint/report.ts";
import { facilityFacts, findFacility } from "../../facts/facilities.ts";
import { configure } from "../../insserv/configuration.ts";
import { insservSystem } from "../../tree/systems.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { dependencyWords } from "./dependencies.ts";
import { firstOfEach, lintianTag, report } from "./tool-tags.ts";

export const lsbFacilityUnknown: ScriptRule = {
  id: "lsb-facility-unknown",
  code: "IT717",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["redhat", "debian"],
  sources: ["observed: lintian 2.116, insserv 1.24.0 (lint-r-003)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-depends-on-unknown-virtual-facility",
      difference:
        "lintian has a fixed list. Not told for `$null`, which insserv has built in, and for what the system's insserv.conf defines or one of its scripts provides.",
    },
  ],
  docs: {
    what: "The script requires a facility that nobody knows.",
    why: "insserv warns that it does not find all dependencies and enables the script without this one; chkconfig passes over it.\nA misspelt name is no dependency.",
    instead: "Name one of the facilities of the standard, or one that insserv.conf defines.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs $netwrok" }),
        fixed: exampleScript({ "Required-Start": "$remote_fs $network" }),
      },
    ],
    right: [
      { text: exampleScript({ "Required-Start": "$remote_fs $network" }) },
      {
        text: exampleScript({ "Required-Start": "$remote_fs $ldap" }),
        files: [{ path: "etc/insserv.conf", text: "$ldap +slapd\n" }],
      },
    ],
  },
  check: (script) => {
    const words = dependencyWords(script, ["Required-Start", "Required-Stop"]);
    const unknown = words.filter(({ word }) => {
      const known = facilityFacts.some(({ name, knownToLintian }) => knownToLintian && name === word.text);
      return word.text.startsWith("$") && !known;
    });
    return firstOfEach(unknown, ({ word }) => word.text).map(({ word }) => {
      const near = nearestAction(
        word.text,
        facilityFacts.filter(({ knownToLintian }) => knownToLintian),
      );
      return report(!isDefined(script, word.text), {
        range: word,
        message: `nobody knows the facility ${quoted(word.text)}, so it is no dependency`,
        fixes: near === undefined ? [] : [suggestion(`Replace with \`${near}\``, word, near)],
        tags: [lintianTag("E", "init.d-script-depends-on-unknown-virtual-facility")],
      });
    });
  },
};

function isDefined({ tree }: ScriptContext, name: string): boolean {
  if (findFacility(name)?.origin === "insserv") return true;
  if (tree === undefined) return false;
  const { facilities } = configure(insservSystem(tree));
  return (
    facilities.some((facility) => facility.name === name) ||
    tree.scripts.some(({ text }) => text.includes(name) && providesLine(name).test(text))
  );
}

function providesLine(name: string): RegExp {
  return new RegExp(`^# Provides:.*[ \\t]${name.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&")}(?:[ \\t\\r]|$)`, "m");
}
