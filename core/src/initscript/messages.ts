/** What is said of a system's tree, and of the way that rc takes through it. */
export const initscriptMessages = {
  // After a step of rc: what the call does to lock files, and how it ends.
  "rc.locks": "locks {$names}",
  "rc.unlocks": "unlocks {$names}",
  "rc.deed.down":
    "{$how -> [reboot] restarts the machine [poweroff] switches the machine off *[halt] halts the machine}",
  "rc.deed.kill": "sends KILL to all processes that still exist",
  "rc.deed.pause": "waits {$most -> [yes] up to {$seconds} s *[no] {$seconds} s}",
  "rc.deed.read-only": "makes file systems read-only",
  "rc.deed.swap": "turns the swap space off",
  "rc.deed.term": "sends TERM to all processes",
  "rc.deed.unmount": "unmounts the file systems",
  "rc.status": "status {$status}",
  "rc.sourced": "read by a subshell of rc",
  "rc.cannot-run": "cannot be run",
  "rc.orphan-lock": "no script has the name of this lock",

  // Why rc passes over an entry; to be read after the entry's name and a colon.
  "skip.not-locked": "it has no lock file, so rc does not stop it",
  "skip.locked": "its lock file exists, so rc considers it started",
  "skip.not-executable": "it is not executable",
  "skip.not-a-file": "it does not lead to a regular file",
  "skip.no-first-line": "its first line does not name an interpreter",
  "skip.backup-name": "its name is that of a backup copy",
  "skip.not-matched": "its name does not have the form that rc looks for",
  "skip.declined": "the answer was no",
  "skip.started-before": "the links of the previous level have started it",
  "skip.stopped-before": "the links of the previous level have stopped it",
  "skip.behind-halt": "halt or reboot has replaced rc",
  "skip.problem": "it {$problem}",

  // Why a script or a system is of a family; to be read after "because".
  "family.place": "it is called `{$path}`",
  "family.says": "it contains `{$words}`",
  "family.table": "the inittab contains `{$words}`",
  "family.tree": "the system has {$path}",
  "family.names": "the names of the scripts in {$path} give their order, and there are no links",
  "family.most": "most scripts in {$path} are",

  // What is not looked at in a family's scripts; to be read after the family's name.
  "family.unseen.openwrt":
    "what a script reads from /etc/config, and what procd makes of its instances, is not examined",
  "family.unseen.suse": "what SUSE's insserv makes of the headers is not examined",
  "family.unseen.slackware": "whether and when rc.M calls a script is not examined",
  "family.unseen.lfs": "whether the links are in a good order is not examined",
  "family.unseen.entware": "what rc.func makes of a script's variables is not examined",
  "family.unseen.slitaz": "whether the settings name a script is not examined",
  "family.unseen.freebsd-rc":
    "what rc.subr makes of a script's variables, and what rcorder makes of its comments, is not examined",
  "family.unseen.arch": "whether rc.conf names a script is not examined",
  "family.unseen.solaris-rc": "what the service manager does with a script is not examined",
  "family.unseen.aix-rc": "what the controller of services does is not examined",

  // What is wrong with a path of the tree; to be read after the path.
  "tree.dangling": "points to {$target}, which does not exist",
  "tree.outside": 'points{$linked -> [yes] {" "}to {$target}, *[no]} outside the tree',
  "tree.loop":
    "{$linked -> [yes] points to {$target}: the links form a loop *[no] is part of a loop of links}",
  "tree.other": "is not a regular file",
  "tree.cut": "is too large; only its beginning was read",
  "tree.binary": "is not text: it contains NUL bytes",
  "tree.crowded": "has more than {$count} entries; the rest was not read",
  "tree.unread": "was not read: the files before it already have {$count} million characters",
  "tree.tangled":
    "holds scripts that wait for each other in so many ways that their order was not worked out",
  "tree.unreadable":
    "{$why -> [denied] permission denied [far] is reached through too many links and folders, and was not read *[other] #}",

  // Whose rc it is; to be read after "because".
  "flavor.release": "{$path} says {$line}",
  "flavor.path": "it has {$path}",
  "order.by-name": "there are no links: the names of the scripts say when they run; inittab rc shows it",
  "order.too-much": "these scripts wait for each other in so many ways that the order was not worked out",
  "order.no-script": "no file of this folder can be an init script",
  "rc.no-folder": "there is no folder etc/rcN.d or etc/rc.d/rcN.d",
  "rc.unknown": "nothing shows whose rc this is",
} as const;
