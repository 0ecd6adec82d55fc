import { type MessageMaker, messagesOf } from "../text/message.ts";
import { verifyMessages } from "./messages.ts";

/** Makes the messages of the search. */
export const message: MessageMaker<typeof verifyMessages> = messagesOf(verifyMessages);

/** A level as a value of a message; `none` where init knows none. */
export function levelValue(level: string): string {
  return level === "" ? "none" : level;
}
