// The door through which tests reach the rules on the shell part, and scripts made of a few words.

import { describe, expect, test } from "vitest";
import { type CheckScriptOptions, checkScript } from "./script-check.ts";

/** What one rule says of a script as a user would get it: `LINE severity: message`. */
export function told(text: string, rule: string, options: CheckScriptOptions = {}): readonly string[] {
  return checkScript(text, { everyFamily: false, ...options })
    .filter((finding) => finding.rule === rule)
    .map(
      ({ range, severity, message }) =>
        `${text.slice(0, range.start).split("\n").length} ${severity}: ${message}`,
    );
}

/** A script, and the lines on which a rule speaks of it. */
export type Story = readonly [text: string, lines: readonly number[], options?: CheckScriptOptions];

/** For each story the lines on which the rule speaks, and above all those on which it keeps silent. */
export function check(rule: string, stories: Readonly<Record<string, Story>>): void {
  describe(rule, () => {
    for (const [story, [text, lines, options]] of Object.entries(stories))
      test(story, () =>
        expect(
          told(text, rule, options).map((line) => Number.parseInt(line, 10)),
          text,
        ).toEqual(lines),
      );
  });
}

/** A script with these arms, one a line from line 3 on, and lines before and behind. */
export function script(
  arms: Readonly<Record<string, string>>,
  head = ". /lib/lsb/init-functions",
  end = "",
): string {
  const lines = Object.entries(arms).map(([pattern, body]) => `  ${pattern}) ${body} ;;\n`);
  return `#!/bin/sh\n${head}\ncase "$1" in\n${lines.join("")}esac\n${end}`;
}

/** An arm for each action that every script should have. */
export const allArms = {
  start: "svcd",
  stop: "svcctl stop",
  "restart|force-reload": "$0 stop; $0 start",
  status: "svcctl status",
};

/** The line that reads the other library. */
export const redHat = ". /etc/init.d/functions";

/** A script that starts with these options of start-stop-daemon, on line 4. */
export function ssd(options: string): string {
  return script({ start: `start-stop-daemon ${options}` });
}
