/** What is said of simulations themselves. */
export const simulateMessages = {
  // Why a file is not simulated; fits behind its name and a colon.
  "not-simulated.unknown":
    "it is not clear which init this file is for{$reason}; only {$known} can be simulated",
  "not-simulated.dialect":
    "is read as a file of {$dialect}{$reason}, which cannot be simulated; only {$known} can be simulated",
  "not-simulated.because": '{" "}(because {$because})',

  // A script that rc calls or passes over.
  "rc-step.call": "{$call}",
  "rc-step.left": "{$call}: {$remark}",
  "rc-step.remark": "{$call} ({$remark})",

  // What a service would say at a moment.
  "service-status.says": "service {$name} status: {$output} (exit status {$status})",
  "service-status.silent": "service {$name} status: prints nothing (exit status {$status})",
  "service-status.unknown": "service {$name} status: its script is not followed",
} as const;
