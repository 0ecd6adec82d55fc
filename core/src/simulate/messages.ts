/** What is said of simulations themselves. */
export const simulateMessages = {
  // Why a file is not simulated; fits behind its name and a colon.
  "not-simulated.unknown": "nobody can tell which init this is for{$reason}; only {$known} can be simulated",
  "not-simulated.dialect":
    "is read as one of {$dialect}{$reason}, of which there is no simulation; only {$known} can be simulated",
  "not-simulated.because": '{" "}(because {$because})',

  // A script that rc calls or passes over.
  "rc-step.call": "{$call}",
  "rc-step.left": "{$call}: {$remark}",
  "rc-step.remark": "{$call} ({$remark})",
} as const;
