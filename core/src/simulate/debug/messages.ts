/** What is said of a boot that is debugged. */
export const debugMessages = {
  // Why the debugger stops where nobody has put a breakpoint.
  "alarm.too-fast": "A record is disabled because it respawns too fast: {$what}",
  "alarm.dropped": "Init does not take a line of its table: {$what}",
  "alarm.no-login": "Nobody can log in any more: the last process that lets somebody in is over.",
  "alarm.down": "{$what}",
  "alarm.skipped": "{$name} is not called: {$why}",
} as const;
