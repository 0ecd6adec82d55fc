import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a daemon that puts itself into the background", () => {
  checkMarked(`\
sh:2345:respawn:/usr/sbin/sshd
#               ^^^^^^^^^^^^^^ respawn-daemon: sshd goes into the background and ends, so init starts it again and disables \`sh\` for 5 minutes after every 10 starts
ht:2345:respawn:/usr/sbin/httpd -p 8080 -h /var/www >/dev/null 2>&1
#               ^^^^^^^^^^^^^^^ respawn-daemon
dm:5:respawn:/usr/bin/xdm
#            ^^^^^^^^^^^^ respawn-daemon
wl:2345:respawn:/sbin/wpa_supplicant -B -i wlan0 -c /etc/wpa.conf
#               ^^^^^^^^^^^^^^^^^^^^ respawn-daemon
`);
});

test("through a shell for somebody else, and a value that says it", () => {
  checkMarked(`\
a:3:respawn:su - svc -c "/usr/sbin/sshd"
#                        ^^^^^^^^^^^^^^ respawn-daemon
b:3:respawn:/usr/sbin/nginx -g "daemon on;"
#           ^^^^^^^^^^^^^^^ respawn-daemon
`);
  expect(applyFix('a:3:respawn:su svc -c "sshd -p 22"\n', "respawn-daemon")).toBe(
    'a:3:respawn:su svc -c "sshd -D -p 22"\n',
  );
});

test("BusyBox has no limit", () => {
  checkMarked(
    `\
::respawn:/sbin/syslogd
#         ^^^^^^^^^^^^^ respawn-daemon: syslogd goes into the background and ends, so init starts it again every second, without end
::respawn:busybox udhcpc -i eth0
#                 ^^^^^^ respawn-daemon
`,
    { dialect: "busybox" },
  );
});

test("programs that stay, or may", () => {
  for (const process of [
    "/usr/sbin/sshd -D",
    "/usr/sbin/sshd -eD",
    "/sbin/syslogd -n -m 0",
    "/usr/sbin/httpd -DFOREGROUND",
    "/usr/sbin/dropbear -RF",
    "/usr/sbin/crond $CROND_OPTIONS",
    "/usr/bin/xdm -nodaemon",
    "/usr/sbin/hostapd /etc/hostapd.conf",
    "/usr/sbin/openvpn --config /etc/a.conf",
    "/usr/local/sbin/monit -Ic /etc/monitrc",
    "/usr/sbin/pppd /dev/ttyS0 -detach",
    "/usr/sbin/nginx -g 'daemon off;'",
    "/usr/sbin/unheard-of",
  ])
    expect([process, firing(`x:5:respawn:${process}\n`)]).toEqual([process, []]);
  expect(firing("x:5:respawn:/usr/sbin/sshd; /bin/a\n")).toEqual(["implied-exec-portability"]);
  expect(firing("x:5:once:/usr/sbin/sshd\ny:5:wait:/usr/sbin/crond\n")).toEqual([]);
});

test("what start-stop-daemon becomes, and what a shell starts with its output elsewhere", () => {
  for (const process of [
    "/sbin/start-stop-daemon -S -x /usr/sbin/sshd",
    "start-stop-daemon --start --quiet --exec /usr/sbin/crond -- -l 5",
    "start-stop-daemon -S -p /run/n.pid -a /usr/sbin/named -- -4",
    'sh -c "/usr/sbin/sshd >/dev/null 2>&1"',
    "/bin/sh -c 'exec /usr/sbin/crond -l 5 </dev/null'",
    "/usr/bin/openvt -c 4 /usr/bin/top",
    "/usr/sbin/httpd -k start",
    "/usr/sbin/apache2 -k start -d /etc/apache2",
    "/usr/bin/screen -d -m app",
    "/usr/bin/tmux new -d -s a app",
  ])
    expect([process, firing(`x:5:respawn:${process}\n`)]).toEqual([process, ["respawn-daemon"]]);
  for (const process of [
    "/sbin/start-stop-daemon -S -x /usr/sbin/sshd -- -D",
    "/sbin/start-stop-daemon -S -x /opt/unheard-of",
    'sh -c "/usr/sbin/sshd -D >/dev/null 2>&1"',
    "/usr/bin/openvt -c 4 -w /usr/bin/top",
    "/usr/sbin/apache2 -k start -DFOREGROUND",
    "/usr/sbin/httpd -k stop",
    "/usr/bin/screen -D -m app",
    "/usr/bin/mosquitto -c /etc/m.conf",
  ])
    expect([process, firing(`x:5:respawn:${process}\n`)]).toEqual([process, []]);
});

test("the fix", () => {
  expect(applyFix("c:2:respawn:/usr/sbin/crond -l 5\n", "respawn-daemon")).toBe(
    "c:2:respawn:/usr/sbin/crond -f -l 5\n",
  );
  expect(applyFix("::respawn:dropbear -R\n", "respawn-daemon", { dialect: "busybox" })).toBe(
    "::respawn:dropbear -F -R\n",
  );
});

test("programs of a user's own", () => {
  const programs = { sensord: "background", sshd: "stays" } as const;
  const text = "a:2:respawn:/opt/bin/sensord\nb:2:respawn:/usr/sbin/sshd\n";
  expect(firing(text, { programs })).toEqual(["respawn-daemon"]);
  expect(firing(text)).toEqual(["respawn-daemon"]);
  expect(firing("::respawn:sensord\n", { dialect: "busybox", programs })).toEqual(["respawn-daemon"]);
});
