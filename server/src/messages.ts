/** What the server itself says: proposals, hovers, lenses, its own reports. */
export const serverMessages = {
  // Why a file is taken for one of a dialect; fits behind "because".
  "setting.dialect": "the setting inittab.dialect says so",
  "setting.dialects": "the setting inittab.dialects says so for {$pattern}",

  // Why nothing is simulated.
  "simulate.too-long": "has {$count} lines; tables of up to {$most} lines are simulated",
  "simulate.no-runlevels": "{$dialect} has no runlevels",

  // Proposals for an inittab.
  "completion.on-demand": "on demand, by telinit {$mark}",
  "completion.levels": "the level{$count -> [one] *[other] s} {$levels}",
  "completion.new-record": "a new record, field by field",
  "id.login": "a login on {$terminal}",
  "id.level": "what is run on entering runlevel {$level}",
  "id.default": "the default runlevel",
  "id.first": "the first thing at boot",
  "id.single-user": "single-user mode; the one id that several records may have",
  "id.ctrl-alt-del": "Ctrl-Alt-Del",
  "id.keyboard": "the keyboard request",
  "id.power-fails": "the power fails",
  "id.power-low": "the power is about to be gone",
  "id.power-back": "the power is back",
  "id.own-console": "init's own console",
  "id.kernel-console": "the console of the kernel",
  "id.no-terminal": "no terminal: what is printed is lost",
  "id.virtual-console": "the virtual console {$number}",
  "id.serial-line": "the serial line {$number}",

  // Proposals for an init script.
  "completion.lsb": "LSB header{$standard -> [yes] *[no] , extension}",
  "completion.only-value": "the only value that counts",
  "completion.configured": "defined by this system's insserv configuration",
  "completion.provided": "provided by a script of this system",
  "completion.made-for": "made for {$name}",
  "completion.both-headers": "# chkconfig and LSB header",
  "completion.skeleton": "init script ({$family})",
  "completion.skeleton-of":
    "{$family -> [redhat] with chkconfig header and lock file *[debian] with LSB header}",
  "completion.tag": "chkconfig header: {$value}",

  // What can be done about findings.
  "fix-all": "Fix everything that can be fixed safely",
  "write-dialect": "Write into the file that it is for {$dialect}",
  "silence.line": "Silence {$rule} for this line",
  "silence.file": "Silence {$rule} for the whole file",
  "more-findings": "{$count} more findings from here on are not shown",

  // Hovers.
  "hover.dropped": "Init drops the line and logs: {$message}",
  "hover.in-boot": "In a simulated boot it {$deed}.",
  "hover.in-boot-to": "In a simulated boot to runlevel {$level} it {$deed}.",
  "hover.service": "{$name}: service",
  "hover.no-provider": "No script of this system provides it.",
  "hover.provided-by": "Provided by {$scripts}.",
  "hover.asked-by": "Asked for by {$scripts}.",
} as const;
