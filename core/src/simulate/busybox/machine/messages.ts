// BusyBox init's own words, in one place. Observed: BusyBox 1.35.0 to 1.38.0, word for word.

import { byteLength, type Encoding, fromByteString, toByteString } from "../../../text/bytes.ts";
import type { BusyboxDeath } from "./death.ts";

/** What init asks before it starts an askfirst entry. */
export const askMessage = "Please press Enter to activate this console.";

/** So many bytes of a line come out. Observed: fidelity-message-length, death-long-command. */
const bytesOfLine = 125;

/** A line of init's. The number of a process stands between `before` and `after`. */
export interface InitLine {
  readonly before: string;
  readonly pid?: number;
  readonly after?: string;
}

/**
 * A line as it comes out: cut where init's buffer ends. The digits of a process number count, but stand there as
 * `<pid>`, as in the recorded cases.
 */
export function lineAsWritten({ before, pid, after = "" }: InitLine, encoding: Encoding): string {
  const start = cut(before, bytesOfLine, encoding);
  const room = bytesOfLine - byteLength(start, encoding);
  if (pid === undefined || room <= 0) return start;
  return `${start}<pid>${cut(after, Math.max(0, room - String(pid).length), encoding)}`;
}

function cut(text: string, limit: number, encoding: Encoding): string {
  if (byteLength(text, encoding) <= limit) return text;
  return encoding === "latin-1" ? text.slice(0, limit) : fromByteString(toByteString(text).slice(0, limit));
}

/** What the running init says; the texts of a bad line are those of the reader. */
export const busyboxMessages = {
  reload: (): InitLine => plain("reloading /etc/inittab"),
  start: (terminal: string, command: string, pid: number): InitLine => ({
    before: "starting pid ",
    pid,
    after: `, tty '${terminal}': '${command}'`,
  }),
  /** `how` where the release tells it. Observed: death-exit-codes, death-signals. */
  over: (command: string, pid: number, how: BusyboxDeath | undefined): InitLine => ({
    before: `process '${command}' (pid `,
    pid,
    after: `) ${endOf(how)}. Scheduling for restart.`,
  }),
  cannotOpen: (terminal: string, reason: string): InitLine => plain(`can't open ${terminal}: ${reason}`),
  cannotRun: (program: string, reason: string): InitLine => plain(`can't run '${program}': ${reason}`),
  goingDown: (): InitLine => plain("The system is going down NOW!"),
  sent: (signal: "TERM" | "KILL"): InitLine => plain(`Sent SIG${signal} to all processes`),
  requesting: (how: SystemRequest): InitLine => plain(`Requesting system ${how}`),
} as const;

/** A line without the number of a process. */
export function plain(before: string): InitLine {
  return { before };
}

function endOf(how: BusyboxDeath | undefined): string {
  if (how === undefined) return "exited";
  return "code" in how ? `exited, exitcode:${how.code}` : `killed, signal:${how.signal}`;
}

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
