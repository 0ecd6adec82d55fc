// What the two programs called update-rc.d say. Source: init-system-helpers 1.65 and sysv-rc before it; observed: Phil
// Blundell's update-rc.d 0.7 and 0.8 of OpenEmbedded (spec/embedded.md, section 2.5).

import type { SpeakingProgram } from "../contract.ts";

/** Debian's update-rc.d. */
export const debianUpdateRcdMessages: SpeakingProgram = {
  id: "update-rc.d",
  title: "update-rc.d of Debian",
  tags: ["update-rc.d"],
  families: ["debian"],
  messages: [
    {
      id: "no-levels",
      templates: [
        "error: {script} Default-Start contains no runlevels, aborting.",
        "{script} Default-Start contains no runlevels, aborting.",
      ],
      meaning:
        "`enable` or `disable` was requested, but the header of the script names no runlevel in which the service starts. Nothing is changed.",
      causes: [
        "`Default-Start` is empty on purpose: the service is not meant to start by itself.",
        "The script has no LSB header, or the line is mistyped.",
        "On a system with systemd: `systemctl enable` hands a service without a unit of its own over to update-rc.d.",
      ],
      find: ["`grep -n 'Default-Start' /etc/init.d/SCRIPT`."],
      remedy: [
        "Write `# Default-Start: 2 3 4 5` into the header, or name the runlevels: `update-rc.d SCRIPT enable 2 3 4 5`. With systemd and a unit of its own the message is harmless.",
      ],
      keyword: "Default-Start",
    },
    {
      id: "rejected",
      templates: ["error: insserv rejected the script header"],
      meaning: "update-rc.d called insserv, and insserv failed. No link was changed.",
      causes: [
        "There is a circle, a missing required service, or a broken header, often in another script than the one that is being installed.",
      ],
      find: ["The lines of insserv before this one name the script."],
      remedy: ["Correct the script that insserv names, then run `dpkg --configure -a` or update-rc.d again."],
    },
    {
      id: "no-script",
      templates: [
        "error: initscript does not exist: /etc/init.d/{script}",
        "/etc/init.d/{script}: file does not exist",
        "error: unable to read /etc/init.d/{script}",
        "error: cannot find a LSB script for {script}",
      ],
      meaning: "There is no such script in `/etc/init.d`, or it cannot be read.",
      causes: ["The name is mistyped, was given with its path, or the script has not been copied yet."],
      find: ["`ls -l /etc/init.d/SCRIPT`."],
      remedy: ["Put the script there first, and give its name without the path."],
    },
    {
      id: "exists-during-purge",
      templates: [
        "/etc/init.d/{script} exists during rc.d purge (use -f to force)",
        "/etc/init.d/{script} exists during rc.d purge (continuing)",
      ],
      meaning: "`remove` was requested while the script still exists. Without `-f` nothing is removed.",
      remedy: ["`update-rc.d -f SCRIPT remove`, or `update-rc.d SCRIPT disable` to keep it from starting."],
    },
    {
      id: "levels-do-not-match",
      templates: [
        "warning: start runlevel arguments ({levels}) do not match {script} Default-Start values ({word})",
        "warning: {script} start runlevel arguments ({levels}) do not match LSB Default-Start values ({word})",
        "warning: start runlevel arguments ({levels}) do not match LSB Default-Start values ({word})",
      ],
      meaning: "The runlevels of the call differ from those of the header. The header decides.",
      remedy: ["Call `update-rc.d SCRIPT defaults`, without runlevels."],
      keyword: "Default-Start",
    },
    {
      id: "stop-levels-do-not-match",
      templates: [
        "warning: stop runlevel arguments ({levels}) do not match {script} Default-Stop values ({word})",
        "warning: {script} stop runlevel arguments ({levels}) do not match LSB Default-Stop values ({word})",
        "warning: stop runlevel arguments ({levels}) do not match LSB Default-Stop values ({word})",
      ],
      meaning: "The stop runlevels of the call differ from those of the header. The header decides.",
      remedy: ["Call `update-rc.d SCRIPT defaults`, without runlevels."],
      keyword: "Default-Stop",
    },
    {
      id: "no-longer-supported",
      templates: ["warning: start and stop actions are no longer supported; falling back to defaults"],
      meaning:
        "`update-rc.d NAME start 20 2 3 . stop 80 0 1 6 .` is an old form. The numbers and runlevels of the call are ignored; the header decides.",
      remedy: ["Write the runlevels and dependencies into the header, and call `update-rc.d NAME defaults`."],
    },
    {
      id: "no-effect",
      templates: ["warning: {action} action will have no effect on runlevel {level}"],
      meaning: "`enable` and `disable` act only on the runlevels S, 2, 3, 4 and 5.",
    },
    {
      id: "no-links",
      templates: ["error: no runlevel symlinks to modify, aborting!"],
      meaning: "`enable` or `disable` was requested, but the script has no links yet.",
      find: ["`ls /etc/rc?.d/*SCRIPT`."],
      remedy: ["Run `update-rc.d SCRIPT defaults` first."],
    },
    {
      id: "missing-information",
      templates: [
        "warning: /etc/init.d/{script} missing LSB information",
        "warning: {script} missing LSB information",
        "warning: {script} missing LSB keyword '{keyword}'",
        "see <http://wiki.debian.org/LSBInitScripts>",
      ],
      meaning:
        "The script has no LSB header, or one that lacks a required keyword. Links are made anyway, without an order.",
      remedy: ["Add the header between `### BEGIN INIT INFO` and `### END INIT INFO`."],
    },
    {
      id: "dependency-based",
      templates: ["using dependency based boot sequencing"],
      meaning:
        "update-rc.d leaves the numbers to insserv, which computes them from the headers; numbers in the call are ignored.",
    },
    {
      id: "not-enough",
      templates: [
        "error: not enough arguments",
        "error: expected NN after start",
        "error: expected NN after stop",
        'error: expected runlevel [0-9S] (did you forget "." ?)',
        "error: runlevel must be [0-9S]",
        "error: unknown mode or add action",
        "error: codenumber must be a number between 0 and 99",
      ],
      meaning: "The call is not well-formed, and nothing is done.",
      remedy: ["`update-rc.d NAME defaults|remove|enable|disable`."],
    },
  ],
};

/** OpenEmbedded's update-rc.d. */
export const openembeddedUpdateRcdMessages: SpeakingProgram = {
  id: "oe-update-rc.d",
  title: "update-rc.d of OpenEmbedded",
  tags: ["update-rc.d"],
  families: ["openembedded", "debian"],
  messages: [
    {
      id: "links-exist",
      templates: [
        "System startup links for /etc/init.d/{script} already exist.",
        "System start/stop links for /etc/init.d/{script} already exist.",
        "System startup links for {script} already exist.",
      ],
      meaning:
        "The script has links already, so nothing is changed: other numbers or runlevels of the call are ignored. The exit status is 0.",
      causes: ["The script was installed before; even a dangling link counts."],
      find: ["`ls -l /etc/rc?.d/???SCRIPT`."],
      remedy: ["To make them again: `update-rc.d -f SCRIPT remove`, then the call again."],
    },
    {
      id: "links-missing",
      templates: ["System start/stop links for /etc/init.d/{script} do not exist."],
      meaning: "`enable` or `disable` was requested, but the script has no links.",
      remedy: ["Run `update-rc.d SCRIPT defaults` first."],
    },
    {
      id: "adding",
      templates: [
        "Adding system startup for /etc/init.d/{script}.",
        "Adding system startup for /etc/init.d/{script} ...",
      ],
      meaning: "The links are made.",
    },
    {
      id: "removing",
      templates: [
        "Removing any system startup links for {script} ...",
        "Removing any system startup links for /etc/init.d/{script} ...",
      ],
      meaning: "The links are removed; their paths follow.",
    },
    {
      id: "two-arguments",
      templates: ["defaults takes only one or two arguments"],
      meaning: "`defaults` is followed by more than two numbers, so nothing is done.",
      causes: ["Runlevels were written after `defaults`, as in `defaults 3 4 5`."],
      remedy: ["`defaults NN`, `defaults NN KK`, or `start NN LEVELS . stop NN LEVELS .`."],
    },
    {
      id: "not-terminated",
      templates: ["action with list of runlevels not terminated by `.'"],
      meaning: "The list of runlevels must end with a separate dot, so nothing is done.",
      causes: ["The dot at the end is missing, or is attached to the last runlevel: `5.` is not `5 .`."],
      remedy: ["`start 20 2 3 4 5 . stop 20 0 1 6 .`; in a recipe it is the value of INITSCRIPT_PARAMS."],
    },
    {
      id: "expected-start",
      templates: ["expected start or stop"],
      meaning: "After a dot there must be another `start` or `stop`, or nothing.",
    },
    {
      id: "not-enough",
      templates: ["Not enough arguments"],
      meaning: "`start` or `stop` needs a number, at least one runlevel, and a dot.",
      remedy: ["`start 20 2 3 4 5 .`."],
    },
    {
      id: "no-script",
      templates: ["{path}: file does not exist"],
      meaning: "There is no such script in `/etc/init.d` of the image or the system.",
      causes: ["INITSCRIPT_NAME of the recipe is not the name under which the script is installed."],
    },
    {
      id: "no-name",
      templates: ["{path} inherits update-rc.d but doesn't set INITSCRIPT_NAME"],
      meaning: "The recipe uses the class update-rc.d but does not name the script.",
      remedy: ["Set `INITSCRIPT_NAME`; with `INITSCRIPT_PACKAGES`, set one for each of these packages."],
    },
    {
      id: "current-level",
      templates: ["Unable to determine current runlevel"],
      meaning: "`-s` is to start the service now, but the program runlevel printed nothing.",
    },
  ],
};
