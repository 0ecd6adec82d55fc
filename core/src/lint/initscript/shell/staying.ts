// Which program a command leaves in the foreground, so that its caller waits for it.

import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { type CalledProgram, calledProgram, fateOf, type ProgramWord } from "../../../programs/called.ts";
import type { ProgramFinder } from "../../../programs/find.ts";
import type { ProgramKind } from "../../../programs/program.ts";
import type { ShellWord } from "../../../shell/script.ts";
import type { Message } from "../../../text/message.ts";
import { daemonCall } from "../body/start-stop-daemon.ts";
import { message } from "../message.ts";

/** Why a program does not end; undefined where it does, or where nobody can tell. */
export function staying(
  outline: ScriptOutline,
  reached: ReachedCommand,
  find: ProgramFinder,
): Message | undefined {
  const { command, name } = reached;
  if (name === undefined || outline.functions.has(name)) return undefined;
  if (name === "start-stop-daemon") return stayingBelow(outline, reached, find);
  const known = knownWords(outline, command.words);
  if (known === undefined) return undefined;
  const [, first = { text: "" }, second = { text: "" }] = known;
  if (name === "sleep" && first.text === "infinity") return message("start-never-returns.program", { name });
  if (name === "tail" && known.some(({ text }) => /^-\w*[fF]$|^--follow/.test(text)) && second.text !== "")
    return message("start-never-returns.program", { name });
  return stayingProgram(known, find);
}

/** Why these words start something that does not end; undefined where they do not, or where nobody can tell. */
export function stayingProgram(words: readonly ProgramWord[], find: ProgramFinder): Message | undefined {
  const called = calledProgram(words, find);
  if (called === undefined || !staysInForeground(called)) return undefined;
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

function staysInForeground(called: CalledProgram): boolean {
  const { program, words, through } = called;
  // setsid leaves a child behind, and others may, too: `nohup` alone does not.
  if (through.some(({ name }) => name === "setsid")) return false;
  if (program !== undefined && !services.has(program.kind)) return false;
  const fate = fateOf(called);
  if (fate !== undefined) return fate === "stays";
  // Of an unknown program, or an option that means several things, only what its name says is sure.
  const options = words.map(({ text }) => text).filter((text) => text.startsWith("-"));
  return options.some((option) => telling.test(option)) && !options.some((option) => passing.test(option));
}

/** A shell or a login on the console may be what is wanted, and somebody ends it. */
const services: ReadonlySet<ProgramKind> = new Set(["daemon", "supervisor", "display-manager"]);

/** Options with which a daemon only looks at something, does one thing, or says how it is to be used. */
const passing = /^(?:-[hHkqQrtTvV]|--?(?:help|version|test|check|configtest|kill|reload|quit))$/;

/** Options whose names say it, whatever the daemon. */
const telling = /^-+(?:DFOREGROUND|dontfork|no-?fork|no-?daemon|no-?detach|(?:keep-in-)?foreground)$/i;
