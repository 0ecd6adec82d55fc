import { type MessageMaker, messagesOf } from "../text/message.ts";
import { programMessages } from "./messages.ts";

/** Makes the messages about what programs say. */
export const message: MessageMaker<typeof programMessages> = messagesOf(programMessages);
