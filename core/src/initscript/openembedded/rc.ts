// rc and rcS of OpenEmbedded with sysvinit. Spec/embedded.md, sections 2.2 and 2.3; observed: the `oe-*` cases.

import {
  type BootEntry,
  type BootFolders,
  type BootProgram,
  type BootShell,
  type BootWalk,
  type BootWalking,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
  usualBootShell,
} from "../boot/model.ts";
import { inShellOrder } from "../boot/name-order.ts";
import { type Splash, startSplash } from "./psplash.ts";

/** The file of settings that both programs read first. */
export const settingsPath = "/etc/default/rcS";

/** What reading the settings gives. */
export type BootSettings =
  /** The shell ended, with this status. */
  | { readonly kind: "failed"; readonly status: number; readonly stderr: string }
  | {
      readonly kind: "read";
      readonly verbose: string;
      readonly textUpdates: string;
      /** The value of STACK_SIZE; empty where there is none. */
      readonly stackSize?: string;
      /** What the shell has said of the settings. */
      readonly stderr?: string;
    };

/** What is followed. */
export interface OpenEmbeddedBoot {
  readonly folders: BootFolders;
  readonly settings: BootSettings;
  /** A program psplash-write exists. */
  readonly splash: boolean;
  readonly shell?: BootShell;
  readonly call: CallScript;
}

/** How rc is called. */
export interface RcCallOfOpenEmbedded {
  /** The variables PREVLEVEL and RUNLEVEL; undefined where they are not set. */
  readonly previous: string | undefined;
  readonly runlevel: string | undefined;
  readonly args: readonly string[];
}

/** What rc did, and what was sent to the progress bar. */
export interface OpenEmbeddedWalk extends BootWalk {
  readonly splash: readonly string[];
}

/** rcS: reads the settings and becomes `rc S`. */
export function walkOpenEmbeddedRcS(
  boot: OpenEmbeddedBoot,
  { previous, runlevel }: Omit<RcCallOfOpenEmbedded, "args">,
): OpenEmbeddedWalk {
  return walkOpenEmbeddedRc(boot, { previous, runlevel, args: ["S"] });
}

/** rc: the entries of a level's folder, those for stopping first. */
export function walkOpenEmbeddedRc(
  boot: OpenEmbeddedBoot,
  { previous: before, runlevel: reported, args }: RcCallOfOpenEmbedded,
): OpenEmbeddedWalk {
  const { folders, settings, splash: hasSplash, shell = usualBootShell, call } = boot;
  const program: BootProgram = { path: "/etc/init.d/rc", line: 54, settings: settingsPath };
  if (settings.kind === "failed") {
    const { status, stderr } = settings;
    return { ...endBoot({ ...beginBoot(program, call), stderr }, status), splash: [] };
  }
  const runlevel = args[0] ?? reported ?? "";
  const previous = before ?? "N";
  const { verbose, stackSize = "", stderr = "" } = settings;
  const environment = { runlevel, previous, VERBOSE: verbose };
  const limited = stackSize === "" ? {} : { stackSize };
  const walk = { ...beginBoot({ ...program, environment, ...limited }, call), stderr };
  if (runlevel === "") {
    walk.stderr += `Usage: ${program.path} <runlevel>\n`;
    return { ...endBoot(walk, 1), splash: [] };
  }
  const entries = folders.get(`/etc/rc${runlevel}.d`);
  if (entries === undefined) return { ...endBoot(walk, 0), splash: [] };
  const splash = hasSplash ? startSplash(runlevel, inShellOrder(entries, shell)) : undefined;
  const level: Level = { folders, shell, runlevel, previous, settings, splash };
  if (previous !== "N") stopAll(walk, level, entries);
  startAll(walk, level, entries);
  if (!walk.killed) splash?.end();
  return { ...endBoot(walk, walk.killed ? walk.status : 0), splash: splash?.told ?? [] };
}

interface Level {
  readonly folders: BootFolders;
  readonly shell: BootShell;
  readonly runlevel: string;
  readonly previous: string;
  readonly settings: BootSettings & { readonly kind: "read" };
  readonly splash: Splash | undefined;
}

/** Every entry for stopping, whether it was started or not; the name needs two digits. */
function stopAll(walk: BootWalking, level: Level, entries: readonly BootEntry[]): void {
  for (const entry of inShellOrder(entries, level.shell)) {
    if (walk.killed) return;
    if (!entry.name.startsWith("K")) continue;
    const path = `/etc/rc${level.runlevel}.d/${entry.name}`;
    if (!/^K\d\d/.test(entry.name)) skipEntry(walk, path, "not-matched");
    else if (entry.kind !== "file") skipEntry(walk, path, "not-a-file");
    else callOne(walk, level, path, "stop");
  }
}

/** Every entry that begins with S, but for those that the level before has started. */
function startAll(walk: BootWalking, level: Level, entries: readonly BootEntry[]): void {
  const { shell, runlevel, settings, splash } = level;
  const action = runlevel === "0" || runlevel === "6" ? "stop" : "start";
  for (const entry of inShellOrder(entries, shell)) {
    if (walk.killed) return;
    if (!entry.name.startsWith("S")) continue;
    const path = `/etc/rc${runlevel}.d/${entry.name}`;
    if (entry.kind !== "file") skipEntry(walk, path, "not-a-file");
    else if (isUp(walk, level, entry.name)) skipEntry(walk, path, "started-before");
    else {
      if (settings.textUpdates === "yes") {
        if (splash === undefined) walk.stderr += `${spoken(walk, shell, 164)}psplash-write: not found\n`;
        else splash.name(path);
      }
      callOne(walk, level, path, action);
    }
  }
}

function callOne(walk: BootWalking, { settings, splash }: Level, path: string, action: string): void {
  if (settings.verbose === "very") walk.stdout += `INIT: Running ${path} ${action}...\n`;
  if (callEntry(walk, [path, action], path.endsWith(".sh") ? "sourced" : "run")) splash?.step();
}

/**
 * Whether the level before has an entry for starting of the same rest of the name, and this one has none for stopping. A
 * question about two names fails, and then the answer is no.
 */
function isUp(walk: BootWalking, { folders, shell, runlevel, previous }: Level, name: string): boolean {
  const [, rest] = /^S\d\d(.*)$/s.exec(name) ?? [];
  if (rest === undefined || previous === "N" || previous === "S") return false;
  const named = (level: string, letter: string): readonly BootEntry[] =>
    inShellOrder(
      (folders.get(`/etc/rc${level}.d`) ?? []).filter(
        (entry) => new RegExp(`^${letter}\\d\\d`).test(entry.name) && entry.name.slice(3) === rest,
      ),
      shell,
    );
  const ask = (level: string, letter: string): boolean | undefined => {
    const [first, second] = named(level, letter);
    if (second === undefined) return first?.kind === "file";
    const [one, other] = [first?.name, second.name].map((each) => `/etc/rc${level}.d/${each}`);
    walk.stderr += {
      ash: `sh: ${other}: unknown operand\n`,
      dash: `${spoken(walk, shell, 161)}[: ${one}: unexpected operator\n`,
      bash: `${spoken(walk, shell, 161)}[: ${one}: binary operator expected\n`,
    }[shell.name];
    return undefined;
  };
  if (ask(previous, "S") !== true) return false;
  return ask(runlevel, "K") === false;
}

/** How the shell of rc begins a message of its own. */
function spoken({ program }: BootWalking, { name }: BootShell, line: number): string {
  return `${program.path}: ${name === "dash" ? "" : "line "}${line}: `;
}
