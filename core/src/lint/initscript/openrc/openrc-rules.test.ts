import { expect, test } from "vitest";
import { check, told } from "../../../testing/body-check.ts";

const service = (lines: string, head = "#!/sbin/openrc-run"): string => `${head}\n${lines}`;
const depend = (...lines: readonly string[]): string =>
  service(`depend() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`);
const inDefault = { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" };
const other = (name: string, text = "") => ({
  path: `etc/init.d/${name}`,
  text: `#!/sbin/openrc-run\n${text}`,
});

/** A system has more than the services of a project. */
const base = [other("devfs"), { path: "etc/runlevels/sysinit/devfs", target: "/etc/init.d/devfs" }];

check("openrc-unknown-word", {
  "a word with an s": [depend("needs net", "use logger"), [3]],
  "another word for it": [depend("requires net"), [3]],
  "in a branch": [depend("if true; then", "befor net", "fi"), [4]],
  "a command of the shell": [depend("test -e /x && need net", "local x", "[ -n x ] || use y"), []],
  "a function of the script": [service("ned() { need net; }\ndepend() {\n\tned\n}\n"), []],
  "nothing like it": [depend("frobnicate net"), []],
  "outside depend()": [service("start() {\n\tneeds x\n}\n"), []],
  "not OpenRC's": ["#!/bin/sh\nneeds x\n", []],
});

check("openrc-env-shebang", {
  "by env": [service("", "#!/usr/bin/env openrc-run"), [1]],
  itself: [service(""), []],
});

check("openrc-runscript", {
  "the old name": [service("", "#!/sbin/runscript"), [1]],
  "the new name": [service(""), []],
});

check("openrc-keyword-unknown", {
  "a typing error": [depend("keyword -shutdwn"), [3]],
  "a minus too many": [depend("keyword -nostop"), [3]],
  "all spellings": [depend("keyword -stop noshutdown -lxc nodocker -containers !-lxc -timeout -prefix"), []],
  "from a variable": [depend("keyword $words"), []],
});

check("openrc-before-contradiction", {
  "needed and before": [depend("need db", "before web db"), [4]],
  "only in a branch": [depend("[ -e /x ] && need db", "before db"), []],
  "after and then before, which changes the order": [depend("after db", "before db"), []],
});

check("openrc-pidfile-missing", {
  "no pid file": [service("command=/x\ncommand_background=yes\n"), [3]],
  "a pid file": [service("command=/x\ncommand_background=yes\npidfile=/run/x\n"), []],
  "a pid file that conf.d may set otherwise": [
    service(`: \${pidfile:="/run/svc.pid"}\ncommand=/x\ncommand_background=yes\n`),
    [],
  ],
  "a supervisor, unless conf.d says otherwise": [
    service(`: \${supervisor=supervise-daemon}\ncommand=/x\ncommand_background=yes\n`),
    [],
  ],
  "a variable with the name in it": [service("my_pidfile_dir=/x\ncommand=/x\ncommand_background=yes\n"), [4]],
  "not in the background": [service("command=/x\ncommand_background=no\n"), []],
  "a start of its own": [service("command=/x\ncommand_background=yes\nstart() { :; }\n"), []],
  supervised: [service("supervisor=supervise-daemon\ncommand=/x\ncommand_background=yes\n"), []],
  "set in conf.d": [
    service("command=/x\ncommand_background=yes\n"),
    [],
    { files: [inDefault, { path: "etc/conf.d/svc", text: "pidfile=/run/x\n" }] },
  ],
});

check("openrc-need-missing", {
  "nobody has the name": [depend("need db nothing"), [3], { files: [...base, inDefault, other("db")] }],
  "somebody provides it": [
    depend("need dns"),
    [],
    { files: [...base, inDefault, other("named", "depend() { provide dns; }\n")] },
  ],
  "it is only used": [depend("use nothing"), [], { files: [...base, inDefault] }],
  "a script alone": [depend("need nothing"), []],
  "what is laid over a system": [depend("need nothing"), [], { files: [inDefault, other("db")] }],
  "from the settings": [
    depend("use x"),
    [1],
    { files: [...base, inDefault, { path: "etc/conf.d/svc", text: "rc_need=nothing\n" }] },
  ],
});

test("a need in a branch is no more than information", () => {
  const text = depend("if [ -e /x ]; then", "need nothing", "else", "need db", "fi");
  // The tree is what the shell makes of it here: without /x the branch is not taken.
  expect(told(text, "openrc-need-missing", { files: [...base, inDefault, other("db")] })).toEqual([]);
  const taken = depend('[ "$RC_SVCNAME" = svc ] && need nothing');
  expect(told(taken, "openrc-need-missing", { files: [...base, inDefault] })).toEqual([
    "3 information: nothing is called `nothing` or provides it, so OpenRC never starts this service",
  ]);
});

check("openrc-need-circle", {
  two: [depend("need db"), [3], { files: [inDefault, other("db", "depend() { need svc; }\n")] }],
  "through a virtual name": [
    depend("need data"),
    [3],
    { files: [inDefault, other("db", "depend() { provide data; need svc; }\n")] },
  ],
  "one of them only uses": [
    depend("need db"),
    [],
    { files: [inDefault, other("db", "depend() { use svc; }\n")] },
  ],
  "outside the circle": [
    depend("need a"),
    [],
    {
      files: [inDefault, other("a", "depend() { need b; }\n"), other("b", "depend() { need a; }\n")],
    },
  ],
});

check("openrc-not-in-tree", {
  "another first line": [
    "#!/bin/sh\n# a plain script\n",
    [1],
    {
      files: [
        inDefault,
        other("db"),
        { path: "etc/rc.conf", text: "rc_parallel=NO\n" },
        { path: "sbin/openrc", text: "" },
      ],
    },
  ],
  "not executable": [service("command=/x\n"), [1], { mode: 0o644, files: [inDefault] }],
  "exit at the top": [service("[ -e /nothing ] || exit 0\n"), [1], { files: [inDefault] }],
  "the last command fails": [service("[ -e /nothing ] && x=1\n"), [1], { files: [inDefault] }],
  "a syntax error": [service("start() { if ; }\n"), [1], { files: [inDefault] }],
  "in no runlevel": [
    service("exit 0\n"),
    [],
    { files: [{ path: "etc/runlevels/default/db", target: "/etc/init.d/db" }] },
  ],
  "in order": [service("command=/x\n"), [], { files: [inDefault] }],
});

const inBoot = { path: "etc/runlevels/boot/svc", target: "/etc/init.d/svc" };
const dbus = (level: string) => ({ path: `etc/runlevels/${level}/dbus`, target: "/etc/init.d/dbus" });

check("openrc-need-upwards", {
  "needs a service of default": [
    depend("need dbus"),
    [3],
    { files: [other("dbus"), inBoot, dbus("default")] },
  ],
  "by a virtual name": [
    depend("need bus"),
    [3],
    { files: [other("dbus", "depend() { provide bus; }\n"), inBoot, dbus("default")] },
  ],
  "that is in boot too": [
    depend("need dbus"),
    [],
    { files: [other("dbus"), inBoot, dbus("default"), dbus("boot")] },
  ],
  "that is in sysinit": [depend("need dbus"), [], { files: [other("dbus"), inBoot, dbus("sysinit")] }],
  "that is in no runlevel": [depend("need dbus"), [], { files: [other("dbus"), inBoot] }],
  "only uses it": [depend("use dbus"), [], { files: [other("dbus"), inBoot, dbus("default")] }],
  "in a branch": [
    depend("if true; then", "need dbus", "fi"),
    [],
    { files: [other("dbus"), inBoot, dbus("default")] },
  ],
  "in default itself": [depend("need dbus"), [], { files: [other("dbus"), inDefault, dbus("default")] }],
});

check("openrc-virtual-and-real", {
  "a script has the name": [depend("provide net"), [3], { files: [other("net"), inDefault] }],
  "no script has it": [depend("provide net"), [], { files: [other("eth0"), inDefault] }],
  "what has it is no service": [
    depend("provide net"),
    [],
    { files: [{ path: "etc/init.d/net", text: "#!/bin/sh\n" }, inDefault] },
  ],
});
