/** What `inittab explain` says beside the explanations. */
export const explainMessages = {
  "explain.usage": "inittab explain [options] WORD | RULE | 'LINE' | 'MESSAGE' [PATH]",
  "explain.about": `Explains a word of an inittab, of an init script or of their surroundings (an
action, a runlevel, a field, a variable, a signal, a file, a command, a phrase),
a rule by its id or code, a whole line: what is between colons, or a message of
init or of a program around it, as it stands on the console or in a log.
With PATH, an inittab, an init script or the folder or archive of a system, it
names the entry or the script that the message is about.

  inittab explain respawn
  inittab explain IT110
  inittab explain '1:2345:respawn:/sbin/getty 38400 tty1'
  inittab explain 'INIT: Id "s0" respawning too fast: disabled for 5 minutes' /etc/inittab
  inittab explain --log /var/log/messages /`,
  "explain.exit":
    "Exit status: 0, or 2 for wrong usage, if nothing is known of the word or\nthe message, or if a file could not be read.",
  "explain.option.format": "text (default) or md",
  "explain.option.log": "explain every message of this log of a console or of syslog, - for standard input",
  "explain.nothing-asked": "give a WORD, a RULE, a LINE or a MESSAGE",
  "explain.log-lines":
    "{$count -> [one] Line {$line} of the log. *[other] # lines of the log, the first is line {$line}.}",
  "explain.log-also": "Also {$messages}.",
  "explain.log-none": "no line is a known message",
  "explain.log-unknown":
    "{$count -> [one] One line of a program whose messages are known is *[other] # lines of programs whose messages are known are} not known: {$lines}.",
  "explain.says": "{$message}: {$program}",
  "explain.other-messages": "Other messages with these words",
  "explain.unknown": "nothing is known about {$word}",
  "explain.unknown-near": "nothing is known about {$word}; did you mean {$near}?",
} as const;
