import fc from "fast-check";
import { complaintsAfter } from "../../../server/src/testing/hostile-client.ts";
import { malformed, wellFormed } from "../../../server/src/testing/hostile-messages.ts";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { machineWith } from "./system.ts";

/** Messages to the language server, right and wrong: each is answered, and a client that behaves is served as before. */
export const messages: Area = {
  name: "messages",
  about: "messages to the language server",
  weight: 4,
  missing: () => undefined,
  start: async () => {
    const machine = machineWith(["", "a/"]);
    const session = fc.array(fc.oneof({ weight: 4, arbitrary: fc.oneof(...wellFormed) }, malformed), {
      maxLength: 60,
      size: "max",
    });
    return trialOf(session, (sent) => complaintsAfter(sent, machine));
  },
};
