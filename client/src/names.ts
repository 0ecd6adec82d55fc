/** The id of the language, of the server and of the section of the settings. */
export const inittab = "inittab";
