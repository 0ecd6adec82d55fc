/** What is compared of two runs. */
export const compareMessages = {
  "diff.level-from": "{$level} from {$time}",
  "diff.end-at": "{$how} at {$time}",
  "diff.times": "{$text} ({$count} times)",
  "diff.process-on": "{$process} on {$terminal}",
  "diff.runs-on": 'runs{$count -> [1] *[other] {" "}# times} from {$start} on',
  "diff.runs-until": 'runs{$count -> [1] *[other] {" "}# times} from {$start} to {$end}',
  "diff.of-processes": "{$runs} ({$processes})",
  "diff.waiting": "{$runs}, waiting for Enter",
  "diff.after-enter": "{$runs}, after Enter",
} as const;
