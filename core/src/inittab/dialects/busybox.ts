// BusyBox init. Observed: BusyBox 1.35.0 to 1.38.0, which read the file alike; source: spec/dialects.md, section 3. The usual lines are those that files of
// Buildroot and Alpine have most.

import { type LineStyle, plainStyle, wordsOf } from "../line-style.ts";
import type { DialectFacts } from "./facts.ts";

/** How BusyBox takes a line; toybox is its relative. */
export const busyboxStyle: LineStyle = {
  ...plainStyle,
  comment: "anywhere",
  joins: true,
  nulEnds: true,
  blankLines: false,
  actions: wordsOf("busybox"),
  emptyFields: false,
  short: "bad-entry",
  unknownAction: "bad-entry",
};

export const busybox: DialectFacts = {
  title: "BusyBox init",
  style: busyboxStyle,
  keeps: "no-twins",
  tellsOfBadLines: true,
  actions: "busybox",
  asksFirst: true,
  runs: "busybox",
  hasPresets: true,
  busyboxShell: true,
  described: "terminal",
  id: "terminal",
  levels: "",
  usual: [
    { text: "::sysinit:/etc/init.d/rcS", about: "the start scripts, as Buildroot has them" },
    { text: "tty1::respawn:/sbin/getty 38400 tty1", about: "a login on a virtual console" },
    { text: "ttyS0::respawn:/sbin/getty -L 115200 ttyS0 vt100", about: "a login on a serial line" },
    {
      text: "console::respawn:/sbin/getty -L console 0 vt100",
      about: "a login on the kernel's console, as Buildroot has it",
    },
    { text: "tty2::askfirst:-/bin/sh", about: "a shell on a virtual console, after Enter is pressed" },
    { text: "::askfirst:-/bin/sh", about: "a shell on init's console, after Enter is pressed" },
    { text: "::ctrlaltdel:/sbin/reboot", about: "Ctrl-Alt-Del restarts the machine" },
    { text: "::shutdown:/etc/init.d/rcK", about: "the stop scripts, as Buildroot has them" },
    { text: "::shutdown:/sbin/swapoff -a", about: "swap is turned off at shutdown" },
    { text: "::shutdown:/bin/umount -a -r", about: "file systems are unmounted at shutdown" },
    { text: "::restart:/sbin/init", about: "what process 1 becomes on SIGQUIT" },
    {
      text: "::sysinit:/bin/mount -t proc proc /proc",
      about: "the first thing at boot, as Buildroot has it",
    },
    { text: "::sysinit:/bin/mount -o remount,rw /", about: "the root file system becomes writable" },
    {
      text: "::sysinit:/bin/mkdir -p /dev/pts /dev/shm",
      about: "the mount points for what fstab mounts below /dev",
    },
    { text: "::sysinit:/bin/mount -a", about: "the file systems in fstab are mounted" },
    { text: "::sysinit:/sbin/swapon -a", about: "the swap in fstab is turned on" },
    { text: "::sysinit:/bin/hostname -F /etc/hostname", about: "the machine gets its name" },
    { text: "null::sysinit:/bin/ln -sf /proc/self/fd /dev/fd", about: "the usual link, with no output" },
    { text: "null::respawn:/sbin/syslogd -n", about: "the system log, in the foreground" },
    {
      text: "null::respawn:/sbin/klogd -n",
      about: "the kernel's messages for the system log, in the foreground",
    },
    { text: "::sysinit:/sbin/openrc sysinit", about: "the first runlevel of OpenRC, as Alpine has it" },
    { text: "::sysinit:/sbin/openrc boot", about: "the second runlevel of OpenRC, as Alpine has it" },
    { text: "::wait:/sbin/openrc default", about: "the services of OpenRC, as Alpine has it" },
    {
      text: "::shutdown:/sbin/openrc shutdown",
      about: "the services of OpenRC are stopped at shutdown, as Alpine has it",
    },
  ],
  folders: { program: /^busybox\d*$/, system: /^(buildroot|alpine|alpinelinux|initramfs|initrd)\d*$/ },
};
