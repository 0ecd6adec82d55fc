// What the command line says in another language has no English sentence in it. A text counts as soon as the language has
// it, and all texts count once the languages are complete.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allRules, topics } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { type EnglishText, englishTexts } from "./english.ts";
import { languageTags, sameIn, textsOf } from "./folders.mjs";
import { mustBeComplete } from "./modes.ts";
import { saidByProgram, saidHere } from "./said.ts";

const systems = join(import.meta.dirname, "../../test-fixtures/systems");

/** What is quoted as it is: the files of the systems, and the sources of the manual. */
const given = readdirSync(systems, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8").replace(/\s+/g, " "))
  .concat(topics.flatMap(({ sources }) => sources))
  .join("\n");

/** The words of a template or of prose that stand there whatever its values are; short ones may stand in any language. */
function piecesOf({ english, kind }: Pick<EnglishText, "english" | "kind">): readonly string[] {
  const words = kind === "template" ? english.replace(/\{"([^"]*)"\}/g, "$1") : english;
  const pieces = kind === "template" ? words.split(/\{\$\w+(?: ->)?|\*?\[\w+\]|[{}#]/) : [words];
  return pieces
    .flatMap((piece) => plain(piece).split("\n"))
    .map((piece) => piece.trim())
    .filter((piece) => /^(?=.{18})(?:.*?\b[A-Za-z]{2,}\b){4}/.test(piece));
}

/** Without code, and with single blanks: lines are broken where the screen ends. */
function plain(text: string): string {
  return text
    .replace(/`[^`]*`/g, "\n")
    .replace(/\*\*/g, "")
    .replace(/[ \t]+/g, " ");
}

/** The pieces of English that a language must not say: not those of texts that it lacks, nor what it says itself. */
function englishPieces(tag: string): ReadonlyMap<string, string> {
  const own = textsOf(tag);
  const spoken = Object.values(own).join("\n");
  const same = new Set(sameIn(tag));
  const counts = ({ id }: EnglishText) => !same.has(id) && (mustBeComplete || id in own);
  const excused = englishTexts()
    .flatMap((text) => (counts(text) ? [] : piecesOf(text)))
    .join("\n");
  return new Map(
    englishTexts().flatMap((text) =>
      counts(text)
        ? piecesOf(text).flatMap((piece): readonly (readonly [string, string])[] =>
            excused.includes(piece) || given.includes(piece) || spoken.includes(piece)
              ? []
              : [[piece, text.id]],
          )
        : [],
    ),
  );
}

/** The commands and options that need the parser of shell scripts, which only the built program finds. */
const readScripts = new Set<string | undefined>(["check", "rc", "verify", "--rc", "--status"]);

/** Whether scripts are read for this. */
function readsScripts([command, ...options]: readonly string[]): boolean {
  return readScripts.has(command) || options.some((option) => readScripts.has(option));
}

/** How long the runs for one system may take, in milliseconds: each of them is a process. */
const slow = 240_000;

const commands = "check read explain simulate verify plan order boot-log init rc test debug mcp lsp".split(
  " ",
);

const logs = join(import.meta.dirname, "../../test-fixtures/boot-logs");
const anInittab = join(systems, "debian/etc/inittab");

/** What is asked for in a wrong way. */
const wrongly: readonly (readonly string[])[] = [
  [],
  ["no-such-command"],
  ["--no-such-option"],
  ...commands.flatMap((command) => [
    [command, "--no-such-option"],
    [command, "--format"],
    [command, "--format", "no-such-format", anInittab],
    [command, "/no/such/file"],
  ]),
  ...["check", "read", "order", "rc", "simulate", "verify", "plan", "boot-log"].map((command) => [command]),
  ["check", "--dialect", "no-such-init", anInittab],
  ["check", "--init-version", "1.0", anInittab],
  ["check", "--family", "nobody", anInittab],
  ["check", "--profile", "nothing", anInittab],
  ["check", "--rule", "x=error", anInittab],
  ["check", "--rule", "duplicate-id=x", anInittab],
  ["check", "--max-warnings", "many", anInittab],
  ["check", "--settings", anInittab, anInittab],
  ["explain", "no-such-word-anywhere"],
  ["simulate", "--at", "x", anInittab],
  ["simulate", "--at", "5 sing", anInittab],
  ["simulate", "--at", "5 telinit x", anInittab],
  ["simulate", "--run", "x", anInittab],
  ["simulate", "--until", "soon", anInittab],
  ["simulate", "--scenario", anInittab, anInittab],
  ["simulate", "--boot", "9 no", anInittab],
  ["verify", "--question", "why", anInittab],
  ["verify", "--without", "nothing", anInittab],
  ["verify", "--policy", anInittab, anInittab],
  ["verify", "--max-states", "0", anInittab],
  ["rc", "--to", "x", systems],
  ["rc", "--to", "3", "--flavor", "x", systems],
  ["order", "--tool", "x", systems],
  ["plan", "--allow", "x", anInittab, anInittab],
];

describe.each(languageTags())("in %s", (tag) => {
  const pieces = englishPieces(tag);

  /** Which of these outputs has an English text: its name, the text's id and the piece. */
  function englishIn(outputs: readonly (readonly [name: string, said: string])[]): readonly string[] {
    const flat = outputs.map(([name, said]) => [name, said.replace(/\s+/g, " ")] as const);
    const all = flat.map(([, said]) => said).join("\n");
    return [...pieces].flatMap(([piece, id]) => {
      if (!all.includes(piece)) return [];
      const names = flat.filter(([, said]) => said.includes(piece)).map(([name]) => name);
      return [`${names.slice(0, 3).join(", ")}: ${id}: ${piece}`];
    });
  }

  async function allOf(
    calls: readonly (readonly string[])[],
  ): Promise<readonly (readonly [string, string])[]> {
    const outputs: (readonly [string, string])[] = [];
    for (const args of calls) outputs.push([args.join(" "), await saidHere(tag, args)]);
    return outputs;
  }

  test("a language has texts, and English is found", async () => {
    expect(pieces.size).toBeGreaterThan(200);
    const english = await saidHere("en", ["check", "--help"]);
    expect(englishIn([["check", english]]).length).toBeGreaterThan(10);
  });

  test("no help is in English", async () => {
    const helps = commands.map((command) => [command, "--help"]);
    expect(englishIn(await allOf([["--help"], ...helps]))).toEqual([]);
  });

  test("no answer to a wrong call is in English", async () => {
    const answers = await allOf(wrongly);
    expect(answers.filter(([, said]) => said.trim() === "")).toEqual([]);
    expect(englishIn(answers)).toEqual([]);
  });

  test("no page of a rule is in English", async () => {
    expect(englishIn(await allOf(allRules.map(({ id }) => ["explain", id])))).toEqual([]);
  });

  test("no page of the manual is in English", async () => {
    const calls = topics.map(({ id, words: [word = id] }) => ["explain", word]);
    expect(englishIn(await allOf(calls))).toEqual([]);
  });

  test.each(readdirSync(systems).filter((name) => !name.includes(".")))(
    "nothing about the system %s is in English",
    async (name) => {
      const root = join(systems, name);
      const runs: readonly (readonly string[])[] = [
        ["check", root],
        ["check", "--format", "github", root],
        ["read", root],
        ["order", root],
        ["rc", "--to", "3", "--to", "0", root],
        ["rc", "--to", "3", "--status", "no-such-service", root],
        ["simulate", root],
        ["simulate", "--at", "20 telinit 6", "--format", "md", root],
        ["simulate", "--diff", join(root, "etc/inittab"), anInittab],
        ["simulate", "--rc", root, "--at", "20 telinit 0", "--format", "md", join(root, "etc/inittab")],
        ["verify", "--max-states", "2000", root],
        ["verify", "--max-states", "200", "--format", "md", root],
        ["plan", "--max-states", "200", join(root, "etc/inittab"), anInittab],
        ["plan", "--max-states", "200", "--format", "md", anInittab, join(root, "etc/inittab")],
        ["explain", "--log", join(logs, "busybox.syslog"), join(root, "etc/inittab")],
        ["boot-log", join(logs, "wtmp.utmpdump"), join(root, "etc/inittab")],
        ["init", "--dry-run", root],
        ["test", root],
      ];
      const outputs: (readonly [string, string])[] = [];
      for (const args of runs) {
        const say = readsScripts(args) ? saidByProgram : saidHere;
        outputs.push([args[0] ?? "", await say(tag, args)]);
      }
      expect(englishIn(outputs)).toEqual([]);
    },
    slow,
  );
});
