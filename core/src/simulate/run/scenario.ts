// What the scenarios of all machines have in common.

/** How one process behaves. */
export interface ProcessSettings {
  /** Seconds until it ends by itself; null: never. */
  readonly runs?: number | null;
  /** Its exit code, however it ends. Default 0. */
  readonly exit?: number;
  /** `exit` (the default): on TERM it ends, `termDelay` seconds later; `ignore`: TERM has no effect. */
  readonly onTerm?: "exit" | "ignore";
  /** Seconds from TERM to its end. Default 0. */
  readonly termDelay?: number;
}
