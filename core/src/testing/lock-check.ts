// The door through which tests reach the rules on lock files.

import { expect, test } from "vitest";
import { type CheckScriptOptions, checkScript } from "./script-check.ts";

/** The findings of the lock rules for a script as a user would get them: `severity rule`, in the order of the text. */
export function told(text: string, options: CheckScriptOptions = {}): readonly string[] {
  return checkScript(text, { everyFamily: false, ...options })
    .filter(({ code }) => /^IT8[01]/.test(code))
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

/** For each script what the lock rules say, which is nothing above all. */
export function check(
  stories: Readonly<Record<string, readonly [string, readonly string[], CheckScriptOptions?]>>,
): void {
  for (const [story, [text, expected, options]] of Object.entries(stories))
    test(story, () => expect(told(text, options), text).toEqual(expected));
}
