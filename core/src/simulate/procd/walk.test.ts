import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { walkProcd } from "./walk.ts";

const inittab = `::sysinit:/etc/init.d/rcS S boot
::shutdown:/etc/init.d/rcS K shutdown
tty1::askfirst:/bin/login
::respawn:/bin/x
bad line
`;

test("a walk through a run of procd has a stop for each thing that happens, to the end of the machine", () => {
  const events = [
    { at: 5, tty: "tty1", input: "\n" },
    { at: 7, signal: "HUP" },
    { at: 10, signal: "TERM" },
  ];
  const { stops, runningAt, sceneAt } = walkProcd({
    inittab,
    devices: ["tty1", "console"],
    until: 30,
    events,
  });
  const shown = stops.map(({ at, message, happened }, place) => {
    const { level, isDown } = sceneAt(place);
    const about = "record" in happened ? ` ${happened.record?.line ?? "-"}` : "";
    const alarm = happened.kind === "says" && happened.alarm !== null ? ` ${happened.alarm}` : "";
    const running = runningAt(place).map(({ record }) => record.line);
    return `${at} ${inEnglish.text(message)} [${happened.kind}${about}${alarm}; ${level}; ${isDown ? "down" : running.join(" ")}]`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "0 the kernel starts init [boot; ; ]
    0 before this, procd has gone through the states early and ubus; how long they take was not recorded [note; ; ]
    0 procd enters the state init [note; ; ]
    0 init enters the init phase [level; init; ]
    0 /bin/x starts [starts 4; init; 4]
    0 /bin/login waits for Enter on tty1 [starts 3; init; 4 3]
    0 the scripts /etc/rc.d/S* are called with boot (procd waits for them) [starts 1; init; 4 3 1]
    1 the scripts /etc/rc.d/S* are done [ends 1; init; 4 3]
    1 procd enters the state running [note; init; 4 3]
    1 init enters the running phase [level; running; 4 3]
    5 Enter is pressed on tty1 [outside; running; 4 3]
    5 /bin/login starts on tty1 [starts 3; running; 4 3]
    7 signal HUP to init (only logged) [outside; running; 4 3]
    7 procd logs the signal, and nothing else [note; running; 4 3]
    10 signal TERM to init (reboot) [outside; running; 4 3]
    10 procd enters the state shutdown [note; running; 4 3]
    10 init enters the shutdown phase [level; shutdown; 4 3]
    10 the scripts /etc/rc.d/K* are called with shutdown (procd waits for them) [starts 2; shutdown; 4 3 2]
    11 the scripts /etc/rc.d/K* are done [ends 2; shutdown; 4 3]
    11 procd enters the state halt [note; shutdown; 4 3]
    11 init enters the halt phase [level; halt; 4 3]
    11 /bin/x gets TERM [gets 4; halt; 4 3]
    11 /bin/x ends [ends 4; halt; 3]
    11 /bin/login gets TERM [gets 3; halt; 3]
    11 /bin/login ends [ends 3; halt; ]
    14 the machine goes down: reboot [down; halt; down]"
  `);
});
