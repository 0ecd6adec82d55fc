// What depend() of all scripts says: each is read by a shell from its first line to its last, after its settings.
// Observed: rcconf-over-confd, confd-base, depend-shell, exit-in-script, syntax-error and others.

import { callText, valueIn } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { type Declaration, type DeclaredService, type DependWord, dependWords } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";
import { lsbDeclarations } from "./lsb-header.ts";
import { messageFunctions } from "./message-functions.ts";
import { isServiceText } from "./recognise.ts";
import { runScriptShell, type ScriptPlace, sourceIfThere } from "./script-shell.ts";
import { yesno } from "./service-functions.ts";
import type { Work } from "./tasks.ts";
import { variableName } from "./variable-name.ts";
import type { OpenrcRelease } from "./versions.ts";
import type { OpenrcProcess } from "./world.ts";

/** What the words are that settings add, in the order in which they are asked for. */
const addedWords: readonly DependWord[] = [
  "config",
  "need",
  "use",
  "want",
  "after",
  "before",
  "provide",
  "keyword",
];

/** Reads all scripts; what is said by the shell goes to the output of the process. */
export function* declareAll(
  place: ScriptPlace,
  files: OpenrcFiles,
  release: OpenrcRelease,
  process: OpenrcProcess,
): Work<readonly DeclaredService[]> {
  const services: DeclaredService[] = [];
  for (const folder of ["/etc/init.d", "/usr/local/etc/init.d"])
    for (const name of files.list(folder).toSorted()) {
      const path = `${folder}/${name}`;
      if (name.startsWith(".") || !files.isExecutable(path)) continue;
      const text = files.read(path) ?? "";
      // Observed: a header goes before depend(), whatever the first line says.
      const header = release.readsHeaders ? lsbDeclarations(name, text, files) : undefined;
      if (header === undefined && !isServiceText(text, "tree")) continue;
      const script: Script = { name, path, folder, header };
      const declarations = yield* declare(place, files, release, process, script);
      if (declarations !== undefined) services.push({ name, declarations });
    }
  return services;
}

interface Script {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  /** What its LSB header says, where that counts. */
  readonly header: readonly Declaration[] | undefined;
}

/** Undefined: the script stays out of the tree. */
function* declare(
  place: ScriptPlace,
  files: OpenrcFiles,
  release: OpenrcRelease,
  process: OpenrcProcess,
  { name, path, folder, header }: Script,
): Work<readonly Declaration[] | undefined> {
  const declarations: Declaration[] = [...(header ?? [])];
  let isIn = false;
  const words = dependWords.map((word) => {
    // biome-ignore lint/correctness/useYield: it has nothing to ask for
    const run: NativeFunction = function* (_, values) {
      if (values.length > 0) declarations.push({ word, values });
      return 0;
    };
    return [word, run] as const;
  });
  const main: NativeFunction = function* (shell) {
    shell.folder = folder;
    for (const each of settingsBefore(name, files)) yield* sourceIfThere(shell, each);
    if (header === undefined) {
      const status = yield* sourceIfThere(shell, path);
      if (release.leavesOutBroken && status !== 0) return 0;
      isIn = true;
      if (shell.functions.has("depend")) yield* callText(shell, "depend");
    }
    isIn = true;
    addFromSettings(shell, name, declarations);
    return 0;
  };
  yield* runScriptShell({
    place,
    process,
    name: `${release.library}/sh/gendepends.sh`,
    variables: { RC_SVCNAME: name, RC_SERVICE: path, RC_UNAME: "Linux", SVCNAME: name },
    functions: { ...messageFunctions, ...aboutTheMachine, yesno, ...Object.fromEntries(words) },
    main,
  });
  return isIn ? declarations : undefined;
}

/** OpenRC's programs that a condition in depend() asks about the machine: of one that is not there they know nothing. */
const aboutTheMachine: Readonly<Record<string, NativeFunction>> = Object.fromEntries(
  ["fstabinfo", "mountinfo", "on_ac_power", "is_newer_than", "is_older_than"].map((name) => {
    // biome-ignore lint/correctness/useYield: it has nothing to ask for
    const run: NativeFunction = function* () {
      return 1;
    };
    return [name, run] as const;
  }),
);

/** The settings that are read before a script, in their order. */
function settingsBefore(name: string, files: OpenrcFiles): readonly string[] {
  const dot = name.indexOf(".");
  return [
    ...(dot > 0 ? [`/etc/conf.d/${name.slice(0, dot)}`] : []),
    `/etc/conf.d/${name}`,
    ...generalSettings(files),
  ];
}

/** rc.conf and the files of its folder. */
export function generalSettings(files: OpenrcFiles): readonly string[] {
  const parts = files
    .list("/etc/rc.conf.d")
    .filter((each) => each.endsWith(".conf") && !each.startsWith("."))
    .toSorted()
    .map((each) => `/etc/rc.conf.d/${each}`);
  return ["/etc/rc.conf", ...parts];
}

/** The first of four variables that is not empty adds to each word. */
function addFromSettings(shell: ShellState, name: string, declarations: Declaration[]): void {
  const own = variableName(name);
  for (const word of addedWords) {
    const upper = word.toUpperCase();
    const value = [`rc_${own}_${word}`, `rc_${word}`, `RC_${own}_${upper}`, `RC_${upper}`]
      .map((each) => valueIn(shell, each))
      .find((each) => each !== "");
    if (value !== undefined) declarations.push({ word, values: value.split(/\s+/) });
  }
}
