// What differs between the releases of sysvinit, as data: nothing else in core compares version numbers.

/** The releases that were run and compared; see the recorded cases. */
export const sysvinitVersions = [
  "2.88",
  "2.92",
  "2.95",
  "2.97",
  "3.02",
  "3.04",
  "3.06",
  "3.11",
  "3.14",
] as const;

/** A release of sysvinit whose behaviour is known. */
export type SysvinitVersion = (typeof sysvinitVersions)[number];

/** The release that is assumed by default: the newest. */
export const defaultSysvinitVersion: SysvinitVersion = "3.14";

/** How one release behaves where releases differ. Times in seconds, lengths in bytes. */
export interface SysvinitBehaviour {
  /** `pieces`: a longer line is read as several; `dropped`: it is lost, and so is a last line without newline. */
  readonly longLines: "pieces" | "dropped";
  /** The most bytes of a process field, and the message's words about it. */
  readonly processLimit: number;
  readonly tellsProcessLimit: boolean;
  /** The directory whose `*.tab` files are read too, if there is one. */
  readonly readsInittabD: boolean;
  /** It prints each line of these files; nothing is seen of that unless a copy of init ends. */
  readonly printsTabLines: boolean;
  /** `@` in front of a process keeps the shell away. */
  readonly knowsAt: boolean;
  /** The shell runs `exec COMMAND` rather than `COMMAND`. */
  readonly execsInShell: boolean;
  readonly controlPipe: "/dev/initctl" | "/run/initctl";
  /** The longest wait between TERM and KILL. */
  readonly waitTime: number;
  /** The TERM and KILL messages say "configured via /etc/inittab". */
  readonly tellsConfiguredVia: boolean;
  /** How often init looks whether the killed processes are gone. */
  readonly killPoll: 0.01 | 1;
  /** How long one such look takes, with what the system adds. Observed: 300 looks of 10 ms take 3.03 to 3.1 s. */
  readonly killLook: number;
  /** How long init waits after KILL. */
  readonly afterKill: 0.01 | 1;
  /** `telinit -e NAME` removes a variable; before, a name also went to the last `=` of the assignment. */
  readonly unsetsEnvironment: boolean;
  /** A value of init's own replaces an inherited one of the same name; before, both are handed on. */
  readonly replacesEnvironment: boolean;
  readonly knowsUsr2: boolean;
  readonly knowsRtmin4: boolean;
  readonly writesRunlevelFile: boolean;
  /** When consoles on the kernel's command line get a getty of their own. */
  readonly kernelConsoles: "never" | "always" | "with init.autocon=1";
}

/** The longest piece of a line that init reads at once, in bytes. Observed: sysvinit 2.88, 3.06, 3.14 (line-254 to line-300). */
export const lineLimit = 255;

/** The most bytes of an id. inittab(5); observed: id-1-to-5. */
export const idLimit = 4;

/** The most bytes of a runlevels field. Observed: rlevel-11, rlevel-12. */
export const runlevelsLimit = 11;

/** The most bytes of an action field. Observed: action-32. */
export const actionLimit = 32;

/** The most bytes of a process field in the releases that still had a limit below that of the line. */
export const olderProcessLimit = 127;

/** The most words of a command that is run without a shell; further words are dropped. Observed: exec-words. */
export const wordLimit = 14;

/** How many starts a respawned record has within the window. Observed: respawn-too-fast. */
export const respawnLimit = 10;

/** The window in which starts are counted, in seconds; it begins with the first start. Observed: respawn-two-minute-window. */
export const respawnWindow = 120;

/** How long a record stays disabled, in seconds. Observed: respawn-after-five-minutes. */
export const respawnPause = 300;

/** How many variables `telinit -e` can set. Observed: initctl-setenv-sixteen. */
export const extraVariables = 16;

/** What the name of a variable set by `telinit -e` begins with. Observed: initctl-setenv. */
export const extraVariablePrefix = "INIT_";

/** The bytes of a request on the control pipe, and those of its data. Source: spec/sysvinit.md, section 8. */
export const requestSize = 384;
export const requestDataSize = 368;

/** The longest message, in bytes; the rest is cut off. Source: spec/sysvinit.md, section 16. */
export const messageLimit = 255;

/** The PATH that every process gets, whatever the kernel gave. Observed: boot-environment. */
export const defaultPath = "/sbin:/usr/sbin:/bin:/usr/bin";

/** The SHELL that every process gets. Observed: boot-environment. */
export const defaultShell = "/bin/sh";

/** The one id that any number of records may share. Observed: duplicate-tilde. */
export const repeatableId = "~~";

const behaviours: Readonly<Record<SysvinitVersion, SysvinitBehaviour>> = {
  "2.88": behaviourSince(2.88),
  "2.92": behaviourSince(2.92),
  "2.95": behaviourSince(2.95),
  "2.97": behaviourSince(2.97),
  "3.02": behaviourSince(3.02),
  "3.04": behaviourSince(3.04),
  "3.06": behaviourSince(3.06),
  "3.11": behaviourSince(3.11),
  "3.14": behaviourSince(3.14),
};

/** What this release does where releases differ. Source: the project's changelog, and runs of the releases named above. */
export function behaviourOf(version: SysvinitVersion): SysvinitBehaviour {
  return behaviours[version];
}

/** The known release with this number, or undefined. */
export function findSysvinitVersion(text: string): SysvinitVersion | undefined {
  return sysvinitVersions.find((version) => version === text);
}

function behaviourSince(version: number): SysvinitBehaviour {
  return {
    longLines: version >= 3.14 ? "dropped" : "pieces",
    processLimit: version >= 3.14 ? 256 : olderProcessLimit,
    tellsProcessLimit: version >= 2.89,
    readsInittabD: version >= 2.97,
    printsTabLines: version >= 3.14,
    knowsAt: version >= 3.02,
    execsInShell: version < 3.11,
    controlPipe: version >= 2.89 ? "/run/initctl" : "/dev/initctl",
    waitTime: version >= 2.92 ? 3 : 5,
    tellsConfiguredVia: version >= 2.89,
    killPoll: version >= 2.95 ? 0.01 : 1,
    killLook: version >= 2.95 ? 0.0102 : 1,
    afterKill: version >= 2.95 ? 0.01 : 1,
    unsetsEnvironment: version >= 2.89,
    replacesEnvironment: version >= 2.89,
    knowsUsr2: version >= 2.9,
    knowsRtmin4: version >= 3.1,
    writesRunlevelFile: version >= 2.91,
    kernelConsoles: version >= 2.91 ? "with init.autocon=1" : version >= 2.89 ? "always" : "never",
  };
}
