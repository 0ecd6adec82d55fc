// What a user may say of programs of their own. A file of its own, so that who only names the words needs no table.

/** What a user may say of a program of their own. */
export const ownRuns = ["stays", "background", "ends"] as const;

/** Programs of a user's own by their names or paths, and what becomes of the process that init starts. */
export type OwnPrograms = Readonly<Record<string, (typeof ownRuns)[number]>>;
