// Programs that take lines and give lines.

import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { linesOf, readFiles, usage } from "./lines.ts";

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

/** `cat`. */
export function cat(run: ProgramRun): number {
  let status = 0;
  for (const name of run.args.length === 0 ? ["-"] : run.args) {
    const { files, failed } = readFiles(run, "cat", [name]);
    for (const { text } of files) run.out(text);
    if (failed) status = 1;
  }
  return status;
}

/** `head` and `tail`: lines, or with -c characters. */
export function headOrTail(command: "head" | "tail"): (run: ProgramRun) => number {
  return (run) => {
    const args = run.args.map((word) => word.replace(/^-(\d+)$/, "-n$1"));
    const given = readArguments(args, "n:c:qvf", { lines: "n", bytes: "c", quiet: "q" });
    if (given === undefined) return usage(run, command);
    const { files, failed } = readFiles(run, command, given.rest);
    const characters = given.options.get("c");
    const count = characters ?? given.options.get("n") ?? "10";
    for (const [index, { name, text }] of files.entries()) {
      if (files.length > 1 && !given.options.has("q")) run.out(`${index > 0 ? "\n" : ""}==> ${name} <==\n`);
      const pieces = characters === undefined ? text.split(/(?<=\n)/) : [...text];
      run.out(slice(pieces, count, command).join(""));
    }
    return failed ? 1 : 0;
  };
}

function slice(pieces: readonly string[], count: string, command: "head" | "tail"): readonly string[] {
  const number = Math.abs(Number(count)) || 0;
  if (command === "head")
    return count.startsWith("-")
      ? pieces.slice(0, Math.max(0, pieces.length - number))
      : pieces.slice(0, number);
  if (count.startsWith("+")) return pieces.slice(Math.max(0, number - 1));
  return number === 0 ? [] : pieces.slice(-number);
}

/** `wc`. */
export function wc(run: ProgramRun): number {
  const given = readArguments(run.args, "lwcm", { lines: "l", words: "w", bytes: "c" });
  if (given === undefined) return usage(run, "wc");
  const { files, failed } = readFiles(run, "wc", given.rest);
  const wanted = ["l", "w", "c"].filter(
    (letter) =>
      given.options.size === 0 || given.options.has(letter) || (letter === "c" && given.options.has("m")),
  );
  for (const { name, text } of files) {
    const counts: Readonly<Record<string, number>> = {
      l: text.split("\n").length - 1,
      w: text.split(/\s+/).filter((word) => word !== "").length,
      c: text.length,
    };
    const numbers = wanted.map((letter) => String(counts[letter] ?? 0));
    const shown = wanted.length === 1 ? numbers : numbers.map((number) => number.padStart(7));
    run.out(`${shown.join(" ")}${name === "-" ? "" : ` ${name}`}\n`);
  }
  return failed ? 1 : 0;
}

/** `cut`. */
export function cut(run: ProgramRun): number {
  const given = readArguments(run.args, "d:f:c:b:s", { delimiter: "d", fields: "f" });
  const list = given?.options.get("f") ?? given?.options.get("c") ?? given?.options.get("b");
  if (given === undefined || list === undefined) return usage(run, "cut");
  const byField = given.options.has("f");
  const delimiter = given.options.get("d") ?? "\t";
  const { files, failed } = readFiles(run, "cut", given.rest);
  for (const line of files.flatMap(({ text }) => linesOf(text))) {
    if (byField && !line.includes(delimiter)) {
      if (!given.options.has("s")) run.out(`${line}\n`);
      continue;
    }
    const pieces = byField ? line.split(delimiter) : [...line];
    run.out(`${pieces.filter((_, index) => isListed(list, index + 1)).join(byField ? delimiter : "")}\n`);
  }
  return failed ? 1 : 0;
}

function isListed(list: string, number: number): boolean {
  return list.split(",").some((range) => {
    const [from = "", to] = range.split("-");
    return to === undefined
      ? Number(from) === number
      : Number(from || 1) <= number && number <= (to === "" ? number : Number(to));
  });
}

/** `tr`. */
export function tr(run: ProgramRun): number {
  const given = readArguments(run.args, "dscC", { delete: "d", "squeeze-repeats": "s" });
  const [first, second] = given?.rest ?? [];
  if (given === undefined || first === undefined) return usage(run, "tr");
  const from = charactersOf(first);
  const to = charactersOf(second ?? "");
  const inverted = given.options.has("c") || given.options.has("C");
  const isIn = (character: string) => from.includes(character) !== inverted;
  const squeezes = given.options.has("s")
    ? second === undefined
      ? isIn
      : (character: string) => to.includes(character)
    : () => false;
  let result = "";
  for (const character of run.input()) {
    if (given.options.has("d") && isIn(character)) continue;
    const changed = second !== undefined && !given.options.has("d") && isIn(character);
    const place = inverted ? to.length - 1 : Math.min(from.indexOf(character), to.length - 1);
    const next = changed ? (to[place] ?? character) : character;
    if (squeezes(next) && result.endsWith(next)) continue;
    result += next;
  }
  run.out(result);
  return 0;
}

const sets: Readonly<Record<string, string>> = {
  "[:upper:]": "A-Z",
  "[:lower:]": "a-z",
  "[:digit:]": "0-9",
  "[:alpha:]": "A-Za-z",
  "[:alnum:]": "0-9A-Za-z",
  "[:space:]": " \\t\\n\\v\\f\\r",
  "[:blank:]": " \\t",
};

function charactersOf(text: string): readonly string[] {
  const plain = Object.entries(sets).reduce((left, [name, range]) => left.replaceAll(name, range), text);
  const undone = plain.replace(/\\([0-7]{1,3}|.)/gs, (_, escaped: string) =>
    /^[0-7]/.test(escaped)
      ? String.fromCharCode(Number.parseInt(escaped, 8))
      : ({ n: "\n", t: "\t", r: "\r", v: "\v", f: "\f" }[escaped] ?? escaped),
  );
  const characters: string[] = [];
  for (let at = 0; at < undone.length; at++) {
    const [from, dash, to] = [undone.charAt(at), undone.charAt(at + 1), undone.charAt(at + 2)];
    if (dash !== "-" || to === "" || to < from) {
      characters.push(from);
      continue;
    }
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++)
      characters.push(String.fromCharCode(code));
    at += 2;
  }
  return characters;
}

/** `sort`, by bytes or numbers, with one key at most. */
export function sort(run: ProgramRun): number {
  const given = readArguments(run.args, "nruk:t:gbf", { reverse: "r", unique: "u", "numeric-sort": "n" });
  if (given === undefined) return usage(run, "sort", 2);
  const { files, failed } = readFiles(run, "sort", given.rest);
  const key = given.options.get("k");
  const numeric = given.options.has("n") || given.options.has("g") || /n/.test(key ?? "");
  const reverse = given.options.has("r") || /r/.test(key ?? "");
  const delimiter = given.options.get("t");
  const keyOf = (line: string) => {
    if (key === undefined) return line;
    const fields = delimiter === undefined ? line.trim().split(/\s+/) : line.split(delimiter);
    return fields.slice(Number.parseInt(key, 10) - 1).join(delimiter ?? " ");
  };
  const numberOf = (line: string) => Number.parseFloat(keyOf(line)) || 0;
  const compare = (left: string, right: string) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    const byText = first < second ? -1 : first > second ? 1 : 0;
    return numeric ? numberOf(left) - numberOf(right) || byText : byText;
  };
  const sorted = [...files.flatMap(({ text }) => linesOf(text))].sort((left, right) =>
    reverse ? compare(right, left) : compare(left, right),
  );
  run.out(
    joined(
      given.options.has("u")
        ? sorted.filter((line, index) => index === 0 || compare(line, sorted[index - 1] ?? "") !== 0)
        : sorted,
    ),
  );
  return failed ? 2 : 0;
}

/** `uniq`. */
export function uniq(run: ProgramRun): number {
  const given = readArguments(run.args, "cdu", { count: "c", repeated: "d" });
  if (given === undefined) return usage(run, "uniq");
  const { files, failed } = readFiles(run, "uniq", given.rest.slice(0, 1));
  const runs: { readonly line: string; count: number }[] = [];
  for (const line of files.flatMap(({ text }) => linesOf(text))) {
    const last = runs.at(-1);
    if (last?.line === line) last.count++;
    else runs.push({ line, count: 1 });
  }
  const kept = runs.filter(
    ({ count }) => (!given.options.has("d") || count > 1) && (!given.options.has("u") || count === 1),
  );
  run.out(
    joined(
      kept.map(({ line, count }) => (given.options.has("c") ? `${String(count).padStart(7)} ${line}` : line)),
    ),
  );
  return failed ? 1 : 0;
}

/** `tee`. */
export function tee(run: ProgramRun): number {
  const given = readArguments(run.args, "ai", { append: "a" });
  if (given === undefined) return usage(run, "tee");
  const text = run.input();
  run.out(text);
  let status = 0;
  for (const name of given.rest) {
    const opened = run.system.files.open(
      run.absolute(name),
      given.options.has("a") ? "append" : "write",
      0o666 & ~run.umask,
    );
    if (opened.kind === "open") opened.stream.write(text);
    else {
      run.err(`tee: ${name}: cannot open\n`);
      status = 1;
    }
  }
  return status;
}
