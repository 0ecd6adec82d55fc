import { type MessageMaker, messagesOf } from "@inittab/core";
import { assistantMessages } from "./messages.ts";

/** Makes the messages of this room. */
export const assistantMessage: MessageMaker<typeof assistantMessages> = messagesOf(assistantMessages);
