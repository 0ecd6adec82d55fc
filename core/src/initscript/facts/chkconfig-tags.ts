// The one table of chkconfig's header tags. Spec 2.1.

/** A tag of the chkconfig header. */
export interface ChkconfigTagFact {
  readonly tag: string;
  /** What follows the colon. */
  readonly value: string;
  readonly meaning: string;
  /** chkconfig reads it; the others are for people and old tools. */
  readonly read: boolean;
  readonly repeatable: boolean;
  readonly source: string;
}

const manual = "chkconfig(8), RUNLEVEL FILES";

/** Every tag, in the order in which a header usually has them. */
export const chkconfigTags: readonly ChkconfigTagFact[] = [
  {
    tag: "chkconfig",
    value: "LEVELS START STOP",
    meaning:
      "The runlevels that start the script (digits in any order, or `-` for none), and the numbers of its start and stop links, from 0 to 99.",
    read: true,
    repeatable: false,
    source: manual,
  },
  {
    tag: "description",
    value: "text",
    meaning: "What the service is. A line that ends in a backslash continues in the next comment line.",
    read: true,
    repeatable: false,
    source: manual,
  },
  {
    tag: "processname",
    value: "name",
    meaning: "The name of the process, for people.",
    read: false,
    repeatable: true,
    source: "initscripts, sysvinitfiles",
  },
  {
    tag: "config",
    value: "file [autoreload]",
    meaning: "A configuration file; with `autoreload` the service notices changes by itself.",
    read: false,
    repeatable: true,
    source: "initscripts, sysvinitfiles",
  },
  {
    tag: "pidfile",
    value: "file",
    meaning: "Where the process writes its process ID.",
    read: false,
    repeatable: true,
    source: "initscripts, sysvinitfiles",
  },
  {
    tag: "probe",
    value: "true",
    meaning: "The script itself can report what processname, config and pidfile would say.",
    read: false,
    repeatable: false,
    source: "initscripts, sysvinitfiles",
  },
  {
    tag: "hide",
    value: "true",
    meaning: "Was meant to keep the service out of lists; chkconfig 1.3.49 ignores it.",
    read: false,
    repeatable: false,
    source: "observed: chkconfig 1.3.49.5",
  },
];
