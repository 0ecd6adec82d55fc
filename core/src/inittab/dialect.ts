/** The programs that read a file of this name. `unknown`: no claim is made about the file. */
export const dialects = [
  "sysvinit",
  "busybox",
  "procd",
  "toybox",
  "aix",
  "solaris",
  "hp-ux",
  "irix",
  "sco",
  "tru64",
  "system-v",
  "unknown",
] as const;

/** A family of init programs that read the file alike. */
export type Dialect = (typeof dialects)[number];
