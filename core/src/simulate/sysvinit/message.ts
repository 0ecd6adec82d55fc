import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { runMessages } from "../run/messages.ts";
import { sysvinitRunMessages } from "./words.ts";

/** Makes the messages about runs of sysvinit, and those that the runs of every machine have. */
export const message: MessageMaker<typeof runMessages & typeof sysvinitRunMessages> = messagesOf({
  ...runMessages,
  ...sysvinitRunMessages,
});
