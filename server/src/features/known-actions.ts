import { type Action, actionDialects, actionsOf, type Dialect } from "@inittab/core";

/** The actions that may be written; in a file of unknown dialect those of sysvinit. */
export function knownActions(dialect: Dialect): readonly Action[] {
  return actionsOf(actionDialects[dialect] ?? "sysvinit");
}
