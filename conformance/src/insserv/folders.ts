// An /etc with init scripts and links, made for insserv and read after it.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  opendirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type DependencyFiles, type RcLink, rcLevels } from "@inittab/core";
import { caseText, defaultConfiguration, type InsservCase } from "../initscript/insserv.ts";
import { toLines, toText } from "../lines.ts";

/** The names in a folder in its own order, as a program sees them; other functions of Node sort. */
export function listFolder(path: string): readonly string[] {
  const names: string[] = [];
  const folder = opendirSync(path);
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) names.push(entry.name);
  folder.closeSync();
  return names;
}

/** Writes the folders of a case. */
export function makeFolders(etc: string, subject: InsservCase): void {
  for (const folder of [
    "init.d",
    "insserv/overrides",
    "insserv.conf.d",
    ...rcLevels.map((level) => `rc${level}.d`),
  ])
    mkdirSync(join(etc, folder), { recursive: true });
  for (const script of subject.scripts) {
    const path = join(etc, "init.d", script.name);
    writeFileSync(path, caseText(script));
    chmodSync(path, Number.parseInt(script.mode ?? "755", 8));
  }
  const write = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(etc, path), toText(lines));
  write("insserv.conf", subject.conf ?? defaultConfiguration);
  for (const [name, lines] of Object.entries(subject.confd ?? {})) write(`insserv.conf.d/${name}`, lines);
  for (const [name, lines] of Object.entries(subject.overrides ?? {}))
    write(`insserv/overrides/${name}`, lines);
  if (subject.filters !== undefined) write("insserv/file-filters", subject.filters);
  for (const [level, names] of Object.entries(subject.links ?? {}))
    for (const name of names) symlinkSync(`../init.d/${name.slice(3)}`, join(etc, `rc${level}.d`, name));
}

/** The links of all levels, in the order of their folders. */
export function readLinks(etc: string): ReadonlyMap<string, readonly RcLink[]> {
  return new Map(
    rcLevels.map((level) => {
      const folder = join(etc, `rc${level}.d`);
      const script = (name: string): string => readlinkSync(join(folder, name)).replace(/.*\//, "");
      return [level, listFolder(folder).map((name) => ({ name, script: script(name) }))];
    }),
  );
}

/** The lines of the files that insserv writes for startpar; those that are not there are left out. */
export function readDependencyFiles(etc: string): Partial<DependencyFiles> {
  const names = ["boot", "start", "stop"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const path = join(etc, "init.d", `.depend.${name}`);
      return existsSync(path) ? [[name, toLines(readFileSync(path, "utf8"))]] : [];
    }),
  );
}
