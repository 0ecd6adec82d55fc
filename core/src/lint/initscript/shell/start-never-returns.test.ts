import { expect, test } from "vitest";
import { check, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

check("start-never-returns", {
  "a loop without an end": [script({ start: "while true; do svcctl; sleep 5; done" }), [4]],
  "a loop on a colon": [script({ start: "while :; do svcctl; sleep 5; done" }), [4]],
  "a loop on a number": [script({ start: "while [ 1 ]; do svcctl; sleep 5; done" }), [4]],
  "a loop without a condition": [script({ start: "for ((;;)); do svcctl; sleep 5; done" }), [4]],
  "a loop without a condition, with blanks": [script({ start: "for (( ; ; )) ; do svcctl; done" }), [4]],
  "a loop without a condition, with a way out": [
    script({ start: "for ((;;)); do svcctl && break; done" }),
    [],
  ],
  "a loop without a condition in the background": [script({ start: "for ((;;)); do svcctl; done &" }), []],
  "a loop that counts": [script({ start: "for ((i=0;i<9;i++)); do svcctl; done" }), []],
  "a loop in a function": [script({ start: "watch" }, "watch() { while true; do svcctl; done; }"), [2]],
  "a loop in the background": [script({ start: "while true; do svcctl; sleep 5; done &" }), []],
  "a function in the background": [
    script({ start: "watch &" }, "watch() { while true; do svcctl; done; }"),
    [],
  ],
  "a group in the background": [script({ start: "( while true; do svcctl; sleep 5; done ) &" }), []],
  "a loop with a way out": [script({ start: "while true; do svcctl && break; done" }), []],
  "a loop that ends the script": [script({ start: "while true; do svcctl || exit 1; done" }), []],
  "a loop with a function that may end it": [
    script({ start: "while true; do try; done" }, "try() { svcctl && exit 0; }"),
    [],
  ],
  "a loop that ends under set -e": [script({ start: "while true; do svcctl; done" }, "set -e"), []],
  "a loop that asks": [script({ start: "while svcctl; do sleep 1; done" }), []],
  "a loop in another action": [script({ start: "svcd", watch: "while true; do svcctl; done" }), []],
  "a daemon in the foreground": [script({ start: "/usr/sbin/svcd --foreground" }), [4]],
  "a daemon that is followed by more": [script({ start: "echo x; svcd --foreground; touch /x" }), [4]],
  "a daemon in the foreground, behind a `&`": [script({ start: "/usr/sbin/svcd --foreground &" }), []],
  "a daemon that goes into the background": [script({ start: "/usr/sbin/svcd" }), []],
  "a daemon that only tests": [script({ start: "/usr/sbin/svcd -t --nofork" }), []],
  "a daemon with an option that says it": [script({ start: "smbd --foreground" }), [4]],
  "a clock that is set once": [script({ start: "ntpd -q -n" }), []],
  "Apache's file of settings": [script({ start: "httpd -f /etc/httpd.conf" }), []],
  "a program with options that nobody knows": [script({ start: "svcd --foreground $OPTIONS" }), []],
  "a program that nobody knows": [script({ start: "svcd -f" }), []],
  "a program through nice": [script({ start: "nice -n 5 dnsmasq --no-daemon" }), [4]],
  "a wait for ever": [script({ start: "sleep infinity" }), [4]],
  "a daemon that is told to stay": [script({ start: "/usr/sbin/dropbear -F -p 22" }), [4]],
  "the same through start-stop-daemon": [
    script({ start: "start-stop-daemon -S -b -x /usr/sbin/dropbear -- -F" }),
    [],
  ],
  "a wait": [script({ start: "sleep 5" }), []],
  "sshd in the foreground": [script({ start: "/usr/sbin/sshd -D" }), [4]],
  "sshd in the background": [script({ start: "/usr/sbin/sshd" }), []],
  "sshd with options that nobody knows": [script({ start: "sshd -D $OPTIONS" }), []],
  "sshd in a substitution": [script({ start: "OUT=$(/usr/sbin/sshd -D)" }), [4]],
  "sshd in a substitution among words": [script({ start: 'logger "$(sshd -D 2>&1)"' }), [4]],
  "sshd in backquotes": [script({ start: "echo `sshd -D`" }), [4]],
  "a substitution of what is in the background": [script({ start: "logger $(sshd -D 2>&1) &" }), []],
  "a substitution of what ends": [script({ start: "OUT=$(sshd -t -D)" }), []],
  "a wait for what is in the background": [script({ start: "sshd -D & wait" }), [4]],
  "a wait for the last one": [script({ start: "hostapd /etc/h.conf &\nPID=$!\nwait $!" }), [6]],
  "a wait for it among other things": [script({ start: "sshd -D & echo $! >/run/s.pid; wait" }), [4]],
  "a wait for another one": [script({ start: "sshd -D & wait $OTHER" }), []],
  "a wait for two that nobody knows": [script({ start: "svcd a & svcd b & wait" }), []],
  "a wait for one that is ended": [script({ start: "sshd -D & sleep 1; kill $!; wait $!" }), []],
  "a wait for one of another shell": [script({ start: "( sshd -D & ); wait" }), []],
  "sshd through a function": [script({ start: "run sshd -D" }, 'run() { "$@"; }'), [4]],
  "sshd through a function with more": [
    script({ start: "try Starting /usr/sbin/dropbear -F" }, 'try() { echo "$1"; shift; "$@" >/dev/null; }'),
    [4],
  ],
  "sshd through a function that reports": [
    script({ start: "run tail -f /var/log/x" }, 'run() { "$@" || echo failed; return 0; }'),
    [4],
  ],
  "a function that puts it into the background": [script({ start: "run sshd -D" }, 'run() { "$@" & }'), []],
  "a function that does so on a condition": [
    script({ start: "run sshd -D" }, 'run() { if [ -n "$DRY" ]; then echo "$@"; else "$@"; fi; }'),
    [],
  ],
  "a function that takes the second word away": [
    script({ start: "run sshd -D" }, 'run() { shift; "$@"; }'),
    [],
  ],
  "Tomcat in the foreground": [script({ start: "/opt/tomcat/bin/catalina.sh run" }), [4]],
  "Tomcat in the background": [script({ start: "/opt/tomcat/bin/catalina.sh start" }), []],
  "Python's web server": [script({ start: "cd /srv && python3 -m http.server 80" }), [4]],
  "a module of Python that ends": [script({ start: "python3 -m json.tool /etc/svc.json" }), []],
  "gunicorn, which stays": [script({ start: "gunicorn -b :80 svc:app" }), [4]],
  "gunicorn as a daemon": [script({ start: "gunicorn -D -b :80 svc:app" }), []],
  "sshd behind a `&`": [script({ start: "/usr/sbin/sshd -D &" }), []],
  "sshd that only tests": [script({ start: "/usr/sbin/sshd -t -D" }), []],
  "syslogd through nice": [script({ start: "nice -n 5 syslogd -n" }), [4]],
  "a daemon that stays if it is simply called": [script({ start: "hostapd /etc/hostapd.conf" }), [4]],
  "one that is told not to": [script({ start: "hostapd -B /etc/hostapd.conf" }), []],
  "a daemon in a session of its own": [script({ start: "setsid sshd -D" }), []],
  "BusyBox's httpd": [script({ start: "httpd -f -h /www" }), [4]],
  "a daemon whose configuration decides": [script({ start: "openvpn --config /etc/vpn.conf" }), []],
  "a shell on the console": [script({ start: "/bin/sh" }), []],
  "the helper with the option of the program": [
    script({ start: "start-stop-daemon --start --exec /usr/sbin/svcd -- --foreground" }),
    [4],
  ],
  "a log that is followed": [script({ start: "tail -f /var/log/svc" }), [4]],
  "a log in a pipe": [script({ start: "tail -f /var/log/svc | svcd &" }), []],
  "a log that another program reads": [script({ start: "tail -f /var/log/svc | logger -t svc" }), [4]],
  "a log that a loop reads": [
    script({ start: "tail -f /var/log/svc | while read line; do logger $line; done" }),
    [4],
  ],
  "a log that is read up to a line": [script({ start: "tail -f /var/log/svc | grep -m1 ready" }), []],
  "a log that a loop reads up to a line": [
    script({ start: "tail -f /var/log/svc | while read line; do [ $line ] && break; done" }),
    [],
  ],
  "a daemon with its errors in a pipe": [script({ start: "sshd -D 2>&1 | logger" }), [4]],
  "the kernel's messages": [script({ start: "dmesg --follow > /var/log/kernel" }), [4]],
  "the kernel's messages up to now": [script({ start: "dmesg > /var/log/kernel" }), []],
  "a file that is watched": [script({ start: "inotifywait -m /etc | tee /var/log/etc" }), [4]],
  "a value that says it": [script({ start: "/usr/sbin/nginx -g 'daemon off;'" }), [4]],
  "a value that says the contrary": [script({ start: "nginx -g 'daemon on;'" }), []],
  "a value that says something else": [script({ start: "nginx -g 'pid /run/x;'" }), []],
  "a test of the configuration": [script({ start: "nginx -t -g 'daemon off;'" }), []],
  "two words for one": [script({ start: "httpd -D FOREGROUND" }), [4]],
  "as somebody else": [script({ start: "su -s /bin/sh svc -c 'sshd -D'" }), [4]],
  "as somebody else, in the background": [script({ start: "su svc -c 'sshd -D &'" }), []],
  "as somebody else, by name": [script({ start: "runuser -u svc -- sshd -D" }), [4]],
  "in another shell": [script({ start: 'sh -c "sshd -D"' }), [4]],
  "in another root": [script({ start: "chroot /srv sshd -D" }), [4]],
  "for a while": [script({ start: "timeout 5 svcd --foreground" }), []],
  "through the helper of Red Hat": [
    script({ start: "daemon --user svc /usr/sbin/sshd -D" }, ". /etc/init.d/functions"),
    [4],
  ],
  "through that helper, in one word": [script({ start: 'daemon "sshd -D"' }, ". /etc/init.d/functions"), [4]],
  "through that helper, with a `&`": [script({ start: 'daemon "sshd -D &"' }, ". /etc/init.d/functions"), []],
  "its status is looked at": [script({ start: "sshd -D || exit 1" }), [4]],
  "it is a condition": [script({ start: "if ! sshd -D; then exit 1; fi" }), [4]],
  "only for who looks for a fault": [script({ start: '[ -n "$DEBUG" ] && sshd -D' }), []],
  "a loop until nothing": [script({ start: "until false; do svcctl; sleep 5; done" }), [4]],
  "a loop that never begins": [script({ start: "until true; do svcctl; done" }), []],
  "a loop on a pause": [script({ start: "while sleep 60; do svcctl; done" }), [4]],
  "the helper puts it into the background": [
    script({ start: "start-stop-daemon --start --background --exec /usr/sbin/svcd -- --foreground" }),
    [],
  ],
});

test("only the first is told, since nothing runs behind it", () => {
  expect(told(script({ start: "svcd --foreground; crond -f" }), "start-never-returns")).toEqual([
    "4 warning: svcd stays in the foreground here: the caller of the script waits for it to end, and nothing after it is started",
  ]);
});

test("it is put into the background", () => {
  const fixed = (start: string): string | undefined => fixedScript(script({ start }), "start-never-returns");
  expect(fixed("while :; do svcctl; done")).toBe(script({ start: "while :; do svcctl; done &" }));
  expect(fixed("svcd --foreground > /dev/null")).toBe(script({ start: "svcd --foreground > /dev/null &" }));
  expect(fixed("[ -x /x ] && svcd --foreground")).toBe(script({ start: "[ -x /x ] && svcd --foreground &" }));
});

const service = (...lines: readonly string[]): string => ["#!/sbin/openrc-run", ...lines, ""].join("\n");
const start = (...lines: readonly string[]): string => service("start() {", ...lines, "}");

check("start-never-returns", {
  "OpenRC: a daemon in the foreground": [start("ebegin x", "/usr/sbin/sshd -D", "eend $?"), [4]],
  "OpenRC: one behind the helper": [
    start("start-stop-daemon --start --exec /usr/sbin/hostapd -- /etc/hostapd.conf"),
    [3],
  ],
  "OpenRC: one that the helper puts into the background": [
    start("start-stop-daemon --start -b -m -p /run/h.pid --exec /usr/sbin/hostapd -- /etc/hostapd.conf"),
    [],
  ],
  "OpenRC: with an option that the helper of another system lacks": [
    start("start-stop-daemon --start --wait 5 --exec /usr/sbin/sshd -- -D"),
    [],
  ],
  "OpenRC: an option that may or may not take the next word": [
    start("start-stop-daemon --start -P --background --exec /usr/sbin/sshd -- -D"),
    [],
  ],
  "OpenRC: a test": [start("start-stop-daemon -S -t -x /usr/sbin/sshd -- -D"), []],
  "OpenRC: a daemon that goes into the background": [
    start("start-stop-daemon --start --exec /usr/sbin/sshd -- -p 22"),
    [],
  ],
  "OpenRC: a loop before the start": [
    service("start_pre() {", "while true; do svcctl; sleep 5; done", "}", "command=/usr/sbin/svcd"),
    [3],
  ],
  "OpenRC: a function that nothing calls at boot": [service("reload() {", "sshd -D", "}"), []],
  "OpenRC: one that start calls": [service("up() {", "sshd -D", "}", "start() {", "up", "}"), [3]],
  "OpenRC: its own start, in the foreground": [
    service("command=/usr/sbin/sshd", 'command_args="-D -p 22"'),
    [2],
  ],
  "OpenRC: a program that stays whatever is said": [
    service("command=/usr/sbin/hostapd", "command_args=/etc/hostapd.conf"),
    [2],
  ],
  "OpenRC: options for the foreground": [
    service("command=/usr/sbin/sshd", 'command_args_foreground="-D"'),
    [2],
  ],
  "OpenRC: put into the background": [
    service("command=/usr/sbin/sshd", 'command_args="-D"', "command_background=true", "pidfile=/run/x.pid"),
    [],
  ],
  "OpenRC: supervised": [
    service("supervisor=supervise-daemon", "command=/usr/sbin/sshd", 'command_args="-D"'),
    [],
  ],
  "OpenRC: arguments for the helper": [
    service("command=/usr/sbin/sshd", 'command_args="-D"', 'start_stop_daemon_args="--background"'),
    [],
  ],
  "OpenRC: options that nobody knows": [
    service("command=/usr/sbin/sshd", 'command_args="-D $SSHD_OPTS"'),
    [],
  ],
  "OpenRC: a value that depends": [
    service("command=/usr/sbin/sshd", 'if yesno "$DEBUG"; then', 'command_args="-D"', "fi"),
    [],
  ],
  "OpenRC: a file is read": [service(". /etc/x", "command=/usr/sbin/sshd", 'command_args="-D"'), []],
  "OpenRC: a start of its own": [
    service("command=/usr/sbin/sshd", 'command_args="-D"', "start() {", "svcctl up", "}"),
    [],
  ],
  "OpenRC: settings that say otherwise": [
    service("command=/usr/sbin/sshd", 'command_args="-D"'),
    [],
    {
      files: [
        { path: "etc/conf.d/svc", text: "command_background=yes\n" },
        { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
      ],
    },
  ],
  "OpenWrt: a daemon in the foreground": [
    "#!/bin/sh /etc/rc.common\nSTART=50\nstart() {\n\tsshd -D\n}\n",
    [4],
  ],
  "OpenWrt: procd watches it": [
    "#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command sshd -D\n\tprocd_close_instance\n}\n",
    [],
  ],
  "a start() in a script of another family": ["#!/bin/sh\nstart() {\n\tsshd -D\n}\n", []],
});

test("OpenRC puts it into the background itself", () => {
  expect(
    fixedScript(service("command=sshd", "command_args=-D", "", "depend() { :; }"), "start-never-returns"),
  ).toBe(
    service(
      "command=sshd",
      "command_args=-D",
      "command_background=yes",
      'pidfile="/run/$RC_SVCNAME.pid"',
      "",
      "depend() { :; }",
    ),
  );
});
