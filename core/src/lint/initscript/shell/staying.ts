// Which program a command leaves in the foreground, so that its caller waits for it.

import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { walkStatements } from "../../../initscript/script/walk-statements.ts";
import {
  type CalledProgram,
  calledProgram,
  commandIn,
  fateOf,
  type ProgramWord,
} from "../../../programs/called.ts";
import type { ProgramFinder } from "../../../programs/find.ts";
import { goesOnForEver } from "../../../programs/following.ts";
import type { ProgramKind } from "../../../programs/program.ts";
import type { ShellFunction, ShellWord } from "../../../shell/script.ts";
import type { Message } from "../../../text/message.ts";
import { readsLibrary } from "../body/libraries.ts";
import { daemonCall } from "../body/start-stop-daemon.ts";
import { message } from "../message.ts";

/** Why a program does not end; undefined where it does, or where nobody can tell. */
export function staying(
  outline: ScriptOutline,
  reached: ReachedCommand,
  find: ProgramFinder,
): Message | undefined {
  const { command, name } = reached;
  if (name === undefined) return undefined;
  const own = outline.functions.get(name);
  if (own !== undefined) {
    const words = forwarded(own, command.words.slice(1));
    const known = words && knownWords(outline, words);
    return known && stayingProgram(known, find);
  }
  if (name === "start-stop-daemon") return stayingBelow(outline, reached, find);
  const known = knownWords(outline, command.words);
  return known && stayingProgram(readsLibrary(outline, "redhat") ? behindDaemon(known) : known, find);
}

/** The command that a function runs in the foreground of all that it is given: `"$@"`, after a `shift` without the first. */
function forwarded(own: ShellFunction, given: readonly ShellWord[]): readonly ShellWord[] | undefined {
  let shifted = 0;
  let words: readonly ShellWord[] | undefined;
  walkStatements(
    own.body,
    () => false,
    (statement, { conditional, apart }) => {
      if (statement.kind !== "command" || words !== undefined) return;
      const [first, ...more] = statement.words;
      if (first?.text === "shift") shifted += conditional || more.length > 0 ? given.length : 1;
      else if (first?.text === "set" || first?.text === "return" || first?.text === "exit") words = [];
      else if (first?.text === '"$@"' && more.length === 0)
        words = conditional || apart || statement.background ? [] : given.slice(shifted);
    },
  );
  return words;
}

/** What Red Hat's helper `daemon` runs, and waits for; another program of the name does not. */
function behindDaemon(words: readonly ProgramWord[]): readonly ProgramWord[] {
  if (words[0]?.text !== "daemon") return words;
  let at = 1;
  for (let text = words[at]?.text ?? ""; /^[+-]/.test(text); text = words[at]?.text ?? "")
    at += /^--(?:check|user|pidfile)$/.test(text) ? 2 : 1;
  const [only, ...more] = words.slice(at);
  return only === undefined || more.length > 0 ? words.slice(at) : insideOf(only);
}

/** The command in a word; what is put into the background there does not count. */
function insideOf(word: ProgramWord): readonly ProgramWord[] {
  const command = commandIn(word);
  return command === undefined || command.ampersand !== undefined ? [word] : command.given;
}

/** Why these words start something that does not end; undefined where they do not, or where nobody can tell. */
export function stayingProgram(words: readonly ProgramWord[], find: ProgramFinder): Message | undefined {
  const called = calledProgram(words, find);
  if (called === undefined || called.ampersand !== undefined || leavesChild(called)) return undefined;
  if (!staysInForeground(called)) return undefined;
  const { text } = called.word;
  return message("start-never-returns.program", { name: text.slice(text.lastIndexOf("/") + 1) });
}

/** start-stop-daemon becomes the program, or waits for it, unless it is to put it into the background. */
function stayingBelow(
  outline: ScriptOutline,
  reached: ReachedCommand,
  find: ProgramFinder,
): Message | undefined {
  const call = daemonCall(outline, reached);
  if (call?.command !== "start" || !call.complete) return undefined;
  const option = (name: string) => call.options.find((each) => each.name === name);
  if (option("background") !== undefined || option("test") !== undefined) return undefined;
  // An option without a value of its own in another program of the name has taken the next option for it.
  if (call.options.some(({ value }) => value?.startsWith("-") === true)) return undefined;
  const program = option("startas") ?? option("exec");
  const words = knownWords(outline, call.programWords);
  if (program?.value === undefined || words === undefined) return undefined;
  return stayingProgram([{ ...program.word, text: program.value }, ...words], find);
}

/** The words as text; undefined where one is not known: an option that nobody knows may be the one that matters. */
function knownWords(
  { resolve }: ScriptOutline,
  words: readonly ShellWord[],
): readonly ProgramWord[] | undefined {
  const known = words.flatMap((word) => {
    const text = resolve(word);
    return text === undefined ? [] : [{ start: word.start, end: word.end, text }];
  });
  return known.length < words.length ? undefined : known;
}

/** setsid leaves a child behind, and others may, too: `nohup` alone does not. */
function leavesChild({ through }: CalledProgram): boolean {
  return through.some(({ name }) => name === "setsid");
}

function staysInForeground(called: CalledProgram): boolean {
  const { program, words, word } = called;
  const name = word.text.replace(/^.*\//, "");
  if (
    goesOnForEver(
      name,
      words.map(({ text }) => text),
    )
  )
    return true;
  // It ends the program after a while, and has an option of the same name.
  if (name === "timeout" || (program !== undefined && !services.has(program.kind))) return false;
  const fate = fateOf(called);
  if (fate !== undefined) return fate === "stays";
  // Of an unknown program, or an option that means several things, only what its name says is sure.
  const options = words
    .map(({ text }, at) => (text === "-D" ? `-D${words[at + 1]?.text}` : text))
    .filter((text) => text.startsWith("-"));
  return options.some((option) => telling.test(option)) && !options.some((option) => passing.test(option));
}

/** A shell or a login on the console may be what is wanted, and somebody ends it. */
const services: ReadonlySet<ProgramKind> = new Set(["daemon", "supervisor", "display-manager"]);

/** Options with which a daemon only looks at something, does one thing, or says how it is to be used. */
const passing = /^(?:-[hHkqQrtTvV]|--?(?:help|version|test|check|configtest|kill|reload|quit))$/;

/** Options whose names say it, whatever the daemon. */
const telling =
  /^-+(?:DFOREGROUND|dontfork|no-?fork|no-?daemon(?:i[sz]e)?|no-?detach|(?:keep-in-)?foreground)$/i;
