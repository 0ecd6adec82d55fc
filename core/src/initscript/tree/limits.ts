// How much of a system is read. Every reader takes its bounds from here, so that all see the same system.

/**
 * The most bytes of one file that are read, and so the most UTF-16 units of a text that is taken for an init script; the
 * largest real ones have some ten thousand.
 */
export const treeFileLimit: number = 1024 * 1024;

/** The longest script whose shell part is parsed, in UTF-16 units: real ones have some thousands. */
export const parsedScriptLimit = 250_000;

/** The most entries of one folder that are looked at; the fullest init.d of a distribution has some hundreds. */
export const folderLimit = 10_000;

/**
 * The most UTF-16 units of text that are read of one system; all scripts of a distribution together have some hundred
 * thousand. A file of which nothing was read for that counts as empty.
 */
export const treeTextLimit: number = 64 * 1024 * 1024;

/**
 * The most slices of work that are spent on one run of insserv or chkconfig. A thousand scripts that wait for each other
 * in a circle take four thousand of them, those of a distribution one.
 */
export const orderSliceLimit = 16_000;

/** How often a reader asks what to look at next: each round goes one folder deeper or follows one more link. */
export const roundLimit = 64;

/** So many paths are looked at at once: waiting for one after the other takes longer than all the rest. */
export const looksAtOnce = 32;
