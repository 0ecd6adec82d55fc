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
  {
    invariant: "advance",
    path: "core/src/simulate/compare/line-changes.ts",
    subject: "row < oldEnd && column < newEnd",
    reason: "it has two positions, and each branch moves one of them on",
  },
  {
    invariant: "advance",
    path: "core/src/initscript/script/lock-behaviour.ts",
    subject: "index < name.length",
    reason: "a star goes back, each time to a later place, as often as the name is long",
  },
  {
    invariant: "advance",
    path: "core/src/initscript/system/programs/sed.ts",
    subject: "editing.number < editing.lines.length",
    reason: "each round takes a line, and a command may take more",
  },
  {
    invariant: "advance",
    path: "core/src/shell/interpreter/builtins/output.ts",
    subject: "printer.used < values.length",
    reason: "a round that uses no argument is the last one",
  },
  {
    invariant: "advance",
    path: "core/src/shell/interpreter/builtins/output.ts",
    subject: "at < format.length && !printer.ended",
    reason: "each branch goes on behind what it has read, which is never empty",
  },
  {
    invariant: "advance",
    path: "core/src/shell/interpreter/expand/pattern.ts",
    subject: "at < text.length || item < pattern.length",
    reason: "a star goes back, each time to a later place, as often as the text is long",
  },
  {
    invariant: "advance",
    path: "core/src/shell/interpreter/expand/pattern.ts",
    subject: "at < text.length",
    reason: "an empty match is passed over with its character",
  },
  {
    invariant: "advance",
    path: "core/src/shell/interpreter/expand/pattern.ts",
    subject: "at < pattern.length",
    reason: "each round reads a class, or at least one character",
  },
  {
    invariant: "advance",
    path: "core/src/inittab/dialect-pattern.ts",
    subject: "at < text.length",
    reason: "a star goes back, each time to a later place, as often as the text is long",
  },
  {
    invariant: "advance",
    path: "core/src/inittab/sysvinit-line.ts",
    subject: 'at < end || carry.bytes !== ""',
    reason: "at the end of the line the bytes that are carried along get fewer",
  },
  {
    invariant: "advance",
    path: "host/src/look.ts",
    subject: "count !== 0 && size < buffer.length",
    reason: "it ends as soon as nothing more can be read",
  },
];
