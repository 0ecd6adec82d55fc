/** What is said of a system's tree, and of the way that rc takes through it. */
export const initscriptMessages = {
  // Behind a step of rc: what the call does to lock files, and how it ends.
  "rc.locks": "locks {$names}",
  "rc.unlocks": "unlocks {$names}",
  "rc.deed.down":
    "{$how -> [reboot] restarts the machine [poweroff] switches the machine off *[halt] halts the machine}",
  "rc.deed.kill": "sends KILL to all that are still there",
  "rc.deed.pause": "waits {$most -> [yes] up to {$seconds} s *[no] {$seconds} s}",
  "rc.deed.read-only": "makes file systems read-only",
  "rc.deed.swap": "gives up the swap space",
  "rc.deed.term": "sends TERM to all processes that are left",
  "rc.deed.unmount": "unmounts the file systems",
  "rc.status": "status {$status}",
  "rc.sourced": "read by a subshell of rc",
  "rc.cannot-run": "cannot be run",
  "rc.orphan-lock": "no script has the name of this lock",

  // Why rc passes over an entry; to be read behind the entry's name and a colon.
  "skip.not-locked": "no lock file: rc does not stop it",
  "skip.locked": "its lock file is there: rc takes it for started",
  "skip.not-executable": "it is not executable",
  "skip.not-a-file": "it leads to no regular file",
  "skip.no-first-line": "it has no first line with an interpreter",
  "skip.backup-name": "its name is that of a backup copy",
  "skip.not-matched": "its name has not the form that rc looks for",
  "skip.declined": "the answer was no",
  "skip.started-before": "the links of the previous level have started it",
  "skip.stopped-before": "the links of the previous level have stopped it",
  "skip.behind-halt": "halt or reboot has taken the place of rc",
  "skip.problem": "it {$problem}",

  // Why a script or a system is of a family; to be read behind "because".
  "family.place": "it is called `{$path}`",
  "family.says": "it has `{$words}` in it",
  "family.tree": "the system has {$path}",
  "family.names": "the scripts of {$path} have the order in their names, and there are no links",
  "family.most": "most scripts of {$path} are",

  // What is not looked at in a family's scripts; to be read behind the family's name.
  "family.unseen.openwrt":
    "what a script reads from /etc/config, and what procd makes of its instances, is not looked at",
  "family.unseen.suse": "what SUSE's insserv makes of the headers is not looked at",
  "family.unseen.slackware": "whether and when rc.M calls a script is not looked at",
  "family.unseen.lfs": "whether the links stand in a good order is not looked at",
  "family.unseen.entware": "what rc.func makes of a script's variables is not looked at",
  "family.unseen.slitaz": "whether the settings name a script is not looked at",
  "family.unseen.freebsd-rc":
    "what rc.subr makes of a script's variables, and what rcorder makes of its comments, is not looked at",
  "family.unseen.arch": "whether rc.conf names a script is not looked at",
  "family.unseen.solaris-rc": "what the service manager does with a script is not looked at",
  "family.unseen.aix-rc": "what the controller of services does is not looked at",

  // What is wrong with a path of the tree; to be read behind the path.
  "tree.dangling": "points to {$target}, and nothing is there",
  "tree.outside": 'points{$linked -> [yes] {" "}to {$target} *[no]}, outside the tree',
  "tree.loop": 'points{$linked -> [yes] {" "}to {$target} *[no]}: the links lead round in a circle',
  "tree.other": "is not a regular file",
  "tree.cut": "is too large; only its beginning was read",
  "tree.binary": "is no text: there are NUL bytes in it",
  "tree.crowded": "has more than {$count} entries; the rest was not looked at",
  "tree.unread": "was not read: the files before it have {$count} million characters already",
  "tree.tangled":
    "holds scripts that wait for each other in so many ways that their order was not worked out",
  "tree.unreadable":
    "{$why -> [denied] permission denied [far] is reached through too many links and folders, and was not looked at *[other] #}",

  // Whose rc it is; to be read behind "because".
  "flavor.release": "{$path} says {$line}",
  "flavor.path": "it has {$path}",
} as const;
