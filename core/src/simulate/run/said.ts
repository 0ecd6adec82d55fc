// What init and its children say in a run, line by line, as it can be read on a console or in the log.

/** A line that is said. */
export interface SaidLine {
  /** Seconds since the boot. */
  readonly at: number;
  /** `console`, `syslog`, or the name of another terminal. */
  readonly to: string;
  /** The words alone, as init has them. */
  readonly text: string;
  /** With what stands before it there, such as the name of the speaker or the terminal. */
  readonly shown: string;
}
