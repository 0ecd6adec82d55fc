import { describe, expect, test } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";
import { fixedScript } from "../../../testing/script-check.ts";

describe("lock-missing", () => {
  const none = { start: "daemon svcd", stop: "killproc svcd", status: "status svcd" };
  const never = { ...none, head: "# chkconfig: - 80 20\n. /etc/init.d/functions\n" };
  check({
    "a service": [redHat(none), ["warning lock-missing"]],
    "on in no level": [redHat(never), ["information lock-missing"]],
    "on in no level, and nothing stays": [
      redHat({ ...never, start: "/sbin/svcctl load", stop: "/sbin/svcctl unload" }),
      [],
    ],
    "on in no level, with a lock": [
      redHat({
        ...never,
        start: `daemon svcd && touch ${lock}`,
        stop: `killproc svcd && rm -f ${lock}`,
        status: "status -l svc svcd",
      }),
      [],
    ],
    "on in no level, but linked": [
      redHat(never),
      ["warning lock-missing"],
      { files: [{ path: "etc/rc.d/rc3.d/S80svc", target: "../init.d/svc" }] },
    ],
    "linked to be stopped only": [
      redHat(never),
      ["information lock-missing"],
      { files: [{ path: "etc/rc.d/rc3.d/K20svc", target: "../init.d/svc" }] },
    ],
    "a one-shot whose stop does something": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "/sbin/svcctl unload" }),
      ["hint lock-missing"],
    ],
    "a one-shot whose stop does nothing": [
      redHat({ ...none, start: "/sbin/svcctl load", stop: "echo nothing to do; exit 0" }),
      [],
    ],
    "a program in the background": [redHat({ ...none, start: "svcd &" }), ["warning lock-missing"]],
    "a lock that does not resolve": [redHat({ ...none, start: 'daemon svcd && touch "$LOCK"' }), []],
    "a pid file that does not resolve": [
      redHat({ ...none, start: "daemon svcd && touch /var/run/$NAME.pid" }),
      ["warning lock-missing"],
    ],
    "eval in start": [redHat({ ...none, start: 'daemon svcd; eval "$AFTER_START"' }), []],
    "another program makes the lock": [
      redHat({ ...none, start: `daemon svcd && install -m 644 /dev/null ${lock}` }),
      [],
    ],
    "the lock is only named in a message": [
      redHat({ ...none, start: `daemon svcd; echo "touch ${lock}"` }),
      ["warning lock-missing"],
    ],
    "the lock is only named in a here-document": [
      redHat({ ...none, start: `daemon svcd\n    cat <<EOF\ntouch ${lock}\nEOF\n    ` }),
      ["warning lock-missing"],
    ],
    "redirections make files too": [
      redHat({
        ...none,
        start: `daemon svcd && : > ${lock}`,
        stop: `killproc svcd && rm -f ${lock}`,
        status: "status -l svc svcd",
      }),
      [],
    ],
    "functions of another file": [
      redHat({
        ...none,
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\n. /usr/share/svc/common\n",
        start: "start_service",
      }),
      [],
    ],
    "no case": ["#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ndaemon svcd\n", []],
    "touched for another action only": [
      redHat({ ...none, more: `  reload) killproc svcd -HUP; touch ${lock} ;;\n` }),
      [],
    ],
  });
});

describe("one mark of the family is not enough", () => {
  const text = redHat({ head: ". /etc/init.d/functions\n", start: "daemon svcd", stop: "killproc svcd" });
  check({
    "the functions file alone": [text, []],
    "the user's word": [text, ["warning lock-missing"], { family: "redhat" }],
  });
});

describe("programs that start something that stays in ways of their own", () => {
  const warned = ["warning lock-missing"];
  const pair = (start: string, stop: string, status = "status svcd"): string =>
    redHat({ start, stop, status });
  check({
    "an option that makes it a daemon": [pair("/usr/sbin/svcd -d", "killproc svcd"), warned],
    "a long option": [pair("/usr/sbin/svcd --daemonize --port 1", "killall svcd"), warned],
    "the same option of a tool": [pair("tar -d -f /srv/x", "killproc svcd"), ["hint lock-missing"]],
    "a program that stop kills by its name": [pair("/usr/sbin/svcd /etc/svc.conf", "killall svcd"), warned],
    "another program than the one that stop kills": [
      pair("/usr/sbin/svcload", "killall svcd"),
      ["hint lock-missing"],
    ],
    "another user": [
      pair('su - svc -c "/opt/svc/bin/svc up"', 'su - svc -c "/opt/svc/bin/svc down"'),
      warned,
    ],
    runuser: [pair("runuser -u svc -- /opt/svc/run", "runuser -u svc -- /opt/svc/end"), warned],
    sudo: [pair("sudo -u svc /opt/svc/bin/up", "sudo -u svc /opt/svc/bin/down"), warned],
    "a program called start": [pair("/opt/svc/bin/start.sh", "/opt/svc/bin/stop.sh"), warned],
    "a program whose name ends so": [pair("/opt/svc/bin/svc-start", "/opt/svc/bin/svc-shutdown"), warned],
    "a control program": [pair("/usr/sbin/svcctl start", "/usr/sbin/svcctl stop"), warned],
    "a detached screen": [pair("screen -d -m -S svc svcd", "screen -S svc -X quit"), warned],
    "a detached screen in short": [pair("screen -dmS svc svcd", "screen -S svc -X quit"), warned],
    "a detached tmux": [pair("tmux new-session -d -s svc svcd", "tmux kill-session -t svc"), warned],
    setsid: [pair("setsid svcd", "pkill svcd"), warned],
    "the shell becomes the program": [pair("exec /usr/sbin/svcd", "killproc svcd"), warned],
    "redirections of the shell": [
      pair("exec > /var/log/svc; svcload", "killproc svcd"),
      ["hint lock-missing"],
    ],
    "a stop that does nothing": [pair("/opt/svc/bin/start.sh", "echo stopped"), []],
    "a lock that is touched": [
      pair(
        `/opt/svc/bin/start.sh && touch ${lock}`,
        `/opt/svc/bin/stop.sh && rm -f ${lock}`,
        "status -l svc svcd",
      ),
      [],
    ],
    "a program that may make the lock": [pair(`/opt/svc/bin/start.sh ${lock}`, "/opt/svc/bin/stop.sh"), []],
  });

  test("the lock is taken once they are up, and given back once they are down", () => {
    const fixed = (start: string, stop: string) => fixedScript(pair(start, stop), "lock-missing") ?? "";
    const startup = fixed("/opt/svc/bin/startup.sh", "/opt/svc/bin/shutdown.sh");
    expect(startup).toContain(`/opt/svc/bin/startup.sh && touch ${lock}`);
    expect(startup).toContain(`/opt/svc/bin/shutdown.sh && rm -f ${lock}`);
    expect(fixed("cd /srv && screen -dmS svc svcd", "screen -S svc -X quit")).toContain(
      `[ $? -eq 0 ] && touch ${lock}`,
    );
  });

  test("nothing runs behind exec, so that it goes", () => {
    expect(fixedScript(pair("exec /usr/sbin/svcd", "killproc svcd"), "lock-missing")).toContain(
      ` /usr/sbin/svcd && touch ${lock}`,
    );
    expect(fixedScript(pair("exec /usr/sbin/svcd", "killproc svcd"), "lock-missing")).not.toContain("exec");
  });
});

describe("a script that shows nothing of the family", () => {
  const text =
    '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: svc\n# Default-Start: 3 5\n# Default-Stop: 0 1 6\n### END INIT INFO\ncase "$1" in\n  start) /opt/svc/bin/startup.sh ;;\n  stop) /opt/svc/bin/shutdown.sh ;;\nesac\n';
  const release = { files: [{ path: "etc/redhat-release", text: "CentOS release 6.10 (Final)\n" }] };
  check({
    "alone, nobody knows": [text, []],
    "the user says so": [text, ["warning lock-missing"], { family: "redhat" }],
    "the system says so": [text, ["warning lock-missing"], release],
    "another system": [text, [], { files: [{ path: "etc/debian_version", text: "12\n" }] }],
  });
});
