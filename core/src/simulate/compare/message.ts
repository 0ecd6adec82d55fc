import { type MessageMaker, messagesOf } from "../../text/message.ts";
import { compareMessages } from "./messages.ts";

/** Makes the messages about what is compared. */
export const message: MessageMaker<typeof compareMessages> = messagesOf(compareMessages);
