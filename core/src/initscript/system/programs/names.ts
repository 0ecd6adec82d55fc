// Small programs about names, numbers and the system.

import type { Working } from "../../../shell/interpreter/contract.ts";
import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { usage } from "./lines.ts";

/** `basename`. */
export function basename(run: ProgramRun): number {
  const [name, suffix = ""] = run.args;
  if (name === undefined) return usage(run, "basename");
  const trimmed = name.replace(/(.)\/+$/, "$1");
  const base = trimmed === "/" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
  const cuts = suffix !== "" && base !== suffix && base.endsWith(suffix);
  run.out(`${cuts ? base.slice(0, -suffix.length) : base}\n`);
  return 0;
}

/** `dirname`. */
export function dirname(run: ProgramRun): number {
  const [name] = run.args;
  if (name === undefined) return usage(run, "dirname");
  const trimmed = name.replace(/(.)\/+$/, "$1");
  const slash = trimmed.lastIndexOf("/");
  run.out(`${slash < 0 ? "." : trimmed.slice(0, slash).replace(/\/+$/, "") || "/"}\n`);
  return 0;
}

/** `seq`. */
export function seq(run: ProgramRun): number {
  const numbers = run.args.map(Number);
  const [first = 1, second, third] = numbers;
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return usage(run, "seq");
  const [from, step, to] =
    second === undefined ? [1, 1, first] : third === undefined ? [first, 1, second] : [first, second, third];
  if (step === 0 || Math.abs((to - from) / step) > 100_000) return usage(run, "seq");
  for (let value = from; step > 0 ? value <= to : value >= to; value += step) run.out(`${value}\n`);
  return 0;
}

/** `sleep`. */
export function* sleep(run: ProgramRun): Working<number> {
  let seconds = 0;
  for (const text of run.args) {
    const [, number, unit = "s"] = /^(\d*\.?\d+)([smhd]?)$/.exec(text) ?? [];
    if (number === undefined) return usage(run, "sleep");
    seconds += Number(number) * ({ m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
  }
  if (run.args.length === 0) return usage(run, "sleep");
  yield { kind: "sleep", seconds };
  return 0;
}

/** `usleep`: millionths of a second. */
export function* usleep(run: ProgramRun): Working<number> {
  yield { kind: "sleep", seconds: (Number(run.args[0]) || 0) / 1_000_000 };
  return 0;
}

/** `uname`. */
export function uname(run: ProgramRun): number {
  const given = readArguments(run.args, "asnrvmpio");
  if (given === undefined) return usage(run, "uname");
  const facts = { s: "Linux", n: "localhost", r: "6.1.0", v: "#1", m: "x86_64", o: "GNU/Linux" };
  const { options } = given;
  const wanted = Object.entries(facts).filter(
    ([letter]) => options.has("a") || options.has(letter) || (options.size === 0 && letter === "s"),
  );
  run.out(`${wanted.map(([, text]) => text).join(" ")}\n`);
  return 0;
}

/** `hostname`: what it is told it forgets. */
export function hostname(run: ProgramRun): number {
  if (run.args.length === 0) run.out("localhost\n");
  return 0;
}

/** `id`: everything is done by root. */
export function id(run: ProgramRun): number {
  const names = run.args.some((word) => /^-[a-zA-Z]*n/.test(word));
  if (run.args.some((word) => word.startsWith("-"))) run.out(names ? "root\n" : "0\n");
  else run.out("uid=0(root) gid=0(root) groups=0(root)\n");
  return 0;
}

/** `date`: the clock of the system, in UTC. */
export function date(run: ProgramRun): number {
  const format = run.args.find((word) => word.startsWith("+"))?.slice(1) ?? "%a %b %e %H:%M:%S UTC %Y";
  run.out(`${formatTime(run.system.now(), format)}\n`);
  return 0;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function formatTime(seconds: number, format: string): string {
  const date = civilDate(Math.floor(seconds / 86_400));
  const rest = ((Math.floor(seconds) % 86_400) + 86_400) % 86_400;
  const two = (value: number) => String(value).padStart(2, "0");
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const values: Readonly<Record<string, string>> = {
    Y: String(date.year),
    y: two(date.year % 100),
    m: two(date.month),
    d: two(date.day),
    e: String(date.day).padStart(2),
    H: two(hour),
    M: two(minute),
    S: two(second),
    s: String(Math.floor(seconds)),
    F: `${date.year}-${two(date.month)}-${two(date.day)}`,
    T: `${two(hour)}:${two(minute)}:${two(second)}`,
    R: `${two(hour)}:${two(minute)}`,
    a: days[date.weekday] ?? "",
    b: months[date.month - 1] ?? "",
    u: String(date.weekday === 0 ? 7 : date.weekday),
    w: String(date.weekday),
    Z: "UTC",
    z: "+0000",
    n: "\n",
    t: "\t",
    "%": "%",
  };
  return format.replace(/%[-_0]?(.)/g, (whole, letter: string) => values[letter] ?? whole);
}

/** The date of a day that is counted from the first of January 1970, by the rules of the Gregorian calendar. */
function civilDate(day: number): { year: number; month: number; day: number; weekday: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    weekday: (((day + 4) % 7) + 7) % 7,
  };
}
