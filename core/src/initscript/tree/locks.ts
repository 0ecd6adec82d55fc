// Which locks a script touches and removes, as far as its text says it in plain words.

/** Names in the lock folder. */
export interface ScriptLocks {
  readonly touched: readonly string[];
  readonly removed: readonly string[];
}

/** A simple assignment; what a command prints is not known. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s;&|"'`()]*)(?=[\s;&|]|$)/gm;

const lock = /^"?\/var\/lock\/subsys\/([\w.+@-]+)"?$/;

/**
 * The locks that a script's text names in calls of `touch` and `rm` or in a redirection, through simple variables too.
 * A name that is put together otherwise (from `$0`, say) is passed over: nobody knows it without running the script.
 */
export function scriptLocks(text: string): ScriptLocks {
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(assignment))
    if (!values.has(name)) values.set(name, expand(value.replace(/^["']|["']$/g, ""), values));
  const touched = new Set<string>();
  const removed = new Set<string>();
  for (const line of text.split("\n")) {
    if (/^\s*#/.test(line) || !/touch|rm|>/.test(line)) continue;
    // A call ends at the next operator; a redirection has one word.
    for (const [, program, words = ""] of line.matchAll(/(?:^|[\s;&|(])(touch|rm)((?:[ \t]+[^\s;&|)]+)+)/g))
      for (const name of namesIn(words, values)) (program === "rm" ? removed : touched).add(name);
    for (const [, word = ""] of line.matchAll(/>>?[ \t]*([^\s;&|)]+)/g))
      for (const name of namesIn(word, values)) touched.add(name);
  }
  return { touched: [...touched], removed: [...removed] };
}

function namesIn(words: string, values: ReadonlyMap<string, string>): string[] {
  return words.split(/[ \t]+/).flatMap((word) => lock.exec(expand(word, values))?.[1] ?? []);
}

/** No path is longer. Source: PATH_MAX of Linux. */
const longestWord = 4096;

function expand(word: string, values: ReadonlyMap<string, string>): string {
  if (word.length > longestWord) return "";
  const expanded = word.replace(/\$(?:\{(\w+)\}|(\w+))/g, (all, braced?: string, plain?: string) => {
    return values.get(braced ?? plain ?? "") ?? all;
  });
  return expanded.length > longestWord ? "" : expanded;
}
