import { type MessageMaker, messagesOf } from "@inittab/core";
import { playgroundMessages } from "./messages.ts";

/** Makes the messages of the playground. */
export const message: MessageMaker<typeof playgroundMessages> = messagesOf(playgroundMessages);
