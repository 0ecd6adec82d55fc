/** What the command line says of `inittab.json` besides what core says. */
export const projectFileMessages = {
  "project.option": "the settings of the repository; default: the nearest inittab.json;\nnone: no file",
  "project.link": "is a link, so it is not read",
  "project.outside": "the path leads out of the folder of this file",

  // inittab init. Its summary is in the catalogue of the program.
  "init.usage": "inittab init [options] [FOLDER]",
  "init.about": `Looks at the inittabs, the init scripts and the policy files of a folder (default:
the working directory), writes a first inittab.json there, and gives the reason
for each member. What is not certain is left out. Nothing is asked.`,
  "init.option.dry-run": "print the file instead of writing it",
  "init.option.force": "replace the file that is there",
  "init.exit": "Exit status: 0, or 2 if nothing was found, or the file exists, or cannot be written.",
  "init.exists": "exists; --force replaces it",
  "init.nothing": "no inittab was found below this folder",
  "init.written": "{$path} was written",
} as const;
