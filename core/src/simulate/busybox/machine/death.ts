// How processes end, as init learns it.

/** How a process ended: by itself, or by the signal with this number. */
export type BusyboxDeath = { readonly code: number } | { readonly signal: number };

/** The numbers of the signals that end a process, as Linux has them on most processors (not on MIPS, Alpha, SPARC). */
const numbers: Readonly<Record<string, number>> = {
  ...{
    HUP: 1,
    INT: 2,
    QUIT: 3,
    ILL: 4,
    TRAP: 5,
    ABRT: 6,
    IOT: 6,
    BUS: 7,
    FPE: 8,
    KILL: 9,
    USR1: 10,
    SEGV: 11,
  },
  ...{ USR2: 12, PIPE: 13, ALRM: 14, TERM: 15, STKFLT: 16, XCPU: 24, XFSZ: 25, VTALRM: 26, PROF: 27, IO: 29 },
  ...{ POLL: 29, PWR: 30, SYS: 31 },
};

/** The number of a signal by its name without SIG; 0 for a name that is none. */
export function numberOfSignal(name: string): number {
  return Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0;
}
