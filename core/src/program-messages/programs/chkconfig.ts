// What chkconfig says. Observed: chkconfig 1.3.49.5 of Red Hat Enterprise Linux 6; the others from its messages.

import type { SpeakingProgram } from "../contract.ts";

/** Red Hat's chkconfig. */
export const chkconfigMessages: SpeakingProgram = {
  id: "chkconfig",
  title: "chkconfig",
  tags: ["chkconfig"],
  families: ["redhat", "suse"],
  messages: [
    {
      id: "not-supported",
      templates: ["service {script} does not support chkconfig"],
      meaning: "The script has no header that chkconfig can read, so no links are made.",
      causes: [
        "There is no line `# chkconfig: LEVELS START STOP`, and no LSB header either.",
        "The line is malformed: blanks or commas between the runlevels, a number above 99 or missing, or a blank before the colon.",
        "`description` is missing, or its continued lines are not comments.",
      ],
      find: [
        "`grep -n -e chkconfig: -e 'INIT INFO' -e description: /etc/init.d/SCRIPT`; `inittab check /etc/init.d/SCRIPT` names the mistake.",
      ],
      remedy: [
        "Put `# chkconfig: 2345 20 80` and `# description: TEXT` below the first line, then `chkconfig --add SCRIPT`.",
      ],
    },
    {
      id: "not-referenced",
      templates: [
        "service {script} supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add {other}')",
      ],
      meaning: "The script can be managed but has no links yet.",
      causes: ["It was copied to init.d and never added."],
      remedy: ["`chkconfig --add SCRIPT`."],
    },
    {
      id: "error-reading",
      templates: ["error reading information on service {script}: {reason}"],
      meaning: "chkconfig could not read the script: it does not exist or cannot be used.",
      causes: ["The name is mistyped, was given with its path, or the service belongs to xinetd or systemd."],
      find: ["`ls -l /etc/init.d/SCRIPT`."],
      remedy: ["Give the name, without its path, of a script in `/etc/init.d`."],
    },
    {
      id: "privileges",
      templates: ["You do not have enough privileges to perform this operation."],
      meaning: "Only root may change links.",
    },
    {
      id: "symlink",
      templates: ["failed to make symlink {path}: {reason}"],
      meaning: "A link in an rc folder could not be made.",
      causes: ["The folder is missing, the file system is not writable, or you are not root."],
    },
    {
      id: "glob",
      templates: [
        "failed to glob pattern {path}: {reason}",
        "failed to open directory {path}: {reason}",
        "failed to open {path}: {reason}",
        "cannot read {path}: {reason}",
      ],
      meaning: "A folder of scripts or of links could not be read.",
      find: ["`ls -ld /etc/init.d /etc/rc?.d`."],
    },
    {
      id: "runlevel",
      templates: [
        "cannot determine current run level",
        "only one runlevel may be specified for a chkconfig query",
        "only one of --list, --add, --del, or --override may be specified",
        "--type must be 'sysv' or 'xinetd'",
      ],
      meaning: "The call is not well-formed, or there is no runlevel that chkconfig could ask for.",
    },
    {
      id: "forwarding",
      templates: [
        "Note: Forwarding request to '{process}'.",
        "Note: This output shows SysV services only and does not include native systemd services.",
        "Failed to forward service request to systemctl: {reason}",
      ],
      meaning:
        "The system boots with systemd, so chkconfig passes the request on or shows only the old scripts.",
    },
  ],
};
