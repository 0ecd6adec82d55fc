// Programs that a person sits in front of: gettys, logins, shells, display managers.

import { detaches, ends, type Program, program, stays, varies } from "./program.ts";

/** Programs that a person sits in front of. */
export const consolePrograms: readonly Program[] = [
  program("getty", "agetty", stays()),
  program("getty", "getty", stays()),
  program("getty", "mingetty", stays()),
  program("getty", "fgetty", stays()),
  program("getty", "fbgetty", stays()),
  program("getty", "rungetty", stays()),
  program("getty", "ngetty", stays()),
  program("getty", "qingy", stays()),
  program("getty", "mgetty", stays()),
  program("getty", "uugetty", stays()),
  program("getty", "vgetty", stays()),
  program("login", "login", stays()),
  program("login", "sulogin", stays()),
  program("login", "cttyhack", stays()),
  program("shell", "sh ash bash dash hush ksh mksh zsh csh tcsh", stays()),
  program("display-manager", "xdm", detaches("-nodaemon", "", "-debug")),
  program("display-manager", "wdm", detaches("-nodaemon", "", "-debug")),
  program("display-manager", "lightdm", stays("", "--show-config")),
  program("display-manager", "sddm", stays("", "--example-config")),
  program("display-manager", "slim", stays("-d")),
  program("display-manager", "lxdm", stays("-d")),
  program("display-manager", "nodm", varies()),
  program("display-manager", "gdm gdm3 gdm-binary", varies({ foreground: "-nodaemon --nodaemon" })),
  program("display-manager", "kdm", varies({ foreground: "-nodaemon" })),
  program("display-manager", "prefdm startDM startDM.sh", varies()),
  program("display-manager", "X Xorg", stays("", "-version -showconfig -configure")),
  program("display-manager", "xinit startx", stays()),
  program("display-manager", "weston weston-launch", stays()),
  program("tool", "wall", ends),
];
