// What a topic of the manual is. Topics are data below topics/; find.ts and markdown.ts are the two ways to them.

import type { Dialect } from "../inittab/dialect.ts";
import type { Prose } from "../text/message.ts";

/** What a topic is about; the order is that of a table of contents. */
export const topicKinds = [
  "field",
  "action",
  "runlevel",
  "flag",
  "behaviour",
  "environment",
  "boot-option",
  "signal",
  "file",
  "command",
] as const;

/** What a topic is about. */
export type TopicKind = (typeof topicKinds)[number];

/** One option or operand of a command. */
export interface CommandArgument {
  /** As it is written: `-t, --timeout SECONDS`. */
  readonly name: string;
  /** What it does, as one sentence or phrase. */
  readonly meaning: string;
}

/**
 * One topic of the manual: plain data that a translation can replace piece by piece. Every sentence is Markdown, and
 * says what the program does; where a manual page says otherwise, the body mentions it.
 */
export interface Topic {
  /** Never reused or renamed: `action.respawn`, `runlevel.S`, `busybox.action.askfirst`. */
  readonly id: string;
  readonly kind: TopicKind;
  readonly title: string;
  /** The words of a file or a command line that lead here. */
  readonly words: readonly string[];
  /** One sentence. */
  readonly summary: string;
  /** Markdown, one sentence an item; an empty item separates paragraphs. */
  readonly body: readonly string[];
  /** `inittab(5)`, `init(8), "SIGNALS"`, `observed: sysvinit 3.06 (case, case)`, `source: …`. At least one. */
  readonly sources: readonly string[];
  /** The dialects in which it holds. */
  readonly dialects: readonly Dialect[];
  /** Ids of other topics. */
  readonly seeAlso?: readonly string[];
  /** For a command: how it is called, one way an item. */
  readonly usage?: readonly string[];
  readonly arguments?: readonly CommandArgument[];
}

/** The title or the summary of a topic, ready to be translated. */
export function topicPart(topic: Topic, part: "title" | "summary"): Prose {
  return { prose: `${topic.id}.${part}`, english: topic[part] };
}

/** What an argument of a command does, ready to be translated. */
export function argumentPart({ id }: Topic, { name, meaning }: CommandArgument): Prose {
  return { prose: `${id}.argument.${name}`, english: meaning };
}

/** The lines of the body; its sentences are ready to be translated, while examples and blank lines are not prose. */
export function bodyLines({ id, body }: Topic): readonly (Prose | string)[] {
  let isExample = false;
  return body.map((line, index) => {
    const isFence = line.startsWith("```");
    if (isFence) isExample = !isExample;
    const isProse = line !== "" && !isFence && !isExample;
    return isProse ? { prose: `${id}.body.${index}`, english: line } : line;
  });
}

/** Everything of a topic that can be translated. */
export function topicProse(topic: Topic): readonly Prose[] {
  return [
    topicPart(topic, "title"),
    topicPart(topic, "summary"),
    ...(topic.arguments ?? []).map((argument) => argumentPart(topic, argument)),
    ...bodyLines(topic).filter((line) => typeof line !== "string"),
  ];
}

/** Dialects that share topics. */
export const sysvinitDialect: readonly Dialect[] = ["sysvinit"];
export const busyboxFamily: readonly Dialect[] = ["busybox", "toybox"];
export const procdDialect: readonly Dialect[] = ["procd"];
export const linuxDialects: readonly Dialect[] = ["sysvinit", "busybox", "toybox", "procd"];
