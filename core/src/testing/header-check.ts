// The door through which tests reach the rules about headers, and what insserv and chkconfig do with the same files: every
// consequence that a message names is looked up there.

import fc from "fast-check";
import { expect, test } from "vitest";
import { runChkconfig } from "../initscript/chkconfig/chkconfig.ts";
import { runInsserv } from "../initscript/insserv/insserv.ts";
import type { InsservSystem } from "../initscript/insserv/run-state.ts";
import { folderNames } from "../initscript/rc-name.ts";
import { usualConfiguration } from "../initscript/tree/order.ts";
import { chkconfigSystem, insservSystem } from "../initscript/tree/systems.ts";
import type { ExampleFile } from "../lint/contract.ts";
import { shownFindings, treeWith } from "./script-check.ts";
import { scriptText } from "./systems.ts";

/** The values of a header by their keywords. */
type Values = Readonly<Record<string, string>>;

/** A script with the usual header, some values changed. */
export function script(changes: Values = {}, above: readonly string[] = []): string {
  const values: Values = {
    Provides: "svc",
    "Required-Start": "",
    "Required-Stop": "",
    "Default-Start": "2 3 4 5",
    "Default-Stop": "0 1 6",
    "Short-Description": "a service",
    ...changes,
  };
  const header = Object.entries(values).map(([keyword, value]) => `# ${keyword}: ${value}`.trimEnd());
  const body = ["#!/bin/sh", ...above, "### BEGIN INIT INFO", ...header, "### END INIT INFO"];
  return scriptText({ name: "svc", body });
}

/** A script beside `svc`, which provides its own name unless the changes say otherwise. */
export function file(name: string, changes: Values = {}, above: readonly string[] = []): ExampleFile {
  return { path: `etc/init.d/${name}`, text: script({ Provides: name, ...changes }, above) };
}

/** The configuration of insserv as it ships. */
export const configuration: ExampleFile = { path: "etc/insserv.conf", text: usualConfiguration() };

/** Four scripts beside `svc` that need nothing. */
export const neighbours: readonly ExampleFile[] = ["aa", "bb", "cc", "dd"].map((each) => file(each));

/** What a rule says about `svc`, without the rule's name. */
export function told(rule: string, text: string, files?: readonly ExampleFile[]): string {
  const options = files === undefined ? {} : { files };
  return shownFindings(text, options, rule).replaceAll(` ${rule}`, "");
}

/** The system of `svc`, these files and the usual configuration, as insserv sees it. */
export function systemOf(text: string, files: readonly ExampleFile[]): InsservSystem {
  return insservSystem(treeWith(text, "svc", 0o755, [configuration, ...files]));
}

/** What insserv does: its messages, then the links. */
export function insserv(system: InsservSystem, ...words: string[]): string {
  const { stderr, links, exit } = runInsserv(system, words);
  const folders = Object.entries(folderNames(links)).map(([level, names]) => `${level}: ${names.join(" ")}`);
  return [...new Set(stderr), ...folders, `status ${exit}`].join("\n");
}

/** What chkconfig does with a script and the others: its complaint, or the script's links in the levels 0 to 6. */
export function chkconfig(text: string, files: readonly ExampleFile[] = []): string {
  const tree = treeWith(text, "svc", 0o755, files);
  let system = chkconfigSystem(tree);
  for (const { name } of tree.scripts.filter((each) => each.name !== "svc"))
    system = { ...system, links: runChkconfig(system, ["--add", name]).links };
  const { stderr, links, exit } = runChkconfig(system, ["--add", "svc"]);
  const own = [0, 1, 2, 3, 4, 5, 6].map((level) =>
    links.get(String(level))?.find((name) => name.endsWith("svc")),
  );
  return exit === 0 ? own.join(" ") : stderr.join("\n");
}

/** The two lines above the header that chkconfig reads. */
export function chkconfigLines(levels: string, start: number): readonly string[] {
  return [`# chkconfig: ${levels} ${start} ${100 - start}`, "# description: x"];
}

/** Tests that names behind a separator might as well not be there, and that the rule says so. */
export function checkLostNames(rule: string, what: string, gap: fc.Arbitrary<string>): void {
  const name = fc.constantFrom("aa", "bb", "cc", "dd");
  test(`names behind ${what} might as well not be there`, () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 2 }),
        gap,
        fc.array(name, { minLength: 1, maxLength: 2 }),
        fc.constantFrom("Required-Start", "Should-Start", "Required-Stop", "X-Start-Before"),
        (seen, separator, lost, keyword) => {
          const written = script({ [keyword]: `${seen.join(" ")}${separator}${lost.join(" ")}` });
          const kept = script({ [keyword]: seen.join(" ") });
          const all = ["svc", "aa", "bb", "cc", "dd"];
          expect(insserv(systemOf(written, neighbours), ...all)).toBe(
            insserv(systemOf(kept, neighbours), ...all),
          );
          expect(told(rule, written)).not.toBe("");
          expect(told(rule, kept)).toBe("");
        },
      ),
      { numRuns: 40 },
    );
  });
}
