/** What is said of policies. */
export const policyMessages = {
  // What is wrong with a file.
  "policy.two-names": "must have two names or more",
  "policy.levels": "must be runlevels, such as 3, 2-5 or S",
  "policy.runs-when": "must have either in, or within and of",

  // Why a policy cannot be judged.
  "policy.unknown-service": "No entry, program or init script is called {$name}",
  "policy.needs-tree":
    "{$name} is neither an entry nor a program of the table; to judge init scripts, name the root of a system instead of its table",
  "policy.stops-need-tree":
    "The order in which services are stopped is known only for a whole system: name its root instead of its table",
  "policy.mixed": "{$one} is an entry and {$other} an init script; the two cannot be compared",
  "policy.no-terminal": "No entry of the table offers a login on {$terminal}",
  "policy.no-boot": "The boot reaches no runlevel for which the table calls rc",

  // What breaks a policy.
  "policy.asks": "Do the policies hold?",
  "policy.before": "{$second} is started before {$first}",
  "policy.before.down": "{$second} is started while {$first} does not run",
  "policy.together": "{$one} and {$other} run at the same time",
  "policy.login": "Nobody can log in on {$terminal} in runlevel {$level}",
  "policy.runs": "{$name} does not run in runlevel {$level}",
  "policy.late": "{$name} is started {$seconds} seconds after the boot has begun, and not within {$limit}",
  "policy.never": "{$name} is not started by the boot",
  "policy.stops": "On the way to runlevel {$level} {$second} is stopped before {$first}",
} as const;
