// Files that tests check.

/** A file that no rule has anything to say about. */
export const good = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l2:26:wait:/etc/rc.d/local
ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now
1:2345:respawn:/sbin/getty 38400 tty1
`;

/** The same with one error in it. */
export const bad = good.replace("ca:", "l2:3:wait:/etc/init.d/rc 3\nca:");
