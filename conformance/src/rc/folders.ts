// An /etc with init scripts, links and locks, made for Debian's rc, and what the scripts have noted in it.

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RecordedStep, rcLevels, type ScriptAction } from "@inittab/core";
import { defaultConfiguration } from "../initscript/insserv.ts";
import { type CaseService, caseScript, type RcCase } from "../initscript/rc.ts";
import { toLines, toText } from "../lines.ts";

/** Writes the folders of a case, with the programs of unpacked packages. */
export function makeFolders(etc: string, subject: RcCase, packages: string): void {
  for (const folder of ["init.d", "locks", "lib", ...rcLevels.map((level) => `rc${level}.d`)])
    mkdirSync(join(etc, folder), { recursive: true });
  const program = readFileSync(join(packages, "sysv-rc/lib/init/rc"), "utf8")
    .replaceAll("/lib/lsb/init-functions", "/etc/lib/init-functions")
    .replaceAll("$(startpar ", `$(${packages}/startpar/bin/startpar `);
  install(join(etc, "init.d/rc"), program);
  const functions = readFileSync(join(packages, "sysvinit-utils/lib/lsb/init-functions"), "utf8");
  install(join(etc, "lib/init-functions"), functions);
  writeFileSync(join(etc, "insserv.conf"), toText(defaultConfiguration));
  for (const [name, service] of Object.entries(subject.services)) {
    const { mode = "755" } = typeof service === "object" ? service : {};
    install(join(etc, "init.d", name), scriptText(name, service), Number.parseInt(mode, 8));
  }
  for (const [level, entries] of Object.entries(subject.rc))
    for (const entry of entries) {
      const {
        name,
        target = name.slice(3),
        kind = "link",
      } = typeof entry === "string" ? { name: entry } : entry;
      const path = join(etc, `rc${level}.d`, name);
      if (kind === "dir") mkdirSync(path);
      else if (kind === "link") symlinkSync(`../init.d/${target}`, path);
      else if (kind === "dangling") symlinkSync("../init.d/.nothing", path);
      else install(path, scriptText(target, "nolock"), kind === "file" ? 0o755 : 0o644);
    }
  for (const lock of subject.locks ?? []) writeFileSync(join(etc, "locks", lock), "");
}

/** The calls that the scripts have noted since the last look. */
export function takeCalls(etc: string): RecordedStep["calls"] {
  const path = join(etc, "calls");
  if (!existsSync(path)) return [];
  const calls = toLines(readFileSync(path, "utf8")).map((line) => {
    const [script = "", arg = "", previous = "", runlevel = ""] = line.split("|");
    return { script: script.replace("/etc/", ""), arg, previous, runlevel };
  });
  rmSync(path);
  return calls;
}

function install(path: string, text: string, mode: number = 0o755): void {
  writeFileSync(path, text);
  chmodSync(path, mode);
}

/** The text of a script that behaves as the case says and notes every call. */
function scriptText(name: string, service: CaseService): string {
  const { start, stop } = caseScript(name, service);
  const { header } = typeof service === "object" ? service : {};
  return toText([
    "#!/bin/sh",
    ...(header === undefined ? [] : ["### BEGIN INIT INFO", ...header, "### END INIT INFO"]),
    'echo "$0|$1|$previous|$runlevel" >>/etc/calls',
    'case "$1" in',
    ...arm("start", start),
    ...arm("stop", stop),
    "esac",
  ]);
}

function arm(word: string, { touch, remove, output, exit }: ScriptAction): readonly string[] {
  return [
    `${word})`,
    ...touch.map((lock) => `: >/etc/locks/${lock}`),
    ...remove.map((lock) => `rm -f /etc/locks/${lock}`),
    ...toLines(output).map((line) => `echo '${line}'`),
    `exit ${exit};;`,
  ];
}
