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
      "Init sets it at boot, whatever the kernel passed on.",
      "The manual pages give the directories in other orders: `/bin:/usr/bin:/sbin:/usr/sbin` in releases 3.06 and 3.14, and older editions put `/usr/local/sbin` first.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment)"],
    seeAlso: ["running-the-command"],
  },
  {
    name: "SHELL",
    summary: "Always `/bin/sh`.",
    body: ["Init itself runs it for a command with special characters."],
    sources: ["observed: sysvinit 3.06 (boot-environment)"],
    seeAlso: ["running-the-command"],
  },
  {
    name: "RUNLEVEL",
    summary: "The runlevel in which the process was started.",
    body: [
      "During the sysinit and boot phases it is `S`.",
      "It is fixed when the process starts; a later runlevel change does not reach a running process.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment, level-change-basic)"],
    seeAlso: ["environment.PREVLEVEL", "command.rc"],
  },
  {
    name: "PREVLEVEL",
    summary: "The previous runlevel; `N` after boot.",
    body: [
      "It is `N` after a boot even if that went through single-user mode.",
      "If a request cut the boot short, it is `#` or `*`, init's marks for the sysinit and boot phases.",
      "Debian's older rc, and startpar, use it to leave alone what the previous runlevel has started; Red Hat's rc checks lock files instead, and since 2.95-5 Debian's rc starts everything again.",
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
      "It comes from the kernel; otherwise it is `/dev/console`.",
      "If that device cannot be used, init tries `/dev/console`, `/dev/tty0` and `/dev/null`.",
    ],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment)"],
  },
  {
    name: "INIT_VERSION",
    summary: "The name and release of init, as in `sysvinit-3.06`.",
    body: ["It tells a script that init started it.", "A value set with `telinit -e` does not replace it."],
    sources: ['init(8), "ENVIRONMENT"', "observed: sysvinit 3.06 (boot-environment, initctl-setenv)"],
    seeAlso: ["environment.INIT_"],
  },
  {
    name: "AUTOBOOT",
    summary: "`YES` if the boot arguments contained `auto` or `-a`, otherwise not set.",
    body: [
      "Old boot loaders added `auto` when no key had been pressed.",
      "The manual page writes the value in lower case.",
    ],
    sources: ['init(8), "BOOTFLAGS"', "observed: sysvinit 3.06 (boot-arg-z-and-auto)"],
    seeAlso: ["boot.auto"],
  },
  {
    name: "INIT_",
    words: ["INIT_*", "INIT_HALT", "-e"],
    summary: "Variables that `telinit -e` sets for the processes that init starts after that.",
    body: [
      "Only names that begin with `INIT_` are accepted, at most 16; everything else is dropped without a message, although the manual page allows any name.",
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
      "These are HOME and TERM, and each `name=value` on the kernel's command line that the kernel itself does not know.",
      "Init's own variables replace inherited ones of the same name.",
      "A login prompt sets TERM itself; other processes see the kernel's value, usually `linux`.",
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
