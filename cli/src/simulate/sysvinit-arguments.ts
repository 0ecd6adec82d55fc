// What can happen to sysvinit, as it is written on the command line.

import type { ArgumentForms } from "./argument-forms.ts";

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
    const words = rest.split(/\s+/).filter((word) => word !== "");
    const [first, second] = words;
    switch (what) {
      case "telinit":
      case "init":
        if (first === undefined) throw wrong("telinit needs an argument");
        return { telinit: words.length === 1 ? first : words };
      case "signal": {
        if (first === undefined || words.length > 2) throw wrong("write signal NAME [POWERSTATUS]");
        const signal = first.toUpperCase().replace(/^SIG/, "");
        return { signal, ...(second !== undefined && { powerstatus: second }) };
      }
      case "kill":
        if (first === undefined || words.length > 2) throw wrong("write kill ID [exit|TERM|KILL]");
        if (second === undefined) return { kill: first };
        if (second !== "exit" && second !== "TERM" && second !== "KILL")
          throw wrong("ends: exit, TERM or KILL");
        return { kill: first, how: second };
      case "console":
        return { console: `${rest}\n` };
      case "write":
        if (rest === "") throw wrong("write needs the name of a file");
        return { writeFrom: rest };
      default:
        throw wrong(`${what} is none of telinit, signal, kill, console, write`);
    }
  },
  process: "ID=SECONDS|forever[,exit=N][,term=SECONDS][,ignore-term]",
  parseSetting: (part) => {
    const [, seconds] = /^term=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    return seconds === undefined ? undefined : { termDelay: Number(seconds) };
  },
};
