import { type MessageMaker, messagesOf } from "@inittab/core";
import { debugCommandMessages } from "./messages.ts";

/** Makes the messages of `inittab debug`. */
export const message: MessageMaker<typeof debugCommandMessages> = messagesOf(debugCommandMessages);
