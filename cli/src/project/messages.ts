/** What the command line says of `inittab.json` besides what core says. */
export const projectFileMessages = {
  "project.option": "the settings of the repository; default: the nearest inittab.json;\nnone: no file",
  "project.link": "is a link, so it is not read",
  "project.outside": "the path leads out of the folder of this file",
} as const;
