// The form of recorded cases of OpenRC, and the files that the system of a case has.

import { toText } from "../lines.ts";

/** A service of a case. Absent functions are those of the default: they write their call and succeed. */
export interface CaseService {
  /** Lines inside depend(); absent: there is no such function. */
  readonly depend?: readonly string[];
  readonly start?: CaseFunction;
  readonly stop?: CaseFunction;
  readonly shebang?: string;
  /** Lines before depend(), and at the end of the script. */
  readonly head?: readonly string[];
  readonly tail?: readonly string[];
  /** Lines of /etc/conf.d/NAME. */
  readonly conf?: readonly string[];
  readonly mode?: string;
  /** All lines of the file. */
  readonly text?: readonly string[];
}

/** What a function does: it returns a status, runs these lines, or is not there. */
export type CaseFunction = number | readonly string[] | null;

/** What is done to the system: a command, one with an environment, or a text for the shell. */
export type CaseStep =
  | readonly string[]
  | { readonly run: readonly string[]; readonly env: Readonly<Record<string, string>> }
  | { readonly sh: string };

/** The `case` part of the files of recorded cases. */
export interface OpenrcCase {
  /** The release that it is about; absent: all. */
  readonly version?: string;
  readonly services: Readonly<Record<string, CaseService>>;
  readonly runlevels: Readonly<Record<string, readonly (string | { readonly stack: string })[]>>;
  readonly "rc.conf"?: readonly string[];
  readonly "conf.d"?: Readonly<Record<string, readonly string[]>>;
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** Links inside /etc/init.d. */
  readonly links?: Readonly<Record<string, string>>;
  readonly steps?: readonly CaseStep[];
  /** Instead of steps: the lines of an inittab for BusyBox, and the signal that ends the system. */
  readonly inittab?: readonly string[];
  readonly end?: string;
}

/** What a step has shown. */
export interface OpenrcStep {
  readonly exit: number;
  readonly calls: readonly string[];
  readonly out: readonly string[];
  readonly softlevel: string | null;
  readonly states: Readonly<Record<string, readonly string[]>>;
}

/** The `expect` part of cases with steps. */
export interface OpenrcExpect {
  readonly steps: readonly OpenrcStep[];
  readonly deptree: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly update: readonly string[];
}

/** A file, a link or a folder of a case's system. */
export type CaseFile =
  | { readonly path: string; readonly kind: "file"; readonly text: string; readonly mode: number }
  | { readonly path: string; readonly kind: "link"; readonly target: string }
  | { readonly path: string; readonly kind: "folder" };

/** The runlevels that every system has. */
const usualLevels = ["sysinit", "boot", "default", "nonetwork", "shutdown"];

/** All that a case's system has below /etc, and the files that the case itself brings. */
export function caseFiles(subject: OpenrcCase): readonly CaseFile[] {
  const folder = (path: string): CaseFile => ({ path, kind: "folder" });
  const file = (path: string, lines: readonly string[], mode = 0o644): CaseFile => ({
    path,
    kind: "file",
    text: toText(lines),
    mode,
  });
  const files: CaseFile[] = ["/etc/init.d", "/etc/conf.d", "/etc/runlevels"].map(folder);
  for (const [name, service] of Object.entries(subject.services)) {
    files.push(file(`/etc/init.d/${name}`, scriptLines(service), Number.parseInt(service.mode ?? "755", 8)));
    if (service.conf !== undefined) files.push(file(`/etc/conf.d/${name}`, service.conf));
  }
  for (const [name, target] of Object.entries(subject.links ?? {}))
    files.push({ path: `/etc/init.d/${name}`, kind: "link", target });
  for (const level of new Set([...usualLevels, ...Object.keys(subject.runlevels)])) {
    files.push(folder(`/etc/runlevels/${level}`));
    for (const entry of subject.runlevels[level] ?? [])
      files.push(
        typeof entry === "string"
          ? { path: `/etc/runlevels/${level}/${entry}`, kind: "link", target: `/etc/init.d/${entry}` }
          : { path: `/etc/runlevels/${level}/${entry.stack}`, kind: "link", target: `../${entry.stack}` },
      );
  }
  files.push(file("/etc/rc.conf", subject["rc.conf"] ?? ['rc_sys=""']));
  for (const [name, lines] of Object.entries(subject["conf.d"] ?? {}))
    files.push(file(`/etc/conf.d/${name}`, lines));
  for (const [path, lines] of Object.entries(subject.files ?? {})) files.push(file(path, lines));
  return files;
}

function scriptLines(service: CaseService): readonly string[] {
  const { depend, start = 0, stop = 0, shebang = "#!/sbin/openrc-run", head = [], tail = [], text } = service;
  if (text !== undefined) return text;
  return [
    shebang,
    ...head,
    ...(depend === undefined ? [] : ["depend() {", ...(depend.length > 0 ? depend : [":"]), "}"]),
    ...functionLines("start", start),
    ...functionLines("stop", stop),
    ...tail,
  ];
}

function functionLines(name: string, what: CaseFunction): readonly string[] {
  if (what === null) return [];
  const call = `echo "${name} $RC_SVCNAME $RC_RUNLEVEL" >> /tmp/calls`;
  return [`${name}() {`, call, ...(typeof what === "number" ? [`return ${what}`] : what), "}"];
}
