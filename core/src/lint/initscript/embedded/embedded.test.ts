import { check } from "../../../testing/body-check.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";

const oe = (...places: readonly string[]) => ({
  files: [...oeSystem, ...places.map((place) => oeLink(place))],
});
const debian = (...places: readonly string[]) => ({
  files: [{ path: "etc/debian_version", text: "12.5\n" }, ...places.map((place) => oeLink(place))],
});

check("oe-stop-link-digits", {
  "one digit": [oeScript, [1], oe("rc6.d/K5svc")],
  none: [oeScript, [1], oe("rc6.d/Ksvc")],
  three: [oeScript, [], oe("rc6.d/K100svc")],
  "an S link": [oeScript, [], oe("rc5.d/Ssvc")],
  "another rc": [oeScript, [], debian("rc6.d/K5svc")],
});

check("oe-shutdown-link-skipped", {
  "another number": [oeScript, [1], oe("rc2.d/S10svc", "rc0.d/S90svc")],
  "stopped there as well": [oeScript, [], oe("rc2.d/S10svc", "rc0.d/S90svc", "rc0.d/K10svc")],
  "in 0 and 6 only": [oeScript, [], oe("rc0.d/S90svc", "rc6.d/S90svc")],
  "in S": [oeScript, [], oe("rcS.d/S10svc", "rc6.d/S90svc")],
});

check("oe-start-link-twice", {
  "in one level": [oeScript, [1], oe("rc5.d/S10svc", "rc5.d/S90svc")],
  "in two": [oeScript, [], oe("rc4.d/S10svc", "rc5.d/S90svc")],
  "start and stop": [oeScript, [], oe("rc5.d/S10svc", "rc5.d/K90svc")],
});

const networking = { path: "etc/init.d/networking", text: oeScript };
const down = (network: string, own: string) => ({
  name: "umountnfs.sh",
  files: [
    ...oeSystem,
    networking,
    oeLink(`rc0.d/${network}`, "networking"),
    oeLink(`rc0.d/${own}`, "umountnfs.sh"),
  ],
});

check("oe-umountnfs-late", {
  behind: [oeScript, [1], down("K20networking", "K31umountnfs.sh")],
  "before it": [oeScript, [], down("K80networking", "K31umountnfs.sh")],
  "at its number": [oeScript, [1], down("K31networking", "K31umountnfs.sh")],
});

const listening = (own: string, name = "iptables") => ({
  name,
  files: [
    ...oeSystem,
    networking,
    { path: "etc/init.d/dropbear", text: oeScript },
    oeLink("rc5.d/S01networking", "networking"),
    oeLink("rc5.d/S10dropbear", "dropbear"),
    oeLink(`rc5.d/${own}`, name),
  ],
});

check("oe-firewall-late", {
  late: [oeScript, [1], listening("S20iptables")],
  "before it": [oeScript, [], listening("S09iptables")],
  "another service": [oeScript, [], listening("S20web", "web")],
});

const busybox = (...places: readonly string[]) => ({
  files: [
    {
      path: "etc/init.d/rcS",
      text: "#!/bin/sh\nfor i in /etc/rcS.d/S??* /etc/rc5.d/S??*; do\n$i start\ndone\n",
    },
    { path: "etc/init.d/rcK", text: "#!/bin/sh\nfor i in /etc/rc6.d/K??*; do\n$i stop\ndone\n" },
    { path: "etc/default/rcS", text: "INIT_SYSTEM=busybox\n" },
    ...places.map((place) => oeLink(place)),
  ],
});

check("oe-busybox-links", {
  "never started": [oeScript, [1], busybox("rc2.d/S20svc", "rc3.d/S20svc", "rc6.d/K20svc")],
  "never stopped": [oeScript, [1], busybox("rc5.d/S20svc", "rc0.d/K20svc")],
  "as update-rc.d makes them": [
    oeScript,
    [],
    busybox("rc2.d/S20svc", "rc5.d/S20svc", "rc0.d/K20svc", "rc6.d/K20svc"),
  ],
  "without a stop link": [oeScript, [], busybox("rcS.d/S20svc")],
  "with sysvinit": [oeScript, [], oe("rc3.d/S20svc", "rc0.d/K20svc")],
});

check("sourced-kills-caller", {
  "with a signal": ["#!/bin/sh\n[ -e /x ] && kill -9 $$\n", [2], { name: "S20x.sh" }],
  "in quotes": ['#!/bin/sh\nkill -s TERM "$$"\n', [2], { name: "S20x.sh" }],
  "a script that is run": ["#!/bin/sh\nkill $$\n", [], { name: "S20x" }],
  "another process": ["#!/bin/sh\nkill $$1 $pid\n", [], { name: "S20x.sh" }],
  "in a comment": ["#!/bin/sh\n# kill $$\n", [], { name: "S20x.sh" }],
});

const buildroot = { name: "S50svc", family: "buildroot" } as const;
const start = (body: string, before = ""): string =>
  `#!/bin/sh\n${before}\ncase "$1" in\n  start) ${body} ;;\n  stop) killall svcd ;;\nesac\n`;

const service = (body: string): string => `#!/sbin/openrc-run\n${body}\n`;

check("start-asks", {
  "a question": [start('read -p "Go? " answer; svcd'), [4], buildroot],
  "in a function": [start("up", "up() { echo Go?; read answer; }"), [2], buildroot],
  "on a condition": [start("[ -e /x ] || read answer"), [4], buildroot],
  OpenEmbedded: [start("read answer"), [4], { name: "svc", family: "openembedded" }],
  "with a time limit": [start("read -t 5 answer"), [], buildroot],
  "another descriptor": [start("read -u 3 answer"), [], buildroot],
  "a file": [start("read answer < /etc/answer"), [], buildroot],
  "a loop over a pipe": [start("svcctl list | while read each; do svcd $each; done"), [], buildroot],
  "a function behind a pipe": [start("svcctl list | up", "up() { read first; svcd $first; }"), [], buildroot],
  "behind a pipe": [start("svcctl list | { read first; svcd $first; }"), [], buildroot],
  "a file for the whole loop": [start("while true; do read x || break; done < /etc/x"), [], buildroot],
  "in another arm": [`#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  set) read x ;;\nesac\n`, [], buildroot],
  "where a script may be interactive": [start("read answer"), [], { family: "debian" }],
  "OpenRC's start": [service("start() {\n\tread answer\n}"), [3], { name: "svc" }],
  "before it, in a function of its own": [
    service("ask() { read x; }\nstart_pre() { ask; }"),
    [2],
    { name: "svc" },
  ],
  "on the way down": [service("stop() {\n\tread answer\n}"), [], { name: "svc" }],
  "OpenRC, side by side": [
    service("start() {\n\tread answer\n}"),
    [],
    { name: "svc", files: [{ path: "etc/rc.conf", text: 'rc_parallel="YES"\n' }] },
  ],
  "procd, where the input is empty": [
    "#!/bin/sh /etc/rc.common\nSTART=50\nstart() {\n\tread answer\n}\n",
    [],
    { name: "svc" },
  ],
});

const beside = (name: string, network = "S40network") => ({
  name,
  files: [{ path: `etc/init.d/${network}`, text: start("/sbin/ifup -a") }],
});

check("network-too-early", {
  "before it": [start("ntpdate -b pool.ntp.org"), [4], beside("S39time")],
  "at its number, by the name": [start("wget -O /tmp/x http://x.org/"), [4], beside("S40app")],
  "a mount of NFS": [start("mount -t nfs srv:/x /mnt"), [4], beside("S20mnt")],
  "after it": [start("ntpdate -b pool.ntp.org"), [], beside("S41time")],
  "a network of another name": [start("ntpdate x.org"), [4], beside("S39time", "S45networking")],
  "no script for the network": [start("ntpdate x.org"), [], beside("S39time", "S45web")],
  "a local mount": [start("mount -t tmpfs none /mnt"), [], beside("S20mnt")],
  "this machine": [start("wget -O - http://127.0.0.1/"), [], beside("S20app")],
  "in the background": [start("wget http://x.org/ &"), [], beside("S20app")],
  "in a condition": [start("until ping -c 1 x.org; do sleep 1; done"), [], beside("S20app")],
  "which brings the network up itself": [start("ifconfig eth0 up; wget http://x.org/"), [], beside("S20app")],
  "stop alone": [start("svcd").replace("stop) ", "stop) wget http://x.org/; "), [], beside("S20app")],
});

const reads = (how: string): string => `#!/bin/sh\n${how}\n${oeScript.slice("#!/bin/sh\n".length)}`;

check("library-not-in-image", {
  "the LSB's in OpenEmbedded": [reads(". /lib/lsb/init-functions"), [2], oe()],
  "Debian's in OpenEmbedded": [reads(". /lib/init/vars.sh"), [2], oe()],
  "in Buildroot": [reads(". /lib/lsb/init-functions"), [2], { ...beside("S50svc"), family: "buildroot" }],
  "on a condition": [reads("[ -r /lib/lsb/init-functions ] && . /lib/lsb/init-functions"), [], oe()],
  "its own": [reads(". /etc/init.d/functions"), [], oe()],
  "bash goes on": [reads(". /lib/lsb/init-functions").replace("/sh", "/bash"), [], oe()],
  "in Debian": [reads(". /lib/lsb/init-functions"), [], debian()],
});
