import { type MessageMaker, messagesOf } from "../text/message.ts";
import { verifyMessages } from "./messages.ts";

/** Makes the messages of the search. */
export const message: MessageMaker<typeof verifyMessages> = messagesOf(verifyMessages);
