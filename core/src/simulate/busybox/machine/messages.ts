// BusyBox init's own words, in one place. Observed: BusyBox 1.35.0, word for word.

/** What init asks before it starts an askfirst entry. */
export const askMessage = "Please press Enter to activate this console.";

/** What the running init says; the texts of a bad line are those of the reader. */
export const busyboxMessages = {
  announce: () => "init started: BusyBox v1.35.0 (<date>)",
  reload: () => "reloading /etc/inittab",
  start: (terminal: string, command: string) => `starting pid <pid>, tty '${terminal}': '${command}'`,
  exited: (command: string) => `process '${command}' (pid <pid>) exited. Scheduling for restart.`,
  cannotOpen: (terminal: string, reason: string) => `can't open ${terminal}: ${reason}`,
  cannotRun: (program: string, reason: string) => `can't run '${program}': ${reason}`,
  goingDown: () => "The system is going down NOW!",
  sent: (signal: "TERM" | "KILL") => `Sent SIG${signal} to all processes`,
  requesting: (how: SystemRequest) => `Requesting system ${how}`,
} as const;

/** What init asks the kernel for at the end. */
export type SystemRequest = "halt" | "poweroff" | "reboot";

/** The reasons of the C library. */
export const reasons = {
  missing: "No such file or directory",
  denied: "Permission denied",
  noDevice: "No such device or address",
  directory: "Is a directory",
  noFolder: "Not a directory",
} as const;
