import { type MessageMaker, messagesOf } from "../text/message.ts";
import { assistantMessages } from "./messages.ts";

/** Makes the messages about the tools of assistants. */
export const message: MessageMaker<typeof assistantMessages> = messagesOf(assistantMessages);
