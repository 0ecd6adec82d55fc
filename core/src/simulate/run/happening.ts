// What happens to a machine, as people write it: on the command line, and in the console of a debugger.

import { listOf, type Message } from "../../text/message.ts";
import { message } from "./message.ts";

/** What words ask for: something that happens, a file that becomes the table, or nothing that is known. */
export type HappeningReading<Happening extends object = object> =
  | { readonly kind: "happening"; readonly happening: Happening }
  | { readonly kind: "write"; readonly file: string }
  | { readonly kind: "wrong"; readonly why: Message };

/** Something that happens. */
export function happens<Happening extends object>(happening: Happening): HappeningReading<Happening> {
  return { kind: "happening", happening };
}

/** What happens, apart from when. */
export type WithoutTime<Event> = Event extends unknown ? Omit<Event, "at"> : never;

/** Nothing happens, and why. */
export function wrong(why: Message): Extract<HappeningReading, { kind: "wrong" }> {
  return { kind: "wrong", why };
}

/** The first word is not a known one. */
export function wrongWord(
  word: string,
  known: readonly string[],
): Extract<HappeningReading, { kind: "wrong" }> {
  return wrong(message("happening.none-of", { word, words: listOf(known, "comma") }));
}

/** The words do not have this form. */
export function wrongForm(form: string): Extract<HappeningReading, { kind: "wrong" }> {
  return wrong(message("happening.write", { form }));
}

/** A file is to be written over the table; its name may have blanks. */
export function writes(file: string): Exclude<HappeningReading, { kind: "happening" }> {
  return file === "" ? wrong(message("happening.file")) : { kind: "write", file };
}

/** The name of a signal as a scenario has it: in capitals, without SIG. */
export function signalName(word: string): string {
  return word.toUpperCase().replace(/^SIG/, "");
}

/** A request that stands alone, by the signal that it is. */
export function requests(
  { name, signal }: { readonly name: string; readonly signal: string },
  rest: string,
): HappeningReading<{ readonly signal: string }> {
  return rest.trim() === "" ? happens({ signal }) : wrong(message("happening.alone", { word: name }));
}

/** `signal NAME`. */
export function signals(rest: string): HappeningReading<{ readonly signal: string }> {
  const words = rest.trim();
  return words === "" || /\s/.test(words) ? wrongForm("signal NAME") : happens({ signal: signalName(words) });
}

/** `kill PROCESS [TERM|KILL]`: a process has blanks of its own, and a signal is the last word. */
export function kills(
  rest: string,
): HappeningReading<{ readonly kill: string; readonly with?: "TERM" | "KILL" }> {
  const [, kill = "", signal] = /^(.*?)(?:\s+(TERM|KILL))?\s*$/s.exec(rest) ?? [];
  if (kill === "") return wrongForm("kill PROCESS [TERM|KILL]");
  return happens(signal === "TERM" || signal === "KILL" ? { kill, with: signal } : { kill });
}

/** `enter [TERMINAL]` and `type TERMINAL TEXT`: a line for a terminal, whose name has no /dev/; empty: none is named. */
export function types(
  what: "enter" | "type",
  rest: string,
): HappeningReading<{ readonly terminal: string; readonly input: string }> {
  const [, first = "", text = ""] = /^\s*(\S*)\s*(.*)$/s.exec(rest) ?? [];
  const terminal = first.replace(/^\/dev\//, "");
  if (what === "enter")
    return text === "" ? happens({ terminal, input: "\n" }) : wrongForm("enter [TERMINAL]");
  return first === "" ? wrongForm("type TERMINAL TEXT") : happens({ terminal, input: `${text}\n` });
}
