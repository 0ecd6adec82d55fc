import { type MessageMaker, messagesOf } from "@inittab/core";
import { programMessages } from "./messages.ts";

/** Makes the messages of the command line. */
export const message: MessageMaker<typeof programMessages> = messagesOf(programMessages);
