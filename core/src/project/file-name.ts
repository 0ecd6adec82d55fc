/** The name of the file. Here, so that who looks for it loads nothing else. */
export const projectFileName = "inittab.json";
