// Which scripts a log of the console shows: those that have printed a text that no other script of the boot has. A script
// that prints nothing of its own is neither seen nor missed.

/** A script that the boot calls, in its order. */
export interface CalledScript {
  /** As it is called, such as `S40network`. */
  readonly name: string;
  readonly text: string;
}

/** What a log shows of the scripts. */
export interface SeenScripts {
  /** In the order of the log, each once, with the line that it was first seen in. */
  readonly seen: readonly { readonly name: string; readonly line: number }[];
  /** The first one after all that were seen that prints a text of its own; undefined: there is none. */
  readonly next: string | undefined;
}

/** Looks for the scripts in some lines of a log, which count from 1. */
export function seenScripts(
  log: string,
  called: readonly CalledScript[],
  { from, to }: { readonly from: number; readonly to: number },
): SeenScripts {
  const marks = ownMarks(called);
  const seen: { name: string; line: number }[] = [];
  for (const [index, line] of log.split("\n").slice(0, to).entries()) {
    if (index + 1 < from) continue;
    const script = marks.find(({ name, texts }) =>
      seen.some((each) => each.name === name) ? false : texts.some((text) => line.includes(text)),
    );
    if (script !== undefined) seen.push({ name: script.name, line: index + 1 });
  }
  const last = Math.max(-1, ...seen.map(({ name }) => marks.findIndex((each) => each.name === name)));
  const next = seen.length === 0 ? undefined : marks.slice(last + 1).find(({ texts }) => texts.length > 0);
  return { seen, next: next?.name };
}

interface Marked {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The texts of each script that no other one prints, in whole or in part. */
function ownMarks(called: readonly CalledScript[]): readonly Marked[] {
  const all = called.map(({ name, text }): Marked => ({ name, texts: printedBy(text) }));
  return all.map(({ name, texts }) => ({
    name,
    texts: texts.filter((text) =>
      all.every(
        (other) =>
          other.name === name || other.texts.every((each) => !each.includes(text) && !text.includes(each)),
      ),
    ),
  }));
}

/** The commands that print: those of the shell, and those of the libraries of Debian, Red Hat and OpenRC. */
const printing = /\b(?:echo|printf|ebegin|einfo|action|log_\w+_msg|gprintf)\b([^\n;&|]*)/g;

/** A shorter text may stand in any line. */
const shortest = 8;

/** What a script prints when it is started, as far as its text says it outright. */
function printedBy(script: string): readonly string[] {
  const values = new Map(
    Array.from(script.matchAll(/^(\w+)=["']?([\w./ -]+)["']?$/gm), ([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const texts = Array.from(script.matchAll(printing), ([, words = ""]) => printedText(words, values));
  return [...new Set(texts)].filter((text) => text.length >= shortest && !/^(?:Usage|Stopp)/i.test(text));
}

/** The first word in quotes with what is known put in; what is not known cuts it. */
function printedText(words: string, values: ReadonlyMap<string, string>): string {
  const quoted = Array.from(
    words.matchAll(/\$?"([^"]*)"|'([^']*)'/g),
    ([, one, other]) => one ?? other ?? "",
  );
  const [format = "", argument = ""] = quoted.map((text) =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => values.get(name) ?? whole),
  );
  const filled = argument.includes("$") ? format : format.replace("%s", () => argument);
  return (/^[^$%\\`]*/.exec(filled)?.[0] ?? "").trim();
}
