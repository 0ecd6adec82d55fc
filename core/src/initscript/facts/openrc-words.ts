// The one table of the words of an OpenRC service: those of depend(), the keywords, the variables that the default
// functions read, the functions that a script may define, and the settings by which conf.d adds to depend(). Sources: openrc-run(8), and the recorded cases of OpenRC.

/** What a word is. */
export type OpenrcWordKind = "depend" | "keyword" | "variable" | "function" | "setting";

/** A word of an OpenRC service. */
export interface OpenrcWordFact {
  readonly kind: OpenrcWordKind;
  readonly name: string;
  /** How it is written. */
  readonly usage: string;
  readonly meaning: string;
  readonly source: string;
}

const manual = "openrc-run(8)";
const observed = "observed: OpenRC 0.63.3";

/** A line of the table below: name, meaning, and what is written behind the name where the kind does not say it. */
type Row = readonly [name: string, meaning: string, rest?: string];

function facts(
  kind: OpenrcWordKind,
  source: string,
  rest: string,
  rows: readonly Row[],
): readonly OpenrcWordFact[] {
  return rows.map(([name, meaning, own = rest]) => ({ kind, name, usage: `${name}${own}`, meaning, source }));
}

const dependWords = facts("depend", observed, " NAME...", [
  [
    "need",
    "Starts the named service first, whatever runlevel it is in. If that fails, or if there is no such service, this one does not start; when the other is stopped, this one is stopped before.",
  ],
  [
    "want",
    "Starts the named service first, whatever runlevel it is in, and goes on if that fails or if there is no such service.",
  ],
  [
    "use",
    "Starts after the named service if that is in this runlevel or in boot, or runs already; otherwise it does not count.",
  ],
  [
    "after",
    "Only an order: this service starts after the named one, where both start. It pulls nothing in. `*` stands for all.",
  ],
  [
    "before",
    "Only an order: this service starts before the named one, where both start. It is dropped where the service needs, wants, uses or comes after the same one.",
  ],
  [
    "provide",
    "A virtual name that this service can be needed or used by, such as `net`. It must not be the name of a script.",
  ],
  [
    "keyword",
    "How the service is treated: not stopped, not stopped at shutdown, waited for without limit, left out on some systems. Unknown keywords are ignored without a message.",
    " KEYWORD...",
  ],
  ["config", "Files whose change makes OpenRC read all dependencies again.", " FILE..."],
]);

const leftOut = (system: string): string =>
  `The service does not exist on ${system}, and a need of it counts as satisfied there.`;

const keywords = facts("keyword", observed, "", [
  ["-stop", "No change of runlevel and no shutdown stops the service; by hand it can be stopped."],
  ["-shutdown", "The service is not stopped when the machine goes down."],
  ["-timeout", "Others wait for the service without limit, instead of 60 seconds."],
  ["-containers", leftOut("any container; `!-lxc` behind it takes one kind out")],
  ["-docker", leftOut("Docker")],
  ["-podman", leftOut("Podman")],
  ["-jail", leftOut("a jail of FreeBSD")],
  ["-lxc", leftOut("LXC")],
  ["-openvz", leftOut("OpenVZ")],
  ["-prefix", leftOut("a Gentoo Prefix")],
  ["-rkt", leftOut("rkt")],
  ["-systemd-nspawn", leftOut("systemd-nspawn")],
  ["-uml", leftOut("User Mode Linux")],
  ["-vserver", leftOut("Linux-VServer")],
  ["-wsl", leftOut("the Windows Subsystem for Linux")],
  ["-xen0", leftOut("the first domain of Xen")],
  ["-xenu", leftOut("a guest of Xen")],
]);

const variables = facts("variable", manual, "=VALUE", [
  ["description", "What the service does, in a few words; `rc-service NAME describe` prints it."],
  ["name", "The name that is printed when the service starts and stops. Default: that of the script."],
  [
    "command",
    "The program of the default start function. Without it, and without `start()`, nothing is started, and the service counts as started.",
  ],
  ["command_args", "Arguments of the program, in the foreground and in the background."],
  ["command_args_background", "Further arguments, with which the program goes to the background by itself."],
  [
    "command_args_foreground",
    "Further arguments, with which the program stays in the foreground; for supervisors.",
  ],
  [
    "command_background",
    "`yes`: OpenRC puts the program into the background and writes `pidfile`, which must be set.",
  ],
  ["command_progress", "`yes`: prints dots while the program starts."],
  ["command_user", "The user, and behind a colon the group, that the program runs as."],
  [
    "pidfile",
    "Where the number of the process is. The service's own program or, with `command_background=yes`, OpenRC writes it.",
  ],
  [
    "procname",
    "The name of the process, where it differs from the program's; to find it when it is stopped.",
  ],
  ["directory", "The folder in which the program starts."],
  ["chroot", "The folder that becomes the root of the program."],
  ["umask", "The permissions that new files of the program do not get."],
  ["input_file", "The file that the program reads as its standard input."],
  ["output_log", "The file for the standard output of the program."],
  ["error_log", "The file for the error output of the program."],
  ["output_logger", "The program that the standard output is piped to."],
  ["error_logger", "The program that the error output is piped to."],
  ["start_stop_daemon_args", "Further options of start-stop-daemon when the service starts."],
  [
    "supervisor",
    "What watches the program and starts it again: `supervise-daemon`, `s6` or `runit`. Without it nobody does.",
  ],
  ["supervise_daemon_args", "Further options of supervise-daemon."],
  ["s6_service_path", "The service folder of s6. Default: one of the service's name in /var/svc.d."],
  ["respawn_delay", "Seconds that supervise-daemon waits before it starts the program again."],
  [
    "respawn_max",
    "How often supervise-daemon starts the program again within `respawn_period`; 0 is without limit.",
  ],
  ["respawn_period", "The seconds in which `respawn_max` is counted."],
  ["healthcheck_delay", "Seconds before supervise-daemon calls `healthcheck()` for the first time."],
  ["healthcheck_timer", "Seconds between two calls of `healthcheck()` by supervise-daemon."],
  ["retry", "How the service is stopped: seconds to wait, or signals and seconds such as `TERM/30/KILL/5`."],
  ["stopsig", "The signal that stops the program. Default: TERM."],
  ["in_background_fake", "`start`: the service counts as started from the background."],
  ["start_inactive", "`yes`: the service is inactive after its start, until something marks it as started."],
  ["required_dirs", "Folders that must be there, or the service does not start."],
  ["required_files", "Files that must be readable, or the service does not start."],
  ["extra_commands", "Names of further functions that `rc-service NAME COMMAND` calls in any state."],
  ["extra_started_commands", "The same, only while the service is started."],
  ["extra_stopped_commands", "The same, only while the service is stopped."],
  ["capabilities", "The capabilities that the program gets."],
  ["no_new_privs", "`yes`: the program and its children cannot gain privileges."],
  ["secbits", "The security bits of the program."],
  [
    "RC_SVCNAME",
    "The name under which the service was called: that of the link, for a script with several.",
    "",
  ],
  ["RC_RUNLEVEL", "The runlevel; while services are stopped for a change it is still the old one.", ""],
  ["RC_CMD", "The command that the script was called with.", ""],
]);

const functions = facts("function", manual, "()", [
  [
    "depend",
    "Says what the service needs, uses, wants, comes after or before, and provides. It is run when the dependencies are read, not when the service starts.",
  ],
  [
    "start",
    "Starts the service, instead of what OpenRC does with `command`. A status other than 0 is a failed start. It must return: there is no limit of time.",
  ],
  ["start_pre", "Runs before the start; a status other than 0 keeps the service from starting."],
  ["start_post", "Runs after the start; a status other than 0 is a failed start, although the program runs."],
  ["stop", "Stops the service, instead of what OpenRC does with `pidfile` and `command`."],
  ["stop_pre", "Runs before the stop; a status other than 0 keeps the service from being stopped."],
  ["stop_post", "Runs after the stop."],
  ["status", "Says whether the service runs, instead of what OpenRC knows of it."],
  ["healthcheck", "Called by supervise-daemon again and again; a status other than 0 restarts the program."],
  ["unhealthy", "Called by supervise-daemon when `healthcheck()` has failed."],
]);

const adds = (word: string): string =>
  `Adds to what depend() says behind \`${word}\`; \`!NAME\` takes a name out. For the file /etc/conf.d/NAME of a service: in /etc/rc.conf, where a name belongs into it, as in \`rc_web_${word}\`, it goes before this one.`;

const settings = facts(
  "setting",
  observed,
  '="NAME..."',
  ["need", "use", "want", "after", "before", "provide", "keyword", "config"].map(
    (word): Row => [`rc_${word}`, adds(word)],
  ),
);

/** All of them, by their kinds. */
export const openrcWords: readonly OpenrcWordFact[] = [
  ...dependWords,
  ...keywords,
  ...variables,
  ...functions,
  ...settings,
];

/** The word of one of these kinds; the older spelling of a keyword, `nostop`, is that of the newer one. */
export function findOpenrcWord(name: string, kinds: readonly OpenrcWordKind[]): OpenrcWordFact | undefined {
  const spelt = name.replace(/^!/, "").replace(/^no(?=[a-z])/, "-");
  return openrcWords.find(
    (fact) => kinds.includes(fact.kind) && fact.name === (fact.kind === "keyword" ? spelt : name),
  );
}

/** Names that services of several packages provide, so that none need be a script (openrc-run(8), upstream's guide). */
export const openrcVirtualNames: readonly string[] = [
  "net",
  "dns",
  "logger",
  "firewall",
  "mta",
  "cron",
  "dev",
  "clock",
  "entropy",
  "antivirus",
];
