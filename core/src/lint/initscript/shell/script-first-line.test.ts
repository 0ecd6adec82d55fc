import { describe, expect, test } from "vitest";
import { check, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const arms = 'case "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';
const header =
  "### BEGIN INIT INFO\n# Provides: svc\n# Required-Start: $remote_fs $syslog\n# Required-Stop: $remote_fs $syslog\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n# Short-Description: serves\n### END INIT INFO\n";

check("script-first-line", {
  "an interpreter": [`#!/bin/sh\n${arms}`, []],
  "an interpreter with an option": [`#! /bin/sh -e\n${arms}`, []],
  "another language": ["#!/usr/bin/perl\nprint 1;\n", []],
  "a header first": [`${header}${arms}`, [1]],
  "a comment first": [`# starts svc\n# by hand\n${arms}`, [1]],
  "code first": [arms, [1]],
  "`#!` alone": [`#!\n${arms}`, [1]],
  "the second line": [`\n#!/bin/bash\n${header}${arms}`, [2]],
  "below a comment": [`# svc, an init script\n#!/bin/sh\n${arms}`, [2]],
  "below blanks and comments": [`\n \n# svc\n#!/bin/sh -e\n${arms}`, [4]],
  "an interpreter below code is a comment like all": [`svcd\n#!/bin/sh\n${arms}`, [1]],
  "blanks in front": [`  #!/bin/sh\n${arms}`, [1]],
  "a tab in front": [`\t#! /bin/sh\n${arms}`, [1]],
  "a byte order mark": [`\uFEFF#!/bin/bash\n${header}${arms}`, [1]],
  "a byte order mark before code": [`\uFEFF${arms}`, [1]],
  "without its exclamation mark": [`#/bin/sh\n${arms}`, [1]],
  "the wrong way round": [`!#/bin/bash\n${arms}`, [1]],
  "with a blank in it": [`# !/bin/sh\n${arms}`, [1]],
  "a link that was stored as a text": ["../init.d/svc", []],
  "an absolute link that was stored as a text": ["/etc/init.d/svc\n", []],
  "an empty file": [" \n\n", []],
  "a name that is read by its caller": [arms, [], { name: "svc.sh" }],
  "a name that is read by its caller, with a mark": [`\uFEFF${arms}`, [1], { name: "svc.sh" }],
  "a template of a shell script": [`## template:jinja\n#!/bin/sh\n${arms}`, []],
  "a template with a condition first": [`{% if x %}\n#!/bin/sh\n{% endif %}\n${arms}`, []],
  "a template of ERB": [`<% name = @name -%>\n#!/bin/sh\n${arms}`, []],
  "an interpreter that a build fills in": [`#!@SHELL@\n${arms}`, []],
  "what a build includes": [`@PREAMBLE@\n${arms}`, []],
  "lines that were never broken": [
    `#/bin/sh\\n # made by a program\\n EXEC=/usr/bin/svcd\\n ### BEGIN INIT INFO\\n\n${arms}`,
    [1],
  ],
  "one `\\n` in a comment": [`#!/bin/sh\n# printf '\\n'\n${arms}`, []],
});

describe("how loud it is", () => {
  test("a lost interpreter is a warning, a lost script an error", () => {
    expect(told(`\n#!/bin/sh\n${arms}`, "script-first-line")[0]).toMatch(/^2 warning: /);
    expect(told("#!/bin/sh\\n # a\\n # b\\n # c\\n\nsvcd\n", "script-first-line")).toEqual([
      "1 error: the first line has `\\n` where lines should end, so everything is one line: no interpreter, header or setting in it counts",
    ]);
  });
});

describe("what makes it right", () => {
  const fixes = (text: string): string | undefined => fixedScript(text, "script-first-line");

  test("the interpreter is moved, with what it was written with", () => {
    expect(fixes(`# svc\n#!/bin/bash -e\n${arms}`)).toBe(`#!/bin/bash -e\n# svc\n${arms}`);
    expect(fixes(`\n\n\t#!/bin/bash\n${arms}`)).toBe(`#!/bin/bash\n${arms}`);
    expect(fixes(` #!/bin/bash\n${arms}`)).toBe(`#!/bin/bash\n${arms}`);
    expect(fixes(`# !/bin/bash\n${arms}`)).toBe(`#!/bin/bash\n${arms}`);
    expect(fixes("#/bin/sh")).toBe("#!/bin/sh");
  });

  test("a file with other line ends gets a line with those", () => {
    expect(fixes("# svc\r\nsvcd\r\n")).toBe("#!/bin/sh\r\n# svc\r\nsvcd\r\n");
  });

  test("lines are broken where they were meant to end", () => {
    const text = "#/bin/sh\\n # a\\n EXEC=svcd\\n # b\\n\nsvcd\n";
    expect(fixes(text)).toBe("#!/bin/sh\n# a\nEXEC=svcd\n# b\nsvcd\n");
  });

  test("what is right now says nothing", () => {
    for (const text of [
      `\uFEFF#!/bin/sh\n${arms}`,
      `# svc\n#!/bin/sh\n${arms}`,
      arms,
      script({ start: "svcd" }).slice(10),
    ])
      expect(told(fixes(text) ?? text, "script-first-line")).toEqual([]);
  });
});
