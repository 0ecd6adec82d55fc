import { busyboxFamily, type Topic } from "../topic.ts";

/** What depends on how BusyBox was built, and under which name and number it runs. */
export const busyboxBuildTopics: readonly Topic[] = [
  {
    id: "busybox.builds",
    kind: "behaviour",
    title: "How BusyBox was built",
    words: [
      "builds",
      "FEATURE_USE_INITTAB",
      "FEATURE_KILL_REMOVED",
      "FEATURE_INIT_SCTTY",
      "FEATURE_INIT_SYSLOG",
      "FEATURE_INIT_QUIET",
    ],
    summary:
      "Five options of the configuration change what init does and says; Buildroot, OpenEmbedded and Debian set them differently.",
    body: [
      "FEATURE_USE_INITTAB, on by default: without it no file is read, and init always has its built-in entries.",
      "FEATURE_KILL_REMOVED, off by default, on in Buildroot, Alpine and Debian: on a reload TERM goes to the process of an entry that is gone; without it the process runs on, and nobody looks after it.",
      "FEATURE_INIT_SCTTY, on by default, off in OpenEmbedded: a leading `-` also makes the console a controlling terminal.",
      "FEATURE_INIT_SYSLOG, on by default, off in OpenEmbedded: without it what init logs goes to /dev/tty5 on a virtual console, and otherwise to the console, so that each start and each end is seen there.",
      "FEATURE_INIT_QUIET, on by default, off in OpenEmbedded: without it init begins with `init started: BusyBox v1.38.0` and the date of the build.",
      "Debian's build alone passes over an entry whose terminal does not exist.",
    ],
    sources: [
      "observed: BusyBox 1.35.0 of Debian; 1.36.1, 1.37.0, 1.38.0 with the settings of Buildroot, 1.38.0 with those of OpenEmbedded",
      "source: the configurations of Buildroot, OpenEmbedded and Alpine",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.phases", "busybox.process.dash", "busybox.respawning"],
  },
  {
    id: "busybox.linuxrc",
    kind: "behaviour",
    title: "The name linuxrc (BusyBox)",
    words: ["linuxrc", "initrd"],
    summary: "BusyBox called as `linuxrc` is its init, also where it is not process 1.",
    body: [
      "The kernel runs a program of that name from an initrd of the old kind, and then it has another number.",
      "An initramfs has no use for it: there the kernel starts `/init` as process 1.",
      "It reads /etc/inittab as init does.",
    ],
    sources: ["source: help text of the option LINUXRC of BusyBox 1.38.0"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.not-process-1", "busybox.phases"],
  },
  {
    id: "busybox.not-process-1",
    kind: "behaviour",
    title: "An init that is not process 1 (BusyBox)",
    words: ["must be run as PID 1", "PID 1", "pid1"],
    summary: "BusyBox init that is not process 1 says `init: must be run as PID 1` and ends with 1.",
    body: [
      "In a script of an initramfs `exec init` is missing, or `exec switch_root … /sbin/init`: without `exec` the shell keeps the number 1.",
      "In a container the command that the container starts is process 1, so init must be that command itself and not a child of a shell.",
      "Only the name `linuxrc` does not ask for the number.",
      "`init -q` is no init: it sends HUP to process 1, so that the file is read again.",
    ],
    sources: ["observed: BusyBox 1.35.0"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.linuxrc", "busybox.signal.HUP"],
  },
];
