// The boot programs of embedded systems as an rc: what they do on a change of runlevel, in the words of every walk.

import type { BootEntry, BootFolders, BootStep, BootWalk, CallScript } from "../boot/model.ts";
import { buildrootRcs, walkRcK, walkRcS } from "../buildroot/boot.ts";
import type { BootRc } from "../facts/rc-flavors.ts";
import { walkLfsRc } from "../lfs/rc.ts";
import { walkBusyboxRcK, walkBusyboxRcS } from "../openembedded/busybox-boot.ts";
import { walkOpenEmbeddedRc } from "../openembedded/rc.ts";
import { walkRcd } from "../openwrt/boot.ts";
import { rcFolder } from "../openwrt/rcs.ts";
import type { RcEntry, RcStep, RcSystem, RcWalk, RunlevelChange } from "./model.ts";

/** Follows such a program; scripts are taken to succeed wherever they can be run. */
export function walkBoot(rc: BootRc, system: RcSystem, change: RunlevelChange): RcWalk {
  const folders = foldersOf(rc, system);
  const walk = programOf(rc, { system, folders, change, call: callsOf(system, folders) });
  return {
    steps: walk.steps.map((step) => stepOf(step, change)),
    locks: system.locks,
    exit: walk.exit,
    stdout: walk.stdout,
    stderr: walk.stderr,
    confirmFileLeft: false,
  };
}

/** Where nobody reads the settings, they are what the system brings. */
const usualSettings = { kind: "read", verbose: "no", textUpdates: "no" } as const;

interface BootRun {
  readonly system: RcSystem;
  readonly folders: BootFolders;
  readonly change: RunlevelChange;
  readonly call: CallScript;
}

function programOf(
  { program }: BootRc,
  { system, folders, change: { previous, runlevel, args }, call }: BootRun,
): BootWalk {
  const stops = runlevel === "0" || runlevel === "6";
  switch (program) {
    case "own-names":
    case "own-names-unquoted": {
      const rc = program === "own-names" ? buildrootRcs.buildroot : buildrootRcs.openipc;
      const boot = { folders, rc, call };
      return stops ? walkRcK(boot) : walkRcS(boot);
    }
    case "links-for-busybox":
      return (stops ? walkBusyboxRcK : walkBusyboxRcS)({ folders, call });
    case "links":
      return walkOpenEmbeddedRc(
        { folders, settings: usualSettings, splash: false, call },
        { previous, runlevel, args },
      );
    case "links-by-version":
      return walkLfsRc({ folders, call, previous, runlevel });
    case "single-folder": {
      const { boot, shutdown } = system.singleFolder ?? {};
      const entries = folders.get(rcFolder) ?? [];
      // Of what it cannot run procd says nothing.
      const quiet: CallScript = (each) => ({ ...call(each), stderr: "" });
      return walkRcd({ entries, run: stops ? shutdown : boot, textOf: textsOf(system), call: quiet });
    }
  }
}

/** The folders as the programs see them, by whole path. */
function foldersOf({ base }: BootRc, { scripts, folders, singleFolder }: RcSystem): BootFolders {
  const own = scripts.map(
    ({ name, executable }): BootEntry => ({ name, kind: "file", link: false, executable }),
  );
  return new Map([
    [`${base}/init.d`, own],
    ...(singleFolder === undefined ? [] : [[rcFolder, singleFolder.entries.map(bootEntry)] as const]),
    ...[...folders].map(([level, entries]) => [`${base}/rc${level}.d`, entries.map(bootEntry)] as const),
  ]);
}

function bootEntry({ name, kind, executable }: RcEntry): BootEntry {
  const kinds = { regular: "file", directory: "folder", missing: "missing" } as const;
  return { name, kind: kinds[kind], link: true, executable };
}

/** What is known of a call without running the script: whether the shell finds it and may run it. */
function callsOf(system: RcSystem, places: BootFolders): CallScript {
  const entries = new Map<string, BootEntry>(
    [...places].flatMap(([folder, list]) => list.map((entry) => [`${folder}/${entry.name}`, entry] as const)),
  );
  const textOf = textsOf(system);
  return ({ words: [path = ""], how, by, line }) => {
    const said = (status: number, what: string) => ({
      status,
      stdout: "",
      stderr: `${by}: line ${line}: ${path}: ${what}\n`,
    });
    const entry = entries.get(path);
    if (how === "sourced") return { status: 0, stdout: "", stderr: "" };
    if (entry === undefined) return said(127, "not found");
    if (!entry.executable) return said(126, "Permission denied");
    // A carriage return is a part of the interpreter's name.
    if (/^#![^\n]*\r\n/.test(textOf(path))) return said(127, "not found");
    return { status: 0, stdout: "", stderr: "" };
  };
}

/** The text of a script by the path that it is called by. */
function textsOf({ scripts, folders, singleFolder }: RcSystem): (path: string) => string {
  const texts = new Map(scripts.map(({ name, text }) => [name, text]));
  return (path) => {
    const [folder = "", name = ""] = path.split("/").slice(-2);
    const level = /^rc(.)\.d$/.exec(folder)?.[1];
    const entries = folder === "rc.d" ? singleFolder?.entries : level && folders.get(level);
    if (!entries) return texts.get(name) ?? "";
    return entries.find((entry) => entry.name === name)?.script?.text ?? "";
  };
}

function stepOf(step: BootStep, { previous, runlevel }: RunlevelChange): RcStep {
  const path = step.path.replace(/^\/etc\/(?:rc\.d\/(?=.*\/))?/, "");
  if (step.kind === "skip")
    return { kind: "skip", entry: path.slice(path.lastIndexOf("/") + 1), reason: step.reason };
  const argument = step.args.join(" ");
  if (step.status === 126 || step.status === 127)
    return { kind: "failed-call", path, argument, exit: step.status };
  return {
    kind: "call",
    path,
    argument,
    previous,
    runlevel,
    exit: step.status,
    byKillall: false,
    killall: false,
    ...(step.how === "sourced" ? { sourced: true as const } : {}),
  };
}
