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
      "Five configuration options change what init does and logs; Buildroot, OpenEmbedded and Debian set them differently.",
    body: [
      "FEATURE_USE_INITTAB, on by default: without it, init reads no file and always uses its built-in entries.",
      "FEATURE_KILL_REMOVED, off by default, on in Buildroot, Alpine and Debian: when the file is read again, the process of an entry that is gone gets TERM; without this option the process keeps running unsupervised.",
      "FEATURE_INIT_SCTTY, on by default, off in OpenEmbedded: a leading `-` also makes the console a controlling terminal.",
      "FEATURE_INIT_SYSLOG, on by default, off in OpenEmbedded: without it, init writes its log to /dev/tty5 if the console is a virtual one, and otherwise to the console, where every start and every end then appears.",
      "FEATURE_INIT_QUIET, on by default, off in OpenEmbedded: without it, init begins with `init started: BusyBox v1.38.0` and the build date.",
      "Only Debian's build skips an entry whose terminal does not exist.",
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
    summary: "BusyBox called as `linuxrc` acts as init, even if it is not process 1.",
    body: [
      "The kernel runs a program of that name from an old-style initrd; there its process id is not 1.",
      "An initramfs does not need it: there the kernel starts `/init` as process 1.",
      "It reads /etc/inittab just as init does.",
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
    summary:
      "If BusyBox init is not process 1, it prints `init: must be run as PID 1` and ends with exit status 1.",
    body: [
      "In an initramfs, the script lacks `exec` in `exec init` or `exec switch_root … /sbin/init`: without `exec`, the shell stays process 1.",
      "In a container, the command that the container starts is process 1, so init must be that command itself, not a child of a shell.",
      "Only under the name `linuxrc` is the process id not checked.",
      "`init -q` does not act as init: it sends HUP to process 1, which reads the file again.",
    ],
    sources: ["observed: BusyBox 1.35.0"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.linuxrc", "busybox.signal.HUP"],
  },
];
