// What the user hears of lintian's and rpmlint's findings: in which family, and never twice.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../testing/english.ts";
import {
  type CheckScriptOptions,
  editedText,
  fixedScript,
  scriptInput,
} from "../../../testing/script-check.ts";
import type { Finding } from "../../contract.ts";
import { lintScript, toolTags } from "../lint.ts";
import { scriptRules } from "../registry.ts";
import { toolTagPage } from "../tool-tag-page.ts";

/** The findings with the usual settings: the family is guessed, the nursery is off. */
function findings(text: string, options: CheckScriptOptions = {}): readonly Finding[] {
  return lintScript(scriptInput(text, options), options);
}

/** `LINE severity rule` for each finding of the packagers' rules. */
function told(text: string, options: CheckScriptOptions = {}): readonly string[] {
  return findings(text, options)
    .filter(({ code }) => code < "IT750")
    .map(
      ({ range, severity, rule }) => `${text.slice(0, range.start).split("\n").length} ${severity} ${rule}`,
    );
}

/** The text after the fix of this rule that has this title, or after its first. */
function fixed(text: string, rule: string, title?: string): string | undefined {
  const fixes = findings(text)
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes);
  const fix = title === undefined ? fixes[0] : fixes.find((each) => inEnglish.words(each.title) === title);
  return fix && editedText(text, fix.edits);
}

function script(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

const header = [
  "### BEGIN INIT INFO",
  "# Provides: svc",
  "# Required-Start: $remote_fs",
  "# Required-Stop: $remote_fs",
  "# Default-Start: 2 3 4 5",
  "# Default-Stop: 0 1 6",
  "# Short-Description: runs svc",
  "### END INIT INFO",
];

const debian = ". /lib/lsb/init-functions";
const redhat = ". /etc/init.d/functions";

describe("families", () => {
  test("a good script of either family gives nothing to say", () => {
    expect(told(script("#!/bin/sh", ...header, debian))).toEqual([]);
    expect(told(script("#!/bin/sh", "# chkconfig: 345 80 20", "# description: x", redhat))).toEqual([]);
  });

  test("Debian's scripts hear nothing of rpmlint", () => {
    const text = script("#!/bin/sh", ...header, debian, "start-stop-daemon --start --name svc");
    expect(toolTags(scriptInput(text, { name: "svc.sh" }), "rpmlint").length).toBeGreaterThan(3);
    expect(told(text, { name: "svc.sh" })).toEqual([]);
  });

  test("Red Hat's scripts hear nothing of Debian's policy", () => {
    const mine = header.map((line) =>
      line.replace("2 3 4 5", "3 5").replace("Provides: svc", "Provides: $svc"),
    );
    const text = script(
      "#!/usr/bin/sh",
      "# chkconfig: 35 80 20",
      ...mine,
      redhat,
      "touch /var/lock/subsys/svc",
    );
    expect(toolTags(scriptInput(text), "lintian").map(({ tag }) => tag)).toEqual(
      expect.arrayContaining([
        "init.d-script-does-not-provide-itself",
        "init.d-script-does-not-source-init-functions",
        "init.d-script-missing-start",
        "init.d-script-provides-virtual-facility",
        "init.d-script-uses-usr-interpreter",
      ]),
    );
    expect(told(text)).toEqual([]);
  });

  test("a script without any header", () => {
    expect(told(script("#!/bin/sh", debian))).toEqual(["1 warning lsb-section-missing"]);
    expect(told(script("#!/bin/sh", redhat))).toEqual(["1 warning chkconfig-line-missing"]);
    expect(told(script("#!/bin/sh", "exit 0"))).toEqual([]);
    expect(told(script("#!/bin/sh", "exit 0"), { family: "debian" })).toContain(
      "1 warning lsb-section-missing",
    );
    expect(told(script("#!/bin/sh", "exit 0"), { family: "slackware" })).toEqual([]);
  });

  test("the setting decides", () => {
    const text = script("#!/bin/sh", "exit 0");
    expect(told(text, { family: "redhat" })).toEqual(["1 warning chkconfig-line-missing"]);
    expect(told(text, { family: "debian" })).toEqual([
      "1 warning lsb-section-missing",
      "1 hint script-library-missing",
    ]);
  });

  test("what the tools count without knowing the shell is off by default", () => {
    const rules = ["script-action-words", "lock-words", "chkconfig-default-levels"];
    const text = script("#!/bin/sh", "# chkconfig: - 80 20", "# description: x", redhat);
    expect(findings(text).filter(({ rule }) => rules.includes(rule))).toEqual([]);
    const severities = Object.fromEntries(rules.map((rule) => [rule, "warning" as const]));
    const asked = findings(text, { severities }).map(({ rule }) => rule);
    expect(asked).toEqual(expect.arrayContaining(rules));
  });
});

test("a file that is read unguarded is named, wherever its line begins", () => {
  const said = (line: string): readonly string[] =>
    findings(script("#!/bin/sh", ...header, debian, line))
      .filter(({ rule }) => rule === "script-default-unguarded")
      .map(({ message, range }) => `${range.end - range.start} ${inEnglish.text(message)}`);
  expect(said(". /etc/default/svc")).toMatchInlineSnapshot(`
    [
      "18 the script ends here if \`/etc/default/svc\` does not exist",
    ]
  `);
  expect(said("  . /etc/default/svc")).toEqual(said(". /etc/default/svc"));
});

describe("one thing is told once", () => {
  /** The rules with a finding that touches the line. */
  const onLine = (text: string, number: number): readonly string[] =>
    findings(text).flatMap(({ range, rule }) =>
      text.slice(0, range.start).split("\n").length === number ? [rule] : [],
    );
  const withLine = (from: string, to: string): string =>
    script("#!/bin/sh", ...header, debian).replace(from, to);

  test.each([
    ["levels in one word", "Default-Start: 2 3 4 5", "Default-Start: 2345", 6, "lsb-levels-joined"],
    ["B", "Default-Start: 2 3 4 5", "Default-Start: B", 6, "lsb-level-b"],
    ["no blank before the keyword", "# Default-Start", "#Default-Start", 6, "lsb-keyword-spelling"],
    ["lower case", "# Default-Start", "# default-start", 6, "lsb-keyword-spelling"],
    ["underscore", "# Default-Start", "# Default_Start", 6, "lsb-keyword-spelling"],
    ["an indented marker", "### BEGIN", " ### BEGIN", 2, "lsb-marker-not-exact"],
    ["an empty list of names", "Provides: svc", "Provides:", 3, "lsb-provides-unusable"],
    [
      "an unknown keyword",
      "# Short-Description",
      "# Foo_bar: 1\n# Short-Description",
      8,
      "lsb-keyword-unknown",
    ],
    ["an empty comment", "# Short-Description", "#\n# Short-Description", 8, "lsb-line-malformed"],
    ["a line that is none", "# Short-Description", "x=1\n# Short-Description", 8, "lsb-section-unterminated"],
  ])("%s", (_name, from, to, line, rule) => {
    expect(onLine(withLine(from, to), line)).toEqual([rule]);
  });

  test("a header that never ends gives one finding, whatever rpmlint says of the lines behind", () => {
    const text = script("#!/bin/sh", ...header.slice(0, -1), debian, "exit 0");
    expect(told(text)).toEqual(["9 error lsb-section-unterminated"]);
  });
});

describe("fixes", () => {
  test("a header is made from the file name, the chkconfig line and the arms", () => {
    const text = script(
      "#!/bin/sh",
      "# chkconfig: 345 80 20",
      "# description: Serves \\",
      "#   pages",
      "",
      debian,
      'case "$1" in',
      "  start) start_daemon /usr/sbin/svcd ;;",
      "esac",
    );
    expect(fixed(text, "lsb-section-missing")).toMatchInlineSnapshot(`
      "#!/bin/sh
      # chkconfig: 345 80 20
      # description: Serves \\
      #   pages
      ### BEGIN INIT INFO
      # Provides: svc
      # Required-Start: $remote_fs $syslog
      # Required-Stop: $remote_fs $syslog
      # Default-Start: 3 4 5
      # Default-Stop:
      # Short-Description: Serves pages
      ### END INIT INFO

      . /lib/lsb/init-functions
      case "$1" in
        start) start_daemon /usr/sbin/svcd ;;
      esac
      "
    `);
  });

  test("the functions are read below the headers, or below the comments that stand for one", () => {
    expect(fixedScript(script("#!/bin/sh", "# a comment", "exit 0"), "script-library-missing")).toBe(
      script("#!/bin/sh", debian, "# a comment", "exit 0"),
    );
    expect(fixedScript(script("#!/bin/sh", ...header, "exit 0"), "script-library-missing")).toBe(
      script("#!/bin/sh", ...header, debian, "exit 0"),
    );
  });

  test("keywords of a header that lack their # are told once, and get it", () => {
    const whole = script("#!/bin/sh", ...header, debian);
    const bare = whole.replaceAll(/^# (?=(?:Provides|Required|Default)[\w-]*:)/gm, "");
    expect(bare).not.toBe(whole);
    expect(findings(bare).map(({ rule }) => rule)).toEqual(["lsb-section-unterminated"]);
    expect(fixed(bare, "lsb-section-unterminated")).toBe(whole);
    const one = whole.replace("# Default-Stop:", "  Default-Stop:");
    expect(fixed(one, "lsb-section-unterminated")).toBe(whole);
  });

  test("a line in a header that is no comment goes below it, and a blank one away", () => {
    const within = (line: string): string =>
      script("#!/bin/sh", ...header.slice(0, 3), line, ...header.slice(3), debian);
    expect(fixed(within("x=1"), "lsb-section-unterminated")).toBe(
      script("#!/bin/sh", ...header, "x=1", debian),
    );
    for (const blank of ["", " ", "\t"])
      expect(fixed(within(blank), "lsb-section-unterminated")).toBe(script("#!/bin/sh", ...header, debian));
    const said = (line: string): readonly string[] =>
      findings(within(line))
        .filter(({ rule }) => rule === "lsb-section-unterminated")
        .map(({ message }) => inEnglish.text(message));
    expect([said("x=1"), said(""), said(" ")]).toMatchInlineSnapshot(`
      [
        [
          "lintian ends the header before \`x=1\`; insserv skips the line and reads on",
        ],
        [
          "lintian ends the header before this blank line; insserv skips the line and reads on",
        ],
        [
          "lintian ends the header before this blank line; insserv skips the line and reads on",
        ],
      ]
    `);
  });

  test("a header that never ends is ended in the line after the last", () => {
    const open = script("#!/bin/sh", ...header.slice(0, -1));
    expect(fixed(open, "lsb-section-unterminated")).toBe(script("#!/bin/sh", ...header));
  });

  test("a chkconfig header is made", () => {
    expect(fixed(script("#!/bin/sh", redhat), "chkconfig-line-missing")).toMatchInlineSnapshot(`
      "#!/bin/sh
      # chkconfig: - 50 50
      # description: svc service
      . /etc/init.d/functions
      "
    `);
  });

  test("all that is missing comes to its place at once", () => {
    const lines = header.filter((line) => !/Required|Default-Start|Short/.test(line));
    expect(fixed(script("#!/bin/sh", ...lines, debian), "lsb-keyword-missing")).toMatchInlineSnapshot(`
      "#!/bin/sh
      ### BEGIN INIT INFO
      # Provides: svc
      # Required-Start: $local_fs $syslog
      # Required-Stop: $local_fs $syslog
      # Default-Start: 2 3 4 5
      # Default-Stop: 0 1 6
      ### END INIT INFO
      . /lib/lsb/init-functions
      "
    `);
  });

  test("a level moves, and the user chooses where a conflict goes", () => {
    const moved = script("#!/bin/sh", ...header)
      .replace("2 3 4 5", "2 3 4 5 6")
      .replace("0 1 6", "0 1");
    expect(fixed(moved, "lsb-start-in-stop-level")).toBe(script("#!/bin/sh", ...header));
    const conflict = script("#!/bin/sh", ...header).replace("0 1 6", "0 1 2 6");
    expect(fixed(conflict, "lsb-levels-conflict")).toBe(script("#!/bin/sh", ...header));
    expect(fixed(conflict, "lsb-levels-conflict", "Delete 2 from Default-Start")).toBe(
      conflict.replace("2 3 4 5", "3 4 5"),
    );
  });

  test("lines keep their ends", () => {
    const text = script("#!/bin/sh", ...header.filter((line) => !line.includes("Short"))).replaceAll(
      "\n",
      "\r\n",
    );
    const after = fixed(text, "lsb-short-description-missing");
    expect(after).toBe(
      script("#!/bin/sh", ...header)
        .replace("runs svc", "svc service")
        .replaceAll("\n", "\r\n"),
    );
  });
});

describe("a file of /etc/default", () => {
  test.each([
    ["bare", [". /etc/default/svc"], true],
    ["in quotes", ['. "/etc/default/svc"'], true],
    ["by a variable", ["F=/etc/default/svc", ". $F"], true],
    ["with a test before it", ["[ -f /etc/default/svc ] && . /etc/default/svc"], false],
    ["with a test on the line above", ["[ -f /etc/default/svc ] && \\", "  . /etc/default/svc"], false],
    ["in a condition", ["if [ -x /y ]; then", "  . /etc/default/svc", "fi"], false],
    ["behind a way out", ["test -f /etc/default/svc || exit 0", ". /etc/default/svc"], false],
    ["in a text", ["cat <<EOF", ". /etc/default/svc", "EOF"], false],
  ])("%s", (_name, lines, expected) => {
    const rules = findings(script("#!/bin/sh", ...header, debian, ...lines)).map(({ rule }) => rule);
    expect(rules.includes("script-default-unguarded")).toBe(expected);
  });
});

test("bash under its own name only complains about a missing file", () => {
  const severity = (...lines: readonly string[]): readonly string[] =>
    told(script(...lines, ...header, debian, ". /etc/default/svc"));
  expect(severity("#!/bin/sh")).toEqual(["11 warning script-default-unguarded"]);
  expect(severity("#!/bin/bash")).toEqual(["11 information script-default-unguarded"]);
  expect(severity("#!/bin/bash -e")).toEqual(["11 warning script-default-unguarded"]);
  expect(severity("#!/bin/bash", "set -e")).toEqual(["12 warning script-default-unguarded"]);
});

describe("triggers that the recorded cases do not show", () => {
  /** `SEVERITY tag LINE`, without the tags that every such fragment has. */
  const tags = (text: string, tool: "lintian" | "rpmlint"): readonly string[] =>
    toolTags({ text, name: "svc", mode: 0o755 }, tool)
      .map(({ severity, tag, line = 0 }) => `${severity} ${tag} ${line}`)
      .filter((tag) => !/missing-lsb|implement|source-init|no-\w+-(?:line|entry)|subsys-not/.test(tag));
  const open = "#!/bin/sh\n### BEGIN INIT INFO\n";

  test.each([
    ["lintian says nothing of a header that the file's end ends", `${open}# Provides: svc\n`, []],
    [
      "lintian says a thing about one place once",
      `${open}# Default-Start: x x y\n`,
      ["W init.d-script-has-bad-start-runlevel 0", "W init.d-script-has-bad-start-runlevel 0"],
    ],
    [
      "lintian compares the boot level by its case",
      `${open}# Default-Start: S\n# Default-Stop: S\n`,
      ["W init-d-script-stops-in-s-runlevel 0"],
    ],
    [
      "lintian splits at a byte of a letter",
      `${open}# Default-Start: \u00e05\n`,
      ["W init.d-script-has-bad-start-runlevel 0", "W init.d-script-missing-start 0"],
    ],
    [
      "lintian reads a second begin marker within the header as a line",
      `${open}### BEGIN INIT INFO\n`,
      ["W init.d-script-has-bad-lsb-line 3"],
    ],
    [
      "lintian takes no test in the header for one",
      `${open}if [ -f /x\n. /etc/default/svc\n`,
      ["E init.d-script-has-unterminated-lsb-section 3", "E init.d-script-sourcing-without-test 4"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(tags(text, "lintian")).toEqual(expected);
  });

  test.each([
    [
      "rpmlint cuts the last character, newline or not",
      `${open}### END INIT INFO`,
      ["E malformed-line-in-lsb-comment-block 0"],
    ],
    [
      "rpmlint does not look at a line behind a backslash",
      `${open}# X-a: b \\\nanything\n# Y: c\n`,
      ["E unknown-lsb-keyword 0"],
    ],
    [
      "rpmlint follows assignments to the end of their lines",
      '#!/bin/sh\nprog="svc"\ntouch /var/lock/subsys/$prog\n',
      ["W incoherent-subsys 0"],
    ],
    ["rpmlint follows plain assignments", "#!/bin/sh\nprog=svc\ntouch /var/lock/subsys/$prog\n", []],
    [
      "rpmlint ends where variables lead in a circle, we do not",
      "#!/bin/sh\na=$b\nb=$a\n: /var/lock/subsys/$a\n",
      ["W incoherent-subsys 0"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(tags(text, "rpmlint")).toEqual(expected);
  });
});

test("env is the interpreter itself where no program follows, whatever blanks do", () => {
  const told = (line: string) =>
    findings(`${line}\necho\n`, { family: "debian" }).some(({ rule }) => rule === "script-usr-interpreter");
  for (const line of [
    "#!/usr/bin/env",
    "#!/usr/bin/env ",
    "#!/usr/bin/env \t\r",
    "#!/usr/bin/env /usr/bin/sh",
  ])
    expect(told(line), JSON.stringify(line)).toBe(true);
  for (const line of ["#!/usr/bin/env sh", "#! /usr/bin/env  /bin/sh "]) expect(told(line), line).toBe(false);
});

test("/var in a message is no use of it", () => {
  const lines = header.map((line) => line.replace("Required-Start: $remote_fs", "Required-Start:"));
  const text = (line: string): string => script("#!/bin/sh", ...lines, debian, line);
  expect(told(text("echo see /var/log/svc"))).toEqual([]);
  expect(told(text("touch /var/run/svc"))).toEqual(["4 warning lsb-local-fs-missing"]);
});

test("the time for a long header grows no faster than the header", () => {
  const begin = "#!/bin/sh\n### BEGIN INIT INFO\n";
  const lines = [
    "# Provides: svc",
    "#",
    "### BEGIN INIT INFO",
    ". /etc/default/svc",
    "touch /var/lock/subsys/$x",
  ];
  for (const line of lines) {
    const input = { text: begin + `${line}\n`.repeat(10_000), name: "svc", mode: 0o755 };
    lintScript(input, { everyFamily: true });
    for (const tool of ["lintian", "rpmlint"] as const) toolTags(input, tool);
  }
}, 60_000);

test("the committed page is that of the rules; else run scripts/generate-rule-docs.mjs", () => {
  const path = join(import.meta.dirname, "../../../../../docs/lintian-rpmlint.md");
  expect(readFileSync(path, "utf8")).toBe(toolTagPage(scriptRules));
});

test("of a script that lintian passes over only the mode counts", () => {
  const tagsOf = (name: string) =>
    toolTags(scriptInput("#!/bin/sh\necho\n", { name, mode: 0o666 }), "lintian").map(({ tag }) => tag);
  expect(tagsOf("rc")).toEqual(["non-standard-file-permissions-for-etc-init.d-script"]);
  expect(tagsOf("skeleton")).toEqual([]);
  expect(tagsOf("svc").length).toBeGreaterThan(1);
});
