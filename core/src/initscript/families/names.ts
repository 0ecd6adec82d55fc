// The names alone: options and settings are read before anything else of the families is needed.

/** The names of the families, in the order in which a choice shows them. */
export const scriptFamilies = [
  "redhat",
  "debian",
  "buildroot",
  "openembedded",
  "openrc",
  "openwrt",
  "suse",
  "slackware",
  "lfs",
  "entware",
  "slitaz",
  "freebsd-rc",
  "arch",
  "solaris-rc",
  "aix-rc",
] as const;

/** A way in which a system writes, links and calls its init scripts. */
export type ScriptFamily = (typeof scriptFamilies)[number];
