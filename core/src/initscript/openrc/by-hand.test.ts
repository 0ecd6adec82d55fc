// Services that are started, stopped and restarted by hand. Observed: OpenRC 0.45.2 of Debian.

import { expect, test } from "vitest";
import { dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem } from "../system/system.ts";
import { installOpenrc } from "./install.ts";
import type { OpenrcVersion } from "./versions.ts";

const network = "depend() { need net; }\nstart() { :; }\n";

/** What the last of the commands says, in a system whose runlevel default has `web`; `office` has `mail`. */
function saidLast(services: Readonly<Record<string, string>>, ...commands: readonly string[]): string {
  return saidLastBy("0.45.2", services, ...commands);
}

/** The same of a release. */
function saidLastBy(
  version: OpenrcVersion,
  services: Readonly<Record<string, string>>,
  ...commands: readonly string[]
): string {
  const system = createSystem({ shell: dashBehaviour });
  for (const [name, text] of Object.entries(services))
    system.files.write(`/etc/init.d/${name}`, `#!/sbin/openrc-run\n${text}`, 0o755);
  for (const level of ["sysinit", "boot", "default", "office"])
    system.files.folder(`/etc/runlevels/${level}`);
  system.files.makeLink("/etc/runlevels/default/web", "/etc/init.d/web");
  system.files.makeLink("/etc/runlevels/office/mail", "/etc/init.d/mail");
  system.files.folder("/run");
  installOpenrc(system, { version, shell: dashBehaviour });
  const play = (command: string): string =>
    system.shell(command, { environment: { PATH: "/sbin:/bin" } }).output;
  for (const command of ["openrc sysinit", "openrc boot", "openrc default"]) play(command);
  return commands.map(play).at(-1) ?? "";
}

/** The names below the headings of rc-status. */
function listed(said: string): readonly string[] {
  return said
    .split("\n")
    .filter(Boolean)
    .map((line) => line.replace(/^(?:Dynamic )?Runlevel: /, "").replace(/ {2,}\[ *(\w+) *\]$/, " $1"));
}

test("a command in the background needs a file for its number", () => {
  const said = (more: string) =>
    saidLast({ web: "", mail: `command=/bin/true\n${more}` }, "rc-service mail start");
  const missing = "command_background option used but no pidfile specified";
  expect(said("command_background=yes\n")).toContain(missing);
  expect(said("command_background=yes\npidfile=/run/mail.pid\n")).not.toContain(missing);
  expect(said("")).not.toContain(missing);
});

test("a service of a level that is not present is listed as started by hand", () => {
  const services = { web: "", mail: "" };
  expect(listed(saidLast(services, "rc-service mail start", "rc-status"))).toEqual([
    "default",
    " web started",
    "hotplugged",
    "needed/wanted",
    "manual",
    " mail started",
  ]);
  expect(saidLast(services, "rc-service mail start", "rc-status -m")).toBe("");
});

test("a level that is named beside -a is shown once more, and the others with it", () => {
  const levels = (words: string) =>
    listed(saidLast({ web: "" }, words)).filter((line) => !line.startsWith(" "));
  const all = levels("rc-status -a");
  expect(all).toEqual(expect.arrayContaining(["boot", "default", "hotplugged", "needed/wanted", "manual"]));
  const others = all.length - all.indexOf("hotplugged");
  expect(levels("rc-status -a boot")).toEqual(all.toSpliced(-others, 0, "boot"));
  expect(levels("rc-status boot -a")).toEqual(levels("rc-status -a boot"));
});

test("a service counts as needed if any service needs it, up or not", () => {
  const services = { web: "", mail: network, net: "" };
  expect(listed(saidLast(services, "rc-service net start", "rc-status"))).toEqual([
    "default",
    " web started",
    "hotplugged",
    "needed/wanted",
    " net started",
    "manual",
  ]);
});

test("what was stopped for a restart starts again although the restart fails", () => {
  const services = { web: network, mail: "", net: "start() { :; }\nstop() { return 1; }\n" };
  expect(listed(saidLast(services, "rc-service net restart; sleep 1", "rc-status")).slice(0, 2)).toEqual([
    "default",
    " web started",
  ]);
});

test("what was stopped for a restart waits for a service that is inactive then", () => {
  const inactive =
    "start() { [ ! -e /tmp/second ] || mark_service_inactive; touch /tmp/second; }\nstop() { :; }\n";
  const services = { web: network, mail: "", net: inactive };
  expect(saidLast(services, "rc-service net restart; sleep 1")).toBe(
    " * WARNING: net has started, but is inactive\n * WARNING: web will start when net has started\n",
  );
});

test("a daemon is stopped by the file with its number, and no other one is", () => {
  const told = (words: string) =>
    saidLastBy(
      "0.63.3",
      { web: "", mail: `start() { :; }\nstop() { start-stop-daemon --stop ${words}; }\n` },
      "for f in one two; do printf '#!/bin/sh\\nsleep 1000\\n' >/sbin/$f; chmod 755 /sbin/$f; done",
      "/sbin/one & echo $! >/run/one.pid",
      "/sbin/two & echo $! >/tmp/two.pid",
      "cp /run/one.pid /tmp/one.pid; rc-service mail start",
      "rc-service mail stop; sleep 1",
      "for f in one two; do kill -0 $(cat /tmp/$f.pid) 2>/dev/null && echo $f; done",
    );
  expect(told("--pidfile /run/one.pid")).toBe("two\n");
  expect(told("--exec /sbin/three")).toBe("one\ntwo\n");
});
