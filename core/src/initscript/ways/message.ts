import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { waysMessages } from "./messages.ts";

/** Makes the messages about the ways of services. */
export const message: MessageMaker<typeof waysMessages> = messagesOf(waysMessages);
