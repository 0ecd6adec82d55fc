/** What `inittab debug` says beside the debugger itself; no other command pays for it. */
export const debugCommandMessages = {
  "debug-command.usage": "inittab debug [--stdio]",
  "debug-command.about": `Runs the debugger for an editor: the Debug Adapter Protocol over standard input
and output. A boot is simulated, and can be gone through forward and back.`,
  "debug-command.option.stdio": "speak the protocol over standard input and output (it does so anyway)",
  "debug-command.launch": `A launch configuration names:
  program   the inittab
  scenario  what happens: an object, or the path of a scenario file
  level     the runlevel to boot into
  root      the system whose init scripts rc calls; default: the one of program`,
  "debug-command.unread": "{$path}: {$why}",
  "debug-command.scenario": "{$path}: {$problem}",
  "debug-command.said": "{$what}",
  "debug-command.no-message":
    "standard input contains something that is not a message of the Debug Adapter Protocol",
} as const;
