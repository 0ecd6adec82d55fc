import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { aboutProgram, aboutPrograms } from "./about.ts";
import { calledProgram, fateOf, foregroundOptions } from "./called.ts";
import { findProgram, programFinder, programs } from "./find.ts";
import { gettyKind, gettyWords } from "./getty.ts";
import { programPage } from "./page.ts";

function wordsOf(text: string) {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const called = (text: string) => calledProgram(wordsOf(text));

const fate = (text: string) => {
  const found = called(text);
  return found && fateOf(found);
};

describe("the table of programs", () => {
  test("has at least sixty programs, each with a purpose and a source, and no name twice", () => {
    expect(programs.length).toBeGreaterThanOrEqual(100);
    const names = programs.flatMap((program) => program.names);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(aboutPrograms.map(([name]) => name).toSorted()).toEqual(
      programs.map(({ names: [name] }) => name).toSorted(),
    );
    for (const program of programs) {
      const { names: own } = program;
      const { about, source } = aboutProgram(program);
      expect([own, about]).toEqual([own, expect.stringMatching(/^[\p{L}].*[^.]$/u)]);
      expect(source.length).toBeGreaterThan(3);
    }
  });

  test("knows those that most inittabs name", () => {
    const wanted =
      "sshd dropbear httpd crond syslogd klogd udhcpc ntpd dbus-daemon xdm gdm lightdm watchdog telnetd agetty getty mingetty login sulogin sh openrc rc runsvdir s6-svscan mdev udevd";
    expect(wanted.split(" ").filter((name) => findProgram(`/usr/sbin/${name}`) === undefined)).toEqual([]);
  });

  test("has options only, and for each program that goes into the background one that keeps it", () => {
    for (const { run, names } of programs) {
      if (run.kind === "ends") continue;
      const { foreground, background, ending, unsure, alone } = run;
      const options = [...foreground, ...background, ...ending, ...unsure];
      expect([names, options.every((option) => /^-/.test(option))]).toEqual([names, true]);
      // No option says two things.
      expect([names, options.filter((option, index) => options.indexOf(option) !== index)]).toEqual([
        names,
        [],
      ]);
      expect([names, alone.every((option) => options.includes(option))]).toEqual([names, true]);
      if (run.kind === "background") expect([names, foreground.length > 0]).toEqual([names, true]);
    }
  });
});

describe("what becomes of a process", () => {
  test("goes by the options", () => {
    expect(fate("/usr/sbin/sshd")).toBe("background");
    expect(fate("/usr/sbin/sshd -D -e")).toBe("stays");
    expect(fate("/usr/sbin/sshd -De")).toBeUndefined();
    expect(fate("hostapd /etc/hostapd.conf")).toBe("stays");
    expect(fate("hostapd -B /etc/hostapd.conf")).toBe("background");
    expect(fate("hostapd -dB /etc/hostapd.conf")).toBeUndefined();
    expect(fate("avahi-daemon --daemon")).toBeUndefined();
    expect(fate("dbus-daemon --system")).toBeUndefined();
    expect(fate("/sbin/shutdown -r now")).toBe("ends");
    expect(fate("/opt/unheard-of")).toBeUndefined();
    // A script of init.d is not the program that it is called like; rc and rcS live there.
    expect(fate("/etc/init.d/watchdog start")).toBeUndefined();
    expect(fate("/etc/rc.d/init.d/sshd start")).toBeUndefined();
    expect(fate("/etc/init.d/rcS")).toBe("ends");
    // What only looks at something, or does one thing, ends.
    expect(fate("/usr/sbin/ntpd -n -q")).toBe("ends");
    expect(fate("udhcpc -q -i eth0")).toBe("ends");
    expect(fate("/usr/sbin/sshd -t")).toBe("ends");
    expect(fate("avahi-daemon --check")).toBe("ends");
    // The configuration decides, or an option.
    expect(fate("openvpn --config /etc/vpn.conf")).toBeUndefined();
    expect(fate("openvpn --daemon --config /etc/vpn.conf")).toBe("background");
    expect(fate("dbus-daemon --system --nofork")).toBe("stays");
    // An option that means something else to another program of the name: Apache's file, BusyBox's foreground.
    expect(fate("httpd -f")).toBe("stays");
    expect(fate("httpd -f -h /www")).toBe("stays");
    expect(fate("httpd -f /etc/httpd.conf")).toBeUndefined();
    // Debian's cron names the machine with -n; cronie's stays.
    expect(fate("cron -n")).toBeUndefined();
    // They only say more: snmpd(8), rpc.statd(8).
    expect(fate("snmpd -d")).toBe("background");
    expect(fate("rpc.statd -d")).toBe("background");
  });

  test("is that of the program behind those that only start it", () => {
    expect(called("env -i TERM=linux nice -n 5 /sbin/syslogd -n")?.word.text).toBe("/sbin/syslogd");
    expect(called("/usr/sbin/ttyrun ttyS0 /sbin/getty -L 115200 ttyS0")?.program?.names).toEqual(["getty"]);
    expect(called("busybox setsid -c httpd -f")?.through.map(({ name }) => name)).toEqual([
      "busybox",
      "setsid",
    ]);
    expect(called("nice --5 /bin/a")?.word.text).toBe("/bin/a");
    expect(called("nohup")?.word.text).toBe("nohup");
    expect(calledProgram([])).toBeUndefined();
  });

  test("the usual option that keeps a program in the foreground comes first", () => {
    const option = (name: string) => {
      const program = findProgram(name);
      return program && foregroundOptions(program)[0];
    };
    expect(["sshd", "dropbear", "crond", "xdm", "lightdm"].map(option)).toEqual([
      "-D",
      "-F",
      "-f",
      "-nodaemon",
      undefined,
    ]);
  });
});

describe("programs of a user's own", () => {
  const find = programFinder({ sensord: "background", sshd: "stays", "odd name": "ends" });

  test("go before those of the table", () => {
    const fateWith = (text: string) => {
      const found = calledProgram(wordsOf(text), find);
      return found && fateOf(found);
    };
    expect(fateWith("/opt/bin/sensord -v")).toBe("background");
    expect(fateWith("/usr/sbin/sshd")).toBe("stays");
    expect(fateWith("/usr/sbin/crond")).toBe("background");
    expect(find("/bin/toString")).toBeUndefined();
    expect(programFinder(undefined)).toBe(findProgram);
  });
});

describe("the words of a getty", () => {
  const read = (text: string, isBusybox = false) => {
    const [name, ...given] = wordsOf(text);
    const kind = gettyKind(name?.text ?? "", isBusybox);
    const getty = kind && gettyWords(kind, given);
    return getty && `${getty.terminal?.text ?? "none"} ${getty.fault?.kind ?? "fine"}`;
  };

  test("agetty takes speed and terminal in either order", () => {
    expect(read("agetty 38400 tty1 linux")).toBe("tty1 fine");
    expect(read("agetty -8 -a joe tty1 9600")).toBe("tty1 fine");
    expect(read("agetty --autolog joe --nocl tty1")).toBe("tty1 fine");
    expect(read("agetty 38400")).toBe("none no-terminal");
    expect(read("agetty -q tty1")).toBe("tty1 unknown-option");
    expect(read("agetty --version")).toBe("none fine");
    expect(read("agetty -- tty1")).toBe("tty1 fine");
  });

  test("BusyBox wants both, mingetty and fgetty no speed", () => {
    expect(read("getty ttyS0 115200 vt100", true)).toBe("ttyS0 fine");
    expect(read("getty 115200 ttyS0", true)).toBe("ttyS0 fine");
    expect(read("getty ttyS0", true)).toBe("ttyS0 no-speed");
    expect(read("getty ttyS0")).toBe("ttyS0 fine");
    expect(read("mingetty --autologin joe tty1")).toBe("tty1 fine");
    expect(read("mingetty 38400 tty1")).toBe("38400 wrong-terminal");
    expect(read("fgetty 1")).toBe("1 fine");
    expect(read("fgetty --noclear tty1")).toBe("--noclear wrong-terminal");
    expect(read("ngetty 1 2 3")).toBeUndefined();
  });

  test("a terminal is one of the words, or none, whatever they are", () => {
    const some = fc.array(
      pieceOf(
        "tty1",
        "-",
        "--",
        "-a",
        "-L=always",
        "--autologin",
        "38400",
        "115200,9600",
        "tty/S1",
        "ttyS0vt100",
        "linux",
      ),
      { maxLength: 8 },
    );
    const kinds = fc.constantFrom("agetty", "busybox-getty", "mingetty", "fgetty", "getty" as const);
    fc.assert(
      fc.property(some, kinds, (pieces, kind) => {
        const given = pieces.map((text, at) => ({ text, start: at, end: at + 1 }));
        const { terminal, fault } = gettyWords(kind, given);
        if (terminal !== undefined) expect(given).toContain(terminal);
        if (fault?.kind === "no-terminal") expect(terminal).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

test("the committed page is that of the table; else run scripts/generate-rule-docs.mjs", () => {
  expect(readFileSync(join(import.meta.dirname, "../../../docs/programs.md"), "utf8")).toBe(programPage());
});
