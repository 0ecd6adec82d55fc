// The instances that a script for rc.common hands to procd: what stands between procd_open_instance and procd_close_instance.

import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ShellSimpleCommand, ShellWord } from "../../../shell/script.ts";
import type { ScriptContext } from "../contract.ts";
import { flattened, functionsOf, isForRcCommon } from "./script-facts.ts";

/** An instance as far as the text tells. */
export interface ProcdInstance {
  /** The command that names the program. */
  readonly command: ShellSimpleCommand;
  /** The words of the program's command, those that are appended later included. */
  readonly words: readonly ShellWord[];
  /** The parameters that are set besides. */
  readonly parameters: ReadonlySet<string>;
  /** Other functions, or what cannot be read, may set parameters as well. */
  readonly isWhole: boolean;
}

/** Commands beside those of procd that set no parameter. */
const harmless: ReadonlySet<string> = new Set([
  ...["[", "test", ":", "true", "echo", "printf", "local", "mkdir", "touch", "chmod", "chown", "rm", "cp"],
  ...["config_get", "config_get_bool", "config_load", "logger", "return", "procd_add_jail"],
]);

/** The instances of a script that have a command. */
export function instancesOf(script: ScriptContext): readonly ProcdInstance[] {
  if (!isForRcCommon(script)) return [];
  return [...functionsOf(script).values()].flatMap(({ body }) => {
    const found: ProcdInstance[] = [];
    let open: OpenInstance | undefined;
    for (const statement of flattened(body)) {
      const name = statement.kind === "command" ? nameOf(statement) : undefined;
      if (name === "procd_open_instance") open = { parameters: new Set(), words: [], isWhole: true };
      if (open === undefined) continue;
      if (name === "procd_close_instance") {
        const { command, ...rest } = open;
        if (command !== undefined) found.push({ command, ...rest });
        open = undefined;
      } else if (statement.kind === "command") note(open, statement, name);
      else open.isWhole = false;
    }
    return found;
  });
}

interface OpenInstance {
  command?: ShellSimpleCommand;
  words: readonly ShellWord[];
  readonly parameters: Set<string>;
  isWhole: boolean;
}

function note(open: OpenInstance, statement: ShellSimpleCommand, name: string | undefined): void {
  const { words } = statement;
  const [, parameter, ...values] = words;
  if (name === "procd_set_param" || name === "procd_append_param") {
    const what = parameter === undefined ? undefined : plainText(parameter);
    if (what === undefined) open.isWhole = false;
    else if (what !== "command") open.parameters.add(what);
    else if (name === "procd_append_param") open.words = [...open.words, ...values];
    else {
      // In another branch another program.
      if (open.command !== undefined) open.isWhole = false;
      open.command = statement;
      open.words = values;
    }
    return;
  }
  if (words.length > 0 && name !== "procd_open_instance" && !harmless.has(name ?? "")) open.isWhole = false;
}

function nameOf({ words: [first] }: ShellSimpleCommand): string | undefined {
  return first === undefined ? undefined : plainText(first);
}
