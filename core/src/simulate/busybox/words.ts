/** What is said of runs of BusyBox init. What init says itself stands elsewhere, since it is in no other language. */
export const busyboxRunMessages = {
  "busybox.of-buildroot": "BusyBox {$version} of Buildroot",
  "busybox.of-openembedded": "BusyBox {$version} of OpenEmbedded",
  "busybox.of-alpine": "BusyBox {$version} of Alpine",
  "busybox.of-debian": "BusyBox {$version} of Debian",
  "busybox.unpatched": "BusyBox {$version} unpatched",
  "busybox.assumed": "taken for {$title}, because {$because}",
  "busybox.not-recorded": "{$title} (not recorded)",
  "busybox.changed": "{$title} with {$switches} (not recorded)",

  // Why words do not say what happens.
  "busybox.no-runlevels": "BusyBox init has no runlevels and no telinit",

  // What init does.
  "busybox.on": "{$command} on {$terminal}",
  "busybox.starts": '{$command} starts{$waits -> [yes] {" "}(init waits for it) *[no]}',
  "busybox.starts-on": '{$command} starts on {$terminal}{$waits -> [yes] {" "}(init waits for it) *[no]}',
  "busybox.skips": "{$command} is skipped: {$terminal} does not exist",
  "busybox.becomes": "process 1 becomes {$command}",
  "busybox.asks": "{$command} waits for Enter on {$terminal}",
  "busybox.killed-asking": "{$command}, which waits for Enter on {$terminal}, is killed",
  "busybox.ends-asking": "{$command}, which waits for Enter on {$terminal}, gets TERM and ends",
  "busybox.says-on": "{$terminal}: {$words}",
  "busybox.panic": "kernel panic: process 1 has ended",

  // What happens from outside.
  "busybox.sends": "a process sends {$signal}",
  "busybox.enter": "Enter is pressed on {$terminal}",
  "busybox.typed": "typed on {$terminal}: {$text}",

  // What the signals ask of init.
  "busybox.ask-ctrl-alt-del": "Ctrl-Alt-Del",
  "busybox.ask-power-fails": "the power supply: halt",
  "busybox.ask-reload": "read the file again",
  "busybox.ask-restart": "become the program of the restart entry",
  "busybox.ask-stop": "pause",
  "busybox.ask-continue": "go on",

  // What makes init start an entry; fits behind "waits for".
  "busybox.sign-ctrl-alt-del": "Ctrl-Alt-Del (INT)",
  "busybox.sign-shutdown": "the shutdown",
  "busybox.sign-restart": "a restart (QUIT)",

  // What init itself is doing.
  "busybox.has-become": "has become {$process}",
  "busybox.waits-for-a-process": "waits for a process to end",
  "busybox.goes-on": "goes on in {$left} s",
  "busybox.looks-again": "looks again in {$left} s",

  // When the entries of a group are started.
  "busybox.group-sysinit": "first of all, one after the other",
  "busybox.group-wait": "then, one after the other",
  "busybox.group-once": "then, all at once",
  "busybox.group-respawn": "then, and again whenever they end",
  "busybox.group-ctrl-alt-del": "on Ctrl-Alt-Del",
  "busybox.group-shutdown": "at shutdown, one after the other",
  "busybox.group-restart": "takes the place of init on QUIT",

  // What stands above a table of the entries at the end.
  "busybox.end-down": "At {$time} s the machine goes down ({$how}); init's entries then:",
  "busybox.end-other": "At {$time} s process 1 is another program; the entries of init:",
  "busybox.end-phase": "At {$time} s init is in the {$phase} phase; its entries then:",
  "busybox.built-in": "built in",

  // Why nothing follows.
  "busybox.nothing.ignored": "init ignores this signal",
  "busybox.nothing.deaf": "init is shutting down and ignores signals",

  // What is hardly meant in a scenario; each fits behind a path and a colon.
  "busybox.unknown-key": "no entry runs anything with the key {$key}",
  "busybox.no-meaning": "{$signal} means nothing to BusyBox init",
} as const;
