import { type MessageMaker, messagesOf } from "../text/message.ts";
import { simulateMessages } from "./messages.ts";

/** Makes the messages about simulations. */
export const message: MessageMaker<typeof simulateMessages> = messagesOf(simulateMessages);
