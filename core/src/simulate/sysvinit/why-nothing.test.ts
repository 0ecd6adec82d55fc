import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import type { Scenario } from "./scenario.ts";
import { tellStory } from "./story.ts";

const table = `id:2:initdefault:
~~:S:wait:/sbin/sulogin
1:2345:respawn:/sbin/getty 38400 tty1
ca:345:ctrlaltdel:/sbin/shutdown -r now
kb:2:kbrequest:/bin/kb
`;

/** The lines about what happens from outside, and those that say why nothing follows. */
function check(scenario: Partial<Scenario>): string {
  const lines: string[] = [];
  for (const { at, kind, depth, message } of tellStory({ inittab: table, until: 60, ...scenario }, {}))
    if (at > 1 && kind !== "message") lines.push(`${"  ".repeat(depth)}${at}: ${inEnglish.text(message)}`);
  return lines.join("\n");
}

test("each event from which nothing follows has a line that says why", () => {
  const events: Scenario["events"] = [
    { at: 5, signal: "USR1" },
    { at: 6, telinit: "2" },
    { at: 7, telinit: "q" },
    { at: 8, signal: "INT" },
    { at: 9, signal: "PWR", powerstatus: "F" },
    { at: 10, signal: "HUP" },
    { at: 11, signal: "CONT" },
    { at: 12, kill: "ca" },
    { at: 13, console: "3\n" },
    { at: 14, write: table },
    { at: 15, signal: "RTMIN" },
    { at: 15.5, telinit: "a" },
    { at: 16, telinit: "7x" },
    { at: 17, signal: "TSTP" },
    { at: 18, signal: "HUP" },
    { at: 19, telinit: "3" },
    { at: 20, signal: "CONT" },
  ];
  expect(check({ events })).toMatchInlineSnapshot(`
    "5: signal USR1 to init (close the control pipe and open it again)
      5: no process is started or stopped by it
    6: telinit 2
      6: ignored: the runlevel is already 2
    7: telinit q
      7: the file is read again, and nothing needs to be stopped or started
    8: signal INT to init (Ctrl-Alt-Del)
      8: ca may not run in runlevel 2, so nothing is started
    9: signal PWR to init (the power supply, powerstatus "F")
      9: no entry has the action powerwait or powerfail, so nothing is started
    10: signal HUP to init (reread the file; nothing is logged)
      10: the file is read again, and nothing needs to be stopped or started
    11: signal CONT to init (go on)
      11: init was not stopped, so nothing changes
    12: ca comes to its end
      12: no process of ca runs, so nothing ends
    13: typed at the console: "3\\n"
      13: init is not asking for anything, so nothing reads it
    14: /etc/inittab is written
      14: init does not notice: it reads the file only when asked to
    15: signal RTMIN to init (init ignores it)
    15.5: telinit a
      15.5: no entry names a among its runlevels, so nothing is started
    16: telinit 7x: telinit prints its usage and sends init no request
    17: signal TSTP to init (pause until CONT)
    18: signal HUP to init (reread the file; nothing is logged)
      18: init is stopped and acts on it after CONT
    19: telinit 3
      19: init is stopped and acts on it after CONT
    20: signal CONT to init (go on)"
  `);
});

test("what something follows from has no such line", () => {
  const events: Scenario["events"] = [
    { at: 5, signal: "WINCH" },
    { at: 8, kill: "1" },
    { at: 10, telinit: "3" },
    { at: 20, signal: "INT" },
  ];
  expect(check({ events })).toMatchInlineSnapshot(`
    "5: signal WINCH to init (the keyboard request)
      5: kb starts: /bin/kb
    6: kb ends
    8: 1 comes to its end
    8: 1 ends
      8: 1 starts: /sbin/getty 38400 tty1
    10: telinit 3
    20: signal INT to init (Ctrl-Alt-Del)
      20: ca starts: /sbin/shutdown -r now (init waits for it)
    21: ca ends
    21: a process asks for runlevel 6
      21: 1 gets TERM and ends"
  `);
});

test("what is done while init asks or waits for a process is taken up later", () => {
  const waiting = `id:2:initdefault:\nw:2:wait:/bin/w\nca:2:ctrlaltdel:/bin/ca\n`;
  const events: Scenario["events"] = [{ at: 5, signal: "INT" }];
  expect(check({ inittab: waiting, processes: { w: { runs: null } }, events })).toMatchInlineSnapshot(`
    "5: signal INT to init (Ctrl-Alt-Del)
      5: ca starts: /bin/ca (init waits for it)
    6: ca ends"
  `);
  expect(check({ inittab: "w:2:wait:/bin/w\n", events: [{ at: 5, signal: "HUP" }] })).toMatchInlineSnapshot(`
    "5: signal HUP to init (reread the file; nothing is logged)
      5: init is busy and handles it later"
  `);
});
