// Redirections: what they do to the open files of a shell.

import type { Redirection } from "../tree.ts";
import type { OpenMode, ShellStream, Working } from "./contract.ts";
import { expandQuoted, expandText } from "./expand/expand.ts";
import { Complaint, complain, fail, notFollowed, pathFrom, type ShellState, spend } from "./state.ts";
import { textStream } from "./streams.ts";
import { errorText } from "./words.ts";

/** A redirection whose words are expanded, so that it can be carried out. */
export type Prepared = { readonly number: number } & (
  | { readonly kind: "file"; readonly path: string; readonly mode: OpenMode; readonly errorsToo: boolean }
  | { readonly kind: "copy"; readonly of: number }
  | { readonly kind: "close" }
  | { readonly kind: "text"; readonly text: string }
  /** A here-document is expanded only when it is opened. Observed: dash 0.5.12. */
  | { readonly kind: "document"; readonly redirection: Redirection }
);

/** What was open before, by number. */
type Before = Map<number, ShellStream | undefined>;

/** Runs something with its files redirected; undefined where one of them cannot be opened, which has been said. */
export function* withRedirections<Result>(
  shell: ShellState,
  redirections: readonly Redirection[],
  work: () => Working<Result>,
): Working<Result | undefined> {
  if (redirections.length === 0) return yield* work();
  const prepared = yield* prepare(shell, redirections);
  const before: Before = new Map();
  try {
    return (yield* applyAll(shell, prepared, before)) ? yield* work() : undefined;
  } finally {
    // What `exec` has done to other files in the meantime stays.
    for (const [number, stream] of before) {
      if (stream === undefined) shell.descriptors.delete(number);
      else shell.descriptors.set(number, stream);
    }
  }
}

/** Redirects the files of the shell itself; false where one cannot be opened, which has been said. */
export function apply(shell: ShellState, prepared: readonly Prepared[]): Working<boolean> {
  return applyAll(shell, prepared, new Map());
}

const modes: Readonly<Record<string, OpenMode>> = {
  "<": "read",
  ">": "write",
  ">|": "write",
  ">>": "append",
  "<>": "read-write",
  "&>": "write",
  "&>>": "append",
};

/** Expands the words of redirections. */
export function* prepare(
  shell: ShellState,
  redirections: readonly Redirection[],
): Working<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const redirection of redirections) prepared.push(yield* prepareOne(shell, redirection));
  return prepared;
}

function* prepareOne(shell: ShellState, redirection: Redirection): Working<Prepared> {
  spend(shell);
  const { operator, target } = redirection;
  const number = redirection.number === "" ? (operator.startsWith("<") ? 0 : 1) : Number(redirection.number);
  if (operator === "<<" || operator === "<<-") return { kind: "document", number, redirection };
  const word = yield* expandText(shell, target.parts);
  if (operator === "<<<") return { kind: "text", number, text: `${word}\n` };
  if (operator === "<&" || operator === ">&") {
    if (word === "-") return { kind: "close", number };
    if (shell.behaviour.facts.redirectionNumber.test(word)) return { kind: "copy", number, of: Number(word) };
    // `>& file` sends errors there too, in shells that know it.
    if (operator === ">&" && number === 1 && shell.behaviour.facts.redirections.includes("&>"))
      return { kind: "file", number, path: word, mode: "write", errorsToo: true };
    return fail(shell, "Syntax error: Bad fd number", 2);
  }
  const mode = modes[operator];
  if (mode === undefined) return notFollowed(operator);
  const keeps = operator === ">" && shell.options.has("noclobber");
  return {
    kind: "file",
    number,
    path: word,
    mode: keeps ? "new" : mode,
    errorsToo: operator.startsWith("&"),
  };
}

function* applyAll(shell: ShellState, all: readonly Prepared[], before: Before): Working<boolean> {
  for (const prepared of all) if (!(yield* applyOne(shell, prepared, before))) return false;
  return true;
}

function* applyOne(shell: ShellState, prepared: Prepared, before: Before): Working<boolean> {
  const { number } = prepared;
  const set = (at: number, stream: ShellStream | undefined) => {
    if (!before.has(at)) before.set(at, shell.descriptors.get(at));
    if (stream === undefined) shell.descriptors.delete(at);
    else shell.descriptors.set(at, stream);
    return true;
  };
  switch (prepared.kind) {
    case "close":
      return set(number, undefined);
    case "text":
      return set(number, textStream(prepared.text));
    case "document": {
      const text = yield* documentText(shell, prepared.redirection);
      return text !== undefined && set(number, textStream(text));
    }
    case "copy": {
      const stream = shell.descriptors.get(prepared.of);
      if (stream !== undefined) return set(number, stream);
      complain(shell, `${prepared.of}: ${errorText("EBADF")}`);
      return false;
    }
    case "file": {
      const stream = open(shell, prepared.path, prepared.mode);
      if (stream === "hangs") yield { kind: "hang", what: prepared.path };
      if (typeof stream !== "object") return false;
      return set(number, stream) && (!prepared.errorsToo || set(2, stream));
    }
  }
}

/** The text of a here-document; undefined where it cannot be expanded, which has been said. */
function* documentText(shell: ShellState, { document }: Redirection): Working<string | undefined> {
  if (document?.parts === undefined) return notFollowed("<<");
  try {
    return yield* expandQuoted(shell, document.parts);
  } catch (complaint) {
    if (complaint instanceof Complaint && !shell.behaviour.documentsEnd) return undefined;
    throw complaint;
  }
}

function open(shell: ShellState, path: string, mode: OpenMode): ShellStream | "hangs" | undefined {
  const { files, behaviour, umask } = shell;
  const own = /^\/dev\/(?:fd\/(\d+)|std(in|out|err))$/.exec(path);
  const already = own === null ? undefined : shell.descriptors.get(descriptorNamed(own));
  if (already !== undefined) return already;
  const opened =
    path === ""
      ? ({ kind: "error", error: "ENOENT" } as const)
      : files.open(pathFrom(shell, path), mode, 0o666 & ~umask);
  if (opened.kind === "open") return opened.stream;
  if (opened.kind === "hangs") return "hangs";
  const { cannotOpen, cannotCreate } = behaviour.words;
  complain(shell, (mode === "read" ? cannotOpen : cannotCreate)(path, opened.error));
  return undefined;
}

function descriptorNamed([, number, name]: RegExpExecArray): number {
  if (number !== undefined) return Number(number);
  return name === "in" ? 0 : name === "out" ? 1 : 2;
}
