// `read`.

import { assign, fail, notFollowed, type ShellState, say, spend, variable } from "../state.ts";
import { optionsOf } from "./builtin.ts";

/** A character of the line; one after a backslash does not part fields. */
interface Character {
  readonly text: string;
  readonly escaped: boolean;
}

/** `read`: a line from standard input, cut into as many fields as there are names. */
export function read(shell: ShellState, args: readonly string[]): number {
  const parsed = optionsOf(args, shell.behaviour.readOptions);
  if ("bad" in parsed) return fail(shell, shell.behaviour.words.illegalOption(`-${parsed.bad}`));
  const { options, rest } = parsed;
  if (options.has("n")) return notFollowed("read -n");
  const prompt = options.get("p");
  const input = shell.descriptors.get(0);
  if (prompt !== undefined && input?.terminal === true) say(shell, prompt);
  if (rest.length === 0 && !shell.behaviour.readsReply) return fail(shell, "arg count");
  const { line, whole } = readLine(shell, !options.has("r"));
  const names = rest.length === 0 ? ["REPLY"] : rest;
  const bad = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (bad !== undefined) return fail(shell, `${bad}: bad variable name`);
  if (rest.length === 0) assign(shell, "REPLY", line.map(({ text }) => text).join(""));
  else
    for (const [index, value] of cut(line, names.length, variable(shell, "IFS") ?? " \t\n").entries())
      assign(shell, names[index] ?? "", value);
  return whole ? 0 : 1;
}

function readLine(shell: ShellState, escapes: boolean): { line: readonly Character[]; whole: boolean } {
  const input = shell.descriptors.get(0);
  const line: Character[] = [];
  const next = () => input?.read(1) ?? "";
  for (let text = next(); text !== ""; text = next()) {
    if (line.length % 100 === 99) spend(shell);
    if (text === "\n") return { line, whole: true };
    if (text === "\0") continue;
    if (text !== "\\" || !escapes) {
      line.push({ text, escaped: false });
      continue;
    }
    const escaped = next();
    // A backslash at the end of a line joins it with the next one.
    if (escaped !== "\n" && escaped !== "") line.push({ text: escaped, escaped: true });
  }
  return { line, whole: false };
}

/** The fields of a line; the last takes all that is left, without the blanks around it. */
function cut(line: readonly Character[], count: number, ifs: string): readonly string[] {
  const isBlank = (character: Character | undefined) =>
    character !== undefined &&
    !character.escaped &&
    " \t\n".includes(character.text) &&
    ifs.includes(character.text);
  const isSeparator = (character: Character | undefined) =>
    character !== undefined && !character.escaped && ifs.includes(character.text);
  const values: string[] = [];
  let at = 0;
  const skipBlanks = () => {
    while (isBlank(line[at])) at++;
  };
  skipBlanks();
  while (values.length < count - 1) {
    const start = at;
    while (at < line.length && !isSeparator(line[at])) at++;
    values.push(textOf(line.slice(start, at)));
    skipBlanks();
    if (isSeparator(line[at])) {
      at++;
      skipBlanks();
    }
  }
  values.push(lastField(line.slice(at), isBlank, isSeparator));
  return values;
}

function lastField(
  rest: readonly Character[],
  isBlank: (character: Character | undefined) => boolean,
  isSeparator: (character: Character | undefined) => boolean,
): string {
  let end = rest.length;
  while (end > 0 && isBlank(rest[end - 1])) end--;
  // A single separator at the end belongs to the only field in front of it.
  const last = rest[end - 1];
  if (isSeparator(last) && !isBlank(last) && !rest.slice(0, end - 1).some((one) => isSeparator(one))) {
    end--;
    while (end > 0 && isBlank(rest[end - 1])) end--;
  }
  return textOf(rest.slice(0, end));
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ text }) => text).join("");
}
