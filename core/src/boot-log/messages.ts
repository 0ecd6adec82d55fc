/** What is said of a boot that was logged, compared with the simulated one. */
export const bootLogMessages = {
  "boot-log.unknown": "{$name} is started, and no entry of the inittab starts it",
  "boot-log.not-at-boot": "{$name} is started, which the simulated boot never does",
  "boot-log.early": "{$name} is started; in the simulated boot, {$expected} is started first",
  "boot-log.early-level": "{$name} is started; in the simulated boot, runlevel {$level} is entered first",
  "boot-log.level": "runlevel {$level} is entered; in the simulated boot, it is runlevel {$expected}",
  "boot-log.level-early": "runlevel {$level} is entered; in the simulated boot, {$expected} is started first",
  "boot-log.no-level": "runlevel {$level} is entered, which the simulated boot never does",
  "boot-log.waits": "the log ends while init waits for {$name} to end; {$expected} comes after it",
  "boot-log.ends": "the log ends before {$expected} is started",
  "boot-log.ends-level": "the log ends before runlevel {$level} is entered",
  "boot-log.disabled":
    "{$name} has ended so often that init starts it no more for a while; in the simulated boot it does not end",
  "boot-log.never": "{$expected} is never seen, although the simulated boot keeps it running",
} as const;
