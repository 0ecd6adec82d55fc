// What can happen to procd, as it is written on the command line.

import { listOf, procdAskings } from "@inittab/core";
import { message } from "../message.ts";
import type { ArgumentForms } from "./argument-forms.ts";

const words = [...procdAskings.map(({ name }) => name), "enter", "type", "kill", "signal"];

/** The forms of procd. */
export const procdArguments: ArgumentForms = {
  events: [
    `SECONDS ${procdAskings.map(({ name }) => name).join("|")}`,
    "SECONDS enter [TERMINAL]",
    "SECONDS type TERMINAL TEXT",
    "SECONDS kill PROCESS [TERM|KILL]",
    "SECONDS signal NAME",
  ],
  parseHappening: (what, rest, wrong) => {
    const [first = "", ...more] = rest.split(/\s+/).filter((word) => word !== "");
    const asking = procdAskings.find(({ name }) => name === what);
    if (asking !== undefined) {
      if (first !== "") throw wrong(message("argument.alone", { word: what }));
      return { signal: asking.signal };
    }
    switch (what) {
      case "enter":
        if (more.length > 0) throw wrong(message("argument.write", { form: "enter [TERMINAL]" }));
        return typed(first, "\n");
      case "type":
        if (first === "") throw wrong(message("argument.write", { form: "type TERMINAL TEXT" }));
        return typed(first, `${rest.slice(rest.indexOf(first) + first.length).trimStart()}\n`);
      case "kill": {
        const [, command = "", signal] = /^(.*?)(?:\s+(TERM|KILL))?\s*$/s.exec(rest) ?? [];
        if (command === "") throw wrong(message("argument.write", { form: "kill PROCESS [TERM|KILL]" }));
        return { kill: command, ...(signal !== undefined && { with: signal }) };
      }
      case "signal":
        if (first === "" || more.length > 0) throw wrong(message("argument.write", { form: "signal NAME" }));
        return { signal: first.toUpperCase().replace(/^SIG/, "") };
      case "write":
      case "remove":
      case "reload":
        throw wrong(message("argument.read-once"));
      case "telinit":
      case "init":
        throw wrong(message("argument.procd-no-runlevels"));
      default:
        throw wrong(message("argument.none-of", { word: what, words: listOf(words, "comma") }));
    }
  },
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

function typed(terminal: string, input: string): ReturnType<ArgumentForms["parseHappening"]> {
  const name = terminal.replace(/^\/dev\//, "");
  return { tty: name === "" ? "console" : name, input };
}
