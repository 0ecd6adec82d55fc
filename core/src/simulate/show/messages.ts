/** What pictures and reports of a run say. */
export const showMessages = {
  // Spans and moments.
  "time.seconds": "{$seconds} s",
  "time.days": "{$days} d",
  "time.days-and": "{$days} d {$clock}",

  // The phases of the boot, in a bar.
  "show.sysinit": "sysinit",
  "show.boot": "boot",

  // The picture of a timeline.
  "show.title": "When each process runs",
  "show.measure": "{$measure -> [phase] phase *[level] level}",
  "show.level": "{$level}, {$start} to {$end}",
  "show.more": "and {$count} more",
  "show.life": "{$id}: {$process}\n{$what}",
  "show.lives": "{$count} times from {$start} to {$end}",
  "show.waits": ", waits for Enter",
  "show.waits-until": ", waits for Enter until {$enter}",
  "show.runs-on": "{$start}{$asked}, runs on",
  "show.ends":
    "{$start}{$asked} to {$end}, {$how -> [killed] killed [terminated] ended by TERM *[exit] exit code {$code}}",

  // The report in Markdown.
  "show.time": "Time (s)",
  "show.happens": "What happens",
  "show.id": "Id",
  "show.line": "Line",
  "show.starts": "Starts",
  "show.ran-for": "Ran for (s)",
  "show.at-end": "At the end",
} as const;
