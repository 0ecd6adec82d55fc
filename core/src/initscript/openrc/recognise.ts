// Which files are scripts of OpenRC's.

/**
 * Whether a text begins as a service does. `kernel`: the kernel hands it to openrc-run; `tree`: OpenRC takes it for one
 * when it makes the tree, which it also does with a blank before the first line (observed shebangs).
 */
export function isServiceText(text: string, reader: "kernel" | "tree"): boolean {
  const line = text.slice(0, Math.max(0, (text.indexOf("\n") + text.length + 1) % (text.length + 1)));
  if (reader === "kernel") {
    const interpreter = /^#![ \t]*([^ \t]+)/.exec(line)?.[1] ?? "";
    return isRunner(interpreter);
  }
  const [first = "", second = ""] = line.split(/[ \t]+/).filter((word) => word !== "");
  return first === "#!" ? isRunner(second) : first.startsWith("#") && isRunner(first);
}

function isRunner(program: string): boolean {
  return program.endsWith("/openrc-run") || program.endsWith("/runscript");
}
