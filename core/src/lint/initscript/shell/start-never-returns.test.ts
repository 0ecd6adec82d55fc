import { expect, test } from "vitest";
import { check, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

check("start-never-returns", {
  "a loop without an end": [script({ start: "while true; do svcctl; sleep 5; done" }), [4]],
  "a loop on a colon": [script({ start: "while :; do svcctl; sleep 5; done" }), [4]],
  "a loop on a number": [script({ start: "while [ 1 ]; do svcctl; sleep 5; done" }), [4]],
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
    [],
  ],
  "a log that is followed": [script({ start: "tail -f /var/log/svc" }), [4]],
  "a log in a pipe": [script({ start: "tail -f /var/log/svc | svcd &" }), []],
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
