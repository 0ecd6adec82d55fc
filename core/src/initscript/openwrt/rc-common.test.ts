import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem, type ScriptSystem } from "../system/system.ts";
import { installOpenwrt } from "./install.ts";
import { disabledNames, enabledNames, enableLinks } from "./links.ts";
import { rcsNames, runRcs } from "./rcs.ts";

interface Place {
  readonly system: ScriptSystem;
  readonly bus: readonly string[];
  readonly call: (...words: readonly string[]) => string;
}

/** A system with one script, `web`. */
function place(...lines: readonly string[]): Place {
  const system = createSystem({ shell: ashBehaviour });
  const bus: string[] = [];
  installOpenwrt(system.files, { onBus: (args) => void bus.push(args.slice(2).join(" ")) });
  system.files.write("/etc/init.d/web", `#!/bin/sh /etc/rc.common\n${lines.join("\n")}\n`, 0o755);
  const call = (...words: readonly string[]): string => {
    const { status, output } = system.run({ argv: ["/etc/init.d/web", ...words] });
    return `${output}exit ${status}`;
  };
  return { system, bus, call };
}

/** The message that starting a script with these lines in start_service sends. */
function message(...lines: readonly string[]): string {
  const { bus, call } = place("USE_PROCD=1", "start_service() {", ...lines, "}");
  expect(call("start")).toBe("exit 0");
  const [sent = ""] = bus;
  expect(bus).toHaveLength(1);
  return sent.replaceAll("\\/", "/").replace('"name": "web", "script": "/etc/init.d/web", ', "");
}

describe("what a service tells procd", () => {
  test("all kinds of parameters", () => {
    expect(
      message(
        "procd_open_instance main",
        "procd_set_param command /bin/web -a 'b c' \"\"",
        "procd_set_param env A=1 B= C D=x=y",
        "procd_append_param env E=2",
        "procd_append_param command -z",
        "procd_append_param file /etc/web.conf",
        "procd_set_param limits core=unlimited",
        "procd_set_param stdout 1",
        "procd_set_param stderr 0",
        "procd_set_param nice -5x",
        "procd_set_param reload_signal HUP",
        "procd_set_param pidfile /run/web.pid",
        "procd_set_param error 'no config' more",
        "procd_set_param nonsense 1",
        "procd_close_instance",
      ),
    ).toBe(
      'set { "instances": { "main": { "command": [ "/bin/web", "-a", "b c", "", "-z" ], "env": { "A": "1", "B": "", "C": "", "D": "x=y", "E": "2" }, "file": [ "/etc/web.conf" ], "limits": { "core": "unlimited" }, "stdout": true, "stderr": false, "nice": -5, "reload_signal": 1, "pidfile": "/run/web.pid", "error": [ "no config" ] } }, "triggers": [ ], "data": { } }',
    );
  });
  test("instances without a name are numbered, and one of the same name takes the place of the first", () => {
    expect(
      message(
        "procd_add_instance /bin/a",
        "procd_open_instance x; procd_set_param command /bin/b; procd_close_instance",
        "procd_open_instance; procd_set_param command /bin/c; procd_close_instance",
        "procd_open_instance x; procd_set_param command /bin/d; procd_close_instance",
      ),
    ).toBe(
      'set { "instances": { "instance1": { "command": [ "/bin/a" ] }, "x": { "command": [ "/bin/d" ] }, "instance3": { "command": [ "/bin/c" ] } }, "triggers": [ ], "data": { } }',
    );
  });
  test("a jail and its mounts; without a jail there are none", () => {
    expect(
      message(
        "procd_open_instance",
        "procd_add_jail_mount /early",
        "procd_add_jail web log nonsense",
        "procd_add_jail_mount /etc/web",
        "procd_add_jail_mount_rw /tmp",
        "procd_close_instance",
      ),
    ).toBe(
      'set { "instances": { "instance1": { "jail": { "name": "web", "log": true, "mount": { "/etc/web": "0", "/tmp": "1" } } } }, "triggers": [ ], "data": { } }',
    );
  });
  test("triggers and data", () => {
    const { bus, call } = place(
      "USE_PROCD=1",
      "service_triggers() {",
      "procd_add_reload_trigger web net",
      "procd_add_reload_interface_trigger lan",
      "PROCD_RELOAD_DELAY=0",
      "procd_add_interface_trigger interface.up wan /bin/x y",
      "procd_add_raw_trigger odd 20 /bin/z",
      "}",
      "service_data() { procd_open_data; procd_close_data; }",
    );
    expect(call("start", "one")).toBe("exit 0");
    expect(bus.map((text) => text.replaceAll("\\/", "/"))).toEqual([
      'add { "name": "web", "script": "/etc/init.d/web", "instances": { }, "triggers": [ [ "config.change", [ "if", [ "eq", "package", "web" ], [ "run_script", "/etc/init.d/web", "reload" ] ], 1000 ], [ "config.change", [ "if", [ "eq", "package", "net" ], [ "run_script", "/etc/init.d/web", "reload" ] ], 1000 ], [ "interface.*", [ "if", [ "eq", "interface", "lan" ], [ "run_script", "/etc/init.d/web", "reload" ] ], 1000 ], [ "interface.up", [ "if", [ "eq", "interface", "wan" ], [ "run_script", "/bin/x", "y" ] ] ], [ "odd", [ [ "run_script", "/bin/z" ] ], 20 ] ], "data": { "data": { } } }',
    ]);
  });
  test("stop with an instance, signals, and what is asked of a bus that does not answer", () => {
    const { bus, call } = place(
      "USE_PROCD=1",
      "reload_service() { procd_send_signal web '*' HUP; }",
      'extra_command "again" "once more"',
      "again() { echo again; }",
    );
    expect(call("stop", "one")).toBe("exit 0");
    expect(call("reload")).toBe("exit 0");
    expect(call("running")).toBe("exit 1");
    expect(call("status")).toBe("inactive\nexit 3");
    expect(call("info")).toBe("exit 0");
    expect(call("again")).toBe("again\nexit 0");
    expect(bus).toEqual([
      'delete { "name": "web", "instance": "one" }',
      'signal { "name": "web", "signal": 1 }',
      'list { "name": "web" }',
      'list { "name": "web" }',
      'list { "name": "web", "verbose": true }',
    ]);
    expect(call("help")).toContain(
      "\tagain           once more\n\trunning         Check if service is running\n",
    );
  });
  test("what needs the configuration is not followed, and says so", () => {
    const { system } = place("USE_PROCD=1", "start_service() { uci_load_validate web web x; }");
    expect(system.run({ argv: ["/etc/init.d/web", "start"] }).problems.map(({ what }) => what)).toEqual([
      "uci_load_validate",
    ]);
  });
});

describe("the run of rc.d", () => {
  test("a start has no limit, a stop has one, and what it printed before is kept", () => {
    const { system } = place(
      "START=1",
      "STOP=1",
      "start() { sleep 100; echo up; }",
      "stop() { echo a; sleep 100; }",
    );
    system.run({ argv: ["/etc/init.d/web", "enable"] });
    expect(runRcs(system, { pattern: "S", argument: "boot" })).toEqual({
      matched: true,
      seconds: 100,
      steps: [{ path: "/etc/rc.d/S1web", kind: "ended", status: 0, lines: ["up"] }],
    });
    expect(runRcs(system, { pattern: "K", argument: "shutdown" })).toEqual({
      matched: true,
      seconds: 15,
      steps: [{ path: "/etc/rc.d/K1web", kind: "killed", status: 143, lines: ["a"] }],
    });
    expect(runRcs(system, { pattern: "x", argument: "boot" })).toEqual({
      matched: false,
      seconds: 0,
      steps: [],
    });
  });
  test("names are taken by their bytes", () => {
    expect(rcsNames(["S20b", "S100a", "s10", "S1c", "K1", "S19a"], "S")).toEqual([
      "S100a",
      "S19a",
      "S1c",
      "S20b",
    ]);
  });
});

describe("links", () => {
  const digits = fc.stringMatching(/^[0-9]{2}$/);
  const name = fc.stringMatching(/^[a-z0-9._-]{1,8}$/);
  test("with two digits, enabled and disable find what enable made", () => {
    fc.assert(
      fc.property(name, digits, digits, (script, start, stop) => {
        const made = enableLinks(script, { start, stop }).map((link) => link.name);
        expect(enabledNames(script, { start, stop })).toEqual(made);
        // A name of rc.d in which another script's name ends is not this script's.
        expect(disabledNames(script, [...made, `S${start}x${script}`])).toEqual(made);
      }),
    );
  });
  test("any text is a number, and any name can be disabled", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (script, start, stop) => {
        const links = enableLinks(script, { start, stop });
        expect(links.length).toBe((start === "" ? 0 : 1) + (stop === "" ? 0 : 1));
        expect(
          disabledNames(
            script,
            links.map((link) => link.name),
          ).length,
        ).toBeLessThanOrEqual(2);
      }),
    );
  });
});
