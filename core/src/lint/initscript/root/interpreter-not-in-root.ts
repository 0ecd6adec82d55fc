import { interpreterInRoot } from "../../../initscript/root/program.ts";
import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";

const root = [{ path: "bin/busybox" }, { path: "bin/sh", target: "busybox" }];

export const interpreterNotInRoot: ScriptRule = {
  id: "interpreter-not-in-root",
  code: "IT930",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["root"],
  sources: ["execve(2): ENOENT for the interpreter of a script"],
  docs: {
    what: "The root file system around the script lacks the interpreter that its first line names.",
    why: "The script cannot be run, and the error message says that there is no such file, although the script exists.\nThe rule applies only to scripts of a whole system: a directory or an archive that contains a shell or an init.",
    instead: "Install the interpreter, or write the script for the shell that is there.",
    wrong: [{ text: exampleScript({}).replace("#!/bin/sh", "#!/bin/bash"), files: root }],
    right: [{ text: exampleScript({}), files: root }],
  },
  check: ({ text, root: around, name, family, lineRange }) => {
    if (around === undefined || isSourced(family.families, name)) return [];
    const fate = interpreterInRoot(around, name, text);
    if (fate.kind !== "no-interpreter") return [];
    const { start, end } = lineRange(1);
    const at = text.slice(start, end).lastIndexOf(fate.interpreter);
    return [
      {
        range: at < 0 ? { start, end } : { start: start + at, end: start + at + fate.interpreter.length },
        message: message("interpreter-not-in-root", { interpreter: fate.interpreter }),
      },
    ];
  },
};

/** What the caller's shell reads is run by that shell, whatever its first line says. */
function isSourced(
  families: readonly { readonly calls: { readonly sourced: RegExp | undefined } }[],
  name: string,
): boolean {
  return families.some(({ calls }) => calls.sourced?.test(name) === true);
}
