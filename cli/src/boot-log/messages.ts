/** What `inittab boot-log` says. Its summary is in the catalogue of the program. */
export const bootLogReportMessages = {
  "boot-log.usage": "inittab boot-log [options] LOG... [PATH]",
  "boot-log.about": `Reads what a machine has left of a boot, lays it beside the simulated boot of the
inittab, and shows where they part first and which entry is the likely cause. A
LOG is a log of the console or the kernel with time stamps, of bootlogd or of
syslog, rc.log of OpenRC, the output of utmpdump or last -x, or the archive of
bootchart. Of a log with several boots it takes the last one. PATH is the
inittab, or the root of its system, as a folder or an archive; without it the
current folder is taken if it is the root of a system.`,
  "boot-log.option.scenario":
    "write a scenario with the measured durations, which\ninittab simulate --scenario plays; an existing file stays",
  "boot-log.option.format": "text (default) or json",
  "boot-log.exit": `Exit status: 0 if the boot is the simulated one, 1 if they part, 2 for wrong usage
or if something could not be read.`,
  "boot-log.no-boot": "shows nothing of a boot",
  "boot-log.no-table": "no inittab: name one, or the root of a system, after the logs",
  "boot-log.form":
    "{$form -> [log] lines of init [utmpdump] records of utmpdump [last] lines of last -x [openrc] lines of OpenRC [rclog] rc.log of OpenRC *[bootchart] samples of bootchart}",
  "boot-log.head":
    "{$log}: {$form}; {$count -> [one] # thing *[other] # things} as in the simulated boot of {$path}",
  "boot-log.same": "Nothing differs, as far as the log shows it.",
  "boot-log.parts": "line {$line}{$at -> [none] *[other] , {$at} s}: {$what}",
  "boot-log.at-end": "at the end of the log: {$what}",
  "boot-log.entry": "likely entry: line {$line}: {$text}",
  "boot-log.restarted": "{$text} was started {$times} times",
  "boot-log.scripts": "Scripts by what they print: {$names}",
  "boot-log.script": "{$name} (line {$line})",
  "boot-log.failed": "line {$line}: OpenRC could not start {$name}",
  "boot-log.not-started": "line {$line}: OpenRC did not start {$name}, because {$other} did not start",
  "boot-log.missed-script": "Of {$name}, which the simulated boot starts earlier, the log shows nothing.",
  "boot-log.next-script": "Of {$name}, which prints something too and comes next, the log shows nothing.",
  "boot-log.durations": "Measured:",
  "boot-log.seconds": "{$seconds} s",
  "boot-log.running": "until the log ends",
} as const;
