import { expect, test } from "vitest";
import { check, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const depend = (...lines: readonly string[]): string =>
  `#!/sbin/openrc-run\ndepend() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;
const other = (name: string, ...lines: readonly string[]) => ({
  path: `etc/init.d/${name}`,
  text: depend(...(lines.length === 0 ? [":"] : lines)),
});
const link = (level: string, name = "svc") => ({
  path: `etc/runlevels/${level}/${name}`,
  target: `/etc/init.d/${name}`,
});
const inDefault = (...names: readonly string[]) => ["svc", ...names].map((name) => link("default", name));

check("openrc-circle", {
  "the other needs it": [
    depend("after web"),
    [3],
    { files: [other("web", "need svc"), ...inDefault("web")] },
  ],
  "the other wants it": [
    depend("after web"),
    [3],
    { files: [other("web", "want svc"), ...inDefault("web")] },
  ],
  "the other wants what it provides, which starts both": [
    depend("provide data", "after web"),
    [],
    { files: [other("web", "want data"), ...inDefault("web")] },
  ],
  "the other is only after it": [
    depend("after web"),
    [],
    { files: [other("web", "after svc"), ...inDefault("web")] },
  ],
  "the need of the other is in a branch": [
    depend("after web"),
    [],
    { files: [other("web", "[ -e /x ] || need svc"), ...inDefault("web")] },
  ],
  "its own is in a branch": [
    depend("[ -e /x ] || after web"),
    [],
    { files: [other("web", "need svc"), ...inDefault("web")] },
  ],
  "a before takes it back": [
    depend("after web", "before web"),
    [3],
    { files: [other("web", "need svc"), ...inDefault("web")] },
  ],
  "over a third one": [
    depend("after web"),
    [3],
    { files: [other("web", "need db"), other("db", "need svc"), ...inDefault("web", "db")] },
  ],
  "over a third one that is not started": [
    depend("after web"),
    [],
    { files: [other("web", "use db"), other("db", "need svc"), ...inDefault("web")] },
  ],
  "all services": [depend("after *"), [], { files: [other("web", "need svc"), ...inDefault("web")] }],
});

test("what really becomes of a circle with an after is told", () => {
  const files = [other("web", "need db"), other("db", "need svc"), ...inDefault("web", "db")];
  expect(told(depend("after web"), "openrc-circle", { files })).toEqual([
    "3 warning: these services depend on each other in a loop: svc, web, db; at boot, web is not started, because svc would have to be running",
  ]);
  const two = { files: [other("web", "need svc"), ...inDefault("web")] };
  expect(told(depend("after web"), "openrc-circle", two)).toEqual([
    "3 warning: web needs this service, so OpenRC silently drops `after web`",
  ]);
  expect(fixedScript(depend("after net web"), "openrc-circle", two)).toBe(depend("after net"));
  expect(fixedScript(depend("need net", "after web"), "openrc-circle", two)).toBe(depend("need net"));
});

check("openrc-circle-stall", {
  "it wants what needs it": [
    depend("want db"),
    [3],
    { files: [other("db", "need svc"), ...inDefault("db")] },
  ],
  "it uses what needs it": [depend("use db"), [3], { files: [other("db", "need svc"), ...inDefault("db")] }],
  "over a third one": [
    depend("use web"),
    [3],
    { files: [other("web", "need db"), other("db", "need svc"), ...inDefault("web", "db")] },
  ],
  "the other only uses it": [depend("use db"), [], { files: [other("db", "use svc"), ...inDefault("db")] }],
  "nothing starts the other": [depend("use db"), [], { files: [other("db", "need svc"), link("default")] }],
  "in a branch": [
    depend("[ -e /x ] || use db"),
    [],
    { files: [other("db", "need svc"), ...inDefault("db")] },
  ],
});

test("when a circle stands still is told as it happens", () => {
  const files = (name: string) => [other(name, "need svc"), ...inDefault(name)];
  const said = (word: string, name: string) =>
    told(depend(`${word} ${name}`), "openrc-circle-stall", { files: files(name) }).map((line) =>
      line.replace("3 warning: these services depend on each other in a loop: ", ""),
    );
  expect(said("use", "web")).toEqual([
    "svc, web; at boot, web is not started, because svc would have to be running",
  ]);
  expect(said("use", "db")).toEqual(["svc, db; `rc-service svc stop` hangs for 60 seconds"]);
  expect(said("want", "db")).toEqual(["svc, db; `rc-service svc stop` hangs for 60 seconds"]);
});

check("openrc-cross-level-order", {
  "after a service of a later level": [
    depend("after sshd"),
    [3],
    { files: [other("sshd"), link("boot"), link("default", "sshd")] },
  ],
  "before one of an earlier level": [
    depend("before net"),
    [3],
    { files: [other("eth", "provide net"), link("default"), link("boot", "eth")] },
  ],
  "of the same level": [depend("after sshd"), [], { files: [other("sshd"), ...inDefault("sshd")] }],
  "after a service of an earlier level": [
    depend("after sshd"),
    [],
    { files: [other("sshd"), link("default"), link("boot", "sshd")] },
  ],
  "another service of boot needs the later one": [
    depend("after sshd"),
    [],
    {
      files: [
        other("sshd"),
        other("a", "need sshd"),
        link("boot"),
        link("boot", "a"),
        link("default", "sshd"),
      ],
    },
  ],
  "uses a virtual name that a later level provides": [
    depend("use logger"),
    [],
    { files: [other("syslog", "provide logger"), link("boot"), link("default", "syslog")] },
  ],
  "one of two providers is in time": [
    depend("after net"),
    [],
    {
      files: [
        other("a", "provide net"),
        other("z", "provide net"),
        ...[link("boot"), link("boot", "a"), link("default", "z")],
      ],
    },
  ],
  "needs it too": [
    depend("need sshd", "after sshd"),
    [],
    { files: [other("sshd"), link("boot"), link("default", "sshd")] },
  ],
  "in no level": [depend("after sshd"), [], { files: [other("sshd"), link("boot")] }],
  "after a service of the level that this one's is stacked into": [
    depend("after web"),
    [3],
    {
      files: [
        ...[other("web"), link("office"), link("default", "web")],
        { path: "etc/runlevels/default/office", target: "../office" },
      ],
    },
  ],
});

check("openrc-need-own-provide", {
  "needs what it provides": [depend("provide dns", "need net dns"), [4]],
  "uses what it provides": [depend("use dns", "provide dns"), [3]],
  "provides it in a branch": [depend("[ -e /x ] && provide dns", "need dns"), []],
  "comes before those who use it": [depend("provide dns", "before dns"), []],
});

test("only a need of what both provide keeps two services down", () => {
  expect(told(depend("provide dns", "use dns"), "openrc-need-own-provide")).toEqual([
    "4 information: the service itself provides `dns`: `use` puts it only after other providers",
  ]);
});

check("openrc-provider-by-name", {
  "none is in a runlevel": [
    depend("need mta"),
    [3],
    { files: [other("postfix", "provide mta"), other("exim", "provide mta"), link("default")] },
  ],
  "one is": [
    depend("need mta"),
    [],
    { files: [other("postfix", "provide mta"), other("exim", "provide mta"), ...inDefault("exim")] },
  ],
  "there is but one": [depend("need mta"), [], { files: [other("exim", "provide mta"), link("default")] }],
  "the service itself is in none": [
    depend("need mta"),
    [],
    {
      files: [
        ...[other("postfix", "provide mta"), other("exim", "provide mta"), other("a")],
        link("default", "a"),
      ],
    },
  ],
  "another service names the one that is meant": [
    depend("need mta"),
    [],
    {
      files: [
        ...[other("postfix", "provide mta"), other("exim", "provide mta"), other("a", "need exim postfix")],
        ...inDefault("a"),
      ],
    },
  ],
});

check("openrc-several-providers", {
  "two in the runlevel": [
    depend("use net", "need net"),
    [4],
    { files: [other("eth", "provide net"), other("wlan", "provide net"), ...inDefault("eth", "wlan")] },
  ],
  "one in boot": [
    depend("need net"),
    [3],
    {
      files: [
        ...[other("eth", "provide net"), other("wlan", "provide net"), link("boot", "eth")],
        ...inDefault("wlan"),
      ],
    },
  ],
  "one elsewhere": [
    depend("need net"),
    [],
    {
      files: [
        ...[other("eth", "provide net"), other("wlan", "provide net"), link("nonetwork", "eth")],
        ...inDefault("wlan"),
      ],
    },
  ],
  "one is enough": [
    depend("need net"),
    [],
    {
      files: [
        ...[other("eth", "provide net"), other("wlan", "provide net"), ...inDefault("eth", "wlan")],
        { path: "etc/rc.conf", text: 'rc_depend_strict="NO"\n' },
      ],
    },
  ],
  "one of them is the service itself": [
    depend("provide net", "need net"),
    [],
    { files: [other("eth", "provide net"), ...inDefault("eth")] },
  ],
});

/** What a machine goes down with. */
const down = [other("mount-ro"), link("shutdown", "mount-ro")];

check("openrc-nostop-needs", {
  "what it needs is stopped": [
    depend("keyword nostop", "need db"),
    [4],
    { files: [...down, other("db"), ...inDefault("db")] },
  ],
  "what it needs is never stopped": [
    depend("keyword -stop", "need db"),
    [],
    { files: [...down, other("db", "keyword -stop"), ...inDefault("db")] },
  ],
  "it is stopped too": [
    depend("keyword -lxc", "need db"),
    [],
    { files: [...down, other("db"), ...inDefault("db")] },
  ],
  "what it needs belongs to shutdown": [
    depend("keyword -stop", "need db"),
    [],
    { files: [...down, other("db"), link("shutdown", "db"), ...inDefault("db")] },
  ],
  "in no runlevel": [
    depend("keyword -stop", "need db"),
    [],
    { files: [...down, other("db"), link("default", "db")] },
  ],
});

const settings = (path: string, text: string) => ({ path, text });

check("openrc-confd-overruled", {
  "the same variable in rc.conf": [
    depend("use net"),
    [1],
    {
      files: [
        settings("etc/conf.d/svc", "rc_need=db\n"),
        settings("etc/rc.conf", "rc_need=x\n"),
        link("default"),
      ],
    },
  ],
  "the service's own in rc.conf.d": [
    depend("use net"),
    [1],
    {
      files: [
        settings("etc/conf.d/svc", 'rc_use="db"\n'),
        settings("etc/rc.conf.d/a.conf", "rc_svc_use='x'\n"),
        link("default"),
      ],
    },
  ],
  "the same value": [
    depend("use net"),
    [],
    {
      files: [
        settings("etc/conf.d/svc", "rc_need=db\n"),
        settings("etc/rc.conf", "rc_need='db'\n"),
        link("default"),
      ],
    },
  ],
  "what runs a service is taken from conf.d": [
    depend("use net"),
    [],
    {
      files: [
        settings("etc/conf.d/svc", "rc_ulimit='-n 9'\n"),
        settings("etc/rc.conf", "rc_ulimit='-n 5'\n"),
        link("default"),
      ],
    },
  ],
  "in a comment and in a branch": [
    depend("use net"),
    [],
    {
      files: [
        settings("etc/conf.d/svc", "rc_need=db\n"),
        settings("etc/rc.conf", "#rc_need=x\nif false; then\n\trc_need=x\nfi\n"),
        link("default"),
      ],
    },
  ],
});

check("openrc-setting-misplaced", {
  "for one service": [
    depend("use net"),
    [1],
    { files: [settings("etc/conf.d/svc", "rc_parallel=YES\n"), link("default")] },
  ],
  "for another service": [
    depend("use net"),
    [],
    { files: [settings("etc/conf.d/db", "rc_parallel=YES\n"), link("default")] },
  ],
  "what a service reads": [
    depend("use net"),
    [],
    {
      files: [settings("etc/conf.d/svc", "rc_ulimit='-n 9'\nrc_need=db\ncommand_args=-x\n"), link("default")],
    },
  ],
});
