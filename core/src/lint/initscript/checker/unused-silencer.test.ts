import { describe, expect, test } from "vitest";
import { checkScript, fixedScript, scriptInput, shownFindings } from "../../../testing/script-check.ts";
import { lintScript } from "../lint.ts";

const rule = "unused-silencer";
const script = (lines: string, levels = "2 3 4 5"): string => `\
#!/bin/sh
### BEGIN INIT INFO
# Provides: svc
# Required-Start: $remote_fs
# Required-Stop: $remote_fs
# Default-Start: ${levels}
# Default-Stop: 0 1 6
# Short-Description: An example
### END INIT INFO
${lines}`;
const told = (text: string, options = {}): string => shownFindings(text, options, rule);

describe("a silencer in a script that silences nothing", () => {
  test("is told, each name by itself", () => {
    expect(
      told(
        script(`# inittab-disable-file no-such-rule lsb-level-b
# inittab-disable-next-line lock-missing, nonsense
echo
# inittab-disable-file
`),
      ),
    ).toMatchInlineSnapshot(`
      "10:23-35 warning unused-silencer: no rule is called \`no-such-rule\`, so nothing is silenced
      10:36-47 warning unused-silencer: \`lsb-level-b\` finds nothing here, so nothing is silenced
      11:28-40 warning unused-silencer: \`lock-missing\` finds nothing here, so nothing is silenced
      11:42-50 warning unused-silencer: no rule is called \`nonsense\`, so nothing is silenced
      13:2-22 warning unused-silencer: the comment names no rule, so nothing is silenced"
    `);
  });

  test("is not told where it silences", () => {
    expect(told(script("# inittab-disable-file lsb-level-b\n", "B"))).toBe("");
    const body = 'case "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\nesac\n';
    const text = script(
      `. /etc/init.d/functions\n${body}# inittab-disable-next-line exit-code-lost\nexit 0\n`,
    );
    expect(told(text)).toBe("");
    expect(checkScript(text).map((finding) => finding.rule)).not.toContain("exit-code-lost");
    expect(told(text.replace("exit 0", "echo\nexit 0"))).toMatch(/`exit-code-lost` finds nothing here/);
  });

  test("above another silencer is about the same line, and below the last line about none", () => {
    const two = "# inittab-disable-next-line lsb-level-b\n\n# inittab-disable-next-line lsb-gap-in-list\n";
    expect(told(script("", "B").replace("# Default-Start", `${two}# Default-Start`))).toMatchInlineSnapshot(
      `"8:28-43 warning unused-silencer: \`lsb-gap-in-list\` finds nothing here, so nothing is silenced"`,
    );
    expect(told(script("# inittab-disable-next-line lsb-level-b\n", "B"))).toMatch(
      /`lsb-level-b` finds nothing/,
    );
  });
});

describe("a silencer of a rule that is not asked", () => {
  const silencing = (id: string): string => script(`# inittab-disable-file ${id}\n`);

  test("because of the family", () => {
    const debian = `${silencing("chkconfig-malformed")}start-stop-daemon --start --exec /usr/sbin/svcd\n`;
    expect(told(debian, { everyFamily: false })).toBe("");
    expect(told(debian, { family: "redhat", everyFamily: false })).toMatch(/`chkconfig-malformed` finds/);
  });

  test("because it is off, or in the nursery", () => {
    expect(told(silencing("lsb-level-b"), { severities: { "lsb-level-b": "off" } })).toBe("");
    expect(lintScript(scriptInput(silencing("set-e-with-lsb-functions")))).toEqual([]);
    expect(told(silencing("set-e-with-lsb-functions"))).toMatch(
      /`set-e-with-lsb-functions` finds nothing here/,
    );
  });

  test("because something that it needs is not known", () => {
    for (const [id, need] of [
      ["lsb-loop", "tree"],
      ["exit-code-lost", "shell"],
      ["script-mode", "mode"],
      ["lsb-provides-other-name", "name"],
    ] as const) {
      const files = [{ path: "etc/init.d/other", text: script("") }];
      const { [need]: _unknown, ...rest } = scriptInput(silencing(id), { files });
      const options = { everyFamily: true, severities: { [id]: "warning" } } as const;
      const rules = lintScript({ name: undefined, ...rest }, options).map((finding) => finding.rule);
      expect([id, rules.filter((name) => name === rule)]).toEqual([id, []]);
      expect(told(silencing(id), { ...options, files })).toMatch(`\`${id}\` finds nothing here`);
    }
  });

  test("the rule itself can be switched off", () => {
    expect(told(silencing("nonsense"), { severities: { [rule]: "off" } })).toBe("");
    expect(told(silencing("nonsense"), { severities: { [rule]: "hint" } })).toMatch(
      / hint unused-silencer: /,
    );
  });
});

describe("the comment can go", () => {
  const kindOf = (text: string): readonly string[] =>
    checkScript(text)
      .filter((finding) => finding.rule === rule)
      .flatMap(({ fixes }) => fixes.map(({ kind }) => kind));

  test("whole, or without a name", () => {
    const around = (comment: string): string => script(`${comment}echo\n`);
    const fixed = (names: string): string | undefined =>
      fixedScript(around(`# inittab-disable-next-line ${names}\n`), rule);
    expect(fixed("nonsense")).toBe(around(""));
    const b = script("# inittab-disable-file lsb-level-b nonsense\n", "B");
    expect(fixedScript(b, rule)).toBe(script("# inittab-disable-file lsb-level-b\n", "B"));
    expect(kindOf(around("# inittab-disable-file nonsense\n"))).toEqual(["safe"]);
  });

  test("safely only where the shell and the tools take it for a comment of its own", () => {
    const silencer = "# inittab-disable-file nonsense\n";
    expect(kindOf(script(`cat <<END\n${silencer}END\n`))).toEqual(["suggestion"]);
    expect(kindOf(script(`x="\n${silencer}"\n`))).toEqual(["suggestion"]);
    expect(kindOf(script(`echo a \\\n${silencer}echo b\n`))).toEqual(["suggestion"]);
    expect(kindOf(script(`${silencer}if\n`))).toEqual(["suggestion"]);
    expect(kindOf(script("").replace("# Provides", `${silencer}# Provides`))).toEqual(["suggestion"]);
    const { shell: _shell, ...unparsed } = scriptInput(script(silencer));
    expect(lintScript(unparsed).flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual([
      "suggestion",
    ]);
  });
});
