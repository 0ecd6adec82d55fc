// Which scripts a log of the console shows: those that have printed a text that no other script of the boot has. A script
// that prints nothing of its own is neither seen nor missed. Unless it is quiet, OpenRC prints
// a line for each service whose start function is the usual one, so that such a line can be missed.

import { failureIn, type ServiceFailure, starred } from "./openrc.ts";

/** A script that the boot calls, in its order. */
export interface CalledScript {
  /** As it is called, such as `S40network`. */
  readonly name: string;
  readonly text: string;
  /** It is a service of OpenRC. */
  readonly isService?: boolean;
  /** What OpenRC is certain to print when it starts it. */
  readonly certain?: string;
}

/** What a log shows of the scripts. */
export interface SeenScripts {
  /** In the order of the log, each once, with the line that it was first seen in. */
  readonly seen: readonly { readonly name: string; readonly line: number }[];
  /** The first one after all that were seen that prints a text of its own; undefined: there is none. */
  readonly next: string | undefined;
  /** What OpenRC says of services that did not come up. */
  readonly failed: readonly ServiceFailure[];
  /** The first service that the log would have shown, and does not, although it shows one after it. */
  readonly missed: string | undefined;
}

/** Looks for the scripts in some lines of a log, which count from 1. */
export function seenScripts(
  log: string,
  called: readonly CalledScript[],
  { from, to }: { readonly from: number; readonly to: number },
): SeenScripts {
  const marks = ownMarks(called);
  const seen: { name: string; line: number }[] = [];
  const failed: ServiceFailure[] = [];
  /** Where OpenRC is asked to be quiet, it names none. */
  const told = new Set<string>();
  const see = (name: string | undefined, line: number) => {
    if (name !== undefined && !seen.some((each) => each.name === name)) seen.push({ name, line });
  };
  for (const [index, line] of log.split("\n").slice(0, to).entries()) {
    if (index + 1 < from) continue;
    const said = starred(line);
    for (const text of said) {
      const certain = marks.find((each) => each.certain === text)?.name;
      if (certain !== undefined) told.add(certain);
      see(certain, index + 1);
      const failure = failureIn(text);
      if (!called.some(({ name, isService }) => isService === true && name === failure?.name)) continue;
      see(failure?.name, index + 1);
      if (failure !== undefined) failed.push({ ...failure, line: index + 1 });
    }
    see(
      marks.find(({ name, texts }) => texts.some((text) => line.includes(text)) && !isIn(seen, name))?.name,
      index + 1,
    );
  }
  const places = seen.map(({ name }) => marks.findIndex((each) => each.name === name));
  const last = Math.max(-1, ...places);
  const rest = seen.length === 0 ? [] : marks.slice(last + 1);
  return {
    seen,
    next: rest.find(({ texts, certain }) => texts.length > 0 || certain !== undefined)?.name,
    failed,
    missed: marks
      .slice(
        0,
        Math.max(
          0,
          marks.findLastIndex(({ name }) => told.has(name)),
        ),
      )
      .find(({ name, certain }) => certain !== undefined && !isIn(seen, name))?.name,
  };
}

function isIn(seen: SeenScripts["seen"], name: string): boolean {
  return seen.some((each) => each.name === name);
}

interface Marked {
  readonly name: string;
  readonly certain: string | undefined;
  readonly texts: readonly string[];
}

/** The texts of each script that no other one prints, in whole or in part. */
function ownMarks(called: readonly CalledScript[]): readonly Marked[] {
  const all = called.map(
    ({ name, text, certain }): Marked => ({
      name,
      certain: called.some((other) => other.name !== name && other.certain === certain) ? undefined : certain,
      texts: printedBy(text),
    }),
  );
  return all.map(({ name, certain, texts }) => ({
    name,
    certain,
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
