/** The frame of a message's page: what is said of all messages alike. */
export const programMessages = {
  "said.by": "Said by {$program}.",
  "said.by-others": "{$programs} can say the same.",
  "said.releases":
    "{$which -> [since] Only releases from {$since} on say it. [until] Only releases up to {$until} say it. *[both] Only releases {$since} to {$until} say it.}",
  "said.causes": "What causes it",
  "said.find": "How to find out which",
  "said.remedy": "What to do",
  "said.here": "In {$path}",

  // What is found in the file or the system that was given; to be read behind a path, a line and a colon.
  "said.place.line": "{$text}",
  "said.place.still": "{$text} · init still drops this line: {$words}",
  "said.place.accepted": "{$text} · as the file is now, init accepts this line",
  "said.place.no-line": "the file has no line {$line} now",
  "said.place.first-with-id": "{$text} · the first entry with this id",
  "said.place.record": "{$text} · the entry",
  "said.place.process": "{$text} · the entry that runs it",
  "said.place.terminal": "{$text} · the entry with this terminal",
  "said.place.initdefault": "{$text} · the default runlevel",
  "said.place.respawns": "{$text} · kept running in the default runlevel {$level}",
  "said.place.script": "{$text} · the script {$script}",
  "said.place.mentions": "{$text} · named here",

  // What is missing there.
  "said.none.id": "no entry has the id {$id}",
  "said.none.process": "no entry runs {$process}",
  "said.none.terminal": "no entry names the terminal {$terminal}",
  "said.none.initdefault": "no entry has the action initdefault, so init asks for a runlevel",
  "said.none.respawn": "no entry that init keeps running is in the default runlevel {$level}",
  "said.none.script": "there is no script {$script}",

  // Why the given system cannot produce the message.
  "said.cannot.dialect": "The init of {$path} does not say this: the file is for {$dialect}.",
  "said.cannot.release": "Release {$version} of sysvinit does not say this.",
  "said.cannot.family": "{$path} does not look like a system that has {$program}: it is {$family}.",
} as const;
