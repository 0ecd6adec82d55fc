// The functions of Red Hat's and Debian's libraries in a virtual system, so that whole scripts can be run there. What they
// print and return is that of `helpers/`.

import { setValue, valueIn, writeTo } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { baseName } from "../base-name.ts";
import { helperFunctions } from "../facts/helper-functions.ts";
import type { RedHatLibrary } from "../facts/redhat-library.ts";
import { callDebianHelper } from "../helpers/debian.ts";
import { usualPidFile } from "../helpers/pid-file.ts";
import { callRedHatHelper } from "../helpers/redhat.ts";
import type { HelperOutcome, HelperWorld } from "../helpers/world.ts";
import type { VirtualFiles } from "../system/contract.ts";
import type { ScriptSystem } from "../system/system.ts";
import { lockFolder } from "../tree/paths.ts";

/** Which functions scripts find: those of a generation of Red Hat's library, or Debian's. */
export type HelperGeneration = RedHatLibrary | "lsb";

/** Puts the library of a generation to where its scripts read it. */
export function installHelpers(system: ScriptSystem, generation: HelperGeneration): void {
  const { files } = system;
  if (generation === "lsb") {
    files.installLibrary("/lib/lsb/init-functions", defining(system, generation));
    files.write("/lib/init/vars.sh", "VERBOSE=no\n");
    return;
  }
  // One of the folders is a link to the other one.
  for (const folder of ["/etc/init.d", "/etc/rc.d/init.d"])
    files.installLibrary(`${folder}/functions`, defining(system, generation));
  files.folder(`/${lockFolder}`);
}

function defining(system: ScriptSystem, generation: HelperGeneration): NativeFunction {
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  return function* (shell) {
    const home = generation === "lsb" ? "lsb" : "redhat";
    for (const { name, library } of helperFunctions)
      if (library === home)
        shell.functions.set(name, { kind: "native", run: helper(system, generation, name) });
    // Debian's scripts ask this before anything else; Upstart is not there.
    if (home === "lsb") shell.functions.set("init_is_upstart", { kind: "native", run: no });
    else setValue(shell, "PATH", "/sbin:/usr/sbin:/bin:/usr/bin");
    return 0;
  };
}

// biome-ignore lint/correctness/useYield: it has nothing to ask for
const no: NativeFunction = function* () {
  return 1;
};

function helper(system: ScriptSystem, generation: HelperGeneration, name: string): NativeFunction {
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  return function* (shell, words) {
    const world = worldOf(system, shell, words);
    const outcome: HelperOutcome | undefined =
      generation === "lsb"
        ? callDebianHelper(world, name, words)
        : callRedHatHelper(generation, world, name, words);
    if (outcome === undefined) return 0;
    writeTo(shell, 1, outcome.stdout);
    if (outcome.stderr !== undefined) writeTo(shell, 2, outcome.stderr);
    return outcome.exit;
  };
}

/** What of the system a helper looks at: pid files are those that its words name, and the usual ones. */
function worldOf(
  { files, processes }: ScriptSystem,
  shell: ShellState,
  words: readonly string[],
): HelperWorld {
  const paths = words.flatMap((word) => [
    ...(word.startsWith("/") ? [word] : []),
    usualPidFile(baseName(word)),
  ]);
  return {
    processes: processes().map(({ pid, file }) => ({ pid, executable: file })),
    pidFiles: new Map(
      paths.flatMap((path) => {
        const text = files.read(path);
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
    locks: locksIn(files),
    lsb: valueIn(shell, "LSB") !== "",
    exits: new Map(),
  };
}

function locksIn(files: VirtualFiles): readonly string[] {
  const folder = files.node(`/${lockFolder}`);
  if (folder?.kind !== "folder") return [];
  return [...folder.entries].flatMap(([name, { kind }]) => (kind === "file" ? [name] : []));
}
