// What is known of a message of a program: plain data, one file a program below programs/.

import type { ScriptFamily } from "../initscript/families/names.ts";
import type { Dialect } from "../inittab/dialect.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import type { Prose } from "../text/message.ts";

/** A program whose messages are known. */
export interface SpeakingProgram {
  /** Stands in front of the ids of its messages: `insserv`. */
  readonly id: string;
  /** As people call it: `init of sysvinit`. */
  readonly title: string;
  /** What stands before the colon in front of its lines, on the console or in a log. */
  readonly tags: readonly string[];
  /** For an init: the dialects of the inittabs that it reads. */
  readonly dialects?: readonly Dialect[];
  /** For a program of init scripts: the families whose systems have it. Left out: any may. */
  readonly families?: readonly ScriptFamily[];
  readonly messages: readonly ProgramMessage[];
}

/**
 * A message. In its templates `{name}` stands for what varies; what a name stands for decides what can be looked up of
 * it in a file or a system (`holes.ts`).
 */
export interface ProgramMessage {
  /** Without the program: `respawning-too-fast`. Never reused. */
  readonly id: string;
  /** The usual wording first; without the program's tag and what a log puts in front. */
  readonly templates: readonly string[];
  /** What it means, in a sentence or two. Markdown, as all that follows. */
  readonly meaning: string;
  /** What brings it about, the most frequent first. */
  readonly causes?: readonly string[];
  /** How to find out which cause it is. */
  readonly find?: readonly string[];
  /** What to do about it. */
  readonly remedy?: readonly string[];
  /** The releases of sysvinit that say it, both ends included. Left out: all. */
  readonly since?: SysvinitVersion;
  readonly until?: SysvinitVersion;
  /** What of an inittab it is about, besides what its values name. */
  readonly about?: "default-level" | "initdefault" | "single-user";
  /** The keyword of a script's header that it is about. */
  readonly keyword?: string;
}

/** A message with the program that says it. */
export interface KnownMessage {
  readonly program: SpeakingProgram;
  readonly said: ProgramMessage;
}

/** The id of a message with its program's: `sysvinit.respawning-too-fast`. */
export function idOf({ program, said }: KnownMessage): string {
  return `${program.id}.${said.id}`;
}

/** How a program is called in a sentence, ready to be translated. */
export function titleOf({ id, title }: SpeakingProgram): Prose {
  return { prose: `said.${id}.title`, english: title };
}

/** A sentence of a message's page, ready to be translated. */
export function proseOf(known: KnownMessage, part: string, english: string): Prose {
  return { prose: `said.${idOf(known)}.${part}`, english };
}
