// The one table of rc programs: what each generation does differently. Source: the rc scripts of the systems named.

import type { Prose } from "../../text/message.ts";
import type { LinkMaker } from "../families/contract.ts";
import type { ScriptFamily } from "../families/names.ts";
import {
  el4Library,
  el5Library,
  el6Library,
  type RedHatLibrary,
  rh5Library,
  rh73Library,
} from "./redhat-library.ts";

/** The names of the generations, the newest of each family first. */
export const rcFlavorNames = [
  "el6",
  "el5",
  "el4",
  "rh73",
  "rh5",
  "deb12",
  "deb9",
  "buildroot",
  "openipc",
  "openembedded",
  "openembedded-busybox",
  "lfs",
  "openwrt",
] as const;

/** A generation of rc, named after the system it came with. */
export type RcFlavor = (typeof rcFlavorNames)[number];

/** How a Red Hat rc treats scripts that print nothing of their own. */
export type RcAnnouncement =
  /** Prints nothing. */
  | "none"
  /** Prints a line with a mark for scripts that do not read the functions file. */
  | "without-functions"
  /** The same for scripts whose text does not contain certain words. */
  | "without-words";

/** What is to be known of every rc. */
interface AnyRc {
  readonly family: ScriptFamily;
  readonly flavor: RcFlavor;
  readonly system: string;
  /** By what it knows that a script is up: by its lock, or by the links of the previous level; `program`: see there. */
  readonly decidesBy: "locks" | "links" | "program";
  /** What makes the links, or stands in for them. */
  readonly linksBy: LinkMaker;
  /** The order of the entries of a folder: that of their names, or that of the numbers that it reads from them. */
  readonly order: "names" | "numbers";
  /** Endings of names that are passed over. */
  readonly backupEndings: readonly string[];
  /** The boot goes through rcS.d before its level. */
  readonly bootsThroughS: boolean;
  /** In the levels that shut down, scripts with a start link are called to stop too. */
  readonly startMeansStop: boolean;
  /** halt and reboot replace rc, so nothing after them runs. */
  readonly replacedByHalt: boolean;
}

/** What a Red Hat rc does differently from its sisters. */
export interface RedHatRc extends AnyRc {
  readonly decidesBy: "locks";
  readonly linksBy: "chkconfig";
  readonly announcement: RcAnnouncement;
  /** The words that keep the announcement away, by direction. */
  readonly startWords: RegExp;
  readonly stopWords: RegExp;
  /** What is looked at before running: whether it may be executed, or only whether it is a regular file. */
  readonly checks: "executable" | "regular-file";
  /** A start link is passed over when either lock is there, or (a slip of 1997) only when both are. */
  readonly startSkippedBy: "either-lock" | "both-locks";
  /** Where the wish to be asked is looked up: before each start, once, once at boot only, or not at all. */
  readonly confirmation: "each-time" | "once" | "once-at-boot" | "none";
  /** Says at boot whether it will ask. */
  readonly greets: boolean;
  /** The status it ends with: always 0, or that of its last command. */
  readonly ends: "zero" | "last-status";
  /** Notifies init's event system of each script, if there is one. */
  readonly emitsEvents: boolean;
  /** Without an argument the level is that of the runlevel program; 1997 takes none at all. */
  readonly levelWithoutArgument: "reported" | "none";
  /** Output of announced scripts is held back and shown only when they fail. */
  readonly holdsOutput: boolean;
  /** Where it looks for the scripts and links that it calls. */
  readonly callsBelow: "/etc/" | "/etc/rc.d/";
  /** What killall does with a lock: leave `network` alone, delete locks without a script, insist on being started. */
  readonly killall: KillallFacts;
  /** Line numbers of rc and of its function library that the shell names in its own messages. */
  readonly shellLines: { readonly stop: number; readonly start: number; readonly library: number };
  /** The functions that its scripts read. */
  readonly library: RedHatLibrary;
}

/** What the killall script of a generation does. */
export interface KillallFacts {
  readonly sparesNetwork: boolean;
  readonly deletesOrphans: boolean;
  readonly onlyStart: boolean;
  /** Where it calls NAME.init and NAME; the shell names the line in its own messages. */
  readonly shellLines: readonly [number, number];
}

/** What a Debian rc does differently from its sister. */
export interface DebianRc extends AnyRc {
  readonly decidesBy: "links";
  readonly linksBy: "insserv";
  /** Leaves alone what the links of the previous level say is up or down already. */
  readonly looksAtPreviousLevel: boolean;
  readonly shellLine: number;
  /** The functions that its scripts read: /lib/lsb/init-functions, which does not differ between the generations. */
  readonly library: "lsb";
}

/** A small program that goes through folders in a loop of its own. */
export interface BootRc extends AnyRc {
  readonly decidesBy: "program";
  readonly program:
    | "own-names"
    | "own-names-unquoted"
    | "links-for-busybox"
    | "links"
    | "links-by-version"
    | "single-folder";
  /** What it is called at boot and at shutdown, where that is all that it is called for. */
  readonly names: { readonly boot: string; readonly shutdown: string };
  /** The folder above init.d and the rc folders. */
  readonly base: "/etc" | "/etc/rc.d";
  /** Its scripts are called at boot and at shutdown, whatever the level; rc folders need not be there. */
  readonly levels: boolean;
  /** No library that is known by its generations. */
  readonly library: undefined;
}

const noWords = /$^/;

const el6: RedHatRc = {
  family: "redhat",
  flavor: "el6",
  system: "Red Hat Enterprise Linux 6 (initscripts 9.03)",
  decidesBy: "locks",
  linksBy: "chkconfig",
  order: "names",
  bootsThroughS: false,
  startMeansStop: false,
  announcement: "none",
  startWords: noWords,
  stopWords: noWords,
  backupEndings: ["~", ".bak", ".orig", ".rpmnew", ".rpmorig", ".rpmsave"],
  checks: "executable",
  startSkippedBy: "either-lock",
  replacedByHalt: true,
  confirmation: "once",
  greets: true,
  ends: "zero",
  emitsEvents: true,
  levelWithoutArgument: "reported",
  holdsOutput: false,
  callsBelow: "/etc/",
  killall: { sparesNetwork: true, deletesOrphans: true, onlyStart: true, shellLines: [28, 30] },
  shellLines: { stop: 69, start: 100, library: 0 },
  library: el6Library,
};

const el5: RedHatRc = {
  ...el6,
  flavor: "el5",
  system: "Red Hat Enterprise Linux 5 (initscripts 8.45)",
  announcement: "without-functions",
  confirmation: "each-time",
  emitsEvents: false,
  shellLines: { stop: 56, start: 85, library: 517 },
  library: el5Library,
};

const el4: RedHatRc = {
  ...el5,
  flavor: "el4",
  system: "Red Hat Enterprise Linux 4 (initscripts 7.93)",
  announcement: "without-words",
  startWords: /(daemon |action |success |failure )/,
  stopWords: /(killproc |action )/,
  backupEndings: [".rpmsave", ".rpmorig", ".rpmnew", "~", ".orig"],
  holdsOutput: true,
  shellLines: { stop: 60, start: 89, library: 435 },
  library: el4Library,
};

const rh73: RedHatRc = {
  ...el4,
  flavor: "rh73",
  system: "Red Hat Linux 7.3 (initscripts 7.3)",
  startWords: /(daemon |action )/,
  confirmation: "once-at-boot",
  ends: "last-status",
  killall: { sparesNetwork: false, deletesOrphans: true, onlyStart: false, shellLines: [15, 17] },
  shellLines: { stop: 64, start: 97, library: 409 },
  library: rh73Library,
};

const rh5: RedHatRc = {
  ...el6,
  flavor: "rh5",
  system: "Red Hat Linux 5 (initscripts 3.18, 1997)",
  backupEndings: [],
  checks: "regular-file",
  startSkippedBy: "both-locks",
  replacedByHalt: false,
  confirmation: "none",
  greets: false,
  ends: "last-status",
  emitsEvents: false,
  levelWithoutArgument: "none",
  callsBelow: "/etc/rc.d/",
  killall: { sparesNetwork: false, deletesOrphans: false, onlyStart: false, shellLines: [15, 17] },
  shellLines: { stop: 38, start: 52, library: 0 },
  library: rh5Library,
};

const deb12: DebianRc = {
  family: "debian",
  flavor: "deb12",
  system: "Debian 11 and 12 (sysv-rc 2.95-5 and later)",
  decidesBy: "links",
  linksBy: "insserv",
  order: "numbers",
  backupEndings: [],
  bootsThroughS: true,
  startMeansStop: true,
  replacedByHalt: false,
  looksAtPreviousLevel: false,
  shellLine: 117,
  library: "lsb",
};

const deb9: DebianRc = {
  ...deb12,
  flavor: "deb9",
  system: "Debian up to 10 (sysv-rc up to 2.95-4)",
  looksAtPreviousLevel: true,
};

const buildroot: BootRc = {
  family: "buildroot",
  flavor: "buildroot",
  system: "Buildroot's rcS and rcK",
  decidesBy: "program",
  linksBy: "name",
  order: "names",
  backupEndings: [],
  bootsThroughS: false,
  startMeansStop: false,
  replacedByHalt: false,
  program: "own-names",
  names: { boot: "rcS", shutdown: "rcK" },
  base: "/etc",
  levels: false,
  library: undefined,
};

const openipc: BootRc = {
  ...buildroot,
  flavor: "openipc",
  system: "OpenIPC's rcS and rcK",
  program: "own-names-unquoted",
};

const openembedded: BootRc = {
  ...buildroot,
  family: "openembedded",
  flavor: "openembedded",
  system: "OpenEmbedded's rc",
  linksBy: "update-rc.d",
  bootsThroughS: true,
  startMeansStop: true,
  program: "links",
  levels: true,
};

const openembeddedBusybox: BootRc = {
  ...openembedded,
  flavor: "openembedded-busybox",
  system: "OpenEmbedded's rcS and rcK for BusyBox init",
  bootsThroughS: false,
  startMeansStop: false,
  program: "links-for-busybox",
  levels: false,
};

const lfs: BootRc = {
  ...buildroot,
  family: "lfs",
  flavor: "lfs",
  system: "Linux From Scratch's rc",
  linksBy: "hand",
  bootsThroughS: true,
  program: "links-by-version",
  base: "/etc/rc.d",
  levels: true,
};

const openwrt: BootRc = {
  ...buildroot,
  family: "openwrt",
  flavor: "openwrt",
  system: "OpenWrt's procd",
  linksBy: "enable",
  program: "single-folder",
  names: { boot: "procd", shutdown: "procd" },
};

/** What is known of each rc. */
export const rcFlavors: Readonly<Record<RcFlavor, RedHatRc | DebianRc | BootRc>> = {
  el6,
  el5,
  el4,
  rh73,
  rh5,
  deb12,
  deb9,
  buildroot,
  openipc,
  openembedded,
  "openembedded-busybox": openembeddedBusybox,
  lfs,
  openwrt,
};

/** The system that a generation is of in a sentence, ready to be translated. */
export function flavorSystem(flavor: RcFlavor): Prose {
  return { prose: `rc-flavor.${flavor}.system`, english: rcFlavors[flavor].system };
}
