// What a test needs of the machine may be missing on a developer's, and never in CI.

import { describe, test } from "vitest";

/**
 * Describes tests that need something of the machine. `missing` says in a clause what is not there; then the tests are
 * skipped with that reason, and with CI=true they fail.
 */
export function describeIfPresent(title: string, missing: string | undefined, tests: () => void): void {
  if (missing === undefined) {
    describe(title, tests);
  } else if (process.env["CI"] === "true") {
    test(title, () => {
      throw new Error(`this cannot be tested, because ${missing}`);
    });
  } else {
    const told = `skipped: ${title}, because ${missing}`;
    console.log(told);
    describe.skip(told, tests);
  }
}
