// What init calls to bring a machine up or down, what watches over services, and what only starts another program.

import { ends, type Program, program, stays, varies } from "./program.ts";

/** Programs of the way up and down, supervisors, and programs that start others. */
export const bootPrograms: readonly Program[] = [
  program("boot", "rcS", ends, "the start scripts of boot", "observed: Buildroot, Debian"),
  program("boot", "rcK", ends, "the stop scripts", "observed: Buildroot"),
  program("boot", "rc", ends, "enters a runlevel by its scripts", "init(8); observed: Debian, Red Hat"),
  program("boot", "openrc", ends, "starts or stops the services of a runlevel of OpenRC", "openrc(8)"),
  program("power", "shutdown", ends, "brings the machine down", "shutdown(8)"),
  program("power", "reboot", ends, "restarts the machine", "reboot(8)"),
  program("power", "halt", ends, "halts the machine", "halt(8)"),
  program("power", "poweroff", ends, "switches the machine off", "poweroff(8)"),
  program("power", "telinit init", ends, "tells init which runlevel to enter", "telinit(8)"),
  program("supervisor", "runsvdir", stays(), "keeps a folder of services running", "runsvdir(8)"),
  program("supervisor", "svscan svscanboot", stays(), "keeps a folder of services running", "svscan(8)"),
  program("supervisor", "s6-svscan", stays(), "keeps a folder of services running", "s6-svscan(8)"),
  program("supervisor", "runsv supervise s6-supervise", stays(), "keeps one service running", "runsv(8)"),
  program(
    "supervisor",
    "supervise-daemon",
    stays(),
    "keeps one service of OpenRC running",
    "supervise-daemon(8)",
  ),
  program("tool", "start-stop-daemon", varies, "starts or stops a daemon", "start-stop-daemon(8)"),
  program("tool", "mount umount", ends, "mounts or unmounts file systems", "mount(8)"),
  program("tool", "swapon swapoff", ends, "takes swap into use or gives it up", "swapon(8)"),
  program("tool", "fsck", ends, "checks file systems", "fsck(8)"),
  program("tool", "hostname", ends, "names the machine", "hostname(1)"),
  program("tool", "killall", ends, "sends a signal to processes by name", "killall(1)"),
  program("tool", "ntpdate", ends, "sets the clock once", "ntpdate(8)"),
  program("tool", "modprobe insmod", ends, "loads a module of the kernel", "modprobe(8)"),
  program("wrapper", "env", ends, "starts a program with other variables", "env(1)"),
  program("wrapper", "nice ionice chrt", ends, "starts a program with another priority", "nice(1)"),
  program("wrapper", "nohup", ends, "starts a program that does not mind a hangup", "nohup(1)"),
  program("wrapper", "setsid", ends, "starts a program in a session of its own", "setsid(1)"),
  program("wrapper", "ttyrun", ends, "starts a program once its terminal is there", "OpenEmbedded's ttyrun"),
  program("wrapper", "busybox", ends, "many programs in one", "busybox --help"),
];
