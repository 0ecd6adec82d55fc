// What can happen to sysvinit, as it is written on the command line.

import { listOf } from "@inittab/core";
import { message } from "../message.ts";
import type { ArgumentForms } from "./argument-forms.ts";

const words = ["telinit", "signal", "kill", "console", "write"];

/** The forms of sysvinit. */
export const sysvinitArguments: ArgumentForms = {
  events: [
    "SECONDS telinit ARGUMENT...",
    "SECONDS signal NAME [POWERSTATUS]",
    "SECONDS kill ID [exit|TERM|KILL]",
    "SECONDS console TEXT",
    "SECONDS write FILE",
  ],
  parseHappening: (what, rest, wrong) => {
    const given = rest.split(/\s+/).filter((word) => word !== "");
    const [first, second] = given;
    switch (what) {
      case "telinit":
      case "init":
        if (first === undefined) throw wrong(message("argument.telinit"));
        return { telinit: given.length === 1 ? first : given };
      case "signal": {
        if (first === undefined || given.length > 2)
          throw wrong(message("argument.write", { form: "signal NAME [POWERSTATUS]" }));
        const signal = first.toUpperCase().replace(/^SIG/, "");
        return { signal, ...(second !== undefined && { powerstatus: second }) };
      }
      case "kill":
        if (first === undefined || given.length > 2)
          throw wrong(message("argument.write", { form: "kill ID [exit|TERM|KILL]" }));
        if (second === undefined) return { kill: first };
        if (second !== "exit" && second !== "TERM" && second !== "KILL")
          throw wrong(message("argument.ends"));
        return { kill: first, how: second };
      case "console":
        return { console: `${rest}\n` };
      case "write":
        if (rest === "") throw wrong(message("argument.file"));
        return { writeFrom: rest };
      default:
        throw wrong(message("argument.none-of", { word: what, words: listOf(words, "comma") }));
    }
  },
  process: "ID=SECONDS|forever[,exit=N][,term=SECONDS][,ignore-term]",
  parseSetting: (part) => {
    const [, seconds] = /^term=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    return seconds === undefined ? undefined : { termDelay: Number(seconds) };
  },
  refusalOf: ({ init, build, config }, program) => {
    if (build !== undefined) return message("simulate.build-sysvinit", { value: build });
    if (config !== undefined) return message("simulate.config-sysvinit", { value: config[0] ?? "" });
    return program.build === undefined ? undefined : message("simulate.init-sysvinit", { value: init ?? "" });
  },
  // Whoever types at the console has a console to type at.
  worldFor: (events) => (events.some((event) => "console" in event) ? { tty: true } : {}),
};
