// Where an invariant does not hold and need not. An entry that is needed no longer fails the check.

import type { Exception } from "./plan.ts";

const silencers = "the mark is part of the users' files and names the product, not the language";

/** All of them, by invariant. */
export const exceptions: readonly Exception[] = [
  {
    invariant: "frame",
    path: "core/src/lint/silencer.ts",
    subject: "# inittab-disable-next-line ",
    reason: silencers,
  },
  {
    invariant: "frame",
    path: "core/src/lint/silencer.ts",
    subject: "# inittab-disable-file ",
    reason: silencers,
  },
  {
    invariant: "frame",
    path: "core/src/lint/messages.ts",
    subject: "Only findings of severity `error` make `inittab check` fail.",
    reason: "the page names the product's command",
  },
  {
    invariant: "sentences",
    path: "cli/src/options.ts",
    subject: "error.message",
    reason: "Node's parseArgs says only in its message which option is wrong",
  },
  {
    invariant: "casts",
    path: "cli/src/options.ts",
    subject: "as OptionValues<Table>",
    reason:
      "Node's parseArgs types its values by options that are written out, not by those of a type parameter",
  },
  {
    invariant: "homes",
    path: "client/src/views/language-status.ts",
    subject: "inittab.dialect",
    reason: "the id of an item of the status bar, which is not the setting of this name",
  },
];
