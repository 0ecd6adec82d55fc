// The one table of system facilities, the `$` names of LSB headers. Spec 1.4.

/** A system facility. */
export interface FacilityFact {
  readonly name: string;
  /** What is true once it is available. */
  readonly meaning: string;
  /** Part of the standard, built into insserv, or defined by some packages' configuration. */
  readonly origin: "lsb" | "insserv" | "debian" | "withdrawn";
  /** The names that stand for it in Debian 12's insserv.conf; a name with `+` need not exist. */
  readonly members: readonly string[];
  /** lintian knows the name. */
  readonly knownToLintian: boolean;
  readonly source: string;
}

const lsb = "LSB Core, Facility Names";
const configuration = "Debian 12, /etc/insserv.conf";

/** Every facility with a meaning, those of the standard first. */
export const facilityFacts: readonly FacilityFact[] = [
  {
    name: "$local_fs",
    meaning: "All local file systems are mounted, so /var may be used.",
    origin: "lsb",
    members: ["+mountall", "+mountall-bootclean", "+mountoverflowtmp", "+umountfs"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$network",
    meaning: "Basic networking works; a server could listen.",
    origin: "lsb",
    members: ["+networking", "+ifupdown"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$named",
    meaning: "Name resolution works as usual.",
    origin: "lsb",
    members: ["+named", "+dnsmasq", "+lwresd", "+bind9", "+unbound", "+pdns-recursor", "$network"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$portmap",
    meaning: "The RPC port mapper runs, if there is one. insserv's own configuration does not define it.",
    origin: "lsb",
    members: [],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$remote_fs",
    meaning: "Remote file systems are mounted as well, so /usr may be used. Includes $local_fs.",
    origin: "lsb",
    members: ["$local_fs", "+mountnfs", "+mountnfs-bootclean", "+umountnfs", "+sendsigs"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$syslog",
    meaning: "The system logger works.",
    origin: "lsb",
    members: ["+rsyslog", "+sysklogd", "+syslog-ng", "+dsyslog", "+inetutils-syslogd"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$time",
    meaning: "The clock has been set.",
    origin: "lsb",
    members: ["+hwclock"],
    knownToLintian: true,
    source: lsb,
  },
  {
    name: "$all",
    meaning: "Everything else: the script starts after all others of its runlevels, or stops before them.",
    origin: "insserv",
    members: [],
    knownToLintian: true,
    source: "observed: insserv 1.24.0",
  },
  {
    name: "$null",
    meaning: "Nothing: a dependency without effect.",
    origin: "insserv",
    members: [],
    knownToLintian: false,
    source: "observed: insserv 1.24.0",
  },
  {
    name: "$x-display-manager",
    meaning: "A graphical login runs.",
    origin: "debian",
    members: [],
    knownToLintian: true,
    source: configuration,
  },
  {
    name: "$mail-transport-agent",
    meaning: "Mail can be sent.",
    origin: "debian",
    members: [],
    knownToLintian: true,
    source: configuration,
  },
  {
    name: "$netdaemons",
    meaning: "Network daemons run. It was part of LSB 1.0 and 1.1 and has been withdrawn.",
    origin: "withdrawn",
    members: [],
    knownToLintian: false,
    source: "LSB 1.1",
  },
];

/** The services that talk to the console, by the line `<interactive>` of Debian 12's insserv.conf. */
export const interactiveServices: readonly string[] = [
  "glibc",
  "udev",
  "console-screen",
  "keymap",
  "keyboard-setup",
  "console-setup",
  "cryptdisks",
  "cryptdisks-early",
  "checkfs-loop",
];

/** The facility of this name. Names are compared with case, except `$all` and `$null`. */
export function findFacility(name: string): FacilityFact | undefined {
  const plain = /^\$(all|null)$/i.test(name) ? name.toLowerCase() : name;
  return facilityFacts.find((fact) => fact.name === plain);
}
