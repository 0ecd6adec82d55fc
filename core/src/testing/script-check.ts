// The one door through which tests reach the rules about init scripts: the text is parsed as the server parses it.

import { shellParser } from "@inittab/host/testing/shell";
import { expect } from "vitest";
import { buildTree } from "../initscript/tree/build.ts";
import type { InitTree } from "../initscript/tree/model.ts";
import type { ExampleFile } from "../lint/contract.ts";
import type { ScriptLintOptions } from "../lint/initscript/context.ts";
import type { ScriptExample, ScriptInput } from "../lint/initscript/contract.ts";
import { lintScript } from "../lint/initscript/lint.ts";
import { scriptRules } from "../lint/initscript/registry.ts";
import type { TextEdit } from "../text/range.ts";
import { type WordedFinding, worded } from "./english.ts";
import { listingOf } from "./listing.ts";

/** What a test says about a script beside its text. */
export interface CheckScriptOptions extends ScriptLintOptions {
  /** Default `svc`. */
  readonly name?: string;
  /** Default 0o755. */
  readonly mode?: number;
  /** The rest of the system; without it there is no tree. */
  readonly files?: readonly ExampleFile[];
}

/** The script of a text or an example as the rules get it. */
export function scriptInput(text: string, options: CheckScriptOptions = {}): ScriptInput {
  const { name = "svc", mode = 0o755, files } = options;
  const shell = shellParser.parse(text);
  return {
    text,
    name,
    mode,
    ...(shell !== undefined && { shell }),
    ...(files !== undefined && { tree: treeWith(text, name, mode, files), root: listingOf(files) }),
  };
}

/**
 * The findings of the rules of every family, the nursery included, unless the options say otherwise.
 */
export function checkScript(text: string, options: CheckScriptOptions = {}): readonly WordedFinding[] {
  const nursery = scriptRules.filter(({ group }) => group === "nursery");
  const severities = Object.fromEntries(nursery.map((rule) => [rule.id, rule.severity]));
  return lintScript(scriptInput(text, options), {
    everyFamily: true,
    ...options,
    severities: { ...severities, ...options.severities },
  }).map(worded);
}

/** The findings in a small form: one line each, `LINE:COLUMN-COLUMN rule-id: message`, columns from 0. */
export function shownFindings(text: string, options: CheckScriptOptions = {}, rule?: string): string {
  const wanted = checkScript(text, options).filter((each) => rule === undefined || each.rule === rule);
  return wanted
    .map(({ range, rule: id, message, severity }) => {
      const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
      const line = text.slice(0, lineStart).split("\n").length;
      return `${line}:${range.start - lineStart}-${range.end - lineStart} ${severity} ${id}: ${message}`;
    })
    .join("\n");
}

/** The options for a page's example. */
export function exampleOptions({ name, mode, files }: ScriptExample): CheckScriptOptions {
  return {
    ...(name !== undefined && { name }),
    ...(mode !== undefined && { mode }),
    ...(files !== undefined && { files }),
  };
}

/** The text after the first fix of the rule's first finding that has one, or after the fix with this title. */
export function fixedScript(
  text: string,
  rule: string,
  options: CheckScriptOptions = {},
  title?: string,
): string | undefined {
  const fixes = checkScript(text, options)
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes);
  const fix = fixes.find((each) => title === undefined || each.title === title);
  return fix === undefined ? undefined : editedText(text, fix.edits);
}

/** The text with all edits made, which must lie in it and apart from each other. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  let at = 0;
  let result = "";
  for (const edit of inOrder) {
    expect([at <= edit.start, edit.start <= edit.end, edit.end <= text.length]).toEqual([true, true, true]);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The system of these files and the script, which stands in the folder that the files use. */
export function treeWith(text: string, name: string, mode: number, files: readonly ExampleFile[]): InitTree {
  const has = (folder: string) => files.some(({ path }) => path.startsWith(folder));
  // Another system has links right in etc/rc.d, and its scripts elsewhere.
  const redHat = has("etc/rc.d/") && !has("etc/init.d/");
  const folder = redHat ? "etc/rc.d/init.d" : "etc/init.d";
  return buildTree(
    listingOf([
      { path: `${folder}/${name}`, text, mode },
      ...(redHat ? [{ path: "etc/init.d", target: "rc.d/init.d" }] : []),
      ...files,
    ]),
  );
}
