// The one table of what an init script is called with, and of what its exit status means. Spec 3.

/** An argument that an init script understands. */
export interface ScriptActionFact {
  readonly name: string;
  /** The standard asks for it. */
  readonly required: boolean;
  readonly meaning: string;
  readonly source: string;
}

const lsb = "LSB Core, Init Script Actions";

/** The actions of the standard, and the old name of one. */
export const scriptActions: readonly ScriptActionFact[] = [
  {
    name: "start",
    required: true,
    meaning: "Starts the service; if it is already running, that is a success.",
    source: lsb,
  },
  {
    name: "stop",
    required: true,
    meaning: "Stops the service; if it is not running, that is a success.",
    source: lsb,
  },
  {
    name: "restart",
    required: true,
    meaning: "Stops the service if it is running, then starts it; if it is not running, that is a success.",
    source: lsb,
  },
  {
    name: "force-reload",
    required: true,
    meaning: "Makes the service reread its configuration if it can; otherwise restarts it if it is running.",
    source: lsb,
  },
  {
    name: "status",
    required: true,
    meaning: "Reports whether the service is running; the exit status says the same.",
    source: lsb,
  },
  {
    name: "try-restart",
    required: false,
    meaning: "Restarts the service if it is running; if it is not running, that is a success.",
    source: lsb,
  },
  {
    name: "condrestart",
    required: false,
    meaning: "The old Red Hat name of try-restart.",
    source: "initscripts, sysvinitfiles",
  },
  {
    name: "reload",
    required: false,
    meaning: "Makes the running service reread its configuration.",
    source: lsb,
  },
];

/** The meaning of a range of exit statuses, as a sentence. */
export interface ExitStatusFact {
  readonly from: number;
  readonly to: number;
  readonly meaning: string;
}

const others: readonly ExitStatusFact[] = [
  { from: 100, to: 149, meaning: "Reserved for the distribution." },
  { from: 150, to: 199, meaning: "Reserved for the application." },
  { from: 200, to: 254, meaning: "Reserved." },
];

/** What the exit status of `status` means. Source: LSB Core, Init Script Actions. */
export const statusExits: readonly ExitStatusFact[] = [
  { from: 0, to: 0, meaning: "The service is running, or its state is fine." },
  { from: 1, to: 1, meaning: "The process is dead and its pid file exists." },
  { from: 2, to: 2, meaning: "The process is dead and its lock file exists." },
  { from: 3, to: 3, meaning: "Not running." },
  { from: 4, to: 4, meaning: "Unknown." },
  { from: 5, to: 99, meaning: "Reserved for the standard." },
  ...others,
];

/** The statuses that our rules ask for by what they mean. Source: LSB Core, Init Script Actions. */
export const actionStatus = { badArguments: 2, notImplemented: 3 } as const;

/** What the exit status of all other actions means. Source: LSB Core, Init Script Actions. */
export const actionExits: readonly ExitStatusFact[] = [
  { from: 0, to: 0, meaning: "Success." },
  { from: 1, to: 1, meaning: "An unspecified error." },
  {
    from: actionStatus.badArguments,
    to: actionStatus.badArguments,
    meaning: "Invalid or too many arguments.",
  },
  {
    from: actionStatus.notImplemented,
    to: actionStatus.notImplemented,
    meaning: "The action is not implemented.",
  },
  { from: 4, to: 4, meaning: "Not enough privileges." },
  { from: 5, to: 5, meaning: "The program is not installed." },
  { from: 6, to: 6, meaning: "The program is not configured." },
  { from: 7, to: 7, meaning: "The program is not running." },
  { from: 8, to: 99, meaning: "Reserved for the standard." },
  ...others,
];
