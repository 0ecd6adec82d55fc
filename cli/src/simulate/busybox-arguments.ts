// What can happen to BusyBox init, as it is written on the command line.

import { busyboxHappening, busyboxRequests } from "@inittab/core";
import { message } from "../message.ts";
import { type ArgumentForms, leavesSetting } from "./argument-forms.ts";

/** The forms of BusyBox. */
export const busyboxArguments: ArgumentForms = {
  events: [
    `SECONDS ${busyboxRequests
      .slice(0, 5)
      .map(({ name }) => name)
      .join("|")}`,
    `SECONDS ${busyboxRequests
      .slice(5)
      .map(({ name }) => name)
      .join("|")}`,
    "SECONDS enter [TERMINAL]",
    "SECONDS type TERMINAL TEXT",
    "SECONDS kill PROCESS [TERM|KILL]",
    "SECONDS signal NAME",
    "SECONDS write FILE",
    "SECONDS remove",
  ],
  readHappening: busyboxHappening,
  process: "PROCESS=SECONDS|forever[,exit=N][,ignore-term][,leaves=NAME]",
  parseSetting: leavesSetting,
  refusalOf: ({ init }, { version }) =>
    version === undefined ? undefined : message("simulate.init-busybox", { value: init ?? "" }),
  // There is always a console.
  worldFor: () => ({}),
};
