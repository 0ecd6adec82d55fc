// The terminal of a getty, and how long the program stays where there is no such terminal.

import { commandWords } from "./command.ts";
import { hasTerminal, type Machine } from "./machine-profile.ts";

/** A getty that cannot open its terminal. */
export interface MissingTerminal {
  /** Its name below /dev. */
  readonly terminal: string;
  /** The word in the process field. */
  readonly start: number;
  readonly end: number;
  /** So many seconds it stays before it ends with 1. */
  readonly patience: number;
}

/** How long programs wait before they give up. Observed: agetty of util-linux 2.38, which calls itself getty on Debian. */
const patience: Readonly<Record<string, number>> = { agetty: 10, getty: 10 };

/** Those not known to wait give up at once. */
const impatient = 0.01;

/** Whether a sysvinit process is a getty on a terminal that a machine does not have; undefined: it is none. */
export function missingTerminal(process: string, machine: Machine): MissingTerminal | undefined {
  const [program, ...words] = commandWords(process, { dialect: "sysvinit" });
  const name = program?.text.replace(/^.*\//, "") ?? "";
  if (!/^(?:a|m|min|fb|u|un|vc?)?getty$/.test(name)) return undefined;
  const word = words.find(({ text }) => /^(?:\/dev\/)?(?:tty|hvc|console|vc\/)[A-Za-z]*\d*$/.test(text));
  if (word === undefined) return undefined;
  const terminal = word.text.replace(/^\/dev\//, "");
  if (hasTerminal(machine, terminal)) return undefined;
  return { terminal, start: word.start, end: word.end, patience: patience[name] ?? impatient };
}
