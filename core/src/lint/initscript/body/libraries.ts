// Which libraries a script reads.

import {
  type HelperLibrary,
  helperLibraries,
  helperLibraryNames,
} from "../../../initscript/facts/helper-functions.ts";
import { readFirstLine } from "../../../initscript/script/first-line.ts";
import type { ScriptOutline } from "../../../initscript/script/outline.ts";

/** The library of this path; Red Hat's folder of scripts has two names. */
export function libraryOf(path: string | undefined): HelperLibrary | undefined {
  const usual = path?.replace(/^\/etc\/rc\.d\/init\.d\//, "/etc/init.d/");
  return helperLibraryNames.find((name) => helperLibraries[name] === usual);
}

/** Whether a script reads this library. */
export function readsLibrary({ sourced }: ScriptOutline, library: HelperLibrary): boolean {
  return sourced.some(({ path }) => libraryOf(path) === library);
}

/** Whether a file that a script reads has nothing but settings. */
export function isSettings(path: string | undefined): boolean {
  return path !== undefined && /^\/etc\/(?:default|sysconfig)\//.test(path);
}

/** The libraries that a script reads, and whether all other files that it reads are known to be settings. */
export function librariesOf({ sourced }: ScriptOutline): {
  readonly libraries: ReadonlySet<HelperLibrary>;
  readonly settingsOnly: boolean;
} {
  const libraries = new Set<HelperLibrary>();
  let settingsOnly = true;
  for (const { path } of sourced) {
    const library = libraryOf(path);
    if (library !== undefined) libraries.add(library);
    else if (!isSettings(path)) settingsOnly = false;
  }
  return { libraries, settingsOnly };
}

/** Whether a shell reads the script and nothing else does: no program gives it functions of its own. */
export function isPlainShell(text: string): boolean {
  const line = readFirstLine(text);
  if (line.kind !== "interpreter") return true;
  const { program, argument } = line;
  const isShell = /\/(?:ba|da|a|k|mk)?sh$/.test(program) && /^(?:-\w+)?$/.test(argument);
  return isShell || (program.endsWith("/env") && /^(?:ba|da|a|k|mk)?sh$/.test(argument));
}
