import { runlevels } from "../../inittab/runlevels.ts";
import { sysvinitDialect, type Topic } from "../topic.ts";

/** What is worth knowing of one ordinary level beyond what holds for all of them. */
interface Note {
  readonly summary: string;
  readonly body: readonly string[];
  readonly sources: readonly string[];
}

const makesNoDifference =
  "To init it is a runlevel like any other: it stops the entries whose field lacks it and starts those whose field has it.";

const multiUser = [
  "What each of the runlevels 2 to 5 means depends on the distribution; init does not distinguish them.",
  "Debian starts the same services in all four and uses 2; Red Hat and SUSE used 3 for text logins and 5 for graphical ones; Slackware uses 4 for graphical logins.",
  "When one of them is entered by request, init also writes boot records that it could not write earlier.",
];

const spare = [
  "Init accepts it like 2 to 5: in the file, from telinit and as a boot argument; inittab(5) does not mention it.",
  "The only exception is `telinit u`, which does nothing in 7, 8 and 9.",
  "Few scripts know what to do with it: there is usually no directory `/etc/rc7.d`.",
];

const notes: Readonly<Record<string, Note>> = {
  "0": {
    summary: "By convention, the runlevel in which the machine is halted or powered off.",
    body: [
      makesNoDifference,
      "What stops the machine is the entries for 0, in the end `halt` or `poweroff` in a script.",
      "`shutdown -h` and `halt` ask for this runlevel.",
      "As the default runlevel, it would stop the machine as soon as it has started.",
      "On entering runlevel 0, init resets the console to sane settings.",
    ],
    sources: ['init(8), "RUNLEVELS"', "observed: sysvinit 3.06 (level-0-and-6)"],
  },
  "1": {
    summary: "By convention, the way from normal operation down to single-user mode.",
    body: [
      makesNoDifference,
      "The scripts for 1 stop the services, and the last of them usually calls `telinit S`.",
      "So runlevel 1 is only the way to S: `shutdown now` without `-h` or `-r` asks for 1.",
      "On entering runlevel 1, init resets the console to sane settings.",
    ],
    sources: ['init(8), "RUNLEVELS"', "shutdown(8)", "observed: sysvinit 3.06 (level-1)"],
  },
  "6": {
    summary: "By convention, the runlevel in which the machine is rebooted.",
    body: [
      makesNoDifference,
      "What reboots the machine is the entries for 6, in the end `reboot` in a script.",
      "`shutdown -r` and `reboot` ask for this runlevel.",
      "As the default runlevel, it would make the machine reboot forever.",
      "A respawn entry for 6 such as Debian's `z6:6:respawn:/sbin/sulogin` is a safety net: init reaches it only if the reboot did not happen.",
      "On entering runlevel 6, init resets the console to sane settings.",
    ],
    sources: ['init(8), "RUNLEVELS"', "observed: sysvinit 3.06 (level-0-and-6)"],
  },
};

/** One topic for each of the levels 0 to 9. */
export const runlevelDigits: readonly Topic[] = runlevels
  .filter((runlevel) => runlevel.kind === "ordinary")
  .map(({ level, purpose }) => {
    const isSpare = level > "6";
    const note = notes[level] ?? {
      summary: isSpare
        ? "An ordinary runlevel that is hardly ever used."
        : `A runlevel for normal operation: ${purpose.english}.`,
      body: isSpare ? spare : multiUser,
      sources: isSpare
        ? ['init(8), "RUNLEVELS"', "observed: sysvinit 3.06 (level-7-8-9, rlevel-789)"]
        : [
            'init(8), "RUNLEVELS"',
            "observed: sysvinit 3.06 (level-change-basic)",
            "source: the inittab files of these distributions",
          ],
    };
    return {
      id: `runlevel.${level}`,
      kind: "runlevel",
      title: `Runlevel ${level}`,
      words: [level],
      ...note,
      dialects: sysvinitDialect,
      seeAlso: ["field.runlevels", "telinit", "term-and-kill"],
    };
  });
