import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { simulatedInit } from "../machines.ts";

test("each event from which nothing follows has a line that says why", () => {
  const inittab = "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n";
  const events = [
    { at: 31, signal: "WINCH" },
    { at: 32, kill: "/bin/none" },
    { at: 33, tty: "console", input: "\n" },
    { at: 34, signal: "TERM" },
    { at: 34.2, signal: "INT" },
  ];
  const opening = simulatedInit("procd")?.open({ inittab, events, until: 60 });
  if (opening?.kind !== "simulation") throw new Error(JSON.stringify(opening));
  const lines = opening.simulation.play().story.filter(({ at, kind }) => at >= 31 && kind !== "message");
  const told = lines.map(
    ({ at, depth, message }) => `${"  ".repeat(depth)}${at}: ${inEnglish.text(message)}`,
  );
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "31: signal WINCH to init
      31: procd ignores this signal
    32: somebody kills /bin/none
      32: no process of /bin/none runs, so nothing ends
    33: Enter is pressed on console
      33: no process waits for Enter on console
    34: signal TERM to init (reboot)
      34: procd enters the state shutdown
      34: the scripts /etc/rc.d/K* are called with shutdown (procd waits for them)
    34.2: signal INT to init (Ctrl-Alt-Del: reboot)
      34.2: procd is already shutting down
    35: the scripts /etc/rc.d/K* are done
      35: procd enters the state halt
    38: the machine goes down: reboot"
  `);
});
