/** What is found on all the ways that services can go. */
export const waysMessages = {
  "ways.path-independence.asks": "Do the services that run in a runlevel depend on the way there?",
  "ways.left-behind.asks": "Does a change of runlevel leave services running, or locked?",
  "ways.differs.no-link":
    "Whether {$service} runs in runlevel {$level} depends on the previous runlevel: nothing in this one starts or stops it",
  "ways.differs.locked":
    "Whether {$service} runs in runlevel {$level} depends on the way there: rc skips {$link} while the lock {$lock} exists",
  "ways.differs.not-locked":
    "Whether {$service} runs in runlevel {$level} depends on the way there: rc skips {$link} while the lock {$lock} does not exist",
  "ways.differs.link":
    "Whether {$service} runs in runlevel {$level} depends on the way there, although {$link} exists",
  "ways.left-running":
    "{$service} keeps running in runlevel {$level}: rc does not stop it because the lock {$lock} does not exist",
  "ways.left-locked":
    "{$service} leaves the lock {$lock} behind when it is stopped, so rc does not start it again",
} as const;
