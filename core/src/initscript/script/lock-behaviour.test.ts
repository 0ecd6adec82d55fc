import { shellParser } from "@inittab/host/testing/shell";
import { describe, expect, test } from "vitest";
import { lock, redHat } from "../../testing/red-hat-script.ts";
import { lockBehaviour } from "./lock-behaviour.ts";
import { outlineScript } from "./read-outline.ts";

describe("what start and stop do to locks", () => {
  function behaviour(text: string, name = "svc"): string {
    const shell = shellParser.parse(text);
    const outline = shell && outlineScript(text, shell, name);
    if (outline === undefined) return "in doubt";
    const { start, stop } = lockBehaviour(outline, name);
    return [start, stop]
      .map(({ touches, removes, complete }) =>
        [
          ...touches.map((each) => `+${each}`),
          ...removes.map((each) => `-${each}`),
          ...(complete ? [] : ["…"]),
        ].join(" "),
      )
      .join(" | ");
  }

  test.each([
    ["the usual", redHat(), "+svc | -svc"],
    ["no lock", redHat({ start: "daemon svcd", stop: "killproc svcd" }), " | "],
    ["sticky", redHat({ stop: "killproc svcd" }), "+svc | "],
    ["a pattern", redHat({ stop: `killproc svcd; rm -f ${lock}*` }), "+svc | -svc"],
    ["taken back on failure", redHat({ start: `touch ${lock}; daemon svcd || rm ${lock}` }), "+svc | -svc"],
    ["in doubt", redHat({ start: "daemon svcd && touch $LOCK", stop: 'eval "$STOP"' }), "… | …"],
    ["no case", "#!/bin/sh\ntouch /var/lock/subsys/svc\n", "… | …"],
    ["no arm", '#!/bin/sh\ncase "$1" in\n  status) pidof svcd ;;\nesac\n', " | "],
    ["through itself", redHat({ stop: "$0 kill", more: `  kill) rm -f ${lock} ;;\n` }), "+svc | -svc"],
    [
      "through service",
      redHat({ stop: "service svc kill", more: `  kill) rm -f ${lock} ;;\n` }),
      "+svc | -svc",
    ],
    ["a circle", redHat({ stop: "$0 kill", more: "  kill) $0 stop ;;\n" }), "+svc | "],
  ])("%s", (_story, text, expected) => expect(behaviour(text)).toBe(expected));

  test("a lock that is named after $0 has the name of the link when rc calls the script", () => {
    const text = redHat().replaceAll("subsys/svc", `subsys/\${0##*/}`);
    expect(behaviour(text)).toBe("+svc | -svc");
    expect(behaviour(text, "S80svc")).toBe("+S80svc | -S80svc");
  });
});
