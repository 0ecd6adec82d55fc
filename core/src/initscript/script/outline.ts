// What the shell part of an init script does, as far as checks need it. Everything here is what can be known for sure;
// what cannot be followed makes an arm `incomplete`, and rules that conclude from absence then keep silent.

import type {
  ShellAssignment,
  ShellFunction,
  ShellScript,
  ShellSimpleCommand,
  ShellWord,
} from "../../shell/script.ts";
import type { TextRange } from "../../text/range.ts";

/** A file that the script reads with `.` or `source`. */
export interface SourcedFile extends TextRange {
  /** The path; undefined where it cannot be resolved. */
  readonly path: string | undefined;
  readonly command: ShellSimpleCommand;
  /** It is read on a condition only: inside `if`, or after `&&` or `||`. */
  readonly guarded: boolean;
}

/** How the first argument is looked at. */
export type Dispatch =
  /** `case "$1" in`, also through a variable, or inside a function that gets all arguments. */
  | "case"
  /** `"$1"` is run, so that functions called start, stop … are the arms. */
  | "call"
  /** The interpreter is init-d-script, whose own arms call the functions do_start, do_stop … */
  | "init-d-script"
  | "unknown";

/** Whether a command's running depends on how an earlier one ended. */
export type Guard =
  | "none"
  /** After `&&` or `||`, in an `if`, or with `set -e`, whatever the condition is. */
  | "guarded";

/** A simple command that can run, reached from an arm or a function. */
export interface ReachedCommand {
  readonly command: ShellSimpleCommand;
  /** The program or function, without its folder for a program; undefined where it cannot be resolved. */
  readonly name: string | undefined;
  /** The arguments; undefined where one cannot be resolved. */
  readonly args: readonly (string | undefined)[];
  readonly guard: Guard;
  /** The functions of this file that lead here, outermost first. */
  readonly via: readonly string[];
  /** It is the condition of an `if`, `while` or `&&`/`||`, so its status is looked at. */
  readonly tested: boolean;
  readonly background: boolean;
}

/** What can happen for one value of the first argument. */
export interface ScriptArm {
  /** The values, such as `start` or `force-reload`; `*` and other patterns are not among them. */
  readonly names: readonly string[];
  /** The arm for everything else. */
  readonly isDefault: boolean;
  /** The whole arm, or the function that is one. */
  readonly range: TextRange;
  /** The patterns, or the function's name. */
  readonly head: TextRange;
  /** The simple commands that can run, in the order of the text, functions of the file followed. */
  readonly commands: readonly ReachedCommand[];
  /** Everything that can run is in `commands`: no eval, no unresolved name, no function of an unknown library. */
  readonly complete: boolean;
}

/** What a command does to a file. */
export interface FileUse extends TextRange {
  /** `test`: it asks whether the file is there. */
  readonly kind: "touch" | "remove" | "mkdir" | "test";
  /** The whole path; undefined where it cannot be resolved. */
  readonly path: string | undefined;
  /** The word as written. */
  readonly written: string;
  readonly by: ReachedCommand;
}

/** The outline of a script. */
export interface ScriptOutline {
  readonly shell: ShellScript;
  readonly dispatch: Dispatch;
  /** In the order of the text; empty where the dispatch is not understood. */
  readonly arms: readonly ScriptArm[];
  readonly functions: ReadonlyMap<string, ShellFunction>;
  readonly sourced: readonly SourcedFile[];
  /** All assignments by name, in the order of the text. */
  readonly assignments: ReadonlyMap<string, readonly ShellAssignment[]>;
  /** Commands outside functions and arms. */
  readonly topLevel: readonly ReachedCommand[];
  /** The arm that runs for this value; the default arm is not meant. */
  readonly arm: (name: string) => ScriptArm | undefined;
  /** What runs where something outside the script calls one of its functions; undefined where it has none of the name. */
  readonly called: (name: string) => Pick<ScriptArm, "commands" | "complete"> | undefined;
  /**
   * A word as text: quotes taken away, `$0` forms and variables with exactly one simple assignment followed; undefined
   * where that is not sure.
   */
  readonly resolve: (word: ShellWord) => string | undefined;
  /** What the commands of an arm do to files, redirections included. */
  readonly fileUses: (commands: readonly ReachedCommand[]) => readonly FileUse[];
}
