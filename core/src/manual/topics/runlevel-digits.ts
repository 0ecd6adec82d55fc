import { runlevels } from "../../inittab/runlevels.ts";
import { sysvinitDialect, type Topic } from "../topic.ts";

/** What is worth knowing of one ordinary level beyond what holds for all of them. */
interface Note {
  readonly summary: string;
  readonly body: readonly string[];
  readonly sources: readonly string[];
}

const makesNoDifference =
  "To init it is a level like any other: it ends what the level does not name and starts what it names.";

const multiUser = [
  "Which level has which meaning among 2 to 5 is the custom of a distribution; init makes no difference between them.",
  "Debian starts the same services in all four and uses 2; Red Hat and SUSE had 3 for text logins and 5 for graphical ones; Slackware is graphical in 4.",
  "On entering one of them by request init also makes up for boot records that it could not write earlier.",
];

const spare = [
  "Init accepts it like 2 to 5, in the file, from telinit and as a boot argument; inittab(5) does not mention it.",
  "The one exception is `telinit u`, which does nothing in 7, 8 and 9.",
  "Few scripts know what to do with it: there is usually no directory `/etc/rc7.d`.",
];

const notes: Readonly<Record<string, Note>> = {
  "0": {
    summary: "By convention the level in which the machine is halted or switched off.",
    body: [
      makesNoDifference,
      "It is the entries for 0, in the end `halt` or `poweroff` in a script, that stop the machine.",
      "`shutdown -h` and `halt` ask for this level.",
      "As the default level it would stop the machine as soon as it has started.",
      "On entering 0 the console is set to sane modes.",
    ],
    sources: ['init(8), "RUNLEVELS"', "observed: sysvinit 3.06 (level-0-and-6)"],
  },
  "1": {
    summary: "By convention the way from normal operation down to single-user mode.",
    body: [
      makesNoDifference,
      "The scripts for 1 stop the services, and the last of them usually says `telinit S`.",
      "So 1 is a passage and S the place: `shutdown now` without `-h` or `-r` asks for 1.",
      "On entering 1 the console is set to sane modes.",
    ],
    sources: ['init(8), "RUNLEVELS"', "shutdown(8)", "observed: sysvinit 3.06 (level-1)"],
  },
  "6": {
    summary: "By convention the level in which the machine is rebooted.",
    body: [
      makesNoDifference,
      "It is the entries for 6, in the end `reboot` in a script, that restart the machine.",
      "`shutdown -r` and `reboot` ask for this level.",
      "As the default level it would make the machine reboot for ever.",
      "A respawn entry for 6 such as Debian's `z6:6:respawn:/sbin/sulogin` is a safety net: it is reached only if the reboot did not happen.",
      "On entering 6 the console is set to sane modes.",
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
        ? "An ordinary level that hardly anybody uses."
        : `A level for normal operation with several users: ${purpose.english}.`,
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
