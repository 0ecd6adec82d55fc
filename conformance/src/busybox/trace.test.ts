import { expect, test } from "vitest";
import type { RealTrace } from "./agreement.ts";
import { readReport, traceOf } from "./trace.ts";

/** The trace of what a jail prints, until second 9. */
function check(lines: readonly string[]): RealTrace {
  const seen = lines.map((line) => {
    const [time, word = "", ...fields] = line.split(" ");
    const item = { t: Number(time), word, fields };
    return word === "report" ? { ...item, report: readReport(fields) } : item;
  });
  return traceOf(seen, { name: "x", inittab: null, until: 9 });
}

test("a process with what is not as usual", () => {
  const { events, final } = check([
    "0 tty tty1 4:1",
    "0.1 report 5 start\tid=k0\tinput=console\targ=k0",
    "0.204 report 6 start\tid=k1\tinput=4:1\tlogin=1\targ=k1\targ=a\\x20b\trunlevel=3",
    "1 report 5 signal\tsignal=TERM",
    "2 report 6 exit\tcode=7",
    "3 gone 5",
    "9.5 report 7 start\tid=late\tinput=console\targ=late",
  ]);
  expect(events).toEqual([
    { t: 0.1, event: "start", id: "k0", pid: 5 },
    {
      t: 0.2,
      event: "start",
      id: "k1",
      tty: "tty1",
      login: true,
      args: ["k1", "a b"],
      runlevel: "3",
      pid: 6,
    },
    { t: 1, event: "signal", id: "k0", signal: "TERM" },
    { t: 2, event: "exit", id: "k1", code: 7 },
    { t: 3, event: "killed", id: "k0" },
  ]);
  expect(final).toEqual({ running: ["late"] });
});

test("lines that come in pieces, and the end of process 1", () => {
  const { events, final } = check([
    "0.1 out console Please\\x20press",
    "0.2 out console \\x20Enter",
    "0.5 log <30>Nov\\x20\\x201\\x2012:00:00\\x20init:\\x20starting\\x20pid\\x205,\\x20tty\\x20'':\\x20'p'\\x0a",
    "0.6 report 5 start\tid=k0\tinput=console\targ=k0",
    "1 end 2",
  ]);
  expect(events).toEqual([
    { t: 0.2, event: "log", text: "Please press Enter", to: "console" },
    { t: 0.5, event: "log", text: "starting pid <pid>, tty '': 'p'", to: "syslog" },
    { t: 0.6, event: "start", id: "k0", pid: 5 },
    { t: 1, event: "init-exit", by: "INT", meaning: "halt-or-poweroff" },
  ]);
  expect(final).toEqual({ running: [] });
});
