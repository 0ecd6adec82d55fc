import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { simulatedInit } from "../machines.ts";

/** The story from the fifth second on. */
function check(table: string, events: readonly object[]): string {
  const opening = simulatedInit("busybox")?.open({ inittab: table, events, until: 60 });
  if (opening?.kind !== "simulation") return "wrong";
  return opening.simulation
    .play()
    .story.filter(({ at, kind }) => at >= 5 && kind !== "message")
    .map(({ at, depth, message }) => `${"  ".repeat(depth)}${at}: ${inEnglish.text(message)}`)
    .join("\n");
}

test("each event from which nothing follows has a line that says why", () => {
  const events = [
    { at: 5, signal: "INT" },
    { at: 6, signal: "QUIT" },
    { at: 7, signal: "HUP" },
    { at: 8, signal: "WINCH" },
    { at: 9, kill: "/bin/none" },
    { at: 10, tty: "tty2", input: "\n" },
    { at: 11, console: "\n" },
    { at: 12, write: "::sysinit:/bin/x\n" },
    { at: 13, signal: "CONT" },
    { at: 20, signal: "TERM" },
    { at: 20.5, signal: "INT" },
  ];
  expect(check("::sysinit:/etc/rcS\ntty1::respawn:/sbin/getty 38400 tty1\n", events)).toMatchInlineSnapshot(`
    "5: signal INT to init (Ctrl-Alt-Del)
      5: no entry has the action ctrlaltdel, so nothing is started
    6: signal QUIT to init (become the program of the restart entry)
      6: no entry has the action restart, so nothing is started
    7: signal HUP to init (read the file again)
      7: the file is read again, and nothing needs to be stopped or started
    8: signal WINCH to init
      8: init ignores this signal
    9: somebody kills /bin/none
      9: no process of /bin/none runs, so nothing ends
    10: Enter is pressed on tty2
      10: no process waits for Enter on tty2
    11: Enter is pressed on console
      11: no process waits for Enter on console
    12: /etc/inittab is written
      12: init does not notice: it reads the file only when asked to
    13: signal CONT to init (go on)
      13: init was not stopped, so nothing changes
    20: signal TERM to init (reboot)
      20: /sbin/getty 38400 tty1 gets TERM and ends
    20.5: signal INT to init (Ctrl-Alt-Del)
      20.5: init is shutting down and ignores signals
    22: the machine goes down: reboot"
  `);
});
