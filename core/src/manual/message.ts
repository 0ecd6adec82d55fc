import { type MessageMaker, messagesOf } from "../text/message.ts";
import { manualMessages } from "./messages.ts";

/** Makes the messages of the manual. */
export const message: MessageMaker<typeof manualMessages> = messagesOf(manualMessages);
