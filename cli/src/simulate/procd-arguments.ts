// What can happen to procd, as it is written on the command line.

import { procdAskings, procdHappening } from "@inittab/core";
import { message } from "../message.ts";
import type { ArgumentForms } from "./argument-forms.ts";

/** The forms of procd. */
export const procdArguments: ArgumentForms = {
  events: [
    `SECONDS ${procdAskings.map(({ name }) => name).join("|")}`,
    "SECONDS enter [TERMINAL]",
    "SECONDS type TERMINAL TEXT",
    "SECONDS kill PROCESS [TERM|KILL]",
    "SECONDS signal NAME",
  ],
  readHappening: procdHappening,
  process: "COMMAND=SECONDS|forever[,exit=N][,ignore-term]",
  parseSetting: () => undefined,
  refusalOf: ({ init, build, config }, { version, build: chosen }) => {
    const [option, value] =
      build !== undefined ? ["build", build] : config !== undefined ? ["config", config[0]] : ["init", init];
    if (version === undefined && chosen === undefined) return undefined;
    return message("simulate.no-choice-procd", { option, value: value ?? "" });
  },
  // There is always a console.
  worldFor: () => ({}),
};
