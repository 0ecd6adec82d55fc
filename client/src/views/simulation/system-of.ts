// The inittab of the system that an init script belongs to.

/** The path of the inittab, by that of a script; undefined for a script that stands in no folder of init scripts. */
export function inittabPathOf(script: string): string | undefined {
  const etc = /^(.*\/etc)\/(?:rc\.d\/)?(?:init\.d|rc[0-6S]\.d)\/[^/]+$/s.exec(script)?.[1];
  return etc && `${etc}/inittab`;
}
