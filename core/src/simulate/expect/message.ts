import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { expectMessages } from "./messages.ts";

/** Makes the messages about expectations. */
export const message: MessageMaker<typeof expectMessages> = messagesOf(expectMessages);
