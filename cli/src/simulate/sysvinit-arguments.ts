// What can happen to sysvinit, as it is written on the command line.

import { sysvinitHappening } from "@inittab/core";
import { message } from "../message.ts";
import { type ArgumentForms, leavesSetting } from "./argument-forms.ts";

/** The forms of sysvinit. */
export const sysvinitArguments: ArgumentForms = {
  events: [
    "SECONDS telinit ARGUMENT...",
    "SECONDS signal NAME [POWERSTATUS]",
    "SECONDS kill ID [exit|TERM|KILL]",
    "SECONDS kill-service NAME",
    "SECONDS console TEXT",
    "SECONDS write FILE",
  ],
  hasExtras: true,
  readHappening: sysvinitHappening,
  process: "ID=SECONDS|forever[,exit=N][,term=SECONDS][,ignore-term][,leaves=NAME]",
  parseSetting: (part) => {
    const [, seconds] = /^term=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    return seconds === undefined ? leavesSetting(part) : { termDelay: Number(seconds) };
  },
  refusalOf: ({ init, build, config }, program) => {
    if (build !== undefined) return message("simulate.build-sysvinit", { value: build });
    if (config !== undefined) return message("simulate.config-sysvinit", { value: config[0] ?? "" });
    return program.build === undefined ? undefined : message("simulate.init-sysvinit", { value: init ?? "" });
  },
  // Whoever types at the console has a console to type at.
  worldFor: (events) => (events.some((event) => "console" in event) ? { tty: true } : {}),
};
