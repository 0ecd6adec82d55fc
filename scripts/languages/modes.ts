// What of the languages is an error. The first becomes true once all rooms are done.

/** Whether a text that a language lacks is an error; until then it is counted. */
export const mustBeComplete = true;

/** Whether a phrase that was weeded out is an error wherever it stands. */
export const mustBeWeeded = true;
