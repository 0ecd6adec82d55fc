import fc from "fast-check";
import { expect, test } from "vitest";
import { testEnvironment } from "./testing/environment.ts";
import { complaintsAfter } from "./testing/hostile-client.ts";
import { malformed, wellFormed } from "./testing/hostile-messages.ts";

// server.test.ts has how a server ends. `npm run fuzz` sends many more of these messages.

test("any sequence of well-formed messages is answered without an exception", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...wellFormed), { maxLength: 30 }), async (messages) => {
      expect(await complaintsAfter(messages, testEnvironment)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("anything else is answered, too, and the server goes on", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(malformed, ...wellFormed.slice(0, 6)), { maxLength: 20 }),
      async (messages) => {
        expect(await complaintsAfter(messages, testEnvironment)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
