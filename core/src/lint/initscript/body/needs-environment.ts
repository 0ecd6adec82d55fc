import type { ShellStatement, ShellWord } from "../../../shell/script.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts } from "./body-facts.ts";
import { libraryOf } from "./libraries.ts";
import type { Places } from "./places.ts";

/** Variables that a login or a session sets, or the files of a shell that only a login reads. */
const personal = new Set(
  "HOME USER LOGNAME DISPLAY MAIL XAUTHORITY SUDO_USER SSH_AUTH_SOCK SSH_CONNECTION DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR XDG_CONFIG_HOME JAVA_HOME JRE_HOME JDK_HOME CATALINA_HOME CATALINA_BASE ANT_HOME M2_HOME MAVEN_HOME GRADLE_HOME HADOOP_HOME SPARK_HOME ORACLE_HOME ORACLE_SID GOPATH NVM_DIR RVM_PATH VIRTUAL_ENV NODE_PATH PGDATA".split(
    " ",
  ),
);

/** The folder of a program, which the file of a login or an environment module sets: `JBOSS_HOME`, `TOMCAT_HOME`. */
const folderOfProgram = /^[A-Z][A-Z0-9]*_HOME$/;

function isPersonal(name: string): boolean {
  return personal.has(name) || folderOfProgram.test(name);
}

export const needsEnvironment: ScriptRule = {
  id: "needs-environment",
  code: "IT853",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: service of initscripts 9.03 and sysvinit-utils 3.06", "LSB Core, Init Script Actions"],
  docs: {
    what: "The script uses a variable that only a login or a session sets, or `~`, which is `$HOME`.",
    why: "`service` passes only `PATH` and `TERM` to a script, and at boot nobody has logged in: the variable is empty, or differs from its value in a test by hand.\n`HOME` is `/` at boot, and `JAVA_HOME` is set in a file that only a login shell reads.",
    instead:
      "Set the variable in the script, or give it a default.\nA script that reads settings from another file may get the variable from there, so the rule is silent about it.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd --state "$HOME/.svcd" ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\nHOME=/root\nexport HOME\ncase "$1" in\n  start) svcd --state "$HOME/.svcd" ;;\nesac\n',
      },
      { text: `#!/bin/sh\ncase "$1" in\n  start) svcd --state "\${HOME:-/root}/.svcd" ;;\nesac\n` },
    ],
  },
  scope: "script",
  families: "service",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || facts.outline.shell.errors.length > 0) return [];
    const { outline, places } = facts;
    if (outline.sourced.some(({ path }) => libraryOf(path) === undefined)) return [];
    const words = wordsOf(places);
    const set = new Set([...settings(places), ...defaultsIn(words)]);
    const reported = new Set<string>();
    const reports: ScriptReport[] = [];
    for (const word of words) {
      const [first] = word.parts;
      const isHome = first?.kind === "text" && !first.quoted && /^~(?:\/|$)/.test(first.text);
      if (isHome && first.start === word.start && !set.has("HOME") && !reported.has("HOME")) {
        reported.add("HOME");
        reports.push({
          range: { start: first.start, end: first.start + 1 },
          message: message("needs-environment.tilde"),
        });
      }
      for (const part of word.parts) {
        if (part.kind !== "variable" || !isPersonal(part.name)) continue;
        // A default or a test for emptiness shows that the author knows.
        if (/^:?[-=+?]/.test(part.form) || set.has(part.name) || reported.has(part.name)) continue;
        reported.add(part.name);
        reports.push({
          range: part,
          message: message("needs-environment", { part: part.name }),
        });
      }
    }
    return reports;
  },
};

/** Names that the script sets in any way: assigned, exported, read, looped over. */
function settings(places: Places): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of places.keys()) {
    if (statement.kind === "loop" && statement.variable !== undefined) names.add(statement.variable);
    if (statement.kind !== "command") continue;
    for (const { name } of statement.assignments) names.add(name);
    const [program] = statement.words;
    if (
      program !== undefined &&
      /^(?:export|local|declare|typeset|readonly|read|unset|env|eval)$/.test(program.text)
    )
      for (const { text } of statement.words.slice(1)) names.add(/^[A-Za-z_]\w*/.exec(text)?.[0] ?? "");
  }
  return names;
}

/** The names that are given a value where they have none: `: "${JAVA_HOME:=/usr/lib/jvm}"`. */
function defaultsIn(words: readonly ShellWord[]): readonly string[] {
  return words.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "variable" && /^:?=/.test(part.form) ? [part.name] : [])),
  );
}

/** All words of a script in the order of the text, but those of tests, where a variable may well be empty. */
function wordsOf(places: Places): readonly ShellWord[] {
  const words = [...places.keys()].flatMap((statement: ShellStatement): readonly ShellWord[] => {
    switch (statement.kind) {
      case "command":
        return ["[", "[[", "test"].includes(statement.words[0]?.text ?? "")
          ? []
          : [
              ...statement.words,
              ...statement.assignments.flatMap(({ value }) => value ?? []),
              ...statement.redirects.flatMap(({ target }) => target ?? []),
            ];
      case "case":
        return [statement.subject];
      case "loop":
        return statement.words;
      default:
        return [];
    }
  });
  return words.toSorted((one, other) => one.start - other.start);
}
