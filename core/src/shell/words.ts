// Commands that are surely no functions of a library: the shell's own, and programs that every system has.

const builtins =
  ". : [ [[ (( alias bg break builtin caller cd command compgen complete continue declare dirs disown echo enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return select set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait";

const programs =
  "awk basename cat chgrp chmod chown chroot cmp cp cut date dd df diff dirname dmesg du egrep env expr fgrep find fuser grep groups gzip head hostname id ifconfig insmod install invoke-rc.d ionice ip iptables killall killall5 ldconfig ln logger ls lsmod mkdir mkfifo mknod mktemp modprobe mount mountpoint mv nice nohup nproc pgrep pidof ping pkill ps readlink realpath renice rm rmdir rmmod route run-parts runuser sed seq service setsid sh sleep sort stat start-stop-daemon stty su sync sysctl tail tee telinit timeout touch tr tty udevadm umount uname uniq unlink update-rc.d chkconfig wc which xargs bash";

/** The shell's own. */
export const shellBuiltins: ReadonlySet<string> = new Set(builtins.split(" "));

/** All of them. */
export const shellWords: ReadonlySet<string> = new Set(`${builtins} ${programs}`.split(" "));
