// The arguments that init gets from the kernel. Source: spec/sysvinit.md, section 14; observed: the boot-arg-* cases.

/** What the boot arguments ask for. */
export interface BootArguments {
  /** The level to boot into; the last one named wins. Null: the default level. */
  readonly level: string | null;
  /** Run sulogin before anything else. */
  readonly emergency: boolean;
  readonly autoboot: boolean;
}

/** Reads the boot arguments; words that mean nothing to init are passed over. */
export function readBootArguments(words: readonly string[]): BootArguments {
  let level: string | null = null;
  let emergency = false;
  let autoboot = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "single" || word === "-s" || word === "s" || word === "S") level = "S";
    else if (word === "-a" || word === "auto") autoboot = true;
    else if (word === "-b" || word === "emergency") emergency = true;
    else if (word === "-z") index++;
    else if (/^[0-9]$/.test(word)) level = word;
  }
  return { level, emergency, autoboot };
}
