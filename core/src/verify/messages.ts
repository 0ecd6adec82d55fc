/** What the search through all states says. */
export const verifyMessages = {
  "verify.login.asks": "Wherever the machine can come to rest, is there a login, and does it come back?",
  "verify.login.gone":
    'Nobody can log in: {$level -> [none] *[other] in runlevel {$level}{" "}}init runs no login, and nothing in this table starts one',
  "verify.login.absent":
    'Nobody can log in{$level -> [none] *[other] {" "}in runlevel {$level}}: the machine does not have {$terminals}, where the {$count -> [one] login runs *[other] logins run}',
  "verify.login.waits":
    "Nobody can log in: init waits for {$command}, which runs until somebody ends it, and starts nothing that comes after it",
  "verify.login.down": "The boot goes into runlevel {$level}, and no login ever appears",
  "verify.login.perhaps":
    'This table starts no login{$level -> [none] *[other] {" "}in runlevel {$level}}; only what runs there, such as {$command}, could',
  "verify.login.asking": "Init waits for a runlevel to be typed on the console, and runs nothing until then",
  "verify.way-down.asks":
    "Do the keyboard, the power supply and requests to init bring the machine down from every state?",
  "verify.way-down.nothing": "{$event} does not bring the machine down: nothing in this table does so",
  "verify.way-down.stuck":
    "After {$event} the machine does not go down: init never reaches the entry that does it",
  "verify.way-back.asks": "Does the runlevel before single-user mode come back with all its processes?",
  "verify.way-back.lost": "After single-user mode, runlevel {$level} no longer runs {$process}",
  "verify.dead-record.asks": "Which entries can never run?",
  "verify.dead-record.never": "Whatever happens, init never starts this entry",
  "verify.storm.asks": "Which entry takes away every login if it respawns too fast?",
  "verify.storm.only-login":
    "In runlevel {$level} this is the only login: if it respawns too fast, nobody can log in for {$minutes} minutes",
  "verify.race.asks": "Can two processes read one terminal at the same time?",
  "verify.race.two":
    'Two logins read {$terminal} at the same time{$level -> [none] *[other] {" "}in runlevel {$level}}: lines {$one} and {$other}',
  "graph.level": "{$level -> [none] At rest *[other] Runlevel {$level}}",
  "graph.asking": "Init asks for a runlevel",
  "graph.down": "The machine is down ({$how})",
  "graph.states": "{$states} {$states -> [1] state *[other] states}, login in {$logins}",
  "graph.more": "and {$count} more",
  "compare.down":
    "The first {$one -> [up] is up [asking] asks for a runlevel *[other] is down ({$one})}, the second {$other -> [up] is up [asking] asks for a runlevel *[other] is down ({$other})}",
  "compare.level": "The first is in runlevel {$one}, the second in {$other}",
  "compare.runs": "Only the {$which -> [one] first *[other] second} runs {$process}",
  "compare.starts": "The first starts {$one}, the second {$other}",
  "compare.starts-otherwise": "Both start {$process}, but differently",
  "compare.starts-only": "Only the {$which -> [one] first *[other] second} starts {$process}",
} as const;
