/** What is said of a boot that is debugged. */
export const debugMessages = {
  // Why the debugger stops where nobody has put a breakpoint.
  "alarm.too-fast": "An entry is disabled because it respawns too fast: {$what}",
  "alarm.dropped": "Init drops a line of its table: {$what}",
  "alarm.no-login": "Nobody can log in anymore: the last process that offered a login has ended.",
  "alarm.down": "{$what}",
  "alarm.skipped": "{$name} is not called: {$why}",
} as const;
