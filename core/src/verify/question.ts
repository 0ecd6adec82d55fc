// What can be asked of all the ways that a machine can go. A question is a file in questions/ and a line in questions.ts.

import type { Message } from "../text/message.ts";
import type { StateSpace } from "./search.ts";

/** A question. */
export interface Question<Id extends string = string> {
  readonly id: Id;
  /** What it asks, in a sentence. */
  readonly asks: Message;
  readonly ask: (space: StateSpace) => readonly Answer[];
}

/** Something that a question found. */
export interface Answer {
  readonly severity: "warning" | "information";
  readonly message: Message;
  /** The state that shows it, by its place; undefined where no single state does. */
  readonly place?: number;
  /** Where the record at fault stands, from 0; undefined where none is. */
  readonly record?: number;
}
