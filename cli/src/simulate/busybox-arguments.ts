// What can happen to BusyBox init, as it is written on the command line.

import { busyboxRequests, listOf } from "@inittab/core";
import { message } from "../message.ts";
import type { ArgumentForms } from "./argument-forms.ts";

const words = [
  ...busyboxRequests.map(({ name }) => name),
  ...["enter", "type", "console", "kill", "signal", "write", "remove"],
];

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
  parseHappening: (what, rest, wrong) => {
    const [first = "", ...more] = rest.split(/\s+/).filter((word) => word !== "");
    const request = busyboxRequests.find(({ name }) => name === what);
    if (request !== undefined) {
      if (first !== "") throw wrong(message("argument.alone", { word: what }));
      return { signal: request.signal };
    }
    switch (what) {
      case "enter":
        if (more.length > 0) throw wrong(message("argument.write", { form: "enter [TERMINAL]" }));
        return typed(first, "\n");
      case "type":
        if (first === "") throw wrong(message("argument.write", { form: "type TERMINAL TEXT" }));
        return typed(first, `${rest.slice(rest.indexOf(first) + first.length).trimStart()}\n`);
      case "console":
        return { console: `${rest}\n` };
      case "kill": {
        // A process field has blanks of its own; a signal is the last word.
        const [, command = "", signal] = /^(.*?)(?:\s+(TERM|KILL))?\s*$/s.exec(rest) ?? [];
        if (command === "") throw wrong(message("argument.write", { form: "kill PROCESS [TERM|KILL]" }));
        return { kill: command, ...(signal !== undefined && { with: signal }) };
      }
      case "signal":
        if (first === "" || more.length > 0) throw wrong(message("argument.write", { form: "signal NAME" }));
        return { signal: first.toUpperCase().replace(/^SIG/, "") };
      case "write":
        if (rest === "") throw wrong(message("argument.file"));
        return { writeFrom: rest };
      case "remove":
        return { write: null };
      case "telinit":
      case "init":
        throw wrong(message("argument.no-runlevels"));
      default:
        throw wrong(message("argument.none-of", { word: what, words: listOf(words, "comma") }));
    }
  },
  process: "PROCESS=SECONDS|forever[,exit=N][,ignore-term]",
  parseSetting: () => undefined,
  refusalOf: ({ init, rc }, { version }) => {
    if (version !== undefined) return message("simulate.init-busybox", { value: init ?? "" });
    return rc === undefined ? undefined : message("simulate.rc-busybox");
  },
  // There is always a console.
  worldFor: () => ({}),
};

function typed(terminal: string, input: string): ReturnType<ArgumentForms["parseHappening"]> {
  const name = terminal.replace(/^\/dev\//, "");
  return name === "" || name === "console" ? { console: input } : { tty: name, input };
}
