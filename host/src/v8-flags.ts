// What this program has asked of V8 while it runs. V8 takes cached code only under the flags under which it was made, so
// the loader of cached code has to know them. It is a program of its own; therefore they stand where both find them.

declare global {
  var inittabV8Flags: Map<string, string> | undefined;
}

/** Notes flags such as `--semi-space-growth-factor=1`; a later value takes the place of an earlier one. */
export function noteFlags(flags: string): void {
  globalThis.inittabV8Flags ??= new Map();
  for (const flag of flags.split(" ")) globalThis.inittabV8Flags.set(nameOf(flag), flag);
}

/** All flags so far, in the order of their names: the same for the same values. */
export function notedFlags(): readonly string[] {
  return [...(globalThis.inittabV8Flags?.values() ?? [])].sort();
}

/** The name of a flag that may have a value. */
export function nameOf(flag: string): string {
  return flag.replace(/=.*/, "");
}
