import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { runMessages } from "../run/messages.ts";
import { procdRunMessages } from "./words.ts";

/** Makes the messages about runs of procd, and those that the runs of every machine have. */
export const message: MessageMaker<typeof runMessages & typeof procdRunMessages> = messagesOf({
  ...runMessages,
  ...procdRunMessages,
});
