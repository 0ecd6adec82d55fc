import {
  findHelpers,
  type HelperLibrary,
  helperLibraries,
} from "../../../initscript/facts/helper-functions.ts";
import type { FamilyFunctions } from "../../../initscript/families/contract.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { isSettings, librariesOf, libraryOf } from "./libraries.ts";
import type { StatusWorld } from "./status-fate.ts";

export const wrongLibraryDialect: ScriptRule = {
  id: "wrong-library-dialect",
  code: "IT854",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  sources: [
    "initscripts 9.03, /etc/init.d/functions",
    "sysvinit-utils 3.06, /lib/lsb/init-functions",
    "spec/embedded.md, sections 2.4 and 4.2",
  ],
  docs: {
    what: "The script calls a function of a library that it does not read.",
    why: "`daemon`, `status` and `action` are in Red Hat's `/etc/init.d/functions`, `log_daemon_msg` and `status_of_proc` in `/lib/lsb/init-functions`.\nWithout its library the call fails with \"command not found\".\nOpenEmbedded has its own file at the path of Red Hat's library, and Linux From Scratch has one at the path of Debian's; each contains only some of the functions.",
    instead: "Read the library that the functions are in, or use the functions of the library that is read.",
    wrong: [
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  start) daemon svcd ;;\n  status) status svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  status) status svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) log_daemon_msg Starting svc ;;\n  status) status_of_proc /usr/sbin/svcd svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  start) log_daemon_msg Starting svc ;;\n  status) status_of_proc /usr/sbin/svcd svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\nstatus() {\n  pidofproc svcd > /dev/null\n}\ncase "$1" in\n  start) start_daemon /usr/sbin/svcd ;;\n  status) status ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    const own = ownFunctions(script);
    if (own !== undefined) return missingIn(own, facts);
    const { libraries, settingsOnly } = librariesOf(facts.outline);
    const [library, more] = [...libraries];
    if (library === undefined || more !== undefined || !settingsOnly) return [];
    const foreign = calls(facts).filter(({ home }) => home !== undefined && home !== library);
    const seen = new Set<string>();
    return foreign.flatMap(({ name, home, range }): readonly ScriptReport[] => {
      if (home === undefined || seen.has(name)) return [];
      seen.add(name);
      return [
        {
          range,
          message: message("wrong-library-dialect", {
            name,
            helperLibraries: helperLibraries[home],
            helperLibraries2: helperLibraries[library],
          }),
          fixes: readOther(script, facts, library, home),
        },
      ];
    });
  },
};

/** A family whose functions file has the path of another one's, and is known to its last function. */
interface OwnFunctions {
  readonly title: string;
  readonly functions: FamilyFunctions;
}

function ownFunctions({ family }: ScriptContext): OwnFunctions | undefined {
  const [only, more] = family.certain;
  if (only?.functions === undefined || more !== undefined) return undefined;
  const { title, functions } = only;
  return { title, functions };
}

/** Calls of functions that scripts elsewhere find in such a file, and here do not. */
function missingIn(
  { title, functions: { path, names } }: OwnFunctions,
  facts: StatusWorld,
): readonly ScriptReport[] {
  const { sourced } = facts.outline;
  const isOwn = (read: string | undefined) =>
    read?.replace(/^\/etc\/rc\.d\/init\.d\//, "/etc/init.d/") === path;
  if (!sourced.some((each) => isOwn(each.path))) return [];
  if (sourced.some((each) => !isOwn(each.path) && !isSettings(each.path))) return [];
  const seen = new Set<string>(names);
  return calls(facts).flatMap(({ name, range }): readonly ScriptReport[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ range, message: message("wrong-library-dialect.family", { name, path, family: title }) }];
  });
}

interface HelperCallSite {
  readonly name: string;
  /** The one library that has the function; undefined for a name of both. */
  readonly home: HelperLibrary | undefined;
  readonly range: { readonly start: number; readonly end: number };
}

function calls({ outline }: StatusWorld): readonly HelperCallSite[] {
  return everyCommand(outline).flatMap(({ reached }) => {
    const [word] = reached.command.words;
    // A path is a program.
    if (reached.name === undefined || word === undefined || outline.resolve(word) !== reached.name) return [];
    const homes = new Set(findHelpers(reached.name).map((fact) => fact.library));
    if (homes.size === 0 || outline.functions.has(reached.name)) return [];
    const [home] = homes;
    return [{ name: reached.name, home: homes.size > 1 ? undefined : home, range: word }];
  });
}

/** The other library instead, or besides if functions of the first are called too. */
function readOther(
  { text }: ScriptContext,
  facts: StatusWorld,
  library: HelperLibrary,
  home: HelperLibrary,
): readonly Fix[] {
  const source = facts.outline.sourced.find(({ path }) => libraryOf(path) === library);
  const word = source?.command.words[1];
  if (source === undefined || word === undefined) return [];
  const path = helperLibraries[home];
  const title = message("wrong-library-dialect.read", { path });
  if (calls(facts).every((call) => call.home !== library) && !source.guarded)
    return [{ title, kind: "suggestion", edits: [{ start: word.start, end: word.end, text: path }] }];
  const newline = text.indexOf("\n", source.command.end);
  const at = newline < 0 ? text.length : newline + 1;
  if (source.guarded) return [];
  return [{ title, kind: "suggestion", edits: [{ start: at, end: at, text: `. ${path}\n` }] }];
}
