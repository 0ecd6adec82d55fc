/** The levels that an inittab enters one after the other at boot. */
export const bootLevels: readonly string[] = ["sysinit", "boot", "default"];
