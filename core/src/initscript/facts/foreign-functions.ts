// Functions of libraries whose calls are not followed: enough is known of them to say that a script that does not read
// their library cannot call them.

/** Who defines a function. */
export interface ForeignFunctions {
  /** The file that a script reads, or the interpreter that it is run by. */
  readonly home: string;
  readonly functions: readonly string[];
  readonly source: string;
}

/** By library. No program that is usually installed has one of these names. */
export const foreignFunctions: readonly ForeignFunctions[] = [
  {
    home: "/etc/rc.status",
    functions: ["rc_active", "rc_check", "rc_exit", "rc_failed", "rc_reset", "rc_status"],
    source: "SUSE, /etc/rc.status",
  },
  {
    home: "openrc-run",
    functions: ["ebegin", "eend", "eerror", "einfo", "einfon", "eindent", "eoutdent", "ewarn", "ewend"],
    source: "OpenRC 0.63, sh/functions.sh",
  },
  {
    home: "/etc/rc.d/functions",
    functions: ["add_daemon", "ck_daemon", "rm_daemon", "stat_busy", "stat_done", "stat_fail"],
    source: "Arch, initscripts",
  },
];

/**
 * What /lib/lsb/init-functions has because the standard asks for it. The file of another system than Debian's has these
 * and no more. Source: LSB Core, Init Script Functions.
 */
export const lsbStandardFunctions: ReadonlySet<string> = new Set([
  "killproc",
  "log_failure_msg",
  "log_success_msg",
  "log_warning_msg",
  "pidofproc",
  "start_daemon",
]);
