import { type MessageMaker, messagesOf } from "../text/message.ts";
import { lintMessages } from "./messages.ts";

/** Makes the messages of the frame. */
export const message: MessageMaker<typeof lintMessages> = messagesOf(lintMessages);
