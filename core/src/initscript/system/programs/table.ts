// The programs that a system has from the beginning: what init scripts use, as far as a script can see what they do.

import type { Program, ProgramRun, VirtualFiles } from "../contract.ts";
import { atOnce } from "./at-once.ts";
import { expr } from "./expr.ts";
import { chmod, chown, cp, ln, mkfifo, mktemp, mv, readlink, rm, stat, touch } from "./files.ts";
import { busyboxLs, find, ls, mkdir, rmdir } from "./folders.ts";
import { grep } from "./grep.ts";
import { basename, date, dirname, hostname, id, seq, sleep, uname, usleep } from "./names.ts";
import { env, killall, nohup, pgrep, pidof, ps, unknown, wrapper, xargs } from "./processes.ts";
import { sed } from "./sed.ts";
import { cat, cut, headOrTail, sort, tee, tr, uniq, wc } from "./texts.ts";

/** Programs that end at once, by path. */
const simple: Readonly<Record<string, (run: ProgramRun) => number>> = {
  "/bin/cat": cat,
  "/bin/chgrp": chown,
  "/bin/chmod": chmod,
  "/bin/chown": chown,
  "/bin/cp": cp,
  "/bin/date": date,
  "/bin/egrep": grep("egrep"),
  "/bin/fgrep": grep("fgrep"),
  "/bin/grep": grep("grep"),
  "/bin/hostname": hostname,
  "/bin/ln": ln,
  "/bin/ls": ls(busyboxLs),
  "/bin/mkdir": mkdir,
  "/bin/mknod": mkfifo,
  "/bin/mktemp": mktemp,
  "/bin/mv": mv,
  "/bin/pidof": pidof,
  "/bin/ps": ps,
  "/bin/rm": rm,
  "/bin/rmdir": rmdir,
  "/bin/sed": sed,
  "/bin/stat": stat,
  "/bin/touch": touch,
  "/bin/uname": uname,
  "/usr/bin/basename": basename,
  "/usr/bin/cut": cut,
  "/usr/bin/dirname": dirname,
  "/usr/bin/expr": expr,
  "/usr/bin/find": find,
  "/usr/bin/head": headOrTail("head"),
  "/usr/bin/id": id,
  "/usr/bin/mkfifo": mkfifo,
  "/usr/bin/pgrep": pgrep,
  "/usr/bin/readlink": readlink("readlink"),
  "/usr/bin/realpath": readlink("realpath"),
  "/usr/bin/seq": seq,
  "/usr/bin/sort": sort,
  "/usr/bin/tail": headOrTail("tail"),
  "/usr/bin/tee": tee,
  "/usr/bin/tr": tr,
  "/usr/bin/uniq": uniq,
  "/usr/bin/wc": wc,
};

/** Programs that wait, or run others. */
const working: Readonly<Record<string, Program>> = {
  "/bin/nice": wrapper("n:"),
  "/bin/sleep": sleep,
  "/usr/bin/env": env,
  "/usr/bin/ionice": wrapper("c:n:p:"),
  "/usr/bin/killall": killall("killall"),
  "/usr/bin/nohup": nohup,
  "/usr/bin/pkill": killall("pkill"),
  "/usr/bin/setsid": wrapper(""),
  "/usr/bin/time": wrapper(""),
  "/usr/bin/timeout": wrapper("k:s:", 1),
  "/usr/bin/usleep": usleep,
  "/usr/bin/xargs": xargs,
};

/** Programs that change only what no script can see here. */
const silent =
  "/bin/dmesg /bin/mount /bin/sync /bin/umount /sbin/depmod /sbin/hwclock /sbin/ifconfig /sbin/ifdown /sbin/ifup /sbin/insmod /sbin/ip /sbin/klogd /sbin/ldconfig /sbin/losetup /sbin/modprobe /sbin/rmmod /sbin/route /sbin/swapoff /sbin/swapon /sbin/sysctl /sbin/syslogd /usr/bin/clear /usr/bin/logger /usr/bin/renice";

/** Programs that say no: there is no terminal, and nothing is mounted. */
const refusing = "/bin/mountpoint /bin/stty /usr/bin/tty";

/** Programs with a language of their own. */
const unknownOnes = "/usr/bin/awk /usr/bin/perl /usr/bin/python3";

/** Builtins that are programs too. */
const builtins = "/bin/echo /bin/false /bin/kill /bin/pwd /bin/true /usr/bin/[ /usr/bin/printf /usr/bin/test";

/** Puts all of them where they belong; `builtin` makes a program of a builtin. */
export function installPrograms(files: VirtualFiles, builtin: (name: string) => Program): void {
  const each = (paths: string, work: (path: string, name: string) => Program) => {
    for (const path of paths.split(" "))
      files.install(path, work(path, path.slice(path.lastIndexOf("/") + 1)));
  };
  for (const [path, run] of Object.entries(simple)) files.install(path, atOnce(run));
  for (const [path, program] of Object.entries(working)) files.install(path, program);
  each(silent, () => atOnce(() => 0));
  each(refusing, () => atOnce(() => 1));
  each(unknownOnes, (_, name) => unknown(name));
  each(builtins, (_, name) => builtin(name));
}
