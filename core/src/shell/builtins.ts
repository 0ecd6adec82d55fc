// The built-in commands that end at once and need nothing of the world.

/** What these commands read and change. */
export interface BuiltinContext {
  readonly variables: Record<string, string>;
  readonly exported: Set<string>;
  /** Whether a file exists. */
  readonly exists: (path: string) => boolean;
}

/** Runs one of them; its exit code, or undefined where the program is none. */
export function runBuiltin(context: BuiltinContext, words: readonly string[]): number | undefined {
  const [program = "", ...rest] = words;
  switch (program) {
    case ":":
    case "true":
    case "cd":
    case "umask":
    case "trap":
    case "set":
    case "shift":
    case "echo":
      return 0;
    case "false":
      return 1;
    case "export":
      for (const word of rest) {
        const [name = "", ...value] = word.split("=");
        if (word.includes("=")) context.variables[name] = value.join("=");
        context.exported.add(name);
      }
      return 0;
    case "test":
      return test(context, rest);
    case "[":
      return test(context, rest.at(-1) === "]" ? rest.slice(0, -1) : rest);
    default:
      return undefined;
  }
}

function test(context: BuiltinContext, words: readonly string[]): number {
  if (words[0] === "!") return test(context, words.slice(1)) === 0 ? 1 : 0;
  const [first = "", second = "", third] = words;
  const holds = (value: boolean) => (value ? 0 : 1);
  if (third !== undefined) {
    if (second === "=" || second === "==") return holds(first === third);
    if (second === "!=") return holds(first !== third);
    return 2;
  }
  if (words.length < 2) return holds(first !== "");
  if (first === "-n") return holds(second !== "");
  if (first === "-z") return holds(second === "");
  return holds(context.exists(second));
}
