import { sysvinitDialect, type Topic } from "../topic.ts";

/** A variable that init gives its children; what holds for all of them is added below. */
interface Variable {
  readonly name: string;
  readonly words?: readonly string[];
  readonly summary: string;
  readonly body: readonly string[];
  readonly sources: readonly string[];
  readonly seeAlso?: readonly string[];
}

const variables: readonly Variable[] = [
  {
    name: "PATH",
    summary: "Where init and its children look for programs: `/sbin:/usr/sbin:/bin:/usr/bin`.",
    body: [
      "Init sets it at boot, whatever the kernel handed over.",
      "The manual pages give other orders: `/bin:/usr/bin:/sbin:/usr/sbin` in releases 3.06 and 3.14, and older editions put `/usr/local/sbin` first.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment)"],
    seeAlso: ["running-the-command"],
  },
  {
    name: "SHELL",
    summary: "Always `/bin/sh`.",
    body: ["It is what init itself calls for a command with special characters."],
    sources: ["observed: sysvinit 3.06 (boot-environment)"],
    seeAlso: ["running-the-command"],
  },
  {
    name: "RUNLEVEL",
    summary: "The runlevel in which the process was started.",
    body: [
      "During the sysinit and boot phases it is `S`.",
      "It is fixed when the process starts; a later change of the runlevel does not reach a running process.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment, level-change-basic)"],
    seeAlso: ["environment.PREVLEVEL", "command.rc"],
  },
  {
    name: "PREVLEVEL",
    summary: "The runlevel before the current one, `N` after boot.",
    body: [
      "A boot ends with `N` even if it went through single-user mode.",
      "If a request broke the boot off it is `#` or `*`, init's marks for the sysinit and boot phases.",
      "Older Debian's rc, and startpar, leave alone by it what the previous level has started; Red Hat's rc asks lock files instead, and Debian's since 2.95-5 starts all again.",
    ],
    sources: [
      'init(8), "ENVIRONMENT"',
      "observed: sysvinit 3.06 (boot-environment, boot-arg-single, level-change-during-sysinit, level-change-during-bootwait)",
    ],
    seeAlso: ["environment.RUNLEVEL", "command.rc", "lock-files"],
  },
  {
    name: "CONSOLE",
    summary: "The device that init uses as the console.",
    body: [
      "It comes from the kernel, and is `/dev/console` otherwise.",
      "If that cannot be used, init tries `/dev/console`, `/dev/tty0` and `/dev/null`.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment)"],
  },
  {
    name: "INIT_VERSION",
    summary: "The name and release of init, as in `sysvinit-3.06`.",
    body: [
      "A script can see by it that init started it.",
      "A value that is set with `telinit -e` does not replace it.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment, initctl-setenv)"],
    seeAlso: ["environment.INIT_"],
  },
  {
    name: "AUTOBOOT",
    summary: "`YES` if the boot arguments held `auto` or `-a`, else not set.",
    body: [
      "Boot loaders of old added `auto` when nobody had touched the keyboard.",
      "The manual page writes the value in small letters.",
    ],
    sources: ['init(8), "BOOTFLAGS"', "observed: sysvinit 3.06 (boot-arg-z-and-auto)"],
    seeAlso: ["boot.auto"],
  },
  {
    name: "INIT_",
    words: ["INIT_*", "INIT_HALT", "-e"],
    summary: "Variables that `telinit -e` sets for the processes that init starts from then on.",
    body: [
      "Only names that begin with `INIT_` are taken, at most 16; everything else is dropped without a word, although the manual page allows any name.",
      "`telinit -e INIT_X=value` sets one, `INIT_X=` makes it empty, `INIT_X` alone removes it (since release 2.89).",
      "`shutdown -h -P` and `-H` use it: they set `INIT_HALT` to `POWEROFF` or `HALT` for the script that stops the machine.",
    ],
    sources: [
      'init(8), "TELINIT"',
      'shutdown(8), "HALT OR POWEROFF"',
      "observed: sysvinit 3.06 (initctl-setenv, initctl-setenv-sixteen)",
    ],
    seeAlso: ["telinit", "command.shutdown"],
  },
  {
    name: "inherited",
    words: ["environment", "HOME", "TERM"],
    summary: "Everything else in the environment comes from the kernel.",
    body: [
      "That is HOME and TERM, and each `name=value` of the kernel's command line that the kernel does not know itself.",
      "Init's own variables replace inherited ones of the same name.",
      "A login prompt sets TERM anew; other processes see what the kernel gave, usually `linux`.",
    ],
    sources: ["observed: sysvinit 3.06 (boot-environment, boot-arg-z-and-auto)", "agetty(8)"],
    seeAlso: ["environment.PATH", "environment.RUNLEVEL"],
  },
];

/** One topic for each variable. */
export const environment: readonly Topic[] = variables.map((variable) => ({
  id: `environment.${variable.name}`,
  kind: "environment",
  title:
    variable.name === "inherited"
      ? "The rest of the environment"
      : variable.name.endsWith("_")
        ? `Variables ${variable.name}…`
        : `Variable ${variable.name}`,
  words: variable.words ?? [variable.name],
  summary: variable.summary,
  body: variable.body,
  sources: variable.sources,
  dialects: sysvinitDialect,
  ...(variable.seeAlso === undefined ? {} : { seeAlso: variable.seeAlso }),
}));
