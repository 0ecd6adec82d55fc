import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { runMessages } from "./messages.ts";

/** Makes the messages about the runs of every machine. */
export const message: MessageMaker<typeof runMessages> = messagesOf(runMessages);
