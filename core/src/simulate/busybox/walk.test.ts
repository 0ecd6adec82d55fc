import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { walkBusybox } from "./walk.ts";

const table = `::sysinit:/etc/init.d/rcS
tty1::respawn:/sbin/getty 38400 tty1
tty2::askfirst:-/bin/sh
bad line
::shutdown:/bin/umount -a -r
`;

/** The stops, with what each is about and what runs then. */
function shown(more: Partial<BusyboxScenario>): string {
  const { stops, runningAt, sceneAt } = walkBusybox({ inittab: table, until: 30, ...more });
  return stops
    .map(({ at, message, happened }, place) => {
      const { level, isDown } = sceneAt(place);
      const about = "record" in happened ? ` ${happened.record?.line ?? "-"}` : "";
      const alarm = happened.kind === "says" && happened.alarm !== null ? ` ${happened.alarm}` : "";
      const running = runningAt(place).map(({ record }) => record.line);
      return `${at} ${inEnglish.text(message)} [${happened.kind}${about}${alarm}; ${level}; ${isDown ? "down" : running.join(" ")}]`;
    })
    .join("\n");
}

test("a walk through a run of BusyBox has a stop for each thing that happens, to the end of the machine", () => {
  const events = [
    { at: 5, tty: "tty2", input: "\n" },
    { at: 8, kill: "/sbin/getty 38400 tty1" },
    { at: 10, signal: "TERM" },
  ];
  expect(shown({ events })).toMatchInlineSnapshot(`
    "0 the kernel starts init [boot; ; ]
    0 init enters the sysinit phase [level; sysinit; ]
    0 Bad inittab entry at line 4 [says dropped; sysinit; ]
    0 /etc/init.d/rcS starts (init waits for it) [starts 1; sysinit; 1]
    1 /etc/init.d/rcS ends [ends 1; sysinit; ]
    1 init enters the respawn/askfirst phase [level; respawn/askfirst; ]
    1 /sbin/getty 38400 tty1 starts on tty1 [starts 2; respawn/askfirst; 2]
    1 -/bin/sh waits for Enter on tty2 [starts 3; respawn/askfirst; 2 3]
    1 tty2: Please press Enter to activate this console. [says; respawn/askfirst; 2 3]
    5 Enter is pressed on tty2 [outside; respawn/askfirst; 2 3]
    5 -/bin/sh starts on tty2 [starts 3; respawn/askfirst; 2 3]
    8 somebody kills /sbin/getty 38400 tty1 [outside; respawn/askfirst; 2 3]
    8 /sbin/getty 38400 tty1 is killed [ends 2; respawn/askfirst; 3]
    8 log: init: process '/sbin/getty 38400 tty1' (pid <pid>) killed, signal:9. Scheduling for restart. [says; respawn/askfirst; 3]
    9 /sbin/getty 38400 tty1 starts on tty1 [starts 2; respawn/askfirst; 3 2]
    10 signal TERM to init (reboot) [outside; respawn/askfirst; 3 2]
    10 init enters the shutdown phase [level; shutdown; 3 2]
    10 /bin/umount -a -r starts (init waits for it) [starts 5; shutdown; 3 2 5]
    11 /bin/umount -a -r ends [ends 5; shutdown; 3 2]
    11 The system is going down NOW! [says; shutdown; 3 2]
    11 -/bin/sh gets TERM [gets 3; shutdown; 3 2]
    11 -/bin/sh ends [ends 3; shutdown; 2]
    11 /sbin/getty 38400 tty1 gets TERM [gets 2; shutdown; 2]
    11 /sbin/getty 38400 tty1 ends [ends 2; shutdown; ]
    11 Sent SIGTERM to all processes [says; shutdown; ]
    12 Sent SIGKILL to all processes [says; shutdown; ]
    12 Requesting system reboot [says; shutdown; ]
    13 the machine goes down: reboot [down; shutdown; down]"
  `);
});

test("a file that is written while init runs is complained about when init reads it", () => {
  const events = [
    { at: 5, write: "::respawn:/bin/x\nother bad line\n" },
    { at: 6, signal: "HUP" },
  ];
  const lines = shown({ events, until: 8 }).split("\n");
  expect(lines.filter((line) => / (dropped|outside)/.test(line)).join("\n")).toMatchInlineSnapshot(`
    "0 Bad inittab entry at line 4 [says dropped; sysinit; ]
    6 Bad inittab entry at line 2 [says dropped; respawn/askfirst; 2 3]"
  `);
});
