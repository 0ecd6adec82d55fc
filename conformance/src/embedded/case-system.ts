// A virtual system with the made-up scripts of a case, and what was called in it in the form of `expect`.

import {
  ashBehaviour,
  bashBehaviour,
  createSystem,
  dashBehaviour,
  type ScriptCall,
  type ScriptSystem,
} from "@inittab/core";
import { type CaseFile, modeOf } from "./case-script.ts";

/** The shells of the cases. */
export type CaseShell = "busybox" | "dash" | "bash";

/** What core calls the shell. */
export function loopShell(shell: CaseShell = "busybox"): "ash" | "dash" | "bash" {
  return shell === "busybox" ? "ash" : shell;
}

const behaviours = { busybox: ashBehaviour, dash: dashBehaviour, bash: bashBehaviour } as const;

/** A system with nothing in it but what every system has. */
export function caseSystem(shell: CaseShell = "busybox"): ScriptSystem {
  const system = createSystem({ shell: behaviours[shell] });
  if (shell === "bash") system.files.makeLink("/bin/bash", "sh");
  return system;
}

/** Puts a file of a case into a folder. */
export function putFile(
  { files }: ScriptSystem,
  folder: string,
  file: CaseFile,
  lines?: readonly string[],
): void {
  const path = `${folder}/${file.name}`;
  files.folder(path.slice(0, path.lastIndexOf("/")));
  switch (file.kind) {
    case "link":
    case "dangling":
      files.makeLink(path, file.target ?? "");
      return;
    case "dir":
      files.folder(path);
      return;
    case "fifo":
      files.makeSpecial(path, "fifo");
      return;
    default:
      files.write(path, file.text ?? `${(lines ?? scriptLines(file)).join("\n")}\n`, modeOf(file));
  }
}

/** Stands where the made-up scripts record their call. */
export const recorder = ": record";

/** The lines of a made-up script. */
function scriptLines({
  shebang = "#!/bin/sh",
  does = [],
  print,
  exit,
  ...more
}: CaseFile): readonly string[] {
  return [
    ...(shebang === null ? [] : [shebang]),
    recorder,
    ...does,
    ...(print === undefined ? [] : [`echo ${quoted(print)}`]),
    ...(more.return === undefined ? [] : [`return ${more.return}`]),
    ...(exit === undefined ? [] : [`exit ${exit}`]),
  ];
}

/** A word that the shell leaves as it is. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The calls of made-up scripts that record them, in the form of `expect`; paths are shown below a folder. */
export function recordedCalls(
  { files }: ScriptSystem,
  calls: readonly ScriptCall[],
  below: string,
  more: (call: ScriptCall) => object = () => ({}),
): readonly object[] {
  return calls
    .filter(({ path }) => files.read(path)?.split("\n", 2).includes(recorder) === true)
    .map((call) => {
      const { path, how, args, folder, environment } = call;
      const probe = environment.get("PROBE");
      return {
        script: path.startsWith(`${below}/`) ? path.slice(below.length + 1) : path,
        how,
        args: args.join(" "),
        ...(folder === "/" ? {} : { cwd: folder }),
        ...(probe === undefined ? {} : { probe }),
        ...more(call),
      };
    });
}

/** The name of what a link leads to at last, where it is another. */
export function fileBehind({ files }: ScriptSystem, path: string): { readonly file?: string } {
  let at = path;
  for (let links = 0; links < 40; links++) {
    const target = files.readLink(at);
    if (target === undefined) break;
    at = target.startsWith("/") ? target : `${at.slice(0, at.lastIndexOf("/"))}/${target}`;
  }
  const [name, file] = [path, at].map((each) => each.slice(each.lastIndexOf("/") + 1));
  return file === undefined || file === name ? {} : { file };
}

/** Lines without their newlines. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** What a run has written, in the form of `expect`. */
export function writtenBy({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): object {
  return { stdout: linesOf(stdout), ...(stderr === "" ? {} : { stderr: linesOf(stderr) }) };
}
