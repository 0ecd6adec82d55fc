// What must hold for every rule about init scripts, and the examples of their pages.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, pieceOf } from "../../testing/alphabet.ts";
import {
  checkScript,
  editedText,
  exampleOptions,
  fixedScript,
  scriptInput,
} from "../../testing/script-check.ts";
import { inittabRules } from "../inittab/registry.ts";
import { scriptContext } from "./context.ts";
import type { ScriptExample, ScriptInput, ScriptNeed, ScriptRule } from "./contract.ts";
import { lintScript, toolTags } from "./lint.ts";
import { scriptRules } from "./registry.ts";

/** The folders of rules and the codes that each may give. */
const folders: Readonly<Record<string, readonly [number, number]>> = {
  packaging: [700, 749],
  header: [750, 799],
  locks: [800, 819],
  links: [820, 839],
  body: [840, 859],
  openwrt: [860, 874],
  shell: [875, 879],
  openrc: [880, 899],
  checker: [900, 909],
  root: [930, 949],
  "openwrt-links": [950, 959],
  embedded: [960, 969],
};

const lintFolder = import.meta.dirname;

describe("the table of rules", () => {
  test("is ordered by codes, each of them unique", () => {
    const codes = scriptRules.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test("has ids of their own, also beside the rules about inittab", () => {
    const ids = scriptRules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids.filter((id) => inittabRules.some((rule) => rule.id === id))).toEqual(["unused-silencer"]);
  });

  test("each rule stands in the file of its name, in the folder of its code", () => {
    for (const { id, code } of scriptRules) {
      const number = Number(code.slice(2));
      const folder = Object.keys(folders).find((name) => {
        const [from = 0, to = 0] = folders[name] ?? [];
        return from <= number && number <= to;
      });
      expect(folder, code).toBeDefined();
      expect(readdirSync(join(lintFolder, folder ?? "")), `${folder}/${id}.ts`).toContain(`${id}.ts`);
    }
  });

  test("every file of a rule is listed", () => {
    const listed = new Set(scriptRules.map(({ id }) => id));
    for (const folder of Object.keys(folders))
      for (const name of readdirSync(join(lintFolder, folder))) {
        const id = name.replace(/\.ts$/, "");
        const isRule = readFileSync(join(lintFolder, folder, name), "utf8").includes(`  id: "${id}"`);
        if (isRule) expect(listed, `${folder}/${name}`).toContain(id);
      }
  });
});

/** In lower case but for names: of keywords, of levels, of systems. */
const messageForm =
  /^(?:[^A-Z\n]|(?:[A-Z][A-Za-z]*-[A-Z]\w*|Provides|Description|S|LSB|Debian|Red Hat)\b)[^\n]*[^.\n]$/;

describe("the examples of the pages", () => {
  for (const rule of scriptRules)
    test(rule.id, () => {
      const { what, why, instead, wrong, right } = rule.docs;
      for (const part of [what, why, instead]) expect(part, "ends in a full stop").toMatch(/[.:`)]$/);
      expect(rule.sources.length).toBeGreaterThan(0);
      expect(wrong.length, "wrong examples").toBeGreaterThan(0);
      expect(right.length, "right examples").toBeGreaterThan(0);
      for (const example of wrong) checkWrong(rule, example);
      for (const example of right)
        expect(messages(rule, example), `right example:\n${example.text}`).toEqual([]);
    });
});

describe("what a rule needs", () => {
  /** A script that belongs to a system has a name there. */
  const without: Readonly<Record<ScriptNeed, readonly (keyof ScriptInput)[]>> = {
    shell: ["shell"],
    name: ["name", "tree"],
    mode: ["mode"],
    tree: ["tree"],
    root: ["root"],
  };
  const speaks = (rule: ScriptRule, example: ScriptExample, left: readonly string[]): boolean => {
    const input = scriptInput(example.text, exampleOptions(example));
    const known = Object.fromEntries(Object.entries(input).filter(([part]) => !left.includes(part)));
    const script = scriptContext({ text: example.text, name: undefined, ...known }, { everyFamily: true });
    return rule.check(script).some(({ tagOnly }) => tagOnly !== true);
  };

  test.each(scriptRules.filter(({ id }) => id !== "unused-silencer"))("$id", (rule) => {
    const { needs = [] } = rule;
    for (const [need, left] of Object.entries(without)) {
      const isNeeded = needs.some((each) => left.some((part) => part === each));
      const speaking = rule.docs.wrong.filter((example) => speaks(rule, example, left));
      expect([need, speaking.length === 0]).toEqual([need, isNeeded]);
      if (isNeeded) expect(rule.docs.right.filter((example) => speaks(rule, example, left))).toEqual([]);
    }
  });
});

function messages(rule: ScriptRule, example: ScriptExample): readonly string[] {
  return checkScript(example.text, exampleOptions(example))
    .filter((finding) => finding.rule === rule.id)
    .map(({ message }) => message);
}

function checkWrong(rule: ScriptRule, example: ScriptExample): void {
  const told = messages(rule, example);
  expect(told, `wrong example:\n${example.text}`).not.toEqual([]);
  for (const message of told) expect(message).toMatch(messageForm);
  const fixed = fixedScript(example.text, rule.id, exampleOptions(example));
  expect(fixed, `after the first fix of:\n${example.text}`).toBe(example.fixed);
}

test("no text whatsoever is too much for a rule", () => {
  const examples = scriptRules.flatMap(({ docs }) => [...docs.wrong, ...docs.right]);
  const mutated = fc
    .record({
      example: fc.constantFrom<ScriptExample>(...examples, { text: "#!/bin/sh\n" }),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          cut: fc.nat(12),
          insert: fc.oneof(piece, anyText(4)),
        }),
        { maxLength: 8 },
      ),
    })
    .map(({ example, edits }) => ({ ...example, text: edits.reduce(mutate, example.text) }));
  const random = fc.array(piece).map((pieces) => ({ text: pieces.join("") }));
  fc.assert(
    fc.property(
      fc.oneof(
        { weight: 5, arbitrary: mutated },
        random,
        anyText().map((text) => ({ text })),
      ),
      checkAny,
    ),
    { numRuns: 400 },
  );
});

function mutate(
  text: string,
  edit: { readonly at: number; readonly cut: number; readonly insert: string },
): string {
  const at = Math.floor(edit.at * text.length);
  return text.slice(0, at) + edit.insert + text.slice(at + edit.cut);
}

const piece = pieceOf(
  ...[
    "### BEGIN INIT INFO\n",
    "### END INIT INFO\n",
    "# Provides: ",
    "# Required-Start: $all ",
    "# Default-Start: 2 ",
  ],
  ...[
    "# chkconfig: 345 20 80\n",
    "# inittab-disable-file no-such-rule lock-missing\n",
    "# inittab-disable-next-line lsb-level-b ",
    "# description: x \\\n",
    ". /etc/init.d/functions\n",
    'case "$1" in\n',
    "  start) ",
  ],
  ...[
    " ;;\n",
    "esac\n",
    "touch /var/lock/subsys/svc",
    "rm -f $lock",
    "if ",
    "fi\n",
    "{ ",
    "}\n",
    "\r",
    "\t",
    "\0",
    "é",
    "😀",
  ],
  ...["$", '"', "'", "`", "\\\n", "&& ", "|| ", "start() {\n", "$0 stop\n", "exit 0\n", "\n", "\ufeff", "#"],
);

function checkAny(example: ScriptExample): void {
  const { text } = example;
  const input = scriptInput(text, exampleOptions(example));
  const findings = lintScript(input, { everyFamily: true });
  for (const { range, related, fixes, rule } of findings) {
    for (const each of [range, ...related.map((other) => other.range)])
      expect([rule, 0 <= each.start, each.start <= each.end, each.end <= text.length]).toEqual([
        rule,
        true,
        true,
        true,
      ]);
    for (const { edits } of fixes) editedText(text, edits);
  }
  // The rest of the system must not matter for what can be said without it, nor the parser for what it is not asked.
  const { shell: _shell, tree: _tree, ...bare } = input;
  lintScript(bare);
  for (const tool of ["lintian", "rpmlint"] as const) toolTags(input, tool);
}
