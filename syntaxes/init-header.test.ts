// The colours of headers in shell scripts: they are those of the words that core knows, and nothing else of the script
// is touched.

import { chkconfigTags, lsbKeywords } from "@inittab/core";
import { expect, test } from "vitest";
import textmate, { type IGrammar } from "vscode-textmate";
import { loadGrammar } from "./testing.ts";

/** As much of a shell's grammar as matters here: it takes comments for itself, and strings. */
const shell = JSON.stringify({
  scopeName: "source.shell",
  patterns: [
    { match: "#.*$", name: "comment.line.number-sign.shell" },
    { begin: "'", end: "'", name: "string.quoted.single.shell" },
  ],
});

const grammar: Promise<IGrammar> = loadGrammar(
  "source.shell",
  { "source.shell": shell, "source.shell.init-header": "init-header.injection.tmLanguage.json" },
  ["source.shell.init-header"],
);

/** The pieces of a text that have a scope of ours, with the scope's first words. */
async function coloured(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = (await grammar).tokenizeLine(line, state);
    state = ruleStack;
    for (const { scopes, startIndex, endIndex } of tokens) {
      const own = scopes.findLast((scope) => scope.endsWith(".init-header") && !scope.startsWith("meta."));
      const piece = line.slice(startIndex, endIndex).trim();
      if (own !== undefined && !own.startsWith("punctuation") && piece !== "")
        found.push(`${piece} ${own.replace(".init-header", "")}`);
    }
  }
  return found;
}

test("a header", async () => {
  const text = [
    "#!/bin/sh",
    "# chkconfig: 345 20 80",
    "### BEGIN INIT INFO",
    "# Provides:       ssh",
    "# Required-Start: $local_fs rsyslog",
    "# Default-Start:  2 3 45",
    "# Description: Lets people in",
    "#  from afar",
    "### END INIT INFO",
    "# Provides: nothing any more",
    "echo '",
    "# description: a text in a string",
    "'",
  ].join("\n");
  expect(await coloured(text)).toMatchInlineSnapshot(`
    [
      "chkconfig entity.name.tag.keyword",
      "345 constant.numeric.runlevel",
      "20 constant.numeric.order",
      "80 constant.numeric.order",
      "### BEGIN INIT INFO keyword.control.marker",
      "Provides entity.name.tag.keyword",
      "ssh entity.name.type.service",
      "Required-Start entity.name.tag.keyword",
      "$local_fs support.constant.facility",
      "rsyslog entity.name.type.service",
      "Default-Start entity.name.tag.keyword",
      "2 constant.numeric.runlevel",
      "3 constant.numeric.runlevel",
      "Description entity.name.tag.keyword",
      "Lets people in string.unquoted.description",
      "from afar string.unquoted.description",
      "### END INIT INFO keyword.control.marker",
    ]
  `);
});

test.each(lsbKeywords.map(({ keyword }) => keyword))("the keyword %s", async (keyword) => {
  const found = await coloured(`### BEGIN INIT INFO\n# ${keyword}: x\n### END INIT INFO`);
  expect(found).toContain(`${keyword} entity.name.tag.keyword`);
});

test.each(chkconfigTags.map(({ tag }) => tag))("the tag %s", async (tag) => {
  expect(await coloured(`# ${tag}: 35 20 80`)).toContain(`${tag} entity.name.tag.keyword`);
});

test("a word that is no keyword is a comment", async () => {
  const found = await coloured("### BEGIN INIT INFO\n# Author: x\n### END INIT INFO");
  expect(found).not.toContain("Author entity.name.tag.keyword");
});
