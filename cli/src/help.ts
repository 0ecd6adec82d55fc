// The help texts of the commands.

import type { Localizer, MessageValue } from "@inittab/core";
import { type OptionTable, optionHelp } from "./options.ts";

/** What `--help` says of a command. */
export interface Help {
  /** How the command is called. */
  readonly usage: MessageValue;
  readonly about: MessageValue;
  readonly options: OptionTable;
  /** What stands below the options, with a blank line in front of each. */
  readonly more: readonly MessageValue[];
}

/** The whole help text. */
export function helpText({ usage, about, options, more }: Help, localizer: Localizer): string {
  const { words } = localizer;
  return `${[words(usage), words(about), optionHelp(options, localizer), ...more.map(words)].join("\n\n")}\n`;
}
