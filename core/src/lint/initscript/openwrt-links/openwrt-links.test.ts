import { check } from "../../../testing/body-check.ts";

const rc = (...lines: readonly string[]): string => `#!/bin/sh /etc/rc.common\n${lines.join("\n")}\n`;
const release = { path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" };

/** A system with these scripts, and these links into init.d. */
const system = (scripts: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) => [
  release,
  ...Object.entries(scripts).map(([name, text]) => ({ path: `etc/init.d/${name}`, text })),
  ...Object.entries(links).map(([link, name]) => ({ path: `etc/rc.d/${link}`, target: `../init.d/${name}` })),
];

const log = { log: rc("START=12", "start() { :; }") };

check("openwrt-link-missing", {
  "in an image": [rc("START=50"), [2], { name: "web", files: system(log, { S12log: "log" }) }],
  "of another number": [
    rc("START=50"),
    [],
    { name: "web", files: system(log, { S12log: "log", S40web: "web" }) },
  ],
  "a folder of scripts": [rc("START=50"), [], { name: "web", files: system(log) }],
  "no START": [rc("STOP=50"), [], { name: "web", files: system(log, { S12log: "log" }) }],
  "a START that is made": [rc("START=$X"), [], { name: "web", files: system(log, { S12log: "log" }) }],
});

const network = { network: rc("START=20", "STOP=80", "start() { :; }") };
const needing = (start: string, stop: string): string =>
  rc(`START=${start}`, `STOP=${stop}`, ". /lib/functions/network.sh");

check("openwrt-stop-not-mirrored", {
  "after the network": [needing("80", "90"), [3], { name: "app", files: system(network) }],
  "before it": [needing("80", "20"), [], { name: "app", files: system(network) }],
  "at its number, by the name": [needing("21", "80"), [], { name: "app", files: system(network) }],
  "at its number, behind it": [needing("21", "80"), [3], { name: "zapp", files: system(network) }],
  "started before the network": [needing("10", "90"), [], { name: "app", files: system(network) }],
  "without need of it": [rc("START=80", "STOP=90"), [], { name: "app", files: system(network) }],
  "the need in a comment": [
    rc("START=80", "STOP=90", "# . /lib/functions/network.sh"),
    [],
    { name: "app", files: system(network) },
  ],
  "by a trigger": [
    rc("START=80", "STOP=90", "service_triggers() { procd_add_interface_trigger a b c; }"),
    [3],
    { name: "app", files: system(network) },
  ],
});

check("openwrt-firewall-late", {
  late: [rc("START=60"), [2], { name: "firewall", files: system(network) }],
  "as OpenWrt has it": [rc("START=19"), [], { name: "firewall", files: system(network) }],
  "at the same number, by the name": [rc("START=20"), [], { name: "firewall", files: system(network) }],
  "without a network": [rc("START=60"), [], { name: "firewall", files: system(log) }],
  "another script": [rc("START=60"), [], { name: "web", files: system(network) }],
});

const done = { done: rc("START=95", "boot() { sh /etc/rc.local; }") };
const local = (text: string) => [...system(done), { path: "etc/rc.local", text }];

check("openwrt-start-after-done", {
  called: [rc("START=99"), [2], { name: "app", files: local("/etc/init.d/app restart\n") }],
  "through service": [rc("START=99"), [2], { name: "app", files: local("service app reload\n") }],
  "in a comment": [rc("START=99"), [], { name: "app", files: local("# /etc/init.d/app restart\n") }],
  "another one": [rc("START=99"), [], { name: "app", files: local("/etc/init.d/app2 restart\n") }],
  "before done": [rc("START=95"), [], { name: "app", files: local("/etc/init.d/app restart\n") }],
  "no rc.local": [rc("START=99"), [], { name: "app", files: system(done) }],
});
