// Small programs about texts and names.

import type { Working } from "../../../shell/interpreter/contract.ts";
import { errorText } from "../../../shell/interpreter/redirect.ts";
import type { ProgramRun } from "../contract.ts";

/** `cat`. */
export function cat({ args, system, out, err, input, absolute }: ProgramRun): number {
  let status = 0;
  for (const name of args.length === 0 ? ["-"] : args) {
    if (name === "-") {
      out(input());
      continue;
    }
    const opened = system.files.open(absolute(name), "read", 0);
    if (opened.kind === "open") out(opened.stream.read(Number.POSITIVE_INFINITY));
    else {
      err(`cat: ${name}: ${errorText(opened.kind === "error" ? opened.error : "EINVAL")}\n`);
      status = 1;
    }
  }
  return status;
}

/** `basename`. */
export function basename({ args, out, err }: ProgramRun): number {
  const [name, suffix = ""] = args;
  if (name === undefined) {
    err("basename: missing operand\n");
    return 1;
  }
  const trimmed = name.replace(/(.)\/+$/, "$1");
  const base = trimmed === "/" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
  out(
    `${suffix !== "" && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base}\n`,
  );
  return 0;
}

/** `dirname`. */
export function dirname({ args, out, err }: ProgramRun): number {
  const [name] = args;
  if (name === undefined) {
    err("dirname: missing operand\n");
    return 1;
  }
  const trimmed = name.replace(/(.)\/+$/, "$1");
  const slash = trimmed.lastIndexOf("/");
  out(`${slash < 0 ? "." : trimmed.slice(0, slash).replace(/\/+$/, "") || "/"}\n`);
  return 0;
}

/** `sleep`. */
export function* sleep({ args, err }: ProgramRun): Working<number> {
  let seconds = 0;
  for (const text of args) {
    const [, number, unit = "s"] = /^(\d*\.?\d+)([smhd]?)$/.exec(text) ?? [];
    if (number === undefined) {
      err(`sleep: invalid number '${text}'\n`);
      return 1;
    }
    seconds += Number(number) * ({ m: 60, h: 3600, d: 86400 }[unit] ?? 1);
  }
  yield { kind: "sleep", seconds };
  return 0;
}
