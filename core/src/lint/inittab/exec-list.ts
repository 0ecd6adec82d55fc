// What the `exec` costs that releases before 3.11 put in front of a shell command.

import type { Message } from "../../text/message.ts";
import type { TextRange } from "../../text/range.ts";
import type { Fix } from "../contract.ts";
import { suggestion } from "../report.ts";
import type { LineContext } from "./contract.ts";
import { inProcess } from "./in-process.ts";
import { message } from "./message.ts";

/** What does not work after `exec`. Ranges from the beginning of the process. */
export interface ExecProblem {
  readonly range: TextRange;
  /** What happens, in words that follow "init puts `exec` in front". */
  readonly effect: Message;
}

/** Words that a shell knows itself and that are no programs. */
const keywords: ReadonlySet<string> = new Set(
  "if for while until case { ! exec . : eval export readonly set shift source times trap unset".split(" "),
);

/** What must stand in a process that `exec` can harm: looked for before anything is taken apart. */
const suspect = /[;&|(=]|^[+@ \t]*[a-z.:{!]+[ \t]/;

/** What is lost under an implied `exec`; undefined where nothing is. Observed: exec-shell, exec-shell-assignment, exec-shell-chains. */
export function execProblem(context: LineContext): ExecProblem | undefined {
  if (context.action?.process !== "run" || !suspect.test(context.process)) return undefined;
  const reading = context.shell();
  if (reading === undefined || reading.error !== undefined) return undefined;
  const [first] = reading.firstCommand;
  if (first !== undefined && first.text === "(") return { range: first, effect: message("exec.unparsable") };
  if (first !== undefined && keywords.has(first.text))
    return { range: first, effect: message("exec.no-program", { word: first.text }) };
  if (first !== undefined && /^[A-Za-z_]\w*=/.test(first.text))
    return { range: first, effect: message("exec.assignment") };
  const { separator } = reading;
  if (separator !== undefined && reading.goesOn && [";", "&&", "||"].includes(separator.text))
    return { range: separator, effect: message("exec.never-reached", { operator: separator.text }) };
  return undefined;
}

/** Rewrites that work in every release. */
export function withoutExec(context: LineContext): readonly Fix[] {
  const { process } = context;
  const command = context.command();
  if (command.kind !== "shell") return [];
  const range = inProcess(context, command.script);
  const script = process.slice(command.script.start, command.script.end).trimEnd();
  const first = context.shell()?.firstCommand[0]?.text ?? "";
  const single = context.shell()?.goesOn !== true;
  if (single && first === "exec")
    return [suggestion(message("fix.delete-exec"), range, script.replace(/^[ \t]*exec[ \t]+/, ""))];
  if (single && /^[A-Za-z_]\w*=/.test(first))
    return [suggestion(message("exec.use-env"), range, `env ${script.trimStart()}`)];
  return script.includes("'")
    ? []
    : [suggestion(message("exec.wrap"), range, `/bin/sh -c '${script.trimStart()}'`)];
}
