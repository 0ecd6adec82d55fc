/** Something in a case that cannot be understood; the message names it. */
export class CaseError extends Error {}
