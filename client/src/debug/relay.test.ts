import { expect, test } from "vitest";
import { relay } from "./relay.ts";

const request = { seq: 7, type: "request", command: "next", arguments: { threadId: 1 } };

/** What VS Code gets for a request. */
async function sentFor(ask: (question: object) => Promise<readonly object[]>): Promise<readonly object[]> {
  const sent: object[] = [];
  await relay(request, { session: "one", ask, send: (message) => sent.push(message) });
  return sent;
}

test("a message is handed on as it is, and the answers come back in their order", async () => {
  const asked: object[] = [];
  const answers = [
    { type: "response", seq: 1 },
    { type: "event", event: "stopped", seq: 2 },
  ];
  const sent = await sentFor(async (question) => {
    asked.push(question);
    return answers;
  });
  expect(asked).toEqual([{ session: "one", message: request }]);
  expect(sent).toEqual(answers);
});

test("a request that nobody answers is refused with the reason", async () => {
  expect(await sentFor(() => Promise.reject(new Error("no server")))).toEqual([
    { type: "response", seq: 0, request_seq: 7, command: "next", success: false, message: "no server" },
  ]);
});
