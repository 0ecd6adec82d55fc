import { type MessageMaker, messagesOf } from "../text/message.ts";
import { assistantPageMessages } from "./page-messages.ts";

/** Makes the messages about what assistants read. */
export const pageMessage: MessageMaker<typeof assistantPageMessages> = messagesOf(assistantPageMessages);
