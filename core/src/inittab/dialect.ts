// The dialects there are. What is known of each is its own file below dialects/.

import type { Prose } from "../text/message.ts";
import { type Action, type ActionDialect, findAction } from "./actions.ts";
import { aix } from "./dialects/aix.ts";
import { busybox } from "./dialects/busybox.ts";
import type { DialectFacts, UsualLine } from "./dialects/facts.ts";
import { hpUx } from "./dialects/hp-ux.ts";
import { irix } from "./dialects/irix.ts";
import { procd } from "./dialects/procd.ts";
import { sco } from "./dialects/sco.ts";
import { solaris } from "./dialects/solaris.ts";
import { systemV } from "./dialects/system-v.ts";
import { sysvinit } from "./dialects/sysvinit.ts";
import { toybox } from "./dialects/toybox.ts";
import { tru64 } from "./dialects/tru64.ts";
import { unknown } from "./dialects/unknown.ts";
import type { SysvinitVersion } from "./versions.ts";

/** The names of the dialects, in the order in which a choice shows them. `unknown`: no claim is made about the file. */
export const dialects = [
  "sysvinit",
  "busybox",
  "procd",
  "toybox",
  "aix",
  "solaris",
  "hp-ux",
  "irix",
  "sco",
  "tru64",
  "system-v",
  "unknown",
] as const;

/** A family of init programs that read the file alike. */
export type Dialect = (typeof dialects)[number];

/** What is known of each dialect. */
export const dialectFacts: Readonly<Record<Dialect, DialectFacts>> = {
  sysvinit,
  busybox,
  procd,
  toybox,
  aix,
  solaris,
  "hp-ux": hpUx,
  irix,
  sco,
  tru64,
  "system-v": systemV,
  unknown,
};

/** The name of a dialect in a sentence, ready to be translated. */
export function dialectTitle(dialect: Dialect): Prose {
  return { prose: `dialect.${dialect}.title`, english: dialectFacts[dialect].title };
}

/** Whose actions a dialect knows; undefined if that is not known. */
export function actionDialectOf(dialect: Dialect): ActionDialect | undefined {
  return dialectFacts[dialect].actions;
}

/** Whether it is not known which init reads the file, so that no claim is made about it. */
export function isUnknown(dialect: Dialect): boolean {
  return actionDialectOf(dialect) === undefined;
}

/** The dialect itself, and for one that is not known the one whose ways are most likely to help. */
export function likelyDialect(dialect: Dialect): Dialect {
  return isUnknown(dialect) ? "sysvinit" : dialect;
}

/** The action that a dialect takes a word for. */
export function lookUpAction(word: string, dialect: Dialect): Action | undefined {
  const { actions, ignoresCase } = dialectFacts[dialect];
  if (actions === undefined) return undefined;
  // ASCII letters only: what else has two cases is no part of any action.
  const name = ignoresCase === true && /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : word;
  const action = findAction(name);
  return action?.dialects.includes(actions) === true ? action : undefined;
}

/** The release that a file is read as, where the dialect's releases are told apart. */
export function releaseOf(file: {
  readonly dialect: Dialect;
  readonly version: SysvinitVersion;
}): SysvinitVersion | undefined {
  return dialectFacts[file.dialect].releases === undefined ? undefined : file.version;
}

/** The System V inits outside Linux: those that run every process by a shell of their own choice. */
export const systemVFamily: readonly Dialect[] = dialects.filter(
  (dialect) => typeof dialectFacts[dialect].runs === "object",
);

/** What a usual line of a dialect is for, ready to be translated. */
export function aboutUsual(dialect: Dialect, { text, about }: UsualLine): Prose {
  return { prose: `usual.${dialect}.${text}`, english: about };
}
