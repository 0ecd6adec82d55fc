// `echo` and `printf`.

import { undoEscapes } from "../expand/escapes.ts";
import { complain, fail, type ShellState } from "../state.ts";
import { print } from "./builtin.ts";
import { formatNumber, readSpecification, type Specification } from "./format.ts";

/** `echo`. */
export function echo(shell: ShellState, args: readonly string[]): number {
  const { escapes, options, octalEscapes } = shell.behaviour.echo;
  let [first, newline, undo] = [0, true, escapes];
  for (; first < args.length; first++) {
    const word = args[first] ?? "";
    if (!/^-./.test(word) || ![...word.slice(1)].every((letter) => options.includes(letter))) break;
    // dash knows one option, and takes it once.
    if (escapes && word !== "-n") break;
    for (const letter of word.slice(1)) {
      if (letter === "n") newline = false;
      else undo = letter === "e";
    }
    if (escapes) {
      first++;
      break;
    }
  }
  const text = args.slice(first).join(" ");
  const end = newline ? "\n" : "";
  if (!undo) return print(shell, text + end);
  const undone = undoEscapes(text, { octal: octalEscapes, more: !escapes });
  return print(shell, undone.ends ? undone.text : undone.text + end);
}

/** `printf`. */
export function printf(shell: ShellState, args: readonly string[]): number {
  const rest = args[0] === "--" ? args.slice(1) : args;
  const [format, ...values] = rest;
  if (format === undefined) return fail(shell, shell.behaviour.words.printf.usage, 2);
  const printer: Printer = { shell, values, used: 0, text: "", status: 0, ended: false };
  // The format is used again as long as there are arguments that it takes.
  do {
    const before = printer.used;
    printOnce(printer, format);
    if (printer.ended || printer.used === before) break;
  } while (printer.used < values.length);
  const status = print(shell, printer.text);
  return status === 0 ? printer.status : status;
}

interface Printer {
  readonly shell: ShellState;
  readonly values: readonly string[];
  used: number;
  text: string;
  status: number;
  ended: boolean;
}

function printOnce(printer: Printer, format: string): void {
  for (let at = 0; at < format.length && !printer.ended; ) {
    const next = format.slice(at).search(/[%\\]/);
    if (next !== 0) {
      printer.text += format.slice(at, next < 0 ? undefined : at + next);
      at = next < 0 ? format.length : at + next;
      continue;
    }
    if (format.startsWith("%%", at)) {
      printer.text += "%";
      at += 2;
      continue;
    }
    if (format.charAt(at) === "\\") {
      const piece = /^\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.|$)/s.exec(format.slice(at))?.[0] ?? "\\";
      printer.text += escapeIn(piece);
      at += piece.length;
      continue;
    }
    const specification = readSpecification(format.slice(at), () => numberArgument(printer));
    if (specification === undefined) {
      const { words, appletStatus } = printer.shell.behaviour;
      complain(printer.shell, words.printf.directive(format.slice(at, at + 2)));
      printer.status = appletStatus;
      printer.ended = true;
      return;
    }
    printer.text += convert(printer, specification);
    at += specification.length;
  }
}

function escapeIn(piece: string): string {
  // `\c` has no meaning in a format.
  return piece === "\\c" ? piece : undoEscapes(piece, { octal: "plain", more: false }).text;
}

function nextArgument(printer: Printer): string | undefined {
  return printer.values[printer.used++];
}

function convert(printer: Printer, specification: Specification): string {
  const { conversion, precision } = specification;
  switch (conversion) {
    case "s":
      return padded(cut(nextArgument(printer) ?? "", precision), specification);
    case "c":
      return padded(nextArgument(printer)?.charAt(0) || "\0", specification);
    case "b": {
      const { text, ends } = undoEscapes(nextArgument(printer) ?? "", { octal: "either", more: false });
      printer.ended = ends;
      return padded(cut(text, precision), specification);
    }
    default:
      return formatNumber(numberArgument(printer), specification);
  }
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : text.slice(0, precision);
}

function padded(text: string, { width, flags }: Specification): string {
  return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}

/** A number as C writes it, or the code of a character after a quote. */
function numberArgument(printer: Printer): bigint {
  const text = nextArgument(printer);
  const part = printer.shell.behaviour.printsPartOfNumber;
  if ((text ?? "") === "" && part) return 0n;
  if (text === undefined) return wrongNumber(printer, "", false);
  if (/^["']/.test(text)) return BigInt(text.codePointAt(1) ?? 0);
  const trimmed = text.trimStart();
  const [found = "", sign = "", digits = ""] =
    /^([-+]?)(0[xX][0-9A-Fa-f]+|0[0-7]*|[1-9]\d*)/.exec(trimmed) ?? [];
  if (found !== trimmed || found === "") {
    wrongNumber(printer, text, found !== "");
    if (!part) return 0n;
  }
  if (digits === "") return 0n;
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  return sign === "-" ? -value : value;
}

function wrongNumber(printer: Printer, text: string, begins: boolean): bigint {
  complain(printer.shell, printer.shell.behaviour.words.printf.number(text, begins));
  printer.status = 1;
  return 0n;
}
