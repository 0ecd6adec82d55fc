import { type Action, actionDialectOf, actionsOf, type Dialect } from "@inittab/core";

/** The actions that may be written; in a file of unknown dialect those of sysvinit. */
export function knownActions(dialect: Dialect): readonly Action[] {
  return actionsOf(actionDialectOf(dialect) ?? "sysvinit");
}
