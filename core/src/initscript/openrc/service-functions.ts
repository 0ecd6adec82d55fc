// The functions by which a script asks of services, and marks them.

import { valueIn, writeTo } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import type { OpenrcFiles } from "./files.ts";
import { stateFolder } from "./runlevels.ts";
import { scriptOf } from "./service.ts";
import { type MarkedState, markService, stateOf } from "./states.ts";
import { isYes } from "./world.ts";

/** What the functions work on. */
export interface ServiceFunctionsFor {
  readonly files: OpenrcFiles;
  readonly service: string;
  readonly hasCrashed: (service: string) => boolean;
  /** Nobody works on a service that has been marked as having arrived somewhere. */
  readonly releaseLock: (service: string) => void;
  readonly onMark: () => void;
}

type Simple = (shell: ShellState, args: readonly string[]) => number;

function native(run: Simple): NativeFunction {
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  return function* (shell, args) {
    return run(shell, args);
  };
}

const marks: readonly MarkedState[] = [
  "started",
  "stopped",
  "starting",
  "stopping",
  "inactive",
  "wasinactive",
  "hotplugged",
  "failed",
];

/** The functions by their names. */
export function serviceFunctions(about: ServiceFunctionsFor): Readonly<Record<string, NativeFunction>> {
  const { files, service, hasCrashed, releaseLock, onMark } = about;
  const ask = (test: (name: string) => boolean): NativeFunction =>
    native((_, [name = service]) => (test(name) ? 0 : 1));
  const markers = marks.map((state) => {
    const run = native((_, [name = service]) => {
      markService(files, name, state, scriptOf(files, name) ?? "");
      if (state === "started" || state === "stopped" || state === "inactive") releaseLock(name);
      if (name === service) onMark();
      return 0;
    });
    return [`mark_service_${state}`, run] as const;
  });
  const bases = (["started", "stopped", "starting", "stopping", "inactive"] as const).map(
    (base) => [`service_${base}`, ask((name) => stateOf(files, name).base === base)] as const,
  );
  const valueFile = (name: string): string => `${stateFolder}/options/${service}/${name}`;
  return {
    ...Object.fromEntries([...markers, ...bases]),
    service_wasinactive: ask((name) => stateOf(files, name).wasInactive),
    service_hotplugged: ask((name) => stateOf(files, name).hotplugged),
    service_crashed: ask(hasCrashed),
    service_started_daemon: native(() => (hasCrashed(service) ? 1 : 0)),
    service_set_value: native((_, [name = "", ...values]) => {
      files.makeFolder(`${stateFolder}/options/${service}`);
      files.write(valueFile(name), values.join(" "));
      return 0;
    }),
    service_get_value: native((shell, [name = ""]) => {
      const value = files.read(valueFile(name));
      if (value !== undefined) writeTo(shell, 1, value);
      return value === undefined ? 1 : 0;
    }),
    save_options: native((_, [name = "", ...values]) => {
      files.makeFolder(`${stateFolder}/options/${service}`);
      files.write(valueFile(name), values.join(" "));
      return 0;
    }),
    get_options: native((shell, [name = ""]) => {
      const value = files.read(valueFile(name));
      if (value !== undefined) writeTo(shell, 1, value);
      return value === undefined ? 1 : 0;
    }),
    yesno,
    shell_var: native((shell, words) => {
      writeTo(shell, 1, `${words.map((word) => word.replace(/[^A-Za-z0-9_]/g, "_")).join(" ")}\n`);
      return 0;
    }),
    checkpath: native((_, args) => checkPath(files, args)),
    rc_runlevel: native((shell) => {
      writeTo(shell, 1, `${files.read(`${stateFolder}/softlevel`)?.trim() ?? "sysinit"}\n`);
      return 0;
    }),
  };
}

/** A word that says yes, or the name of a variable whose value does. */
export const yesno: NativeFunction = native((shell, [word = ""]) => {
  if (isYes(word)) return 0;
  if (/^(?:no|false|off|0|)$/i.test(word)) return 1;
  return /^[A-Za-z_]\w*$/.test(word) && isYes(valueIn(shell, word)) ? 0 : 1;
});

/** checkpath: makes what is missing; owners and modes are not followed. */
function checkPath(files: OpenrcFiles, args: readonly string[]): number {
  let kind: "folder" | "file" | undefined;
  let skipsNext = false;
  for (const arg of args) {
    if (skipsNext) skipsNext = false;
    else if (/^(?:-m|--mode|-o|--owner)$/.test(arg)) skipsNext = true;
    else if (/^-[a-zA-Z]*[dD]|^--directory/.test(arg)) kind = "folder";
    else if (/^-[a-zA-Z]*[fFpP]|^--(?:file|pipe)/.test(arg)) kind = "file";
    else if (!arg.startsWith("-") && kind !== undefined && files.kindOf(arg) === undefined) {
      if (kind === "folder") files.makeFolder(arg);
      else files.write(arg, "");
    }
  }
  return 0;
}
