// The dialects there are. What is known of each is its own file below dialects/.

import type { Prose } from "../text/message.ts";
import type { ActionDialect } from "./actions.ts";
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

/** Every dialect, in the order in which a choice shows them. `unknown`: no claim is made about the file. */
export const dialectFacts = {
  sysvinit: sysvinit as DialectFacts,
  busybox: busybox as DialectFacts,
  procd: procd as DialectFacts,
  toybox: toybox as DialectFacts,
  aix: aix as DialectFacts,
  solaris: solaris as DialectFacts,
  "hp-ux": hpUx as DialectFacts,
  irix: irix as DialectFacts,
  sco: sco as DialectFacts,
  tru64: tru64 as DialectFacts,
  "system-v": systemV as DialectFacts,
  unknown: unknown as DialectFacts,
};

/** A family of init programs that read the file alike. */
export type Dialect = keyof typeof dialectFacts;

/** The names of the dialects. */
export const dialects: readonly Dialect[] = Object.keys(dialectFacts) as Dialect[];

/** Whose actions a dialect knows; undefined where nobody can say. */
export function actionDialectOf(dialect: Dialect): ActionDialect | undefined {
  return dialectFacts[dialect].actions;
}

/** The System V inits outside Linux: those that run every process by a shell of their own choice. */
export const systemVFamily: readonly Dialect[] = dialects.filter(
  (dialect) => typeof dialectFacts[dialect].runs === "object",
);

/** What a usual line of a dialect is for, ready to be translated. */
export function aboutUsual(dialect: Dialect, { text, about }: UsualLine): Prose {
  return { prose: `usual.${dialect}.${text}`, english: about };
}
