// Where the statements of a script stand, and what becomes of the status that one of them ends with.

import type { ShellAssignment, ShellScript, ShellStatement, ShellWord } from "../../../shell/script.ts";
import { type RememberedWork, rememberedWork } from "../../../text/remembered-work.ts";
import { type Slices, spend } from "../../../text/slices.ts";

/** What a list of statements is of its owner. */
type Role =
  | "script"
  | "function"
  | "group"
  | "then"
  | "else"
  | "condition"
  | "arm"
  | "loop"
  /** The sides of `&&` and `||`. */
  | "left"
  | "right"
  /** A part of a pipeline but the last; a part behind `!`. */
  | "part"
  | "negated"
  | "last-part"
  | "substitution";

/** A statement's place: the list that it is in. */
interface Place {
  readonly list: readonly ShellStatement[];
  readonly index: number;
  readonly role: Role;
  /** Undefined for the script's own list. */
  readonly owner: ShellStatement | undefined;
}

/** The places of all statements of a script. */
export type Places = ReadonlyMap<ShellStatement, Place>;

/** The places of all statements, those of command substitutions included. */
export const placesOf: RememberedWork<ShellScript, Places> = rememberedWork(findPlaces);

function* findPlaces(shell: ShellScript): Slices<Places> {
  const places = new Map<ShellStatement, Place>();
  const meter = { spent: 0 };
  // A stack, since nothing limits how deep a script is nested.
  const waiting: Omit<Place, "index">[] = [{ list: shell.body, role: "script", owner: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [index, statement] of next.list.entries()) {
      places.set(statement, { ...next, index });
      for (const [role, list] of listsOf(statement)) waiting.push({ list, role, owner: statement });
      if (spend(meter, statementCost)) yield;
    }
  return places;
}

/** A statement takes about as long as so many things in a list. */
const statementCost = 5;

function listsOf(statement: ShellStatement): readonly (readonly [Role, readonly ShellStatement[]])[] {
  switch (statement.kind) {
    case "command":
      return substitutions([
        ...statement.words,
        ...statement.assignments.flatMap(({ value }: ShellAssignment) => value ?? []),
      ]);
    case "and-or":
      return [
        ["left", [statement.left]],
        ["right", [statement.right]],
      ];
    case "pipeline":
      return statement.parts.map((part, index) => {
        const last = index === statement.parts.length - 1;
        return [statement.negated && last ? "negated" : last ? "last-part" : "part", [part]] as const;
      });
    case "group":
      return [["group", statement.body]];
    case "if":
      return [
        ...statement.branches.flatMap(
          ({ condition, body }) =>
            [
              ["condition", condition],
              ["then", body],
            ] as const,
        ),
        ["else", statement.otherwise],
      ];
    case "case":
      return [
        ...substitutions([statement.subject]),
        ...statement.arms.map(({ body }) => ["arm", body] as const),
      ];
    case "loop":
      return [
        ["condition", statement.condition],
        ["loop", statement.body],
        ...substitutions(statement.words),
      ];
    case "function":
      return [["function", statement.body]];
    case "unknown":
      return [];
  }
}

function substitutions(words: readonly ShellWord[]): (readonly [Role, readonly ShellStatement[]])[] {
  return words.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "substitution" ? [["substitution", part.body] as const] : [])),
  );
}

/** The statement that this one is part of and that stands in a list of its own: not a side of `&&`, not a pipe's part. */
export function listMember(places: Places, statement: ShellStatement): ShellStatement {
  let at = statement;
  for (let place = places.get(at); place !== undefined; place = places.get(at)) {
    if (!["left", "right", "part", "last-part", "negated"].includes(place.role)) break;
    if (place.owner === undefined) break;
    at = place.owner;
  }
  return at;
}

/** The statement behind this one in its list. */
export function following(places: Places, statement: ShellStatement): ShellStatement | undefined {
  const place = places.get(statement);
  return place?.list[place.index + 1];
}

/** The statements around this one, from itself outwards, as far as the function or the script that it belongs to. */
export function* outwards(places: Places, statement: ShellStatement): Generator<ShellStatement> {
  let at: ShellStatement | undefined = statement;
  while (at !== undefined) {
    yield at;
    const place: Place | undefined = places.get(at);
    at = place === undefined || place.role === "function" ? undefined : place.owner;
  }
}

const declaring = new Set(["local", "export", "declare", "typeset", "readonly"]);

/** The variable that a statement keeps `$?` in. */
export function statusVariable(statement: ShellStatement | undefined): string | undefined {
  if (statement?.kind !== "command") return undefined;
  // Before the name of a program an assignment is for that program alone.
  if (statement.words[0] !== undefined && !declaring.has(statement.words[0].text)) return undefined;
  return statement.assignments.find(({ value }) => value !== undefined && isStatus(value))?.name;
}

/** A word that is `$?` and nothing else. */
export function isStatus(word: ShellWord): boolean {
  const [part, ...more] = word.parts;
  return more.length === 0 && part?.kind === "variable" && part.name === "?" && part.form === "";
}
