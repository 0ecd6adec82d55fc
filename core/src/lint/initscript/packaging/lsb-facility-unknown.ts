import { facilityFacts, findFacility } from "../../../initscript/facts/facilities.ts";
import { readChkconfigHeader } from "../../../initscript/header/chkconfig.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { insservView } from "../header/insserv-view.ts";
import { message } from "../message.ts";
import { dependencyWords } from "./dependencies.ts";
import { firstOfEach, lintianTag, report } from "./tool-tags.ts";

export const lsbFacilityUnknown: ScriptRule = {
  id: "lsb-facility-unknown",
  code: "IT717",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, insserv 1.24.0 (lint-033)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-depends-on-unknown-virtual-facility",
      difference:
        "lintian has a fixed list. Not reported for `$null`, which is built into insserv, nor for what the system's insserv.conf defines or one of its scripts provides.",
    },
  ],
  docs: {
    what: "The script requires an unknown facility.",
    why: "insserv warns that it could not find all dependencies and enables the script without this one; chkconfig ignores it.\nA misspelled name is not a dependency.",
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
      {
        text: exampleScript({ "Required-Start": "$remote_fs $ldap" }),
        files: [{ path: "etc/init.d/ldap", text: exampleScript({ Provides: "ldap $ldap" }) }],
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
      const near = nearestName(
        word.text,
        facilityFacts.filter(({ knownToLintian }) => knownToLintian),
      );
      return report(!isDefined(script, word.text), {
        range: word,
        message: message("lsb-facility-unknown", { word: quoted(word.text) }),
        fixes: near === undefined ? [] : [suggestion(message("fix.replace", { text: near }), word, near)],
        tags: [lintianTag("E", "init.d-script-depends-on-unknown-virtual-facility")],
      });
    });
  },
};

/** What insserv has built in, what the system's insserv.conf defines, and what a script of Red Hat's kind provides. */
function isDefined({ tree }: ScriptContext, name: string): boolean {
  if (findFacility(name)?.origin === "insserv") return true;
  if (tree === undefined) return false;
  const { facilities } = insservView(tree).configuration;
  return facilities.has(name) || providedFacilities(tree).has(name);
}

const provided = new WeakMap<InitTree, ReadonlySet<string>>();

/** The names with `$` that scripts provide, which counts for chkconfig. */
function providedFacilities(tree: InitTree): ReadonlySet<string> {
  const names =
    provided.get(tree) ??
    new Set(
      tree.scripts
        .flatMap(({ text }) => readChkconfigHeader(text).provides.map((word) => word.text))
        .filter((name) => name.startsWith("$")),
    );
  provided.set(tree, names);
  return names;
}
