// What each getty makes of its words: which of them is the terminal, and what makes it end at once.
// Observed: agetty of util-linux 2.38, BusyBox 1.35.0, mingetty 1.08, fgetty 0.7.

import type { ProgramWord } from "./called.ts";

/** The gettys whose words are known. `getty`: whichever of agetty and BusyBox's is installed under that name. */
export type GettyKind = "agetty" | "busybox-getty" | "mingetty" | "fgetty" | "getty";

/** What is wrong with the words of a getty. */
export type GettyFault =
  | { readonly kind: "no-terminal"; readonly speed: ProgramWord | undefined }
  | { readonly kind: "no-speed"; readonly terminal: ProgramWord }
  | { readonly kind: "bad-speed"; readonly word: ProgramWord }
  | { readonly kind: "unknown-option"; readonly word: ProgramWord }
  | {
      readonly kind: "wrong-terminal";
      readonly word: ProgramWord;
      readonly terminal: ProgramWord | undefined;
    }
  | { readonly kind: "glued"; readonly word: ProgramWord; readonly at: number }
  | { readonly kind: "below-a-device"; readonly word: ProgramWord; readonly device: string }
  | { readonly kind: "own-input"; readonly word: ProgramWord; readonly unused: ProgramWord };

/** The words of a getty, taken apart. */
export interface GettyWords {
  readonly kind: GettyKind;
  /** The word that names the terminal. */
  readonly terminal: ProgramWord | undefined;
  readonly fault: GettyFault | undefined;
}

/** The options of a getty: letters and names, those with a value of their own apart. */
interface GettyOptions {
  readonly flags: string;
  readonly valued: string;
  readonly long: readonly string[];
  readonly longValued: readonly string[];
}

const options: Readonly<Record<"agetty" | "busybox-getty" | "mingetty", GettyOptions>> = {
  agetty: {
    flags: "8cEhiJLmnNpRsUw",
    valued: "afHIlort",
    long: words(
      "8bits noreset remote show-issue flow-control noissue local-line noclear extract-baud skip-login nonewline login-pause hangup keep-baud detect-case wait-cr nohints nohostname long-hostname reload list-speeds help version",
    ),
    longValued: words(
      "autologin issue-file host init-string login-program login-options chroot timeout erase-chars kill-chars chdir delay nice",
    ),
  },
  "busybox-getty": { flags: "hLmnwi", valued: "fltIH", long: [], longValued: [] },
  mingetty: {
    flags: "",
    valued: "",
    long: words("noclear nonewline noissue nohangup nohostname long-hostname loginpause help version"),
    longValued: words("loginprog nice delay chdir chroot autologin"),
  },
};

function words(text: string): readonly string[] {
  return text.split(" ");
}

/** The kind of a getty by its name; undefined for those whose words are not known. */
export function gettyKind(name: string, isBusybox: boolean): GettyKind | undefined {
  if (name === "getty") return isBusybox ? "busybox-getty" : "getty";
  return name === "agetty" || name === "mingetty" || name === "fgetty" ? name : undefined;
}

/** Takes the words behind the name of a getty apart. */
export function gettyWords(kind: GettyKind, given: readonly ProgramWord[]): GettyWords {
  // fgetty takes its first word for the terminal, be it an option. Observed: `fgetty --noclear tty9`.
  const { operands, unknown, asks } =
    kind === "fgetty"
      ? { operands: given, unknown: undefined, asks: false }
      : operandsOf(given, options[kind === "getty" ? "agetty" : kind]);
  const terminal = terminalAmong(kind, operands);
  const fault = asks
    ? undefined
    : unknown !== undefined && kind !== "getty"
      ? ({ kind: "unknown-option", word: unknown } as const)
      : faultOf(kind, operands, terminal);
  return { kind, terminal, fault };
}

interface Operands {
  readonly operands: readonly ProgramWord[];
  readonly unknown: ProgramWord | undefined;
  /** It is asked for help or its release, and ends as it should. */
  readonly asks: boolean;
}

function operandsOf(given: readonly ProgramWord[], known: GettyOptions): Operands {
  const operands: ProgramWord[] = [];
  let unknown: ProgramWord | undefined;
  let asks = false;
  let onlyOperands = false;
  for (let at = 0; at < given.length; at++) {
    const word = given[at];
    if (word === undefined) continue;
    const { text } = word;
    if (onlyOperands || !/^-./.test(text)) operands.push(word);
    else if (text === "--") onlyOperands = true;
    else {
      const takes = optionTakes(text, known);
      if (takes === "unknown") unknown ??= word;
      if (takes === "next") at++;
      asks ||= ["--help", "--version", "--list-speeds", "--reload", "--show-issue"].includes(text);
    }
  }
  return { operands, unknown, asks };
}

/** Whether an option takes the next word, or is none. A long one may be cut short. */
function optionTakes(
  text: string,
  { flags, valued, long, longValued }: GettyOptions,
): "nothing" | "next" | "unknown" {
  if (text.startsWith("--")) {
    const [name = ""] = text.slice(2).split("=");
    const fits = (whole: string) => whole.startsWith(name);
    if (longValued.some(fits)) return text.includes("=") ? "nothing" : "next";
    return long.some(fits) ? "nothing" : "unknown";
  }
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    if (valued.includes(letter)) return at + 1 < text.length ? "nothing" : "next";
    // What follows an L is its mode: -L=always.
    if (letter === "L" && text.charAt(at + 1) === "=") return "nothing";
    if (!flags.includes(letter)) return "unknown";
  }
  return "nothing";
}

const speed = /^\d+(?:,\d+)*$/;

function terminalAmong(kind: GettyKind, operands: readonly ProgramWord[]): ProgramWord | undefined {
  const [first, second] = operands;
  if (first === undefined) return undefined;
  const isSpeed = (kind === "busybox-getty" ? /^\d/ : speed).test(first.text);
  const found = isSpeed && kind !== "mingetty" && kind !== "fgetty" ? second : first;
  return found === operands.at(-1) && terminalType.test(found?.text ?? "") ? undefined : found;
}

function faultOf(
  kind: GettyKind,
  operands: readonly ProgramWord[],
  terminal: ProgramWord | undefined,
): GettyFault | undefined {
  const [first, second] = operands;
  if (terminal === undefined)
    return { kind: "no-terminal", speed: first !== undefined && /^\d/.test(first.text) ? first : undefined };
  if (
    (kind === "mingetty" && /^\d+$/.test(terminal.text)) ||
    (kind === "fgetty" && /^(?:\d{3,}|-.*)$/.test(terminal.text))
  )
    return { kind: "wrong-terminal", word: terminal, terminal: second };
  if (kind === "busybox-getty") {
    if (second === undefined) return { kind: "no-speed", terminal };
    const rate = terminal === second ? first : second;
    if (rate !== undefined && !/^\d+(?:,\d+)*,?$/.test(rate.text)) return { kind: "bad-speed", word: rate };
  }
  if ((kind === "agetty" || kind === "getty") && terminal.text === "-") {
    const unused = operands.slice(1).find(({ text }) => /^(?:\/dev\/)?tty/.test(text));
    if (unused !== undefined) return { kind: "own-input", word: terminal, unused };
  }
  return faultOfName(terminal);
}

/** A kind of terminal in the place of its name. */
const terminalType = /^(?:linux|vt\d{3}|xterm(?:-\w+)?|ansi|dumb|screen)$/;

/** A name that no device has. Observed: BusyBox 1.35.0 and agetty 2.38, which cannot open it. */
function faultOfName(word: ProgramWord): GettyFault | undefined {
  const [, device] = /^(?:\/dev\/)?(tty|console|null)\/./.exec(word.text) ?? [];
  if (device !== undefined) return { kind: "below-a-device", word, device };
  const [, front] =
    /^((?:\/dev\/)?tty[A-Za-z]*\d+|\d+(?=tty))(?:vt\d+|linux|xterm|ansi|dumb|tty[A-Z]*\d+)$/.exec(
      word.text,
    ) ?? [];
  return front === undefined ? undefined : { kind: "glued", word, at: front.length };
}
