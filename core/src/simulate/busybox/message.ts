import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { runMessages } from "../run/messages.ts";
import { busyboxRunMessages } from "./words.ts";

/** Makes the messages about runs of BusyBox init, and those that the runs of every machine have. */
export const message: MessageMaker<typeof runMessages & typeof busyboxRunMessages> = messagesOf({
  ...runMessages,
  ...busyboxRunMessages,
});
