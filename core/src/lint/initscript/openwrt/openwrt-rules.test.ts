import { expect, test } from "vitest";
import { check } from "../../../testing/body-check.ts";
import { openwrtNoRespawn } from "./openwrt-no-respawn.ts";

const rc = (...lines: readonly string[]): string => `#!/bin/sh /etc/rc.common\n${lines.join("\n")}\n`;
const inOpenwrt = { files: [{ path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" }] };

check("openwrt-start-three-digits", {
  "three digits": [rc("START=100", "STOP=010"), [2, 3]],
  "two digits, in quotes": [rc('START="99"', "STOP='08'"), []],
  computed: [rc("START=$OTHER", "STOP=$(echo 100)"), []],
  "to be filled in by a build": [rc("START=@START@"), []],
  "in a branch": [rc("[ -e /x ] && START=100"), [2]],
  "another system": ["#!/bin/sh\nSTART=100\n", []],
});

check("openwrt-start-one-digit", {
  "one digit": [rc("START=5", "STOP=1; x=2"), [2, 3]],
  none: [rc("START=", "STOP="), []],
});

check("openwrt-start-not-number", {
  text: [rc("START=late", "STOP=-1"), [2, 3]],
  blanks: [rc("START= 50", "STOP = 10", "START =20"), [2, 3, 4]],
  "an environment for a command": [rc("START=50 foo", "START= foo"), []],
  "no value": [rc("START=", "STOP=''"), []],
});

check("openwrt-start-not-top-level", {
  "in a function only": [rc("boot() {", "START=50", "}"), [3]],
  "in both": [rc("START=50", "boot() { START=60; }"), []],
  "the other number": [rc("START=50", "boot() { STOP=60; }"), [3]],
  "a function that is called where the script is read": [rc("init() { START=50; }", "init"), []],
  "as a local variable": [rc("boot() { local START=5; }"), []],
});

check("openwrt-procd-forgotten", {
  forgotten: [rc("START=50", "start_service() { :; }"), [3]],
  set: [rc("USE_PROCD=1", "start_service() { :; }"), []],
  "set to nothing": [rc("USE_PROCD=", "start_service() { :; }"), [3]],
  "a start of its own": [rc("start_service() { :; }", "start() { start_service; }"), []],
  "a file that may set it": [rc(". /lib/x.sh", "start_service() { :; }"), []],
});

check("openwrt-procd-start-overridden", {
  "all three": [rc("USE_PROCD=1", "start() { :; }", "stop() { :; }", "reload() { :; }"), [3, 4, 5]],
  "those that stay": [rc("USE_PROCD=1", "boot() { start; }", "shutdown() { stop; }"), []],
  "without procd": [rc("start() { :; }", "stop() { :; }"), []],
});

check("openwrt-boot-without-start", {
  "nothing is started": [rc("boot() { mkdir -p /x; }", "start() { :; }"), [2]],
  "with procd": [rc("USE_PROCD=1", "boot() { :; }", "start_service() { :; }"), [3]],
  "in a branch": [rc('boot() { [ -e /x ] && start "$@"; }', "start() { :; }"), []],
  "through a function": [rc("boot() { go; }", "go() { start; }", "start() { :; }"), []],
  "by the script itself": [rc("boot() { /etc/init.d/x start; }", "start() { :; }"), []],
  "through a variable": [rc("boot() { $x; }", "start() { :; }"), []],
  "nothing to start": [rc("boot() { :; }"), []],
});

check("openwrt-name-prefix", {
  "a start number": [rc("START=1"), [1], { name: "S40web" }],
  "a stop number": [rc("START=10"), [1], { name: "K10x" }],
  "one digit": [rc("START=10"), [], { name: "S4web" }],
});

check("openwrt-not-rc-common", {
  "the shell alone": ["#!/bin/sh\nSTART=50\nstart() { :; }\n", [1], inOpenwrt],
  "a script that does it itself": ["#!/bin/sh\nSTART=50\nstart() { :; }\nstart\n", [], inOpenwrt],
  "no number": ["#!/bin/sh\nstart() { :; }\n", [], inOpenwrt],
  "on another system": ["#!/bin/sh\nSTART=50\nstart() { :; }\n", []],
});

const respawn = (values: string): string =>
  rc("USE_PROCD=1", "start_service() {", `procd_set_param respawn ${values}`, "}");

check("openwrt-respawn-values", {
  "too many": [respawn("1 2 3 4"), [4]],
  text: [respawn("1 5s 3"), [4]],
  "without a pause, for ever": [respawn("60 0 0"), [4]],
  "without a pause, five times": [respawn("60 0 5"), []],
  none: [respawn(""), []],
  "from variables": [respawn("$a $b $c $d"), []],
});

/** A system with a script `web` and these links to it. */
const linked = (...links: readonly string[]) => ({
  name: "web",
  files: [
    ...inOpenwrt.files,
    ...links.map((name) => ({ path: `etc/rc.d/${name}`, target: "../init.d/web" })),
  ],
});

check("openwrt-link-stale", {
  "another number": [rc("START=70"), [2], linked("S50web", "S70web")],
  "no number any more": [rc("STOP=10"), [1], linked("S50web", "K10web")],
  "both letters": [rc("START=70", "STOP=10"), [2, 3], linked("S50web", "K20web")],
  "those of enable": [rc("START=70", "STOP=10"), [], linked("S70web", "K10web")],
  "a name that a person has given": [rc("START=70"), [], linked("S50first")],
  "a number that is not known": [rc("[ -e /x ] && START=70"), [], linked("S50web")],
});

check("openwrt-no-start", {
  neither: [rc("start() { :; }"), [1]],
  "a link all the same": [rc("start() { :; }"), [], linked("S50first")],
  "one of them": [rc("STOP=10"), []],
  "a number in a function, which another rule tells": [rc("boot() {", "START=50", "}"), []],
  "a file that may set it": [rc(". /etc/x", "start() { :; }"), []],
});

const beside = (name: string, other: string, text: string) => ({
  name,
  files: [...inOpenwrt.files, { path: `etc/init.d/${other}`, text }],
});

check("openwrt-link-clash", {
  "a digit that begins the name": [rc("START=5"), [2], beside("0web", "web", rc("START=50"))],
  "the other of the two": [rc("START=50"), [2], beside("web", "0web", rc("START=5"))],
  "two digits": [rc("START=05"), [], beside("0web", "web", rc("START=50"))],
});

const instance = (...lines: readonly string[]): string =>
  rc("USE_PROCD=1", "start_service() {", "procd_open_instance", ...lines, "procd_close_instance", "}");

check("openwrt-no-respawn", {
  none: [instance("procd_set_param command /bin/d"), [5]],
  "respawn later": [instance("procd_set_param command /bin/d", "procd_set_param respawn"), []],
  "in a branch": [
    instance("procd_set_param command /bin/d", "[ -e /x ] && procd_set_param respawn 60 5 0"),
    [],
  ],
  "in a function": [instance("procd_set_param command /bin/d", "more_params"), []],
  "no program": [instance("procd_set_param env A=1"), []],
  "without procd": [rc("start() {", "/bin/d", "}"), []],
});

check("openwrt-daemonizes", {
  "a daemon": [instance("procd_set_param command /usr/sbin/dropbear -p 22"), [5]],
  "kept in the foreground": [instance("procd_set_param command /usr/sbin/dropbear -F"), []],
  "kept there by a later word": [
    instance("procd_set_param command /usr/sbin/dropbear", "procd_append_param command -F"),
    [],
  ],
  "perhaps kept there": [instance("procd_set_param command /usr/sbin/dropbear $args"), []],
  "behind another program": [instance("procd_set_param command /usr/bin/nice -n 5 dropbear"), [5]],
  "a program that nobody knows": [instance("procd_set_param command /opt/frob --daemon"), []],
  "by hand": [rc("start() {", "/usr/sbin/dropbear", "}"), []],
});

test("a service without respawn is told of only where that is asked for", () => {
  expect(openwrtNoRespawn.group).toBe("nursery");
});
