import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { daemonCall } from "./start-stop-daemon.ts";

export const ssdBackgroundNoPidfile: ScriptRule = {
  id: "ssd-background-no-pidfile",
  code: "IT850",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["start-stop-daemon(8)"],
  docs: {
    what: "start-stop-daemon puts a program into the background and reads a pid file, but does not write it.",
    why: "A program that has to be put into the background seldom writes a pid file of its own: the file never appears, a second start starts a second copy, and `--stop` with the file stops nothing.\nThe rule is silent if the program gets the file's path in its own arguments; if it gets arguments from a variable, the finding is only information.",
    instead: "Add `--make-pidfile`, and `--remove-pidfile` to the call that stops.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --background --pidfile /run/svcd.pid --exec /usr/sbin/svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --background --make-pidfile --pidfile /run/svcd.pid --exec /usr/sbin/svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon -S -bmp /run/svcd.pid -x /usr/sbin/svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon -S -b -p /run/svcd.pid -x /usr/sbin/svcd -- --pid-file=/run/svcd.pid ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    const { outline } = facts;
    return everyCommand(outline).flatMap(({ reached }) => {
      const call = daemonCall(outline, reached);
      if (call?.command !== "start" || !call.complete) return [];
      const option = (name: string) => call.options.find((each) => each.name === name);
      const background = option("background");
      const pidFile = option("pidfile");
      if (background === undefined || pidFile === undefined) return [];
      // A test starts nothing.
      if (option("make-pidfile") !== undefined || option("test") !== undefined) return [];
      const written = pidFile.valueWord?.text.replace(/^--pidfile=/, "") ?? "";
      const told = call.programWords.some(
        (word) =>
          (written !== "" && word.text.includes(written.replace(/^"|"$/g, ""))) ||
          (pidFile.value !== undefined && outline.resolve(word)?.includes(pidFile.value) === true),
      );
      if (told) return [];
      // What the program is told in a variable may be the path, too.
      const doubtful = call.programWords.some((word) => outline.resolve(word) === undefined);
      const long = background.word.text === "--background";
      const end = { start: background.word.end, end: background.word.end };
      return [
        {
          range: background.word,
          ...(doubtful ? { severity: "information" as const } : {}),
          message: message("ssd-background-no-pidfile"),
          fixes: [
            suggestion(message("ssd-background-no-pidfile.fix"), end, long ? " --make-pidfile" : " -m"),
          ],
        },
      ];
    });
  },
};
