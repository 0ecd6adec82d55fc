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

/** A line of the table below: name, meaning, and what is written after the name if the kind does not say it. */
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
    "Starts the named service first, whatever runlevel it is in. If that fails, or if there is no such service, this one does not start; before the other one is stopped, this one is stopped.",
  ],
  [
    "want",
    "Starts the named service first, whatever runlevel it is in, and continues if that fails or if there is no such service.",
  ],
  [
    "use",
    "Starts after the named service if that is in this runlevel or in boot, or is already running; otherwise the line has no effect.",
  ],
  [
    "after",
    "Only an order: this service starts after the named one if both start. It does not start the other one. `*` means all.",
  ],
  [
    "before",
    "Only an order: this service starts before the named one if both start. It is dropped if the service needs, wants, uses or comes after the same one.",
  ],
  [
    "provide",
    "A virtual name by which other services can need or use this one, such as `net`. It must not be the name of a script.",
  ],
  [
    "keyword",
    "How the service is treated: never stopped, not stopped at shutdown, waited for without limit, or absent on some systems. Unknown keywords are ignored without a message.",
    " KEYWORD...",
  ],
  ["config", "If one of these files changes, OpenRC reads all dependencies again.", " FILE..."],
]);

const leftOut = (system: string): string =>
  `The service does not exist on ${system}, and a need for it counts as satisfied there.`;

const keywords = facts("keyword", observed, "", [
  [
    "-stop",
    "Neither a change of runlevel nor a shutdown stops the service; it can still be stopped by hand.",
  ],
  ["-shutdown", "The service is not stopped when the machine goes down."],
  ["-timeout", "Other services wait for this one without limit instead of for 60 seconds."],
  [
    "-containers",
    "The service does not exist in containers, and a need for it counts as satisfied there; a following `!-lxc` exempts one kind.",
  ],
  ["-docker", leftOut("Docker")],
  ["-podman", leftOut("Podman")],
  ["-jail", leftOut("a FreeBSD jail")],
  ["-lxc", leftOut("LXC")],
  ["-openvz", leftOut("OpenVZ")],
  ["-prefix", leftOut("a Gentoo Prefix")],
  ["-rkt", leftOut("rkt")],
  ["-systemd-nspawn", leftOut("systemd-nspawn")],
  ["-uml", leftOut("User Mode Linux")],
  ["-vserver", leftOut("Linux-VServer")],
  ["-wsl", leftOut("the Windows Subsystem for Linux")],
  ["-xen0", leftOut("the first Xen domain")],
  ["-xenu", leftOut("a Xen guest")],
]);

const variables = facts("variable", manual, "=VALUE", [
  ["description", "What the service does, in a few words; `rc-service NAME describe` prints it."],
  ["name", "The name that is printed when the service starts and stops. Default: that of the script."],
  [
    "command",
    "The program of the default start function. Without it, and without `start()`, nothing is started, and the service counts as started.",
  ],
  ["command_args", "Arguments of the program, in the foreground and in the background."],
  ["command_args_background", "Further arguments that make the program put itself into the background."],
  ["command_args_foreground", "Further arguments that keep the program in the foreground; for supervisors."],
  [
    "command_background",
    "`yes`: OpenRC puts the program into the background and writes `pidfile`, which must be set.",
  ],
  ["command_progress", "`yes`: prints dots while the program starts."],
  ["command_user", "The user, and after a colon the group, that the program runs as."],
  [
    "pidfile",
    "The file with the process ID. The service's program writes it or, with `command_background=yes`, OpenRC does.",
  ],
  [
    "procname",
    "The name of the process if it differs from the program's; used to find the process when the service is stopped.",
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
    "What watches the program and restarts it: `supervise-daemon`, `s6` or `runit`. Without it nothing does.",
  ],
  ["supervise_daemon_args", "Further options of supervise-daemon."],
  ["s6_service_path", "The service folder of s6. Default: one of the service's name in /var/svc.d."],
  ["respawn_delay", "Seconds that supervise-daemon waits before it restarts the program."],
  [
    "respawn_max",
    "How often supervise-daemon restarts the program within `respawn_period`; 0 means without limit.",
  ],
  ["respawn_period", "The number of seconds within which restarts count toward `respawn_max`."],
  ["healthcheck_delay", "Seconds before supervise-daemon calls `healthcheck()` for the first time."],
  ["healthcheck_timer", "Seconds between two calls of `healthcheck()` by supervise-daemon."],
  ["retry", "How the service is stopped: seconds to wait, or signals and seconds such as `TERM/30/KILL/5`."],
  ["stopsig", "The signal that stops the program. Default: TERM."],
  ["in_background_fake", "`start`: the service counts as started from the background."],
  ["start_inactive", "`yes`: the service is inactive after its start, until something marks it as started."],
  ["required_dirs", "Folders that must exist, or the service does not start."],
  ["required_files", "Files that must be readable, or the service does not start."],
  ["extra_commands", "Names of further functions that `rc-service NAME COMMAND` calls in any state."],
  ["extra_started_commands", "Like extra_commands, but only while the service is started."],
  ["extra_stopped_commands", "Like extra_commands, but only while the service is stopped."],
  ["capabilities", "The capabilities that the program gets."],
  ["no_new_privs", "`yes`: the program and its children cannot gain privileges."],
  ["secbits", "The security bits of the program."],
  [
    "RC_SVCNAME",
    "The name by which the service was called; for a script with several links, the name of the link.",
    "",
  ],
  ["RC_RUNLEVEL", "The runlevel; while services are stopped for a change it is still the old one.", ""],
  ["RC_CMD", "The command that the script was called with.", ""],
]);

const functions = facts("function", manual, "()", [
  [
    "depend",
    "Declares what the service needs, uses and wants, what it comes after or before, and what it provides. It is run when the dependencies are read, not when the service starts.",
  ],
  [
    "start",
    "Starts the service, instead of what OpenRC does with `command`. A status other than 0 means that the start failed. The function must return: there is no time limit.",
  ],
  ["start_pre", "Runs before the start; a status other than 0 keeps the service from starting."],
  [
    "start_post",
    "Runs after the start; a status other than 0 means that the start failed, although the program is running.",
  ],
  ["stop", "Stops the service, instead of what OpenRC does with `pidfile` and `command`."],
  ["stop_pre", "Runs before the stop; a status other than 0 keeps the service from being stopped."],
  ["stop_post", "Runs after the stop."],
  ["status", "Reports whether the service is running, instead of what OpenRC has recorded."],
  ["healthcheck", "Called by supervise-daemon at intervals; a status other than 0 restarts the program."],
  ["unhealthy", "Called by supervise-daemon when `healthcheck()` has failed."],
]);

const adds = (word: string): string =>
  `Adds to what depend() lists after \`${word}\`; \`!NAME\` removes a name. It belongs in the file /etc/conf.d/NAME of a service; in /etc/rc.conf the name of the service is part of it, as in \`rc_web_${word}\`, and that form has priority over this one.`;

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
