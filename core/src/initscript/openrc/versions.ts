// What differs between the releases of OpenRC that were recorded. No other file compares their names.
// Sources: both releases were run side by side on the same cases; see the recorded cases for each row.

/** The releases whose behaviour is known, newest first. */
export const openrcVersions = ["0.63.3", "0.45.2"] as const;

/** A release of OpenRC; 0.45.2 is Debian's build. */
export type OpenrcVersion = (typeof openrcVersions)[number];

/** How a release behaves. */
export interface OpenrcRelease {
  readonly version: OpenrcVersion;
  /** A service that depends on itself keeps the word in the tree. */
  readonly keepsSelf: boolean;
  /** Names that end in `.sh` are services like others. */
  readonly takesShNames: boolean;
  /** A script that cannot be read to its end stays out of the tree. */
  readonly leavesOutBroken: boolean;
  /** Scripts with an LSB header are services, and insserv.conf names the members of facilities. */
  readonly readsHeaders: boolean;
  /** What `-containers` stands for. */
  readonly containers: readonly string[];
  /** `openrc -o LEVEL` by hand ends with a segmentation fault. */
  readonly overrideCrashes: boolean;
  /** A start function is not called if one of `required_files` cannot be read. */
  readonly needsReadableFiles: boolean;
  /** An unknown command is refused; otherwise the shell looks for a program of the name. */
  readonly refusesUnknownCommands: boolean;
  /** What a start or stop function has marked its service as stays, whatever the function returns. */
  readonly keepsMarks: boolean;
  /** A service is started by executing its script; otherwise by openrc-run, whatever the script's first line says. */
  readonly executesScripts: boolean;
  /** What rc-service says of a script that cannot be executed. */
  readonly executionFailure: (script: string, reason: string) => string;
  /** What is said where the folder of locks is not there. */
  readonly lockFailure: (service: string) => string;
  /** It brings a start-stop-daemon of its own. */
  readonly hasStartStopDaemon: boolean;
  /** The folder of its shell library, as messages of the shell name it. */
  readonly library: string;
  /** What rc-update says of a service that it has taken out. */
  readonly removedWord: string;
  /** The quotes before and after a name in messages about the tree. */
  readonly quotes: readonly [string, string];
}

const releases: Readonly<Record<OpenrcVersion, OpenrcRelease>> = {
  "0.63.3": {
    version: "0.63.3",
    keepsSelf: false,
    takesShNames: false,
    leavesOutBroken: true,
    readsHeaders: false,
    containers: ["docker", "podman", "lxc", "openvz", "rkt", "systemd-nspawn", "uml", "vserver", "wsl"],
    overrideCrashes: true,
    needsReadableFiles: true,
    refusesUnknownCommands: false,
    keepsMarks: true,
    executesScripts: true,
    executionFailure: (script, reason) => `Failed executing '${script}': ${reason}`,
    lockFailure: (service) => `${service}: failed to acquire lock: Bad file descriptor`,
    hasStartStopDaemon: true,
    library: "/usr/libexec/rc",
    removedWord: "deleted",
    quotes: ["'", "'"],
  },
  "0.45.2": {
    version: "0.45.2",
    keepsSelf: true,
    takesShNames: true,
    leavesOutBroken: false,
    readsHeaders: true,
    containers: ["docker", "lxc", "openvz", "rkt", "systemd-nspawn", "uml", "vserver"],
    overrideCrashes: false,
    needsReadableFiles: false,
    refusesUnknownCommands: true,
    keepsMarks: false,
    executesScripts: false,
    executionFailure: (_, reason) => reason,
    lockFailure: (service) => `WARNING: ${service} is already starting`,
    hasStartStopDaemon: false,
    library: "/lib/rc",
    removedWord: "removed",
    quotes: ["`", "'"],
  },
};

/** The release that is meant where none is named. */
export const defaultOpenrcVersion: OpenrcVersion = "0.63.3";

/** How a release behaves. */
export function openrcRelease(version: OpenrcVersion): OpenrcRelease {
  return releases[version];
}

/** The release of a name such as `0.45.2`; undefined if it is not known. */
export function findOpenrcVersion(name: string): OpenrcVersion | undefined {
  return openrcVersions.find((version) => version === name);
}
