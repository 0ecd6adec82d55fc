/** What is found on all the ways that services can go. */
export const waysMessages = {
  "ways.path-independence.asks": "Do the services that run in a level depend on the way there?",
  "ways.left-behind.asks": "Does a change of runlevel leave services running, or locked?",
  "ways.differs.no-link":
    "Whether {$service} runs in runlevel {$level} depends on the level before: nothing there starts or stops it",
  "ways.differs.locked":
    "Whether {$service} runs in runlevel {$level} depends on the way there: rc passes over {$link} while the lock {$lock} is there",
  "ways.differs.not-locked":
    "Whether {$service} runs in runlevel {$level} depends on the way there: rc passes over {$link} while there is no lock {$lock}",
  "ways.differs.link":
    "Whether {$service} runs in runlevel {$level} depends on the way there, although {$link} is there",
  "ways.left-running":
    "{$service} goes on running in runlevel {$level}: rc does not stop it, because there is no lock {$lock}",
  "ways.left-locked":
    "{$service} leaves the lock {$lock} when it is stopped, so that rc does not start it again",
} as const;
