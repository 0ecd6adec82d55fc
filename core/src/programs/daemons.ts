// Services of a machine itself, and what they do when they are simply called: stay, or go into the background.

import { daemon, detaches, type Program, stays, varies } from "./program.ts";

/** Services of the machine itself. */
export const daemonPrograms: readonly Program[] = [
  // Logs.
  daemon("syslogd", detaches("-n -F --no-detach --foreground -d")),
  daemon("klogd", detaches("-n", "", "-d")),
  daemon("rsyslogd", detaches("-n -d", "-N")),
  daemon("syslog-ng", detaches("-F --foreground", "-s --syntax-only", "--process-mode -d --debug")),
  daemon("metalog", stays("-B --daemonize")),
  daemon("ulogd", stays("-d --daemon")),
  // Time and schedules.
  daemon("crond", detaches("-f", "", "-n -d -x")),
  daemon("cron", detaches("-f", "", "-n -x")),
  daemon("fcron", varies({ foreground: "-f --foreground", background: "-b --background" })),
  daemon("atd", detaches("-f -d", "-s")),
  daemon("ntpd", detaches("-n --nofork", "-q --quit", "-d -D -w")),
  daemon("chronyd", detaches("-n -d", "-q -Q -p")),
  // Devices.
  daemon("udevd systemd-udevd", stays("-d --daemon")),
  daemon("mdev", varies({ background: "-d", ending: "-s", unsure: "-f -df -fd" })),
  daemon("watchdog", detaches("-F --foreground")),
  daemon("acpid", detaches("-f --foreground", "", "-d --debug")),
  daemon("gpm", detaches("-D", "-k")),
  daemon("lircd", detaches("-n --nodaemon")),
  daemon("bluetoothd", varies({ foreground: "-n --nodetach" })),
  daemon("haveged", detaches("-F --Foreground", "", "-n --number")),
  daemon("rngd", varies({ foreground: "-f --foreground", background: "-b --background" })),
  daemon("smartd", detaches("-n --no-fork -d --debug", "-D", "-q --quit")),
  daemon("irqbalance", detaches("-f --foreground -d --debug", "-o --oneshot")),
  daemon("adbd", stays()),
  // Messages between programs, data, and the rest.
  daemon("dbus-daemon", varies({ foreground: "--nofork", background: "--fork" })),
  daemon("elogind", varies({ background: "-D --daemon" })),
  daemon("seatd", stays()),
  daemon("snmpd", detaches("-f", "-H")),
  daemon("slapd", detaches("-d", "", "-T -VV -VVV")),
  daemon("cupsd", detaches("-f -F", "-t", "-l")),
  daemon("exim exim4", varies({ foreground: "-bdf", background: "-bd" })),
  daemon("mysqld mariadbd", stays("--daemonize -D", "", "--initialize --initialize-insecure --bootstrap")),
  daemon("redis-server", varies()),
  daemon("mpd", detaches("--no-daemon", "--kill")),
  daemon("collectd", detaches("-f", "-t -T -h")),
  daemon("zabbix_agentd", detaches("-f --foreground", "-t --test -p --print -R --runtime-control")),
  daemon("dockerd containerd", stays()),
  daemon("monit", varies({ foreground: "-I", ending: "-t -V" })),
];
