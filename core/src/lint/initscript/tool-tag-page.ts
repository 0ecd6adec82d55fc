// The page that leads from the tags of lintian and rpmlint to the rules.

import type { ScriptRule, ToolTag } from "./contract.ts";

type Tool = ToolTag["tool"];

/** Tags about the package around a script, and why no rule stands for them. */
const outOfScope: Readonly<Record<Tool, readonly (readonly [tags: string, why: string])[]>> = {
  lintian: [
    [
      "`script-in-etc-init.d-not-registered-via-update-rc.d`, `init.d-script-not-marked-as-conffile`, `init.d-script-not-included-in-package`, the tags about update-rc.d in maintainer scripts",
      "They compare the package's own scripts with its files.",
    ],
    [
      "`missing-systemd-service-for-init.d-script`, `missing-systemd-service-for-init.d-rcS-script`, `omitted-systemd-service-for-init.d-script`",
      "They ask for another file of the package.",
    ],
    ["`init.d-script-should-always-start-service`", "It is about files of `/etc/default`."],
    ["`init-script-is-not-a-file`", "It is about an entry of the package that cannot be opened as text."],
  ],
  rpmlint: [
    [
      "`init-script-without-chkconfig-postin`, `init-script-without-chkconfig-preun`, `postin-without-chkconfig`, `preun-without-chkconfig`",
      "They are about the package's own scripts.",
    ],
    ["`incoherent-init-script-name`", "It compares the file's name with the package's."],
    [
      "`subsys-unsupported`",
      "It needs a setting of rpmlint, `UseVarLockSubsys = false`, that is not the usual one.",
    ],
  ],
};

const intro = `# For users of lintian and rpmlint

lintian 2.116 checks the init scripts of Debian packages, and rpmlint 2.4 those of RPM packages if its configuration names \`InitScriptCheck\`.
Inittab knows what both say about a single script and reports it in its own rules: with the place, the consequence, and a fix where there is one.

- A rule may stand for a tag of each tool, and several rules may report the same tag.
- Where a rule of Inittab reads the script better than the tools do, only that rule reports; the table says where.
- rpmlint's tags are reported only for Red Hat's scripts, and those of Debian's policy only for Debian's. The setting \`inittab.initScripts.family\` sets the family of all scripts.
- Rules of the group \`nursery\` are off; switch them on to learn in advance what the packagers' tools will say.

In the tests, all tags of the recorded cases, and those of several hundred new random scripts in each run, match those of the real programs, with severity and line.

This page is generated from the rules.
`;

/** The page that maps the tags of lintian and rpmlint to rules. Plain Markdown. */
export function toolTagPage(rules: readonly ScriptRule[]): string {
  return `${intro}${section("lintian", rules)}${section("rpmlint", rules)}`;
}

function section(tool: Tool, rules: readonly ScriptRule[]): string {
  const ids = new Set(rules.map(({ id }) => id));
  const linked = (text: string): string =>
    text.replace(/`([a-z0-9-]+)`/g, (whole, id: string) => (ids.has(id) ? link(id) : whole));
  const rows = rules
    .flatMap(({ id, tags = [] }) =>
      tags
        .filter((each) => each.tool === tool)
        .map(({ tag, difference = "" }) => ({ tag, row: [`\`${tag}\``, link(id), linked(difference)] })),
    )
    .toSorted((one, other) => (one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0))
    .map(({ row }) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`);
  const others = outOfScope[tool].map(([tags, why]) => `- ${tags}: ${lowerFirst(why)}\n`);
  return `
## ${tool}

| Tag | Rule | Where we differ, and why |
| --- | --- | --- |
${rows.join("")}
Tags about the package around the script have no rule:

${others.join("")}`;
}

function link(rule: string): string {
  return `[${rule}](rules/${rule}.md)`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
