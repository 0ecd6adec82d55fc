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
